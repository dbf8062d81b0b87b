-- Outcomes: per group, period and conversation, the mean of each outcome over first scored runs, in points between the worst (0) and
-- the best (100) that exist in that conversation.
WITH counted AS (
  SELECT run_class.class, run_class.module, run_class.unit, run_score.name AS outcome,
         count(*) AS n, sum(run_score.scaled) AS total, sum(run_score.scaled * run_score.scaled) AS squares
  FROM run_class
  JOIN run_score ON run_score.person = run_class.person AND run_score.attempt = run_class.attempt
    AND run_score.module = run_class.module AND run_score.unit = run_class.unit AND run_score.run = run_class.run
  WHERE run_class.kind = 'conversation' AND run_score.scale = 'outcome'
  GROUP BY run_class.class, run_class.module, run_class.unit, run_score.name
)
SELECT class_cell.grp, class_cell.period, module, unit, outcome,
       CAST(sum(n) AS INTEGER) AS n,
       100 * sum(total) / sum(n) AS mean,
       CASE WHEN sum(n) > 1 THEN 100 * sqrt(greatest(0, (sum(squares) - sum(total) * sum(total) / sum(n)) / (sum(n) - 1))) END AS sd
FROM counted
JOIN class_cell ON class_cell.class = counted.class
GROUP BY class_cell.grp, class_cell.period, module, unit, outcome
ORDER BY module, unit, class_cell.period, class_cell.grp, outcome;
