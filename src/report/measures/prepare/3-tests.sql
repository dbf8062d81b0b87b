-- The measurements: first scored runs of the units that measure, with their score in points 0-100.

-- Which form a run was: the one that most of its answered items belong to. NULL: nothing was answered, or it has no forms.
CREATE OR REPLACE TEMP TABLE measured AS
SELECT first_run.person, first_run.attempt, first_run.module, first_run.unit, first_run.run, first_run.version, first_run.happened,
       first_run.month, content_test.instrument, content_test.moment,
       (SELECT mode(content_item.form)
        FROM answer JOIN content_item ON content_item.item = answer.item
        WHERE answer.attempt = first_run.attempt AND answer.person = first_run.person AND answer.unit = first_run.unit
          AND answer.run = first_run.run) AS form
FROM first_run
JOIN content_test ON content_test.module = first_run.module AND content_test.unit = first_run.unit;

-- One row per run and subject: each competence, and 'total', in which all competences weigh the same.
CREATE OR REPLACE TEMP TABLE measured_value AS
WITH competence AS (
  SELECT measured.person, measured.instrument, measured.moment, run_score.name AS subject, 100 * run_score.scaled AS points
  FROM measured
  JOIN run_score ON run_score.person = measured.person AND run_score.attempt = measured.attempt
    AND run_score.module = measured.module AND run_score.unit = measured.unit AND run_score.run = measured.run
  WHERE run_score.scale = 'competence'
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

-- The marks of whole forms: one row per person and item of their form; an item left open is 0.
CREATE OR REPLACE TEMP TABLE mark AS
SELECT measured.person, measured.moment, measured.form, measured.version, content_item.item, coalesce(given.share, 0) AS share
FROM measured
JOIN content_item ON content_item.form = measured.form
LEFT JOIN (
  SELECT person, attempt, unit, run, item, max(share) AS share FROM answer WHERE mode = 'scored' GROUP BY person, attempt, unit, run, item
) AS given ON given.person = measured.person AND given.attempt = measured.attempt AND given.unit = measured.unit
  AND given.run = measured.run AND given.item = content_item.item
WHERE measured.instrument = 'kennistoets';
