-- Funnel and time: per group, period (of first opening) and package, the persons who opened it, completed it and passed it, and the
-- minutes they spent in it over all visits that were closed (each visit for at most `visit-minutes`). The quartiles are of persons.
-- One version alone (`version` not NULL) for the whole organisation over all periods.
WITH placed AS (
  SELECT class_cell.grp, class_cell.period, participant_class.module, NULL AS only_version,
         participant_class.completed, participant_class.passed, participant_class.judged, participant_class.seconds, participant_class.version
  FROM participant_class
  JOIN class_cell ON class_cell.class = participant_class.class
  UNION ALL
  SELECT 'whole', 'all', module, version, completed, passed, judged, seconds, version FROM participant
)
SELECT grp, period, module, only_version AS version,
       CAST(count(*) AS INTEGER) AS n,
       CAST(sum(completed) AS INTEGER) AS completed,
       CAST(sum(passed) AS INTEGER) AS passed,
       CAST(sum(judged) AS INTEGER) AS judged,
       CAST(count(seconds) AS INTEGER) AS timed,
       quantile_cont(seconds, 0.25) / 60 AS quarter,
       quantile_cont(seconds, 0.5) / 60 AS median,
       quantile_cont(seconds, 0.75) / 60 AS three_quarters,
       string_agg(DISTINCT placed.version, ' ') AS versions
FROM placed
GROUP BY grp, period, module, only_version
ORDER BY module, only_version NULLS FIRST, period, grp;
