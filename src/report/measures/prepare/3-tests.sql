-- The measurements: first scored runs of the units that measure, with their score in points 0-100.

CREATE OR REPLACE TEMP TABLE test_run AS
SELECT first_run.*, content_test.instrument, content_test.moment
FROM first_run
JOIN content_test ON content_test.module = first_run.module AND content_test.unit = first_run.unit;

-- The answers of those runs to items of the kennistoets.
CREATE OR REPLACE TEMP TABLE test_answer AS
SELECT test_run.id AS run_id, content_item.item, content_item.form, content_item.single, answer.response, answer.share
FROM answer
JOIN content_item ON content_item.item = answer.item
JOIN test_run ON test_run.person = answer.person AND test_run.attempt = answer.attempt AND test_run.unit = answer.unit
  AND test_run.run = answer.run
WHERE answer.mode = 'scored';

-- Which form a run was: the one that most of its answered items belong to. NULL: nothing was answered, or it has no forms.
CREATE OR REPLACE TEMP TABLE measured AS
SELECT test_run.id AS run_id, test_run.person, test_run.version, test_run.happened, test_run.month, test_run.instrument, test_run.moment,
       answered.form
FROM test_run
LEFT JOIN (SELECT run_id, mode(form) AS form FROM test_answer GROUP BY run_id) AS answered ON answered.run_id = test_run.id;

-- One row per run and subject: each competence, and 'total', in which all competences weigh the same.
CREATE OR REPLACE TEMP TABLE measured_value AS
WITH competence AS (
  SELECT measured.person, measured.instrument, measured.moment, first_score.name AS subject, 100 * first_score.scaled AS points
  FROM measured
  JOIN first_score ON first_score.run_id = measured.run_id
  WHERE first_score.scale = 'competence'
)
SELECT * FROM competence
UNION ALL
SELECT person, instrument, moment, 'total', avg(points) FROM competence GROUP BY person, instrument, moment;

-- Who took both: first the nulmeting, then the eindmeting.
CREATE OR REPLACE TEMP TABLE pair AS
SELECT final.person, final.month, baseline.form AS first_form, final.form AS last_form,
       baseline.version AS baseline_version, final.version AS final_version
FROM measured AS final
JOIN measured AS baseline ON baseline.person = final.person AND baseline.instrument = 'kennistoets' AND baseline.moment = 'baseline'
  AND baseline.happened < final.happened
WHERE final.instrument = 'kennistoets' AND final.moment = 'final';

CREATE OR REPLACE TEMP TABLE pair_value AS
SELECT pair.*, final.subject, baseline.points AS baseline, final.points AS final
FROM pair
JOIN measured_value AS final ON final.person = pair.person AND final.instrument = 'kennistoets' AND final.moment = 'final'
JOIN measured_value AS baseline ON baseline.person = pair.person AND baseline.instrument = 'kennistoets'
  AND baseline.moment = 'baseline' AND baseline.subject = final.subject;

-- Forms are meant to be equally hard; how far they are not shows in who grew: half of the learners went from A to B, the others from
-- B to A. `shift` is half of what B is easier, in points: taken off a score on B and put onto one on A. 0 under 30 pairs.
CREATE OR REPLACE TEMP TABLE form_shift AS
SELECT subject,
       CASE WHEN count(*) >= 30 AND count(*) FILTER (first_form = 'A') >= 10 AND count(*) FILTER (first_form = 'B') >= 10
            THEN (avg(final - baseline) FILTER (first_form = 'A') - avg(final - baseline) FILTER (first_form = 'B')) / 4
            ELSE 0 END AS shift
FROM pair_value
GROUP BY subject;

-- A kennistoets with what tells which cells of the cube it is in: the classes of the privacy rules are made of this.
-- `last_of`: the periods of which it is the person's latest; `pair_month`: month of the final that this run is paired with.
CREATE OR REPLACE TEMP TABLE test_event AS
WITH ranked AS (
  SELECT measured.person, measured.moment, month_period.period,
         row_number() OVER (PARTITION BY measured.person, month_period.period ORDER BY measured.happened DESC, measured.moment DESC) AS nth
  FROM measured JOIN month_period ON month_period.month = measured.month
  WHERE measured.instrument = 'kennistoets'
),
latest AS (
  SELECT person, moment, string_agg(period, ' ' ORDER BY period) AS last_of FROM ranked WHERE nth = 1 GROUP BY person, moment
)
SELECT measured.person, measured.moment, measured.form, measured.month, measured.version, latest.last_of,
       pair.month AS pair_month
FROM measured
LEFT JOIN latest ON latest.person = measured.person AND latest.moment = measured.moment
LEFT JOIN pair ON pair.person = measured.person
WHERE measured.instrument = 'kennistoets';

-- The answers of first scored runs of the modules' own quizzes: each quiz is a form.
CREATE OR REPLACE TEMP TABLE quiz_answer AS
SELECT first_run.id AS run_id, content_item.item, content_item.single, given.response, given.share
FROM (SELECT *, concat(module, '/', unit, '/', item) AS named FROM answer WHERE kind = 'quiz' AND mode = 'scored') AS given
JOIN content_item ON content_item.item = given.named
JOIN first_run ON first_run.person = given.person AND first_run.attempt = given.attempt AND first_run.module = given.module
  AND first_run.unit = given.unit AND first_run.run = given.run;

-- The marks of whole forms: one row per run and item of its form; an item left open is 0.
CREATE OR REPLACE TEMP TABLE mark AS
SELECT measured.run_id, measured.form, measured.version, content_item.item, coalesce(given.share, 0) AS share
FROM measured
JOIN content_item ON content_item.form = measured.form
LEFT JOIN (SELECT run_id, item, max(share) AS share FROM test_answer GROUP BY run_id, item) AS given
  ON given.run_id = measured.run_id AND given.item = content_item.item
WHERE measured.instrument = 'kennistoets'
UNION ALL
SELECT first_run.id, content_item.form, first_run.version, content_item.item, coalesce(given.share, 0)
FROM first_run
JOIN content_item ON content_item.form = concat(first_run.module, '/', first_run.unit)
LEFT JOIN (SELECT run_id, item, max(share) AS share FROM quiz_answer GROUP BY run_id, item) AS given
  ON given.run_id = first_run.id AND given.item = content_item.item
WHERE first_run.kind = 'quiz';
