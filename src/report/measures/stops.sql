-- How far people come: per group, period and package, for each unit the persons (of those who opened the package) that began and
-- finished it, and those who did not complete the package and went no further than this unit (`stopped`).
WITH reached AS (
  SELECT run_event.person, run_event.module, run_event.unit, content_unit.position,
         max(CASE WHEN run_event.event = 'finished' THEN 1 ELSE 0 END) AS finished
  FROM run_event
  JOIN content_unit ON content_unit.module = run_event.module AND content_unit.unit = run_event.unit
  WHERE run_event.mode <> 'from-here'
  GROUP BY run_event.person, run_event.module, run_event.unit, content_unit.position
),
furthest AS (
  SELECT person, module, max(position) AS position FROM reached GROUP BY person, module
),
counted AS (
  SELECT participant_class.class, reached.module, reached.unit, reached.position,
         count(*) AS begun, sum(reached.finished) AS finished,
         sum(CASE WHEN participant_class.completed = 0 AND furthest.position = reached.position THEN 1 ELSE 0 END) AS stopped
  FROM reached
  JOIN furthest ON furthest.person = reached.person AND furthest.module = reached.module
  JOIN participant_class ON participant_class.person = reached.person AND participant_class.module = reached.module
  GROUP BY participant_class.class, reached.module, reached.unit, reached.position
)
SELECT class_cell.grp, class_cell.period, counted.module, counted.unit,
       CAST(sum(begun) AS INTEGER) AS begun,
       CAST(sum(finished) AS INTEGER) AS finished,
       CAST(sum(stopped) AS INTEGER) AS stopped
FROM counted
JOIN class_cell ON class_cell.class = counted.class
GROUP BY class_cell.grp, class_cell.period, counted.module, counted.unit, counted.position
ORDER BY counted.module, class_cell.period, class_cell.grp, counted.position;
