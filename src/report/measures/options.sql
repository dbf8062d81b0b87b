-- Options that cost most: per group, period, conversation, turn (or slot) and option, the persons who took it in their first scored
-- run (a person who comes back to a turn counts with the first choice there), the evidence that was lost by it (`lost`, 0-1, of what the
-- best option of that turn gives) and the mean effect of the choice itself.
WITH first_choice AS (
  SELECT class, module, unit, turn, option, klanttevredenheid, minutes, wait_days, kosten, got, max,
         row_number() OVER (
           PARTITION BY person, module, unit, turn ORDER BY happened, statement
         ) AS nth
  FROM choice
),
counted AS (
  SELECT class, module, unit, turn, option, count(*) AS persons,
         sum(CASE WHEN max > 0 THEN 1 - got / max ELSE 0 END) AS lost,
         sum(klanttevredenheid) AS klanttevredenheid, sum(minutes) AS minutes, sum(wait_days) AS wait_days, sum(kosten) AS kosten
  FROM first_choice
  WHERE nth = 1
  GROUP BY class, module, unit, turn, option
)
SELECT class_cell.grp, class_cell.period, module, unit, turn, option,
       CAST(sum(persons) AS INTEGER) AS persons,
       sum(lost) / sum(persons) AS lost,
       sum(klanttevredenheid) / sum(persons) AS klanttevredenheid,
       sum(minutes) / sum(persons) AS minutes,
       sum(wait_days) / sum(persons) AS wait_days,
       sum(kosten) / sum(persons) AS euro
FROM counted
JOIN class_cell ON class_cell.class = counted.class
GROUP BY class_cell.grp, class_cell.period, module, unit, turn, option
ORDER BY module, unit, class_cell.period, class_cell.grp, turn, option;
