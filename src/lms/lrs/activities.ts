/** /activities: all that statements have told of an activity (xAPI 1.0.3 Communication 2.5). */
import type { Store } from '../store/database.js';
import { text } from '../store/rows.js';
import { isObject, objectAt, type JsonObject } from './json.js';

/** Its definitions laid over each other, the newest on top; languages come together. */
export async function fullActivity(store: Store, id: string): Promise<JsonObject> {
  const rows = await store.read(
    `select definition from (select json_extract(doc, '$.object.definition')::varchar as definition, max(place) as place
     from statements where activity = $1 group by all) where definition is not null order by place`,
    [id],
  );
  const definitions = rows.map((row): unknown => JSON.parse(text(row, 'definition'))).filter(isObject);
  return {
    objectType: 'Activity',
    id,
    ...(definitions.length > 0 ? { definition: definitions.reduce(laidOver) } : {}),
  };
}

function laidOver(below: JsonObject, above: JsonObject): JsonObject {
  const maps = ['name', 'description', 'extensions'].flatMap((key): [string, JsonObject][] => {
    const both = { ...objectAt(below, key), ...objectAt(above, key) };
    return below[key] === undefined && above[key] === undefined ? [] : [[key, both]];
  });
  return { ...below, ...above, ...Object.fromEntries(maps) };
}
