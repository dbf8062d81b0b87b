/** The files in `docs` that follow from the schemas. */
import { fieldTables } from './field-tables.js';
import { publishedSchemas } from './published.js';

/** Paths from the repository's root, with the text that must stand there. */
export function schemaFiles(): { readonly file: string; readonly text: string }[] {
  const schemas = publishedSchemas();
  return [
    ...schemas.map(({ name, schema }) => ({
      file: `docs/schema/${name}.schema.json`,
      text: `${JSON.stringify(schema, null, 2)}\n`,
    })),
    { file: 'docs/auteurs/velden.md', text: fieldTables(schemas) },
  ];
}
