-- Options that cost most: per group, period, conversation, turn (or slot) and option, the persons who took it in their first scored
-- run (a person who comes back to a turn counts with the first choice there), the evidence that was lost by it (`lost`, 0-1, of what the
-- best option of that turn gives) and the mean effect of the choice itself.
WITH again AS (SELECT run_id, turn, min(nth) AS first FROM choice GROUP BY run_id, turn HAVING count(*) > 1),
counted AS (
  SELECT class_unit, choice.turn, option, count(*) AS persons,
         sum(CASE WHEN max > 0 THEN 1 - got / max ELSE 0 END) AS lost,
         sum(klanttevredenheid) AS klanttevredenheid, sum(minutes) AS minutes, sum(wait_days) AS wait_days, sum(kosten) AS kosten
  FROM choice
  LEFT JOIN again ON again.run_id = choice.run_id AND again.turn = choice.turn
  WHERE again.first IS NULL OR choice.nth = again.first
  GROUP BY class_unit, choice.turn, option
)
SELECT class_long.grp, class_long.period, module, unit, turn, option,
       CAST(sum(persons) AS INTEGER) AS persons,
       sum(lost) / sum(persons) AS lost,
       sum(klanttevredenheid) / sum(persons) AS klanttevredenheid,
       sum(minutes) / sum(persons) AS minutes,
       sum(wait_days) / sum(persons) AS wait_days,
       sum(kosten) / sum(persons) AS euro
FROM counted
JOIN class_unit ON class_unit.id = counted.class_unit
JOIN class_long ON class_long.class = class_unit.class
GROUP BY class_long.grp, class_long.period, module, unit, turn, option
ORDER BY module, unit, class_long.period, class_long.grp, turn, option;
