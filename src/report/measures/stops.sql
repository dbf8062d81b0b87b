-- How far people come: per group, period and package, for each unit the persons (of those who opened the package) that began and
-- finished it, and those who did not complete the package and went no further than this unit (`stopped`).
WITH unit AS (
  SELECT unit_seen.id, unit_seen.module_id, unit_seen.module, unit_seen.unit, content_unit.position
  FROM unit_seen JOIN content_unit ON content_unit.module = unit_seen.module AND content_unit.unit = unit_seen.unit
),
reached AS (
  SELECT began.person_id, unit.id AS unit_id, unit.module_id, unit.position, began.finished
  FROM (
    SELECT run_seen.person_id, run_seen.unit_id, max(CASE WHEN run_event.event = 'finished' THEN 1 ELSE 0 END) AS finished
    FROM run_event
    JOIN run_seen ON run_seen.id = run_event.run_id
    WHERE run_seen.mode <> 'from-here'
    GROUP BY run_seen.person_id, run_seen.unit_id
  ) AS began
  JOIN unit ON unit.id = began.unit_id
),
furthest AS (
  SELECT person_id, module_id, max(position) AS position FROM reached GROUP BY person_id, module_id
),
counted AS (
  SELECT participant.class, reached.unit_id,
         count(*) AS begun, sum(reached.finished) AS finished,
         sum(CASE WHEN participant.completed = 0 AND furthest.position = reached.position THEN 1 ELSE 0 END) AS stopped
  FROM reached
  JOIN furthest ON furthest.person_id = reached.person_id AND furthest.module_id = reached.module_id
  JOIN participant ON participant.person_id = reached.person_id AND participant.module_id = reached.module_id
  GROUP BY participant.class, reached.unit_id
)
SELECT class_cell.grp, class_cell.period, unit.module, unit.unit,
       CAST(sum(begun) AS INTEGER) AS begun,
       CAST(sum(finished) AS INTEGER) AS finished,
       CAST(sum(stopped) AS INTEGER) AS stopped
FROM counted
JOIN unit ON unit.id = counted.unit_id
JOIN class_cell ON class_cell.class = counted.class
GROUP BY class_cell.grp, class_cell.period, unit.module, unit.unit, unit.position
ORDER BY unit.module, class_cell.period, class_cell.grp, unit.position;
