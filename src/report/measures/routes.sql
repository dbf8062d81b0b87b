-- Routes: per group, period and conversation, how many persons went from a turn by an option to the next turn or the ending, in their
-- first scored run. What is composed in slots is one step, without option. A person counts once for a step.
WITH counted AS (
  SELECT choice_count.class, step.move_id, choice_count.next_place_id, NULL AS ending, sum(choice_count.of_move) AS persons
  FROM choice_count
  JOIN step ON step.id = choice_count.step_id
  WHERE choice_count.of_move > 0 AND choice_count.next_place_id IS NOT NULL
  GROUP BY choice_count.class, step.move_id, choice_count.next_place_id
  UNION ALL
  SELECT choice.class, step.move_id, NULL, first_run.ending, count(*)
  FROM choice
  JOIN step ON step.id = choice.step_id
  JOIN first_run ON first_run.id = choice.run_id
  WHERE choice.next_id IS NULL AND first_run.ending IS NOT NULL
  GROUP BY choice.class, step.move_id, first_run.ending
),
named AS (SELECT DISTINCT move_id, module, unit, place, CASE WHEN composed THEN NULL ELSE option END AS option FROM step),
target AS (SELECT DISTINCT place_id, place FROM step)
SELECT class_long.grp, class_long.period, named.module, named.unit, named.place AS turn, named.option,
       coalesce(target.place, counted.ending) AS target, CAST(sum(persons) AS INTEGER) AS persons
FROM counted
JOIN named ON named.move_id = counted.move_id
LEFT JOIN target ON target.place_id = counted.next_place_id
JOIN class_long ON class_long.class = counted.class
GROUP BY class_long.grp, class_long.period, named.module, named.unit, named.place, named.option, coalesce(target.place, counted.ending)
ORDER BY named.module, named.unit, class_long.period, class_long.grp, turn, named.option, target;
