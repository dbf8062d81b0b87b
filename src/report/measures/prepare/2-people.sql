-- Who belongs to which groups, which months to which periods, and what every measure starts from: first runs and visits. All that
-- follows joins and groups by numbers: those of the facts, and of units and classes.

-- A person that the teams file does not know belongs to the whole only. `post`: the same team, department and role.
CREATE OR REPLACE TEMP TABLE people AS
SELECT person.person_id AS id, person.person, member.team, member.department, member.role,
       CAST(dense_rank() OVER (ORDER BY member.team, member.department, member.role) AS INTEGER) AS post
FROM person
LEFT JOIN member ON member.person = person.person
WHERE person.person_id IN (SELECT person_id FROM module_event)
   OR person.person_id IN (
     SELECT run.person_id
     FROM run_event
     JOIN run ON run.run_id = run_event.run_id
     WHERE run.person_id NOT IN (SELECT person_id FROM module_event)
   );

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
SELECT people.id AS person_id, class.month, class.id AS class
FROM people JOIN class ON class.post = people.post;

CREATE OR REPLACE TEMP TABLE unit_seen AS
SELECT CAST(row_number() OVER (ORDER BY module, unit) AS INTEGER) AS id,
       CAST(dense_rank() OVER (ORDER BY module) AS INTEGER) AS module_id, module, unit
FROM (SELECT DISTINCT module, unit FROM run) AS units;

CREATE OR REPLACE TEMP TABLE run_seen AS
SELECT run.run_id AS id, run.person_id, unit_seen.id AS unit_id, run.kind, run.mode
FROM run JOIN unit_seen ON unit_seen.module = run.module AND unit_seen.unit = run.unit;

-- The first scored run of each person through each unit: the only one that is ever measured. A later attempt does not replace it.
CREATE OR REPLACE TEMP TABLE first_run AS
SELECT runs.run_id AS id, runs.person_id, runs.unit_id, person_class.class, runs.kind, runs.version, runs.happened, runs.ending,
       runs.ending_quality, runs.month
FROM (
  SELECT run_seen.id AS run_id, run_seen.person_id, run_seen.unit_id, run_seen.kind, run_event.version, run_event.happened,
         run_event.ending, run_event.ending_quality, CAST(date_trunc('month', run_event.happened) AS DATE) AS month,
         row_number() OVER (PARTITION BY run_seen.person_id, run_seen.unit_id ORDER BY run_event.happened, run_event.statement) AS nth
  FROM run_event
  JOIN run_seen ON run_seen.id = run_event.run_id
  WHERE run_seen.mode = 'scored' AND run_event.event = 'finished'
) AS runs
JOIN person_class ON person_class.person_id = runs.person_id AND person_class.month = runs.month
WHERE nth = 1;

-- What the first runs came to, in millionths of a point (0-100).
CREATE OR REPLACE TEMP TABLE first_score AS
SELECT first_run.id AS run_id, first_run.person_id, first_run.unit_id, first_run.class, first_run.kind = 'conversation' AS in_conversation,
       run_score.shown_id, 100 * millionths(run_score.scaled, 0, 1) AS points
FROM run_score
JOIN first_run ON first_run.id = run_score.run_id;

-- The first time each person opened each package, and how far it came since. `seconds` NULL: no visit was closed.
CREATE OR REPLACE TEMP TABLE participant AS
SELECT visits.*, person_class.class, module_ids.module_id
FROM (
  SELECT person_id, module,
         arg_min(version, (happened, version)) AS version,
         CAST(date_trunc('month', min(happened)) AS DATE) AS month,
         max(CASE WHEN event IN ('completed', 'passed') THEN 1 ELSE 0 END) AS completed,
         max(CASE WHEN event = 'passed' THEN 1 ELSE 0 END) AS passed,
         max(CASE WHEN event IN ('passed', 'failed') THEN 1 ELSE 0 END) AS judged,
         sum(CASE WHEN event = 'closed' THEN millionths(seconds, 0, 60 * (SELECT value FROM parameter WHERE name = 'visit-minutes')) END)
           / 1000000 AS seconds
  FROM module_event
  GROUP BY person_id, module
) AS visits
JOIN person_class ON person_class.person_id = visits.person_id AND person_class.month = visits.month
LEFT JOIN (SELECT DISTINCT module, module_id FROM unit_seen) AS module_ids ON module_ids.module = visits.module;
