-- Through which turns of a conversation people came in their first scored run: persons per group, period, conversation and turn.
WITH came AS (
  SELECT DISTINCT run_id, class_unit, split_part(turn, '/', 1) AS turn
  FROM choice
),
counted AS (SELECT class_unit, turn, count(*) AS persons FROM came GROUP BY class_unit, turn)
SELECT class_long.grp, class_long.period, module, unit, turn, CAST(sum(persons) AS INTEGER) AS persons
FROM counted
JOIN class_unit ON class_unit.id = counted.class_unit
JOIN class_long ON class_long.class = class_unit.class
GROUP BY class_long.grp, class_long.period, module, unit, turn
ORDER BY module, unit, class_long.period, class_long.grp, turn;
