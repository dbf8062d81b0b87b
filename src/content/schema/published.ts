/** The schemas of all author files as JSON Schema, for editors and for the table of fields in the author's guide. */
import { z } from 'zod';
import { bankFile, testFile } from './bank.js';
import { glossaryFile } from './glossary.js';
import { goalsFile } from './goals.js';
import { itemsFile } from './items.js';
import { moduleFile } from './module-file.js';
import { articleHead, customerFile, municipality } from './municipality.js';
import { conversationHead, fragmentHead, lessonHead, mistakesHead } from './script-heads.js';

export interface PublishedSchema {
  /** `module` is written as `module.schema.json`. */
  readonly name: string;
  readonly schema: JsonSchema;
}

/** The part of JSON Schema that the schemas above come to. */
export interface JsonSchema {
  readonly description?: string;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly propertyNames?: JsonSchema;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
}

const SOURCES: Readonly<Record<string, z.ZodType>> = {
  module: moduleFile,
  toets: itemsFile,
  bank: bankFile,
  meting: testFile,
  gemeente: municipality,
  klant: customerFile,
  begrippen: glossaryFile,
  leerdoelen: goalsFile,
  'gesprek-kop': conversationHead,
  'fragment-kop': fragmentHead,
  'les-kop': lessonHead,
  'fout-kop': mistakesHead,
  'artikel-kop': articleHead,
};

/** Draft 7, which editors' YAML servers know best. */
export function publishedSchemas(): PublishedSchema[] {
  return Object.entries(SOURCES).map(([name, source]) => ({
    name,
    schema: readable(z.toJSONSchema(source, { target: 'draft-7', io: 'input' }) as JsonSchema),
  }));
}

/** Spells out records with fixed keys, so that an editor proposes them, and drops what no author can read. */
function readable(schema: JsonSchema): JsonSchema {
  const { maximum, propertyNames, pattern, ...others } = mapParts(schema, readable);
  // `format: date` says it too; the pattern of leap years would be the editor's message.
  const rest = pattern === undefined || others.format === 'date' ? others : { ...others, pattern };
  const values = rest.additionalProperties;
  const limit = maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? {} : { maximum };
  if (!propertyNames?.enum || typeof values !== 'object')
    return { ...rest, ...limit, ...(propertyNames ? { propertyNames } : {}) };
  const properties = Object.fromEntries(propertyNames.enum.map((key) => [String(key), values]));
  return { ...rest, ...limit, properties, additionalProperties: false };
}

function mapParts(schema: JsonSchema, change: (part: JsonSchema) => JsonSchema): JsonSchema {
  const { properties, items, anyOf, oneOf, additionalProperties: values } = schema;
  const changed = properties && Object.entries(properties).map(([key, part]) => [key, change(part)] as const);
  return {
    ...schema,
    ...(changed ? { properties: Object.fromEntries(changed) } : {}),
    ...(items ? { items: change(items) } : {}),
    ...(anyOf ? { anyOf: anyOf.map(change) } : {}),
    ...(oneOf ? { oneOf: oneOf.map(change) } : {}),
    ...(typeof values === 'object' ? { additionalProperties: change(values) } : {}),
  };
}
