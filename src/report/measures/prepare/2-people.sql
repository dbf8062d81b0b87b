-- Who belongs to which groups, which months to which periods, and what every measure starts from: first runs and visits. What is named
-- again and again (a person, a unit, a run) gets a number here: all that follows joins and groups by those, which costs half as much.

-- A person that the teams file does not know belongs to the whole only. `post`: the same team, department and role.
CREATE OR REPLACE TEMP TABLE people AS
SELECT CAST(row_number() OVER () AS INTEGER) AS id, seen.person, member.team, member.department, member.role,
       CAST(dense_rank() OVER (ORDER BY member.team, member.department, member.role) AS INTEGER) AS post
FROM (
  SELECT person FROM module_event
  UNION
  SELECT person FROM run_event
) AS seen
LEFT JOIN member ON member.person = seen.person;

CREATE OR REPLACE TEMP TABLE month_seen AS
SELECT DISTINCT CAST(date_trunc('month', happened) AS DATE) AS month FROM run_event
UNION
SELECT DISTINCT CAST(date_trunc('month', happened) AS DATE) FROM module_event;

CREATE OR REPLACE TEMP TABLE month_period AS
SELECT month_seen.month, period.id AS period
FROM month_seen
JOIN period ON month_seen.month >= period.first AND month_seen.month < period.until;

-- Persons fall into classes that are in the same cells: same post and month. Measures add up per class first, so that each fact is read
-- once and each cell is a sum over few classes.
CREATE OR REPLACE TEMP TABLE class AS
SELECT CAST(row_number() OVER (ORDER BY month, post) AS INTEGER) AS id, month, post, team, department, role
FROM month_seen CROSS JOIN (SELECT DISTINCT post, team, department, role FROM people) AS posts;

-- The class of a person in a month.
CREATE OR REPLACE TEMP TABLE person_class AS
SELECT people.id AS person_id, people.person, class.month, class.id AS class
FROM people JOIN class ON class.post = people.post;

CREATE OR REPLACE TEMP TABLE unit_seen AS
SELECT CAST(row_number() OVER (ORDER BY module, unit) AS INTEGER) AS id,
       CAST(dense_rank() OVER (ORDER BY module) AS INTEGER) AS module_id, module, unit
FROM (SELECT DISTINCT module, unit FROM run_event) AS units;

-- The first scored run of each person through each unit: the only one that is ever measured. A later attempt does not replace it.
-- `id` stands for the five columns that name a run.
CREATE OR REPLACE TEMP TABLE first_run AS
SELECT CAST(row_number() OVER () AS INTEGER) AS id, person_id, unit_id, class, person, attempt, module, unit, kind, run, version, happened,
       ending, ending_quality, month
FROM (
  SELECT person_class.person_id, person_class.class, person_class.month, unit_seen.id AS unit_id, run_event.person, run_event.attempt,
         run_event.module, run_event.unit, run_event.kind, run_event.run, run_event.version, run_event.happened, run_event.ending,
         run_event.ending_quality,
         row_number() OVER (PARTITION BY person_class.person_id, unit_seen.id ORDER BY run_event.happened, run_event.statement) AS nth
  FROM run_event
  JOIN person_class ON person_class.person = run_event.person
    AND person_class.month = CAST(date_trunc('month', run_event.happened) AS DATE)
  JOIN unit_seen ON unit_seen.module = run_event.module AND unit_seen.unit = run_event.unit
  WHERE run_event.mode = 'scored' AND run_event.event = 'finished'
) AS runs
WHERE nth = 1;

-- What the first runs came to.
CREATE OR REPLACE TEMP TABLE scored AS
SELECT CAST(row_number() OVER (ORDER BY scale, name) AS INTEGER) AS id, scale, name
FROM (SELECT DISTINCT scale, name FROM run_score) AS names;

CREATE OR REPLACE TEMP TABLE first_score AS
SELECT first_run.id AS run_id, first_run.person_id, first_run.unit_id, first_run.class, first_run.kind = 'conversation' AS in_conversation,
       scored.id AS scored_id, run_score.scaled
FROM run_score
JOIN first_run ON first_run.person = run_score.person AND first_run.attempt = run_score.attempt AND first_run.module = run_score.module
  AND first_run.unit = run_score.unit AND first_run.run = run_score.run
JOIN scored ON scored.scale = run_score.scale AND scored.name = run_score.name
WHERE run_score.mode = 'scored';

-- The first time each person opened each package, and how far it came since. `seconds` NULL: no visit was closed.
CREATE OR REPLACE TEMP TABLE participant AS
SELECT visits.*, person_class.person_id, person_class.class, module_ids.module_id
FROM (
  SELECT person, module,
         arg_min(version, happened) AS version,
         CAST(date_trunc('month', min(happened)) AS DATE) AS month,
         max(CASE WHEN event IN ('completed', 'passed') THEN 1 ELSE 0 END) AS completed,
         max(CASE WHEN event = 'passed' THEN 1 ELSE 0 END) AS passed,
         max(CASE WHEN event IN ('passed', 'failed') THEN 1 ELSE 0 END) AS judged,
         sum(CASE WHEN event = 'closed' THEN least(seconds, 60 * (SELECT value FROM parameter WHERE name = 'visit-minutes')) END) AS seconds
  FROM module_event
  GROUP BY person, module
) AS visits
JOIN person_class ON person_class.person = visits.person AND person_class.month = visits.month
LEFT JOIN (SELECT DISTINCT module, module_id FROM unit_seen) AS module_ids ON module_ids.module = visits.module;
