-- Content versions met of each package, and when each was first seen.
SELECT module, version, strftime(min(happened), '%Y-%m-%d') AS first_seen
FROM (
  SELECT module, version, happened FROM module_event
  UNION ALL
  SELECT run.module, run_event.version, run_event.happened FROM run_event JOIN run ON run.run_id = run_event.run_id
) AS seen
GROUP BY module, version
ORDER BY module, min(happened), version;
