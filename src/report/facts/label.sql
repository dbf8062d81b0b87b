-- staged -> label: how the content calls things. Dutch goes before newer.

INSERT INTO label
WITH named AS (
  SELECT coalesce(a.module, path) AS id, definition, happened
  FROM staged LEFT JOIN module_alias a ON a.activity = object
  WHERE coalesce(a.module, path) IS NOT NULL AND definition IS NOT NULL
), latest AS (
  -- The newest in Dutch and the newest in another language; only those are looked into.
  SELECT id, arg_max(definition, happened) AS text, max(happened) AS happened
  FROM named
  GROUP BY id, contains(definition::VARCHAR, '"name":{"nl')
), parents AS (
  SELECT coalesce(a.module, parent) AS id, arg_max(parent_definition, happened) AS text, max(happened) AS happened
  FROM staged LEFT JOIN module_alias a ON a.activity = parent_id
  WHERE coalesce(a.module, parent) IS NOT NULL AND parent_definition IS NOT NULL
  GROUP BY coalesce(a.module, parent), contains(parent_definition::VARCHAR, '"name":{"nl')
), defined AS (
  SELECT id, happened, from_json(text, '{
    "name": "MAP(VARCHAR, VARCHAR)", "description": "MAP(VARCHAR, VARCHAR)", "correctResponsesPattern": ["VARCHAR"],
    "choices": [{"id": "VARCHAR", "description": "MAP(VARCHAR, VARCHAR)"}],
    "source": [{"id": "VARCHAR", "description": "MAP(VARCHAR, VARCHAR)"}],
    "target": [{"id": "VARCHAR", "description": "MAP(VARCHAR, VARCHAR)"}]}') AS definition
  FROM (FROM latest UNION ALL FROM parents)
), options AS (
  SELECT id, unnest(coalesce(definition.choices, []) || coalesce(definition.source, []) || coalesce(definition.target, [])) AS option, happened
  FROM defined
), lines AS (
  SELECT id, definition.name AS name, definition.description AS description, definition.correctResponsesPattern[1] AS correct, happened FROM defined
  UNION ALL
  SELECT id || '#' || option.id, option.description, NULL, NULL, happened FROM options WHERE option.id IS NOT NULL
), spoken AS (
  SELECT id, coalesce(list_filter(map_keys(name), lambda l: starts_with(l, 'nl'))[1], map_keys(name)[1]) AS language,
    name[language] AS name, description[language] AS description, correct, happened
  FROM lines
), best AS (
  SELECT id, arg_max(spoken, (starts_with(language, 'nl'), happened, correct IS NOT NULL)) AS it
  FROM spoken WHERE name IS NOT NULL
  GROUP BY id
)
SELECT id, it.name, it.description, it.correct, it.happened, it.language FROM best
ON CONFLICT DO UPDATE SET name = excluded.name, description = excluded.description, correct = excluded.correct, happened = excluded.happened,
  language = excluded.language
WHERE starts_with(excluded.language, 'nl') AND NOT starts_with(label.language, 'nl')
  OR starts_with(excluded.language, 'nl') = starts_with(label.language, 'nl') AND excluded.happened >= label.happened;
