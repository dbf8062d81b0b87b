-- Routes: per group, period and conversation, how many persons went from a turn by an option to the next turn or the ending, in their
-- first scored run. What is composed in slots is one step, without option. A person counts once for a step.
WITH step AS (
  SELECT class, person, module, unit, ending,
         split_part(turn, '/', 1) AS turn,
         CASE WHEN strpos(turn, '/') > 0 THEN NULL ELSE option END AS option,
         strpos(turn, '/') > 0 AS composed,
         lead(turn) OVER (
           PARTITION BY person, attempt, module, unit, run ORDER BY happened, statement
         ) AS next_turn
  FROM choice
),
went AS (
  SELECT DISTINCT class, person, module, unit, turn, option, coalesce(split_part(next_turn, '/', 1), ending) AS target
  FROM step
  -- Slots of the same letter: only the last one leads on.
  WHERE NOT (composed AND next_turn IS NOT NULL AND strpos(next_turn, '/') > 0 AND split_part(next_turn, '/', 1) = turn)
    AND (next_turn IS NOT NULL OR ending IS NOT NULL)
),
counted AS (
  SELECT class, module, unit, turn, option, target, count(*) AS persons FROM went GROUP BY class, module, unit, turn, option, target
)
SELECT class_cell.grp, class_cell.period, module, unit, turn, option, target, CAST(sum(persons) AS INTEGER) AS persons
FROM counted
JOIN class_cell ON class_cell.class = counted.class
GROUP BY class_cell.grp, class_cell.period, module, unit, turn, option, target
ORDER BY module, unit, class_cell.period, class_cell.grp, turn, option, target;
