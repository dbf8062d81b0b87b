-- First scored runs through conversations: per group, period and conversation the persons, where they ended, and how many took the best
-- route that exists from beginning to end (every decision of it and no other).
WITH best AS (
  SELECT step.id AS step_id, unit_steps.steps
  FROM step
  JOIN content_best ON content_best.module = step.module AND content_best.unit = step.unit AND content_best.turn = step.turn
    AND content_best.option = step.option
  JOIN (SELECT module, unit, count(*) AS steps FROM content_best GROUP BY module, unit) AS unit_steps
    ON unit_steps.module = step.module AND unit_steps.unit = step.unit
),
followed AS (
  SELECT choice.run_id
  FROM choice
  LEFT JOIN best ON best.step_id = choice.step_id
  GROUP BY choice.run_id
  -- All its choices are of the route, and they are as many as the route has.
  HAVING count(*) = count(best.step_id) AND count(*) = max(best.steps)
),
counted AS (
  SELECT first_run.class, first_run.unit_id, first_run.version, first_run.ending_quality,
         count(*) AS n, count(followed.run_id) AS best
  FROM first_run
  LEFT JOIN followed ON followed.run_id = first_run.id
  WHERE first_run.kind = 'conversation'
  GROUP BY first_run.class, first_run.unit_id, first_run.version, first_run.ending_quality
)
SELECT class_long.grp, class_long.period, unit_seen.module, unit_seen.unit,
       CAST(sum(n) AS INTEGER) AS n,
       CAST(sum(best) AS INTEGER) AS best,
       CAST(sum(CASE WHEN ending_quality = 'goed' THEN n ELSE 0 END) AS INTEGER) AS goed,
       CAST(sum(CASE WHEN ending_quality = 'voldoende' THEN n ELSE 0 END) AS INTEGER) AS voldoende,
       CAST(sum(CASE WHEN ending_quality = 'slecht' THEN n ELSE 0 END) AS INTEGER) AS slecht,
       string_agg(DISTINCT version, ' ') AS versions
FROM counted
JOIN unit_seen ON unit_seen.id = counted.unit_id
JOIN class_long ON class_long.class = counted.class
GROUP BY class_long.grp, class_long.period, unit_seen.module, unit_seen.unit
ORDER BY unit_seen.module, unit_seen.unit, class_long.period, class_long.grp;
