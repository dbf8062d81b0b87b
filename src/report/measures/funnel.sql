-- Funnel and time: per group, period (of first opening) and package, the persons who opened it, completed it and passed it, and the
-- minutes they spent in it over all visits that were closed (each visit for at most `visit-minutes`). The quartiles are of persons.
-- One version alone (`version` not NULL) for the whole organisation over all periods.
WITH placed AS (
  SELECT class, grp, period, FALSE AS is_one_version FROM class_cell
  UNION ALL
  SELECT id, 'whole', 'all', TRUE FROM class
),
by_class AS (
  SELECT class, module, version, count(*) AS n, sum(completed) AS completed, sum(passed) AS passed, sum(judged) AS judged
  FROM participant
  GROUP BY class, module, version
),
counted AS (
  SELECT placed.grp, placed.period, by_class.module, CASE WHEN placed.is_one_version THEN by_class.version END AS only_version,
         sum(n) AS n, sum(completed) AS completed, sum(passed) AS passed, sum(judged) AS judged,
         string_agg(DISTINCT by_class.version, ' ') AS versions
  FROM by_class JOIN placed ON placed.class = by_class.class
  GROUP BY ALL
),
spent AS (
  SELECT placed.grp, placed.period, participant.module, CASE WHEN placed.is_one_version THEN participant.version END AS only_version,
         count(*) AS timed, quantile_cont(participant.seconds, [0.25, 0.5, 0.75]) AS quartiles
  FROM participant JOIN placed ON placed.class = participant.class
  WHERE participant.seconds IS NOT NULL
  GROUP BY ALL
)
SELECT counted.grp, counted.period, counted.module, counted.only_version AS version,
       CAST(n AS INTEGER) AS n,
       CAST(completed AS INTEGER) AS completed,
       CAST(passed AS INTEGER) AS passed,
       CAST(judged AS INTEGER) AS judged,
       CAST(coalesce(timed, 0) AS INTEGER) AS timed,
       quartiles[1] / 60 AS quarter,
       quartiles[2] / 60 AS median,
       quartiles[3] / 60 AS three_quarters,
       versions
FROM counted
LEFT JOIN spent ON spent.grp = counted.grp AND spent.period = counted.period AND spent.module = counted.module
  AND spent.only_version IS NOT DISTINCT FROM counted.only_version
ORDER BY module, version NULLS FIRST, period, grp;
