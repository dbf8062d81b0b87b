-- Options that cost most: per group, period, conversation, turn (or slot) and option, the persons who took it in their first scored
-- run (a person who comes back to a turn counts with the first choice there), the evidence that was lost by it (`lost`, 0-1, of what the
-- best option of that turn gives) and the mean effect of the choice itself.
WITH counted AS (
  SELECT class, step_id, sum(of_turn) AS persons FROM choice_count WHERE of_turn > 0 GROUP BY class, step_id
)
SELECT class_long.grp, class_long.period, module, unit, turn, option,
       CAST(sum(persons) AS INTEGER) AS persons,
       sum(persons * lost) / sum(persons) / 1000000000000 AS lost,
       mean_of(sum(persons), sum(persons * klanttevredenheid)) AS klanttevredenheid,
       mean_of(sum(persons), sum(persons * minutes)) AS minutes,
       mean_of(sum(persons), sum(persons * wait_days)) AS wait_days,
       mean_of(sum(persons), sum(persons * kosten)) AS euro
FROM counted
JOIN step ON step.id = counted.step_id
JOIN class_long ON class_long.class = counted.class
GROUP BY class_long.grp, class_long.period, module, unit, turn, option
ORDER BY module, unit, class_long.period, class_long.grp, turn, option;
