-- First scored runs through conversations: per group, period and conversation the persons, where they ended, and how many took the best
-- route that exists from beginning to end (every decision of it and no other).
WITH best AS (
  SELECT class_unit.id AS class_unit, content_best.turn, content_best.option,
         count(*) OVER (PARTITION BY class_unit.id) AS steps
  FROM content_best
  JOIN class_unit ON class_unit.module = content_best.module AND class_unit.unit = content_best.unit
),
followed AS (
  SELECT choice.run_id
  FROM choice
  JOIN best ON best.class_unit = choice.class_unit AND best.turn = choice.turn AND best.option = choice.option
  GROUP BY choice.run_id
  -- As many of its choices as the route has, the last one of the run among them as the last of so many.
  HAVING count(*) = max(best.steps) AND max(CASE WHEN choice.next_turn IS NULL THEN choice.nth END) = max(best.steps)
)
SELECT class_long.grp, class_long.period, run_class.module, run_class.unit,
       CAST(count(*) AS INTEGER) AS n,
       CAST(count(followed.run_id) AS INTEGER) AS best,
       CAST(count(*) FILTER (ending_quality = 'goed') AS INTEGER) AS goed,
       CAST(count(*) FILTER (ending_quality = 'voldoende') AS INTEGER) AS voldoende,
       CAST(count(*) FILTER (ending_quality = 'slecht') AS INTEGER) AS slecht,
       string_agg(DISTINCT run_class.version, ' ') AS versions
FROM run_class
JOIN class_long ON class_long.class = run_class.class
LEFT JOIN followed ON followed.run_id = run_class.id
WHERE run_class.kind = 'conversation'
GROUP BY class_long.grp, class_long.period, run_class.module, run_class.unit
ORDER BY run_class.module, run_class.unit, class_long.period, class_long.grp;
