/** The schemas as tables of fields in Dutch: a page of the author's guide. */
import type { JsonSchema, PublishedSchema } from './published.js';

const INTRO = `# Alle velden

Deze pagina maakt \`npm run schemas\`. Verander haar niet met de hand: pas de uitleg aan in \`src/content/schema\`.

Een veld met **ja** in de kolom 'nodig' moet er staan. De andere velden mag je weglaten.
\`ouder.kind\` is een veld binnen een veld. \`[]\` staat voor elke regel van een lijst, \`<naam>\` voor een naam die je zelf kiest.
Een naam bestaat uit kleine letters, cijfers en streepjes: \`tweede-beurt\`.
`;

interface Row {
  readonly path: string;
  readonly required: boolean;
  readonly schema: JsonSchema;
}

/** The whole page, ending in a line end. */
export function fieldTables(schemas: readonly PublishedSchema[]): string {
  return [INTRO, ...schemas.map(({ name, schema }) => section(name, schema))].join('\n');
}

function section(name: string, schema: JsonSchema): string {
  const rows = rowsOf(schema, '').map(toRow);
  return `## ${name}\n\n${schema.description ?? ''}\n\n| veld | nodig | wat er staat | uitleg |\n|---|---|---|---|\n${rows.join('\n')}\n`;
}

const toRow = ({ path, required, schema }: Row): string =>
  `| \`${path}\` | ${required ? 'ja' : ''} | ${escapeBars(kindOf(schema))} | ${escapeBars(schema.description ?? '')} |`;

const escapeBars = (text: string): string => text.replaceAll('|', '\\|');

/** One row per field; of variants the fields together, each once. */
function rowsOf(schema: JsonSchema, path: string): Row[] {
  const { items, additionalProperties: values } = schema;
  const variants = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  const rows = propertiesOf(schema, path).flatMap((row) => [row, ...rowsOf(row.schema, row.path)]);
  if (items) rows.push(...rowsOf(items, `${path}[]`));
  if (typeof values === 'object') rows.push(...rowsOf(values, `${path}.<naam>`));
  return mergeRows([...rows, ...variants.flatMap((variant) => rowsOf(variant, path))], variants.length);
}

/** The fields of one level; a row of fields that are all alike (one per competence) becomes one. */
function propertiesOf({ properties = {}, required = [] }: JsonSchema, path: string): Row[] {
  const fields = Object.entries(properties);
  const [first] = fields;
  const isAlike = fields.length > 2 && new Set(fields.map(([, part]) => JSON.stringify(part))).size === 1;
  if (first && isAlike && path !== '') {
    const description = `Voor elk van: ${fields.map(([key]) => `\`${key}\``).join(', ')}.`;
    return [{ path: `${path}.*`, required: true, schema: { ...first[1], description } }];
  }
  return fields.map(([key, part]) => ({
    path: path === '' ? key : `${path}.${key}`,
    required: required.includes(key),
    schema: part,
  }));
}

/** A field that is in some variants only is never needed everywhere; constants of variants become one list. */
function mergeRows(rows: readonly Row[], variants: number): Row[] {
  if (variants === 0) return [...rows];
  const byPath = new Map<string, Row[]>();
  for (const row of rows) byPath.set(row.path, [...(byPath.get(row.path) ?? []), row]);
  return [...byPath.values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const constants = same.flatMap(({ schema }) => schema.const ?? []);
    if (constants.length > 1) {
      const description = same.map(({ schema }) => `${String(schema.const)}: ${schema.description ?? ''}`);
      return { ...first, schema: { enum: constants, description: description.join(' ') } };
    }
    const descriptions = [...new Set(same.flatMap(({ schema }) => schema.description ?? []))];
    const required = same.length === variants && same.every((row) => row.required);
    return { ...first, required, schema: { ...first.schema, description: descriptions.join(' Of: ') } };
  });
}

function kindOf(schema: JsonSchema): string {
  const { type, pattern } = schema;
  if (schema.const !== undefined) return `\`${JSON.stringify(schema.const).replaceAll('"', '')}\``;
  if (schema.enum) return schema.enum.map((value) => `\`${String(value)}\``).join(', ');
  const variants = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  if (variants.length > 0) return [...new Set(variants.map(kindOf))].join(' of ');
  if (pattern === '^[a-z0-9]+(-[a-z0-9]+)*$') return 'naam';
  if (type === 'string') return schema.format === 'date' ? 'datum' : 'tekst';
  if (type === 'number' || type === 'integer') return numberKind(schema);
  if (type === 'boolean') return '`true` of `false`';
  if (type === 'array') return `lijst${schema.items ? ` van ${kindOf(schema.items)}` : ''}`;
  return 'velden';
}

function numberKind({ type, minimum, exclusiveMinimum, maximum }: JsonSchema): string {
  const what = type === 'integer' ? 'heel getal' : 'getal';
  if (minimum !== undefined && maximum !== undefined) return `${what} van ${minimum} tot en met ${maximum}`;
  if (minimum !== undefined) return `${what}, minstens ${minimum}`;
  if (exclusiveMinimum !== undefined) return `${what} boven ${exclusiveMinimum}`;
  return what;
}
