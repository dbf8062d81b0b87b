-- Content versions met of each package, and when each was first seen.
SELECT module, version, strftime(min(happened), '%Y-%m-%d') AS first_seen
FROM (
  SELECT module, version, happened FROM module_event
  UNION ALL
  SELECT module, version, happened FROM run_event
) AS seen
GROUP BY module, version
ORDER BY module, min(happened), version;
