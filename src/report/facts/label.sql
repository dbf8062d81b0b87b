-- staged -> label: how the content calls things. Dutch goes before newer.

INSERT INTO label
WITH named AS (
  SELECT coalesce(a.module, path) AS id, s.object.definition AS definition, happened
  FROM staged LEFT JOIN module_alias a ON a.activity = s.object.id
  WHERE coalesce(a.module, path) IS NOT NULL AND s.object.definition.name IS NOT NULL
), latest AS (
  SELECT id, arg_max(definition, happened) AS definition, max(happened) AS happened
  FROM named
  GROUP BY id, list_contains(map_keys(definition.name), 'nl-NL')
), parents AS (
  SELECT coalesce(a.module, parent) AS id, arg_max(parent_activity.definition, happened) AS definition, max(happened) AS happened
  FROM staged LEFT JOIN module_alias a ON a.activity = parent_activity.id
  WHERE coalesce(a.module, parent) IS NOT NULL AND parent_activity.definition.name IS NOT NULL
  GROUP BY coalesce(a.module, parent), list_contains(map_keys(parent_activity.definition.name), 'nl-NL')
), options AS (
  SELECT id, unnest(coalesce(definition.choices, []) || coalesce(definition.source, []) || coalesce(definition.target, [])) AS option, happened
  FROM latest
), lines AS (
  SELECT id, definition.name AS name, definition.description AS description, definition.correctResponsesPattern[1] AS correct, happened FROM latest
  UNION ALL
  SELECT id, definition.name, definition.description, NULL, happened FROM parents
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
