-- called -> label: how the content calls things. Dutch goes before newer.

INSERT INTO label
WITH spoken AS (
  SELECT coalesce(a.module, path) || called.part AS id, called.* EXCLUDE (happened), make_timestamp(CAST(happened AS BIGINT)) AS happened
  FROM called LEFT JOIN module_alias a ON a.activity = called.activity
  WHERE coalesce(a.module, path) IS NOT NULL
), best AS (
  SELECT id, arg_max(spoken, (starts_with(language, 'nl'), happened, correct IS NOT NULL)) AS it
  FROM spoken
  GROUP BY id
)
SELECT id, it.name, it.description, it.correct, it.happened, it.language FROM best
ON CONFLICT DO UPDATE SET name = excluded.name, description = excluded.description, correct = excluded.correct, happened = excluded.happened,
  language = excluded.language
WHERE starts_with(excluded.language, 'nl') AND NOT starts_with(label.language, 'nl')
  OR starts_with(excluded.language, 'nl') = starts_with(label.language, 'nl') AND excluded.happened >= label.happened;
