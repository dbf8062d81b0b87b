-- Who belongs to which groups, and which months to which periods. A person that the teams file does not know belongs to the whole only.

CREATE OR REPLACE TEMP TABLE people AS
SELECT DISTINCT seen.person, member.team, member.department, member.role
FROM (
  SELECT person FROM module_event
  UNION
  SELECT person FROM run_event
) AS seen
LEFT JOIN member ON member.person = seen.person;

CREATE OR REPLACE TEMP TABLE month_period AS
SELECT months.month, period.id AS period
FROM (
  SELECT DISTINCT CAST(date_trunc('month', happened) AS DATE) AS month FROM run_event
  UNION
  SELECT DISTINCT CAST(date_trunc('month', happened) AS DATE) FROM module_event
) AS months
JOIN period ON months.month >= period.first AND months.month < period.until;

-- The first scored run of each person through each unit: the only one that is ever measured. A later attempt does not replace it.
-- `id` stands for the five columns that name a run: what is joined to it is joined by that once, and from there on by a number.
CREATE OR REPLACE TEMP TABLE first_run AS
SELECT row_number() OVER () AS id, person, attempt, module, unit, kind, run, version, happened, score, ending, ending_quality,
       CAST(date_trunc('month', happened) AS DATE) AS month
FROM (
  SELECT run_event.*, row_number() OVER (PARTITION BY person, module, unit ORDER BY happened, statement) AS nth
  FROM run_event
  WHERE mode = 'scored' AND event = 'finished'
) AS runs
WHERE nth = 1;

-- What the first runs came to.
CREATE OR REPLACE TEMP TABLE first_score AS
SELECT first_run.id AS run_id, run_score.scale, run_score.name, run_score.scaled
FROM run_score
JOIN first_run ON first_run.person = run_score.person AND first_run.attempt = run_score.attempt AND first_run.module = run_score.module
  AND first_run.unit = run_score.unit AND first_run.run = run_score.run
WHERE run_score.mode = 'scored';

-- The first time each person opened each package, and how far it came since. `seconds` NULL: no visit was closed.
CREATE OR REPLACE TEMP TABLE participant AS
SELECT person, module,
       arg_min(version, happened) AS version,
       CAST(date_trunc('month', min(happened)) AS DATE) AS month,
       max(CASE WHEN event IN ('completed', 'passed') THEN 1 ELSE 0 END) AS completed,
       max(CASE WHEN event = 'passed' THEN 1 ELSE 0 END) AS passed,
       max(CASE WHEN event IN ('passed', 'failed') THEN 1 ELSE 0 END) AS judged,
       sum(CASE WHEN event = 'closed' THEN least(seconds, 60 * (SELECT value FROM parameter WHERE name = 'visit-minutes')) END) AS seconds
FROM module_event
GROUP BY person, module;
