-- Outcomes: per group, period and conversation, the mean of each outcome over first scored runs, in points between the worst (0) and
-- the best (100) that exist in that conversation.
WITH counted AS (
  SELECT run_class.class_unit, first_score.name AS outcome,
         count(*) AS n, sum(first_score.scaled) AS total, sum(first_score.scaled * first_score.scaled) AS squares
  FROM run_class
  JOIN first_score ON first_score.run_id = run_class.id
  WHERE run_class.kind = 'conversation' AND first_score.scale = 'outcome'
  GROUP BY run_class.class_unit, first_score.name
)
SELECT class_long.grp, class_long.period, module, unit, outcome,
       CAST(sum(n) AS INTEGER) AS n,
       100 * sum(total) / sum(n) AS mean,
       CASE WHEN sum(n) > 1 THEN 100 * sqrt(greatest(0, (sum(squares) - sum(total) * sum(total) / sum(n)) / (sum(n) - 1))) END AS sd
FROM counted
JOIN class_unit ON class_unit.id = counted.class_unit
JOIN class_long ON class_long.class = class_unit.class
GROUP BY class_long.grp, class_long.period, module, unit, outcome
ORDER BY module, unit, class_long.period, class_long.grp, outcome;
