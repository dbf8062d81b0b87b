-- What conversations came to: per group, period and conversation, over first scored runs, in points: the mean of each outcome between
-- the worst (0) and the best (100) that exist there, and of each competence the part that was shown of what could be. `scale` says which.
WITH counted AS (
  SELECT class, unit_id, shown_id, count(*) AS n, sum(points) AS total, sum(points * points) AS squares
  FROM first_score
  WHERE in_conversation
  GROUP BY class, unit_id, shown_id
)
SELECT class_long.grp, class_long.period, unit_seen.module, unit_seen.unit, shown.scale, shown.name,
       CAST(sum(n) AS INTEGER) AS n,
       mean_of(sum(n), sum(total)) AS mean,
       spread_of(sum(n), sum(total), sum(squares)) AS sd
FROM counted
JOIN unit_seen ON unit_seen.id = counted.unit_id
JOIN shown ON shown.shown_id = counted.shown_id
JOIN class_long ON class_long.class = counted.class
GROUP BY class_long.grp, class_long.period, unit_seen.module, unit_seen.unit, shown.scale, shown.name
ORDER BY unit_seen.module, unit_seen.unit, class_long.period, class_long.grp, shown.scale, shown.name;
