-- Routes: per group, period and conversation, how many persons went from a turn by an option to the next turn or the ending, in their
-- first scored run. What is composed in slots is one step, without option. A person counts once for a step.
WITH step AS (
  SELECT run_id, class_unit, ending,
         split_part(turn, '/', 1) AS turn,
         CASE WHEN strpos(turn, '/') > 0 THEN NULL ELSE option END AS option,
         strpos(turn, '/') > 0 AS composed,
         next_turn
  FROM choice
),
went AS (
  SELECT DISTINCT run_id, class_unit, turn, option, coalesce(split_part(next_turn, '/', 1), ending) AS target
  FROM step
  -- Slots of the same letter: only the last one leads on.
  WHERE NOT (composed AND next_turn IS NOT NULL AND strpos(next_turn, '/') > 0 AND split_part(next_turn, '/', 1) = turn)
    AND (next_turn IS NOT NULL OR ending IS NOT NULL)
),
counted AS (
  SELECT class_unit, turn, option, target, count(*) AS persons FROM went GROUP BY class_unit, turn, option, target
)
SELECT class_long.grp, class_long.period, module, unit, turn, option, target, CAST(sum(persons) AS INTEGER) AS persons
FROM counted
JOIN class_unit ON class_unit.id = counted.class_unit
JOIN class_long ON class_long.class = class_unit.class
GROUP BY class_long.grp, class_long.period, module, unit, turn, option, target
ORDER BY module, unit, class_long.period, class_long.grp, turn, option, target;
