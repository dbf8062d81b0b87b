-- Routes: per group, period and conversation, how many persons went from a turn by an option to the next turn or the ending, in their
-- first scored run. What is composed in slots is one step, without option. A person counts once for a step.
WITH went AS (
  SELECT choice.run_id, choice.class, step.move_id, following.place_id AS next_id
  FROM choice
  JOIN step ON step.id = choice.step_id
  LEFT JOIN step AS following ON following.id = choice.next_id
  -- Slots of the same letter: only the last one leads on.
  WHERE NOT (step.composed AND coalesce(following.composed AND following.place_id = step.place_id, FALSE))
),
counted AS (
  SELECT class, move_id, next_id, NULL AS ending, count(*) AS persons
  FROM (SELECT DISTINCT run_id, class, move_id, next_id FROM went WHERE next_id IS NOT NULL) AS once
  GROUP BY class, move_id, next_id
  UNION ALL
  SELECT went.class, went.move_id, NULL, first_run.ending, count(*)
  FROM went JOIN first_run ON first_run.id = went.run_id
  WHERE went.next_id IS NULL AND first_run.ending IS NOT NULL
  GROUP BY went.class, went.move_id, first_run.ending
),
named AS (SELECT DISTINCT move_id, module, unit, place, CASE WHEN composed THEN NULL ELSE option END AS option FROM step),
target AS (SELECT DISTINCT place_id, place FROM step)
SELECT class_long.grp, class_long.period, named.module, named.unit, named.place AS turn, named.option,
       coalesce(target.place, counted.ending) AS target, CAST(sum(persons) AS INTEGER) AS persons
FROM counted
JOIN named ON named.move_id = counted.move_id
LEFT JOIN target ON target.place_id = counted.next_id
JOIN class_long ON class_long.class = counted.class
GROUP BY class_long.grp, class_long.period, named.module, named.unit, named.place, named.option, coalesce(target.place, counted.ending)
ORDER BY named.module, named.unit, class_long.period, class_long.grp, turn, named.option, target;
