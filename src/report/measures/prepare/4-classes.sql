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

CREATE OR REPLACE TEMP TABLE run_class AS
SELECT first_run.*, person_class.class
FROM first_run JOIN person_class ON person_class.person = first_run.person AND person_class.month = first_run.month;

CREATE OR REPLACE TEMP TABLE participant_class AS
SELECT participant.*, person_class.class
FROM participant JOIN person_class ON person_class.person = participant.person AND person_class.month = participant.month;

-- Practice: of a person in a module the mean of each competence over the first scored runs of its units, tests left out; placed in the
-- month in which the competence first showed.
CREATE OR REPLACE TEMP TABLE practice_value AS
SELECT shown.person, shown.module, shown.competence, shown.scaled, person_class.class
FROM (
  SELECT first_run.person, first_run.module, run_score.name AS competence, avg(run_score.scaled) AS scaled, min(first_run.month) AS month
  FROM first_run
  JOIN run_score ON run_score.person = first_run.person AND run_score.attempt = first_run.attempt AND run_score.module = first_run.module
    AND run_score.unit = first_run.unit AND run_score.run = first_run.run
  LEFT JOIN content_test ON content_test.module = first_run.module AND content_test.unit = first_run.unit
  WHERE content_test.unit IS NULL AND run_score.scale = 'competence'
  GROUP BY first_run.person, first_run.module, run_score.name
) AS shown
JOIN person_class ON person_class.person = shown.person AND person_class.month = shown.month;

-- The choices of first scored runs.
CREATE OR REPLACE TEMP VIEW choice AS
SELECT decision.*, run_class.class, run_class.ending
FROM decision
JOIN run_class ON run_class.person = decision.person AND run_class.attempt = decision.attempt AND run_class.module = decision.module
  AND run_class.unit = decision.unit AND run_class.run = decision.run
WHERE decision.mode = 'scored';
