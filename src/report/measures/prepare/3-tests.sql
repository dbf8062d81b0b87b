-- The measurements: first scored runs of the units that measure, with their score in millionths of a point (0-100); and the answers of first runs.

CREATE OR REPLACE TEMP TABLE item AS
SELECT CAST(row_number() OVER (ORDER BY form, item) AS INTEGER) AS id, CAST(dense_rank() OVER (ORDER BY form) AS INTEGER) AS form_id,
       item, form, competence, single
FROM content_item;

-- Every reply that was ever given to an item: of the kennistoets (whose items have one name in all packages), or of a module's own quiz.
-- `share` in millionths.
CREATE OR REPLACE TEMP TABLE reply AS
SELECT replied.replied_id AS id, item.id AS item_id, item.form_id, item.single, replied.response, millionths(replied.share, 0, 1) AS share
FROM replied
LEFT JOIN content_test ON content_test.module = replied.module AND content_test.unit = replied.unit
JOIN item ON item.item = CASE WHEN content_test.unit IS NOT NULL THEN replied.item
                              WHEN replied.kind = 'quiz' THEN concat(replied.module, '/', replied.unit, '/', replied.item) END;

-- The replies of first runs.
CREATE OR REPLACE TEMP TABLE answered AS
SELECT answer.run_id, reply.id AS reply_id, reply.form_id, reply.item_id, reply.share
FROM answer
JOIN reply ON reply.id = answer.replied_id
WHERE answer.run_id IN (SELECT id FROM first_run);

-- Which form a run was: the one that most of its answered items belong to. NULL: nothing was answered, or it has no forms.
CREATE OR REPLACE TEMP TABLE measured AS
WITH test_run AS (
  SELECT first_run.*, content_test.instrument, content_test.moment
  FROM first_run
  JOIN unit_seen ON unit_seen.id = first_run.unit_id
  JOIN content_test ON content_test.module = unit_seen.module AND content_test.unit = unit_seen.unit
),
times AS (
  SELECT run_id, form_id, count(*) AS n FROM answered WHERE run_id IN (SELECT id FROM test_run) GROUP BY run_id, form_id
),
most AS (SELECT run_id, arg_max(form_id, (n, -form_id)) AS form_id FROM times GROUP BY run_id)
SELECT test_run.id AS run_id, test_run.person_id, test_run.version, test_run.happened, test_run.month, test_run.class,
       test_run.instrument, test_run.moment, form.form_id, form.form
FROM test_run
LEFT JOIN most ON most.run_id = test_run.id
LEFT JOIN (SELECT DISTINCT form_id, form FROM item) AS form ON form.form_id = most.form_id;

-- One row per run and subject: each competence, and 'total', in which all competences weigh the same.
CREATE OR REPLACE TEMP TABLE measured_value AS
WITH competence AS (
  SELECT measured.person_id, measured.instrument, measured.moment, shown.name AS subject, first_score.points
  FROM measured
  JOIN first_score ON first_score.run_id = measured.run_id
  JOIN shown ON shown.shown_id = first_score.shown_id
  WHERE shown.scale = 'competence'
)
SELECT * FROM competence
UNION ALL
SELECT person_id, instrument, moment, 'total', CAST(round(sum(points) / count(*)) AS BIGINT)
FROM competence
GROUP BY person_id, instrument, moment;

-- Who took both: first the nulmeting, then the eindmeting.
CREATE OR REPLACE TEMP TABLE pair AS
SELECT final.person_id, final.month, baseline.form AS first_form, final.form AS last_form,
       baseline.version AS baseline_version, final.version AS final_version
FROM measured AS final
JOIN measured AS baseline ON baseline.person_id = final.person_id AND baseline.instrument = 'kennistoets' AND baseline.moment = 'baseline'
  AND baseline.happened < final.happened
WHERE final.instrument = 'kennistoets' AND final.moment = 'final';

CREATE OR REPLACE TEMP TABLE pair_value AS
SELECT pair.*, final.subject, baseline.points AS baseline, final.points AS final
FROM pair
JOIN measured_value AS final ON final.person_id = pair.person_id AND final.instrument = 'kennistoets' AND final.moment = 'final'
JOIN measured_value AS baseline ON baseline.person_id = pair.person_id AND baseline.instrument = 'kennistoets'
  AND baseline.moment = 'baseline' AND baseline.subject = final.subject;

-- Forms are meant to be equally hard; how far they are not shows in who grew: half of the learners went from A to B, the others from
-- B to A. `shift` is half of what B is easier, in points: taken off a score on B and put onto one on A. 0 under 30 pairs.
CREATE OR REPLACE TEMP TABLE form_shift AS
SELECT subject,
       CASE WHEN n >= 30 AND a >= 10 AND b >= 10 THEN CAST(round((a_gain / a - b_gain / b) / 4) AS BIGINT) ELSE 0 END AS shift
FROM (
  SELECT subject, count(*) AS n, count(*) FILTER (first_form = 'A') AS a, count(*) FILTER (first_form = 'B') AS b,
         sum(final - baseline) FILTER (first_form = 'A') AS a_gain, sum(final - baseline) FILTER (first_form = 'B') AS b_gain
  FROM pair_value
  GROUP BY subject
) AS gained;

-- A kennistoets with what tells which cells of the cube it is in: the classes of the privacy rules are made of this.
-- `last_of`: the periods of which it is the person's latest; `pair_month`: month of the final that this run is paired with.
CREATE OR REPLACE TEMP TABLE test_event AS
WITH ranked AS (
  SELECT measured.person_id, measured.moment, month_period.period,
         row_number() OVER (PARTITION BY measured.person_id, month_period.period ORDER BY measured.happened DESC, measured.moment DESC) AS nth
  FROM measured JOIN month_period ON month_period.month = measured.month
  WHERE measured.instrument = 'kennistoets'
),
latest AS (
  SELECT person_id, moment, string_agg(period, ' ' ORDER BY period) AS last_of FROM ranked WHERE nth = 1 GROUP BY person_id, moment
)
SELECT measured.person_id, measured.moment, measured.form, measured.class, measured.version, latest.last_of,
       pair.month AS pair_month
FROM measured
LEFT JOIN latest ON latest.person_id = measured.person_id AND latest.moment = measured.moment
LEFT JOIN pair ON pair.person_id = measured.person_id
WHERE measured.instrument = 'kennistoets';

-- Runs through whole forms: of the kennistoets, and of the modules' own quizzes, each of which is a form.
CREATE OR REPLACE TEMP TABLE form_run AS
SELECT run_id, form_id, version FROM measured WHERE instrument = 'kennistoets' AND form_id IS NOT NULL
UNION ALL
SELECT first_run.id, form.form_id, first_run.version
FROM first_run
JOIN unit_seen ON unit_seen.id = first_run.unit_id
JOIN (SELECT DISTINCT form_id, form FROM item) AS form ON form.form = concat(unit_seen.module, '/', unit_seen.unit)
WHERE first_run.kind = 'quiz';

-- Their marks, in millionths, counted: an item left open is 0, and has no row in `mark`. `total`: of all items of a run.
CREATE OR REPLACE TEMP TABLE mark AS
SELECT answered.run_id, answered.item_id, max(answered.share) AS share
FROM answered
JOIN form_run ON form_run.run_id = answered.run_id AND form_run.form_id = answered.form_id
GROUP BY answered.run_id, answered.item_id;

CREATE OR REPLACE TEMP TABLE form_total AS
SELECT form_run.run_id, form_run.form_id, coalesce(sum(mark.share), 0) AS total
FROM form_run
LEFT JOIN mark ON mark.run_id = form_run.run_id
GROUP BY form_run.run_id, form_run.form_id;

-- How many runs through a form came to each total, and how many of those had each share of an item (0 or open: the rest of them).
CREATE OR REPLACE TEMP TABLE total_count AS
SELECT form_id, CAST(total AS BIGINT) AS total, count(*) AS n FROM form_total GROUP BY form_id, total;

CREATE OR REPLACE TEMP TABLE mark_count AS
WITH given AS (
  SELECT mark.item_id, mark.share, CAST(form_total.total AS BIGINT) AS total, count(*) AS n
  FROM mark
  JOIN form_total ON form_total.run_id = mark.run_id
  WHERE mark.share > 0
  GROUP BY mark.item_id, mark.share, form_total.total
),
taken AS (SELECT item_id, total, sum(n) AS n FROM given GROUP BY item_id, total)
SELECT item.form_id, given.* FROM given JOIN item ON item.id = given.item_id
UNION ALL
SELECT item.form_id, item.id, 0, total_count.total, CAST(total_count.n - coalesce(taken.n, 0) AS BIGINT)
FROM item
JOIN total_count ON total_count.form_id = item.form_id
LEFT JOIN taken ON taken.item_id = item.id AND taken.total = total_count.total
WHERE total_count.n > coalesce(taken.n, 0);
