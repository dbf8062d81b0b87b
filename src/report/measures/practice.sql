-- Practice: per group, period and module, the mean of each competence over persons; of a person the mean over the first scored runs of
-- the module's units. For what to train first, never part of the dienstverleningsscore.
WITH counted AS (
  SELECT class, module_id, shown_id, count(*) AS n, sum(points) AS total, sum(points * points) AS squares
  FROM practice_value
  GROUP BY class, module_id, shown_id
)
SELECT class_long.grp, class_long.period, named.module, shown.name AS competence,
       CAST(sum(n) AS INTEGER) AS n,
       mean_of(sum(n), sum(total)) AS mean,
       spread_of(sum(n), sum(total), sum(squares)) AS sd
FROM counted
JOIN (SELECT DISTINCT module_id, module FROM unit_seen) AS named ON named.module_id = counted.module_id
JOIN shown ON shown.shown_id = counted.shown_id
JOIN class_long ON class_long.class = counted.class
GROUP BY class_long.grp, class_long.period, named.module, shown.name
ORDER BY named.module, class_long.period, class_long.grp, competence;
