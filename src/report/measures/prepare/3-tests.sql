-- The measurements: first scored runs of the units that measure, with their score in points 0-100; and the answers of first runs.

CREATE OR REPLACE TEMP TABLE item AS
SELECT CAST(row_number() OVER (ORDER BY form, item) AS INTEGER) AS id, CAST(dense_rank() OVER (ORDER BY form) AS INTEGER) AS form_id,
       item, form, competence, single
FROM content_item;

-- Every reply that was ever given to an item: of the kennistoets (whose items have one name in all packages), or of a module's own quiz.
CREATE OR REPLACE TEMP TABLE reply AS
SELECT replied.replied_id AS id, item.id AS item_id, item.form_id, item.single, replied.response, replied.share
FROM replied
LEFT JOIN content_test ON content_test.module = replied.module AND content_test.unit = replied.unit
JOIN item ON item.item = CASE WHEN content_test.unit IS NOT NULL THEN replied.item
                              WHEN replied.kind = 'quiz' THEN concat(replied.module, '/', replied.unit, '/', replied.item) END;

-- The replies of first runs.
CREATE OR REPLACE TEMP TABLE answered AS
SELECT answer.run_id, reply.id AS reply_id
FROM answer
JOIN reply ON reply.id = answer.replied_id
WHERE answer.run_id IN (SELECT id FROM first_run);

-- Which form a run was: the one that most of its answered items belong to. NULL: nothing was answered, or it has no forms.
CREATE OR REPLACE TEMP TABLE measured AS
SELECT first_run.id AS run_id, first_run.person_id, first_run.version, first_run.happened, first_run.month, first_run.class,
       content_test.instrument, content_test.moment, form.form_id, form.form
FROM first_run
JOIN content_test ON content_test.module = first_run.module AND content_test.unit = first_run.unit
LEFT JOIN (
  SELECT answered.run_id, mode(reply.form_id) AS form_id FROM answered JOIN reply ON reply.id = answered.reply_id GROUP BY answered.run_id
) AS most ON most.run_id = first_run.id
LEFT JOIN (SELECT DISTINCT form_id, form FROM item) AS form ON form.form_id = most.form_id;

-- One row per run and subject: each competence, and 'total', in which all competences weigh the same.
CREATE OR REPLACE TEMP TABLE measured_value AS
WITH competence AS (
  SELECT measured.person_id, measured.instrument, measured.moment, shown.name AS subject, 100 * first_score.scaled AS points
  FROM measured
  JOIN first_score ON first_score.run_id = measured.run_id
  JOIN shown ON shown.shown_id = first_score.shown_id
  WHERE shown.scale = 'competence'
)
SELECT * FROM competence
UNION ALL
SELECT person_id, instrument, moment, 'total', avg(points) FROM competence GROUP BY person_id, instrument, moment;

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
       CASE WHEN count(*) >= 30 AND count(*) FILTER (first_form = 'A') >= 10 AND count(*) FILTER (first_form = 'B') >= 10
            THEN (avg(final - baseline) FILTER (first_form = 'A') - avg(final - baseline) FILTER (first_form = 'B')) / 4
            ELSE 0 END AS shift
FROM pair_value
GROUP BY subject;

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
JOIN (SELECT DISTINCT form_id, form FROM item) AS form ON form.form = concat(first_run.module, '/', first_run.unit)
WHERE first_run.kind = 'quiz';

-- Their marks: one row per run and item of its form; an item left open is 0.
CREATE OR REPLACE TEMP TABLE mark AS
SELECT form_run.run_id, form_run.form_id, item.id AS item_id, coalesce(given.share, 0) AS share
FROM form_run
JOIN item ON item.form_id = form_run.form_id
LEFT JOIN (
  SELECT answered.run_id, reply.item_id, max(reply.share) AS share
  FROM answered JOIN reply ON reply.id = answered.reply_id
  GROUP BY answered.run_id, reply.item_id
) AS given ON given.run_id = form_run.run_id AND given.item_id = item.id;
