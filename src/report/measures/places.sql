-- Through which turns of a conversation people came in their first scored run: persons per group, period, conversation and turn.
WITH counted AS (
  SELECT choice_count.class, step.place_id, sum(choice_count.of_place) AS persons
  FROM choice_count JOIN step ON step.id = choice_count.step_id
  GROUP BY choice_count.class, step.place_id
)
SELECT class_long.grp, class_long.period, named.module, named.unit, named.place AS turn, CAST(sum(persons) AS INTEGER) AS persons
FROM counted
JOIN (SELECT DISTINCT place_id, module, unit, place FROM step) AS named ON named.place_id = counted.place_id
JOIN class_long ON class_long.class = counted.class
GROUP BY class_long.grp, class_long.period, named.module, named.unit, named.place
ORDER BY named.module, named.unit, class_long.period, class_long.grp, named.place;
