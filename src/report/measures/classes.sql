-- For the privacy rules: how many persons of each class are in each space ('unit/...': ran a conversation, 'module/...': opened a
-- package, 'practice/...': finished something in it).
WITH counted AS (
  SELECT 'unit/' || module || '/' || unit AS space, class, NULL AS version, count(*) AS n
  FROM run_class WHERE kind = 'conversation' GROUP BY module, unit, class
  UNION ALL
  SELECT 'module/' || module, class, version, count(*) FROM participant_class GROUP BY module, class, version
  UNION ALL
  SELECT 'practice/' || module, class, NULL, count(*) FROM practice_class GROUP BY module, class
)
SELECT counted.space, class.team, class.department, class.role, strftime(class.month, '%Y-%m') AS month, counted.version,
       CAST(counted.n AS INTEGER) AS n
FROM counted
JOIN class ON class.id = counted.class
ORDER BY counted.space, class.id, counted.version;
