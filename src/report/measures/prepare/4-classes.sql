-- Persons fall into classes that are in the same cells: same team, department, role and month. Measures add up per class first, so
-- that each fact is read once and each cell is a sum over few classes.

CREATE OR REPLACE TEMP TABLE class AS
SELECT row_number() OVER (ORDER BY month, team, department, role) AS id, month, team, department, role
FROM (
  SELECT DISTINCT stay.month, people.team, people.department, people.role
  FROM (
    SELECT person, month FROM first_run
    UNION
    SELECT person, month FROM participant
  ) AS stay
  JOIN people ON people.person = stay.person
) AS classes;

CREATE OR REPLACE TEMP TABLE class_cell AS
SELECT class.id AS class, place.grp, month_period.period
FROM class
JOIN month_period ON month_period.month = class.month
JOIN (
  SELECT id, 'whole' AS grp FROM class
  UNION ALL
  SELECT id, 'department:' || department FROM class WHERE department IS NOT NULL
  UNION ALL
  SELECT id, 'team:' || team FROM class WHERE team IS NOT NULL
  UNION ALL
  SELECT id, 'role:' || role FROM class WHERE role IS NOT NULL
) AS place ON place.id = class.id;

-- The cells of what is told at length (routes, options, outcomes, practice): all months together for departments and teams, years and
-- quarters too for the whole; see placesOf in edition/cube.ts.
CREATE OR REPLACE TEMP TABLE class_long AS
SELECT class_cell.class, class_cell.grp, class_cell.period
FROM class_cell JOIN period ON period.id = class_cell.period
WHERE CASE WHEN class_cell.grp = 'whole' THEN period.kind <> 'month'
           ELSE period.kind = 'all' AND strpos(class_cell.grp, 'role:') <> 1 END;

CREATE OR REPLACE TEMP TABLE person_group AS
SELECT person, 'whole' AS grp FROM people
UNION ALL
SELECT person, 'department:' || department FROM people WHERE department IS NOT NULL
UNION ALL
SELECT person, 'team:' || team FROM people WHERE team IS NOT NULL
UNION ALL
SELECT person, 'role:' || role FROM people WHERE role IS NOT NULL;

-- The class of a person in a month in which something of it began or ended.
CREATE OR REPLACE TEMP TABLE person_class AS
SELECT people.person, class.month, class.id AS class
FROM people
JOIN class ON class.team IS NOT DISTINCT FROM people.team AND class.department IS NOT DISTINCT FROM people.department
  AND class.role IS NOT DISTINCT FROM people.role;

-- A unit as those of one class went through it.
CREATE OR REPLACE TEMP TABLE class_unit AS
SELECT row_number() OVER () AS id, class, module, unit
FROM (
  SELECT DISTINCT person_class.class, first_run.module, first_run.unit
  FROM first_run JOIN person_class ON person_class.person = first_run.person AND person_class.month = first_run.month
) AS units;

CREATE OR REPLACE TEMP TABLE run_class AS
SELECT first_run.id, first_run.person, first_run.attempt, first_run.module, first_run.unit, first_run.run, first_run.kind, first_run.version,
       first_run.ending, first_run.ending_quality, person_class.class, class_unit.id AS class_unit
FROM first_run
JOIN person_class ON person_class.person = first_run.person AND person_class.month = first_run.month
JOIN class_unit ON class_unit.class = person_class.class AND class_unit.module = first_run.module AND class_unit.unit = first_run.unit;

CREATE OR REPLACE TEMP TABLE participant_class AS
SELECT participant.*, person_class.class
FROM participant JOIN person_class ON person_class.person = participant.person AND person_class.month = participant.month;

-- Practice: of a person in a module the mean of each competence over the first scored runs of its units, tests left out; placed in the
-- month in which the competence first showed.
CREATE OR REPLACE TEMP TABLE practice_value AS
SELECT shown.person, shown.module, shown.competence, shown.scaled, person_class.class
FROM (
  SELECT first_run.person, first_run.module, first_score.name AS competence, avg(first_score.scaled) AS scaled,
         min(first_run.month) AS month
  FROM first_run
  JOIN first_score ON first_score.run_id = first_run.id
  LEFT JOIN content_test ON content_test.module = first_run.module AND content_test.unit = first_run.unit
  WHERE content_test.unit IS NULL AND first_score.scale = 'competence'
  GROUP BY first_run.person, first_run.module, first_score.name
) AS shown
JOIN person_class ON person_class.person = shown.person AND person_class.month = shown.month;

-- The choices of first scored runs, in their order: `nth` from 1, and what comes after: a choice (`next_turn`) or the `ending`.
CREATE OR REPLACE TEMP TABLE choice AS
WITH made AS (
  SELECT run_class.id AS run_id, run_class.class_unit, run_class.ending, decision.turn, decision.option, decision.klanttevredenheid,
         decision.minutes, decision.wait_days, decision.kosten, decision.got, decision.max, decision.happened, decision.statement
  FROM decision
  JOIN run_class ON run_class.person = decision.person AND run_class.attempt = decision.attempt AND run_class.module = decision.module
    AND run_class.unit = decision.unit AND run_class.run = decision.run
  WHERE decision.mode = 'scored'
),
ranked AS (
  SELECT run_id, class_unit, ending, turn, option, klanttevredenheid, minutes, wait_days, kosten, got, max,
         row_number() OVER in_run AS nth, lead(turn) OVER in_run AS next_turn
  FROM made
  WINDOW in_run AS (PARTITION BY run_id ORDER BY happened, statement)
)
SELECT run_id, class_unit, turn, option, klanttevredenheid, minutes, wait_days, kosten, got, max, nth, next_turn,
       CASE WHEN next_turn IS NULL THEN ending END AS ending
FROM ranked;
