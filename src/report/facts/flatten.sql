-- numbered -> the fact tables. Rows whose statement does not say all that a row needs are left out, and counted.

INSERT INTO module_alias
SELECT holder, arg_max(module, happened), arg_max(version, happened)
FROM staged
WHERE is_unit AND holder IS NOT NULL AND module IS NOT NULL
GROUP BY 1
ON CONFLICT DO UPDATE SET module = excluded.module, version = excluded.version;

INSERT INTO unknown_visit
SELECT statement, person_id, attempt, activity, version,
  CASE verb WHEN 'initialized' THEN 'opened' WHEN 'terminated' THEN 'closed' ELSE verb END,
  raw,
  CASE WHEN verb = 'terminated' THEN coalesce(seconds, 0) END,
  happened
FROM numbered
WHERE verb IN ('initialized', 'completed', 'passed', 'failed', 'terminated') AND activity IS NOT NULL;

-- A module by its own name needs no explanation.
INSERT INTO module_alias
SELECT activity, arg_max(module_path, happened), arg_max(version, happened)
FROM staged
WHERE activity IS NOT NULL AND module_path IS NOT NULL
GROUP BY 1
ON CONFLICT DO UPDATE SET version = excluded.version;

INSERT INTO module_event
SELECT v.statement, v.person_id, v.attempt, a.module, CASE WHEN v.version = '' THEN a.version ELSE v.version END, v.event, v.score,
  v.seconds, v.happened
FROM unknown_visit v JOIN module_alias a ON a.activity = v.module;

DELETE FROM unknown_visit WHERE module IN (SELECT activity FROM module_alias);

INSERT INTO run_event
SELECT statement, run_id, version, CASE verb WHEN 'initialized' THEN 'started' ELSE 'finished' END, happened,
  CASE verb WHEN 'completed' THEN raw END,
  ending, ending_quality, route
FROM numbered
WHERE is_unit AND verb IN ('initialized', 'completed') AND run_id IS NOT NULL AND kind IS NOT NULL;

INSERT INTO decision
SELECT statement, run_id, chosen_id, happened
FROM staged_choice JOIN chosen USING (module, unit, turn, option, klanttevredenheid, minutes, wait_days, kosten, got, max);

INSERT INTO answer
SELECT statement, run_id, replied_id, happened
FROM staged_answer JOIN replied USING (module, unit, kind, item, response, share);

INSERT INTO desk_action
SELECT statement, run_id, split_part(part, '/', 2), regexp_extract(part, '^desk/[^/]*/(.*)$', 1), minutes, happened
FROM numbered
WHERE verb = 'experienced' AND kind = 'conversation' AND starts_with(part, 'desk/') AND run_id IS NOT NULL;

INSERT INTO run_score
SELECT statement, run_id, shown_id, scaled,
  CASE WHEN scale = 'competence' THEN raw END, CASE WHEN scale = 'competence' THEN best END, happened
FROM staged_score JOIN shown USING (scale, name);

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
