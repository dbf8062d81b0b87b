-- staged -> person, run, chosen, replied, shown: what many statements say alike gets a number, the first time that it is said.

-- What a unit without a score of its own kind is, its answers tell.
INSERT INTO assessment
SELECT module, unit,
  CASE WHEN bool_or(in_bank) THEN 'test'
    WHEN bool_or(part = 'mark' OR ends_with(part, '/why') OR ends_with(part, '/better')) THEN 'find-mistake'
    ELSE 'quiz' END
FROM staged
WHERE kind = 'quiz' AND verb = 'answered' AND part IS NOT NULL
GROUP BY ALL
ON CONFLICT DO NOTHING;

UPDATE run_told SET kind = assessment.kind
FROM assessment
WHERE run_told.kind = 'quiz' AND assessment.kind <> 'quiz' AND assessment.module = run_told.module AND assessment.unit = run_told.unit;

-- What was read before the first answer told what kind of assessment it is.
UPDATE run SET kind = assessment.kind
FROM assessment
WHERE run.kind = 'quiz' AND assessment.kind <> 'quiz' AND assessment.module = run.module AND assessment.unit = run.unit;

INSERT INTO person
SELECT (SELECT coalesce(max(person_id), 0) FROM person) + row_number() OVER (), person
FROM (SELECT DISTINCT person FROM run_told WHERE nth IN (SELECT run_nth FROM told)) AS fresh
ANTI JOIN person USING (person);

CREATE OR REPLACE TEMP TABLE run_fresh AS
SELECT nth AS run_nth, person_id, attempt, module, unit, kind, run, mode
FROM run_told JOIN person USING (person)
WHERE nth IN (SELECT run_nth FROM told);

INSERT INTO run
SELECT (SELECT coalesce(max(run_id), 0) FROM run) + row_number() OVER (), person_id, attempt, module, unit, kind, run, mode
FROM (
  SELECT person_id, attempt, module, unit, min(kind) AS kind, run, mode
  FROM run_fresh
  WHERE module IS NOT NULL AND unit IS NOT NULL AND kind IS NOT NULL AND run IS NOT NULL AND mode IS NOT NULL
  GROUP BY ALL
) AS fresh
ANTI JOIN run USING (person_id, attempt, module, unit, run, mode);

-- `run_id` NULL: a statement of it does not say all that a run takes.
CREATE OR REPLACE TEMP TABLE run_known AS
SELECT run_nth, run_fresh.person_id, run_id
FROM run_fresh LEFT JOIN run USING (person_id, attempt, module, unit, run, mode);

CREATE OR REPLACE TEMP VIEW numbered AS SELECT * FROM staged JOIN run_known USING (run_nth);

CREATE OR REPLACE TEMP VIEW staged_choice AS
SELECT statement, run_id, happened, module, unit, part AS turn, response AS option, klanttevredenheid, minutes, wait_days, kosten, got, max
FROM numbered
WHERE verb = 'answered' AND kind = 'conversation' AND part IS NOT NULL AND run_id IS NOT NULL AND response IS NOT NULL;

INSERT INTO chosen
SELECT (SELECT coalesce(max(chosen_id), 0) FROM chosen) + row_number() OVER (), *
FROM (SELECT DISTINCT * EXCLUDE (statement, run_id, happened) FROM staged_choice) AS fresh
ANTI JOIN chosen USING (module, unit, turn, option, klanttevredenheid, minutes, wait_days, kosten, got, max);

CREATE OR REPLACE TEMP VIEW staged_answer AS
SELECT statement, run_id, happened, module, unit, kind, part AS item, response, share
FROM numbered
WHERE verb = 'answered' AND kind <> 'conversation' AND part IS NOT NULL AND run_id IS NOT NULL AND response IS NOT NULL;

INSERT INTO replied
SELECT (SELECT coalesce(max(replied_id), 0) FROM replied) + row_number() OVER (), *
FROM (SELECT DISTINCT * EXCLUDE (statement, run_id, happened) FROM staged_answer) AS fresh
ANTI JOIN replied USING (module, unit, kind, item, response, share);

CREATE OR REPLACE TEMP VIEW staged_score AS
SELECT statement, run_id, happened, scale, name, scaled, raw, best
FROM numbered
WHERE verb = 'scored' AND scale IS NOT NULL AND name IS NOT NULL AND run_id IS NOT NULL AND kind IS NOT NULL AND scaled IS NOT NULL;

INSERT INTO shown
SELECT (SELECT coalesce(max(shown_id), 0) FROM shown) + row_number() OVER (), *
FROM (SELECT DISTINCT scale, name FROM staged_score) AS fresh
ANTI JOIN shown USING (scale, name);
