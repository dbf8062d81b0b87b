import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { fixContent } from '../../src/content/fix.js';
import { publishedSchemas, type JsonSchema } from '../../src/content/schema/published.js';
import { schemaFiles } from '../../src/content/schema/schema-files.js';
import { modulesWith } from '../content/workshop.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const textOf = (file: string): string => readFileSync(join(ROOT, file), 'utf8').replaceAll('\r\n', '\n');
const filesUnder = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name).replaceAll('\\', '/'))
    .sort();

/** Which schema a file of the modules folder follows; null: none. */
function schemaOf(file: string): string | null {
  // Translations (`wierda.en.yaml`) are written by the import, not by hand.
  if (/\.[a-z]{2}\.yaml$/.test(file)) return null;
  if (basename(file) === 'module.yaml') return 'module';
  if (basename(file) === 'gemeente.yaml') return 'gemeente';
  if (basename(file) === 'begrippen.yaml') return 'begrippen';
  if (basename(file) === 'leerdoelen.yaml') return 'leerdoelen';
  if (dirname(file).endsWith('/klanten') && file.endsWith('.yaml')) return 'klant';
  return (
    /\.(gesprek|fragment|les|fout|artikel)\.md$/.exec(file)?.[1]?.concat('-kop') ??
    /\.(toets|bank|meting)\.yaml$/.exec(file)?.[1] ??
    null
  );
}

const yamlOf = (file: string): string =>
  file.endsWith('.md') ? (textOf(file).split(/^---$/m, 2)[1] ?? '') : textOf(file);

function describedFields(schema: JsonSchema, path: string): (readonly [string, string])[] {
  const { properties = {}, items, anyOf = [], oneOf = [] } = schema;
  const own = Object.entries(properties).map(([key, part]) => [`${path}.${key}`, part] as const);
  // A record with fixed keys is told about where it stands: its keys speak for themselves.
  const isRecord = own.length > 1 && new Set(own.map(([, part]) => JSON.stringify(part))).size === 1;
  return [
    ...(isRecord ? [] : own.map(([name, part]) => [name, part.description ?? ''] as const)),
    ...own.flatMap(([name, part]) => describedFields(part, name)),
    ...[items, ...anyOf, ...oneOf].flatMap((part) => (part ? describedFields(part, path) : [])),
  ];
}

describe('the schemas for editors', () => {
  it.each(schemaFiles())('$file is up to date (else: npm run schemas)', ({ file, text }) => {
    expect(textOf(file)).toBe(text);
  });

  it('holds no schema that nothing makes', () => {
    const made = schemaFiles().map(({ file }) => file);
    expect(filesUnder('docs/schema').filter((file) => !made.includes(file))).toEqual([]);
  });

  it.each(publishedSchemas())('says of every field of $name what it is', ({ name, schema }) => {
    const silent = describedFields(schema, name).filter(([, description]) => description === '');
    expect(silent).toEqual([]);
  });

  const files = filesUnder('modules').filter((file) => schemaOf(file) !== null);

  it.each(publishedSchemas())('accepts every $name there is, and refuses an unknown field', ({ name }) => {
    const schema: unknown = JSON.parse(textOf(`docs/schema/${name}.schema.json`));
    const reader = z.fromJSONSchema(schema as z.core.JSONSchema.JSONSchema);
    const own = files.filter((file) => schemaOf(file) === name);
    expect(own).not.toEqual([]);
    for (const file of own) {
      const data = parse(yamlOf(file)) as Record<string, unknown>;
      expect(reader.safeParse(data).error?.issues ?? [], file).toEqual([]);
      expect(reader.safeParse({ ...data, tittel: 'x' }).success, file).toBe(false);
    }
  });

  it('is named in the first line of every YAML file, so that an editor finds it', () => {
    for (const file of files.filter((name) => name.endsWith('.yaml'))) {
      const schema = `docs/schema/${schemaOf(file) ?? ''}.schema.json`;
      const path = relative(dirname(file), schema).replaceAll('\\', '/');
      expect(textOf(file).split('\n', 1)[0], file).toBe(`# yaml-language-server: $schema=${path}`);
    }
  });

  it('leaves that line where it is when the checker mends a module', () => {
    const line = '# yaml-language-server: $schema=../../docs/schema/module.schema.json\n';
    const dir = modulesWith({
      'loket/module.yaml': (text) => line + text,
      'loket/de-es.gesprek.md': (text) => text.replace(' {#a2}', ''),
    });
    const { content, changed } = fixContent(dir);
    expect(changed).toHaveLength(2);
    expect(content.findings).toEqual([]);
    expect(readFileSync(join(dir, 'loket/module.yaml'), 'utf8').startsWith(line)).toBe(true);
  });
});
