-- Through which turns of a conversation people came in their first scored run: persons per group, period, conversation and turn.
WITH came AS (
  SELECT DISTINCT choice.run_id, choice.class, step.place_id
  FROM choice JOIN step ON step.id = choice.step_id
),
counted AS (SELECT class, place_id, count(*) AS persons FROM came GROUP BY class, place_id)
SELECT class_long.grp, class_long.period, named.module, named.unit, named.place AS turn, CAST(sum(persons) AS INTEGER) AS persons
FROM counted
JOIN (SELECT DISTINCT place_id, module, unit, place FROM step) AS named ON named.place_id = counted.place_id
JOIN class_long ON class_long.class = counted.class
GROUP BY class_long.grp, class_long.period, named.module, named.unit, named.place
ORDER BY named.module, named.unit, class_long.period, class_long.grp, named.place;
