-- Options that cost most: per group, period, conversation, turn (or slot) and option, the persons who took it in their first scored
-- run (a person who comes back to a turn counts with the first choice there), the evidence that was lost by it (`lost`, 0-1, of what the
-- best option of that turn gives) and the mean effect of the choice itself.
WITH again AS (
  SELECT choice.run_id, step.turn_id, min(choice.nth) AS first
  FROM choice JOIN step ON step.id = choice.step_id
  GROUP BY choice.run_id, step.turn_id
  HAVING count(*) > 1
),
counted AS (
  SELECT choice.class, choice.step_id, count(*) AS persons
  FROM choice
  JOIN step ON step.id = choice.step_id
  LEFT JOIN again ON again.run_id = choice.run_id AND again.turn_id = step.turn_id
  WHERE again.first IS NULL OR choice.nth = again.first
  GROUP BY choice.class, choice.step_id
)
SELECT class_long.grp, class_long.period, module, unit, turn, option,
       CAST(sum(persons) AS INTEGER) AS persons,
       sum(persons * CASE WHEN max > 0 THEN 1 - got / max ELSE 0 END) / sum(persons) AS lost,
       sum(persons * klanttevredenheid) / sum(persons) AS klanttevredenheid,
       sum(persons * minutes) / sum(persons) AS minutes,
       sum(persons * wait_days) / sum(persons) AS wait_days,
       sum(persons * kosten) / sum(persons) AS euro
FROM counted
JOIN step ON step.id = counted.step_id
JOIN class_long ON class_long.class = counted.class
GROUP BY class_long.grp, class_long.period, module, unit, turn, option
ORDER BY module, unit, class_long.period, class_long.grp, turn, option;
