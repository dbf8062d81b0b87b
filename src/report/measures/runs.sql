-- First scored runs through conversations: per group, period and conversation the persons, where they ended, and how many took the best
-- route that exists from beginning to end (every decision of it and no other).
WITH best AS (SELECT module, unit, count(*) AS steps FROM content_best GROUP BY module, unit),
followed AS (
  SELECT choice.person, choice.module, choice.unit
  FROM choice
  JOIN best ON best.module = choice.module AND best.unit = choice.unit
  LEFT JOIN content_best ON content_best.module = choice.module AND content_best.unit = choice.unit
    AND content_best.turn = choice.turn AND content_best.option = choice.option
  GROUP BY choice.person, choice.module, choice.unit, best.steps
  HAVING count(*) = best.steps AND count(content_best.option) = best.steps
)
SELECT class_cell.grp, class_cell.period, run_class.module, run_class.unit,
       CAST(count(*) AS INTEGER) AS n,
       CAST(count(followed.person) AS INTEGER) AS best,
       CAST(count(*) FILTER (ending_quality = 'goed') AS INTEGER) AS goed,
       CAST(count(*) FILTER (ending_quality = 'voldoende') AS INTEGER) AS voldoende,
       CAST(count(*) FILTER (ending_quality = 'slecht') AS INTEGER) AS slecht,
       string_agg(DISTINCT run_class.version, ' ') AS versions
FROM run_class
JOIN class_cell ON class_cell.class = run_class.class
LEFT JOIN followed ON followed.person = run_class.person AND followed.module = run_class.module AND followed.unit = run_class.unit
WHERE run_class.kind = 'conversation'
GROUP BY class_cell.grp, class_cell.period, run_class.module, run_class.unit
ORDER BY run_class.module, run_class.unit, class_cell.period, class_cell.grp;
