-- Funnel and time: per group, period (of first opening) and package, the persons who opened it, completed it and passed it, and the
-- minutes they spent in it over all visits that were closed (each visit for at most `visit-minutes`). The quartiles are of persons.
-- One version alone (`version` not NULL) for the whole organisation over all periods.
WITH placed AS (
  SELECT class_cell.grp, class_cell.period, participant.module, NULL AS only_version,
         participant.completed, participant.passed, participant.judged, participant.seconds, participant.version
  FROM participant
  JOIN class_cell ON class_cell.class = participant.class
  UNION ALL
  SELECT 'whole', 'all', module, version, completed, passed, judged, seconds, version FROM participant
),
counted AS (
  SELECT grp, period, module, only_version, count(*) AS n, sum(completed) AS completed, sum(passed) AS passed, sum(judged) AS judged,
         count(seconds) AS timed, quantile_cont(seconds, [0.25, 0.5, 0.75]) AS quartiles,
         string_agg(DISTINCT placed.version, ' ') AS versions
  FROM placed
  GROUP BY grp, period, module, only_version
)
SELECT grp, period, module, only_version AS version,
       CAST(n AS INTEGER) AS n,
       CAST(completed AS INTEGER) AS completed,
       CAST(passed AS INTEGER) AS passed,
       CAST(judged AS INTEGER) AS judged,
       CAST(timed AS INTEGER) AS timed,
       quartiles[1] / 60 AS quarter,
       quartiles[2] / 60 AS median,
       quartiles[3] / 60 AS three_quarters,
       versions
FROM counted
ORDER BY module, only_version NULLS FIRST, period, grp;
