-- What conversations came to: per group, period and conversation, over first scored runs, in points: the mean of each outcome between
-- the worst (0) and the best (100) that exist there, and of each competence the part that was shown of what could be. `scale` says which.
WITH counted AS (
  SELECT run_class.class_unit, first_score.scale, first_score.name,
         count(*) AS n, sum(first_score.scaled) AS total, sum(first_score.scaled * first_score.scaled) AS squares
  FROM run_class
  JOIN first_score ON first_score.run_id = run_class.id
  WHERE run_class.kind = 'conversation'
  GROUP BY run_class.class_unit, first_score.scale, first_score.name
)
SELECT class_long.grp, class_long.period, module, unit, scale, name,
       CAST(sum(n) AS INTEGER) AS n,
       100 * sum(total) / sum(n) AS mean,
       CASE WHEN sum(n) > 1 THEN 100 * sqrt(greatest(0, (sum(squares) - sum(total) * sum(total) / sum(n)) / (sum(n) - 1))) END AS sd
FROM counted
JOIN class_unit ON class_unit.id = counted.class_unit
JOIN class_long ON class_long.class = class_unit.class
GROUP BY class_long.grp, class_long.period, module, unit, scale, name
ORDER BY module, unit, class_long.period, class_long.grp, scale, name;
