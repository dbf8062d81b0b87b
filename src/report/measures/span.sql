-- The first and the last month in which anything happened; no rows of facts give NULL. Runs before the others: it needs no preparation.
SELECT strftime(min(first), '%Y-%m') AS first, strftime(max(last), '%Y-%m') AS last
FROM (
  SELECT min(happened) AS first, max(happened) AS last FROM run_event
  UNION ALL
  SELECT min(happened), max(happened) FROM module_event
) AS spans;
