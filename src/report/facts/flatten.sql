-- staged -> the fact tables. Rows whose statement does not say all that a row needs are left out, and counted.

INSERT INTO module_alias
SELECT holder, arg_max(module, happened), arg_max(version, happened)
FROM staged
WHERE is_unit AND holder IS NOT NULL AND module IS NOT NULL
GROUP BY 1
ON CONFLICT DO UPDATE SET module = excluded.module, version = excluded.version;

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

INSERT INTO unknown_visit
SELECT statement, person, attempt, activity, version,
  CASE verb WHEN 'initialized' THEN 'opened' WHEN 'terminated' THEN 'closed' ELSE verb END,
  raw,
  CASE WHEN verb = 'terminated' THEN coalesce(seconds, 0) END,
  happened
FROM staged
WHERE verb IN ('initialized', 'completed', 'passed', 'failed', 'terminated') AND activity IS NOT NULL;

-- A module by its own name needs no explanation.
INSERT INTO module_alias
SELECT activity, arg_max(module_path, happened), arg_max(version, happened)
FROM staged
WHERE activity IS NOT NULL AND module_path IS NOT NULL
GROUP BY 1
ON CONFLICT DO UPDATE SET version = excluded.version;

INSERT INTO module_event
SELECT v.statement, v.person, v.attempt, a.module, CASE WHEN v.version = '' THEN a.version ELSE v.version END, v.event, v.score,
  v.seconds, v.happened
FROM unknown_visit v JOIN module_alias a ON a.activity = v.module;

DELETE FROM unknown_visit WHERE module IN (SELECT activity FROM module_alias);

INSERT INTO run_event
SELECT statement, person, attempt, module, version, unit, kind, run, mode,
  CASE verb WHEN 'initialized' THEN 'started' ELSE 'finished' END, happened,
  CASE verb WHEN 'completed' THEN raw END,
  ending, ending_quality, route
FROM staged
WHERE is_unit AND verb IN ('initialized', 'completed') AND run IS NOT NULL AND mode IS NOT NULL AND kind IS NOT NULL;

INSERT INTO decision
SELECT statement, person, attempt, module, version, unit, run, mode, part, response, klanttevredenheid, minutes, wait_days, kosten,
  got, max, happened
FROM staged
WHERE verb = 'answered' AND kind = 'conversation' AND part IS NOT NULL AND run IS NOT NULL AND mode IS NOT NULL
  AND response IS NOT NULL;

INSERT INTO answer
SELECT statement, person, attempt, module, version, unit, kind, run, mode, part, response,
  share, happened
FROM staged
WHERE verb = 'answered' AND kind <> 'conversation' AND part IS NOT NULL AND run IS NOT NULL AND mode IS NOT NULL
  AND response IS NOT NULL;

INSERT INTO desk_action
SELECT statement, person, attempt, module, version, unit, run, mode, split_part(part, '/', 2), regexp_extract(part, '^desk/[^/]*/(.*)$', 1),
  minutes, happened
FROM staged
WHERE verb = 'experienced' AND kind = 'conversation' AND starts_with(part, 'desk/') AND run IS NOT NULL AND mode IS NOT NULL;

INSERT INTO run_score
SELECT statement, person, attempt, module, version, unit, kind, run, mode, scale, name, scaled,
  CASE WHEN scale = 'competence' THEN raw END, CASE WHEN scale = 'competence' THEN best END, happened
FROM staged
WHERE verb = 'scored' AND scale IS NOT NULL AND run IS NOT NULL AND mode IS NOT NULL
  AND kind IS NOT NULL AND scaled IS NOT NULL;

-- What was read before the first answer told what kind of assessment it is.
UPDATE run_event SET kind = assessment.kind
FROM assessment
WHERE run_event.kind = 'quiz' AND assessment.kind <> 'quiz' AND assessment.module = run_event.module AND assessment.unit = run_event.unit;

INSERT INTO made_up
SELECT DISTINCT person FROM staged WHERE is_demo AND person NOT IN (SELECT person FROM made_up);

-- What was taken back before never came in; so only what this batch takes back is looked for among all facts.
INSERT INTO voided SELECT DISTINCT id FROM taken_back WHERE id NOT IN (SELECT id FROM voided);

DELETE FROM module_event WHERE statement IN (SELECT id FROM taken_back);
DELETE FROM unknown_visit WHERE statement IN (SELECT id FROM taken_back);
DELETE FROM run_event WHERE statement IN (SELECT id FROM taken_back);
DELETE FROM decision WHERE statement IN (SELECT id FROM taken_back);
DELETE FROM answer WHERE statement IN (SELECT id FROM taken_back);
DELETE FROM desk_action WHERE statement IN (SELECT id FROM taken_back);
DELETE FROM run_score WHERE statement IN (SELECT id FROM taken_back);

INSERT INTO seen SELECT statement::UUID FROM staged;
