-- Through which turns of a conversation people came in their first scored run: persons per group, period, conversation and turn.
WITH came AS (
  SELECT DISTINCT class, person, module, unit, split_part(turn, '/', 1) AS turn
  FROM choice
),
counted AS (SELECT class, module, unit, turn, count(*) AS persons FROM came GROUP BY class, module, unit, turn)
SELECT class_cell.grp, class_cell.period, module, unit, turn, CAST(sum(persons) AS INTEGER) AS persons
FROM counted
JOIN class_cell ON class_cell.class = counted.class
GROUP BY class_cell.grp, class_cell.period, module, unit, turn
ORDER BY module, unit, class_cell.period, class_cell.grp, turn;
