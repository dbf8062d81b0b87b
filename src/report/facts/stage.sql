-- incoming (doc: one statement as JSON, NULL where a line was none) -> staged: statements of ours, typed, each once.
-- One pass over the text: a struct with maps for what is keyed by an IRI, as the base of our IRIs is the build's.

CREATE OR REPLACE TEMP TABLE arrived AS
WITH typed AS (
  SELECT from_json(doc, '{
    "id": "VARCHAR", "timestamp": "VARCHAR", "stored": "VARCHAR",
    "actor": {"account": {"name": "VARCHAR"}, "mbox": "VARCHAR", "mbox_sha1sum": "VARCHAR", "openid": "VARCHAR"},
    "verb": {"id": "VARCHAR"},
    "object": {"id": "VARCHAR", "objectType": "VARCHAR", "definition": {
      "type": "VARCHAR", "name": "MAP(VARCHAR, VARCHAR)", "description": "MAP(VARCHAR, VARCHAR)",
      "correctResponsesPattern": ["VARCHAR"],
      "choices": [{"id": "VARCHAR", "description": "MAP(VARCHAR, VARCHAR)"}],
      "source": [{"id": "VARCHAR", "description": "MAP(VARCHAR, VARCHAR)"}],
      "target": [{"id": "VARCHAR", "description": "MAP(VARCHAR, VARCHAR)"}]}},
    "result": {"response": "VARCHAR", "success": "BOOLEAN", "duration": "VARCHAR",
      "score": {"scaled": "DOUBLE", "raw": "DOUBLE", "max": "DOUBLE"}, "extensions": "MAP(VARCHAR, JSON)"},
    "context": {"registration": "VARCHAR", "revision": "VARCHAR", "extensions": "MAP(VARCHAR, JSON)",
      "contextActivities": {
        "category": [{"id": "VARCHAR"}],
        "parent": [{"id": "VARCHAR", "definition": {
          "type": "VARCHAR", "name": "MAP(VARCHAR, VARCHAR)", "description": "MAP(VARCHAR, VARCHAR)"}}]}}}') AS s
  FROM incoming
), based AS (
  SELECT s,
    try_cast(s.id AS UUID) AS id,
    try_cast(s.stored AS TIMESTAMPTZ) AT TIME ZONE 'UTC' AS stored,
    list_filter(
      list_transform(s.context.contextActivities.category, lambda c: regexp_extract(c.id, '^(.+)/profile/v1$', 1)),
      lambda base: base <> '')[1] AS base,
    list_contains(list_transform(s.context.contextActivities.category, lambda c: c.id), 'https://w3id.org/xapi/cmi5/context/categories/cmi5')
      AS is_cmi5
  FROM typed
)
SELECT *,
  coalesce(
    CASE WHEN base IS NOT NULL
      THEN try_cast(json_extract_string(s.context.extensions[base || '/extensions/happened'], '$') AS TIMESTAMPTZ) END,
    try_cast(s.timestamp AS TIMESTAMPTZ)) AT TIME ZONE 'UTC' AS said,
  CASE
    WHEN id IS NULL OR s.verb.id IS NULL OR s.actor IS NULL THEN 'malformed'
    WHEN s.verb.id = 'http://adlnet.gov/expapi/verbs/voided' THEN 'voiding'
    WHEN base IS NULL AND NOT coalesce(is_cmi5, false) THEN 'foreign'
    WHEN said IS NULL OR coalesce(s.actor.account.name, s.actor.mbox, s.actor.mbox_sha1sum, s.actor.openid) IS NULL THEN 'malformed'
    ELSE 'ours'
  END AS standing
FROM based;

-- A clock that runs ahead of the LRS's, or of this computer's, must not put facts in months to come.
CREATE OR REPLACE TEMP TABLE staged AS
WITH fresh AS (
  SELECT *, row_number() OVER (PARTITION BY id) AS copy
  FROM arrived ANTI JOIN seen USING (id)
  WHERE standing = 'ours' AND id::VARCHAR NOT IN (SELECT id FROM voided)
), placed AS (
  SELECT s, base,
    id::VARCHAR AS statement,
    coalesce(s.actor.account.name, s.actor.mbox, s.actor.mbox_sha1sum, s.actor.openid) AS actor,
    regexp_extract(s.verb.id, '^http://adlnet.gov/expapi/verbs/([a-z]+)$', 1) AS verb,
    least(said, stored, (now() AT TIME ZONE 'UTC')::TIMESTAMP) AS happened,
    said > (now() AT TIME ZONE 'UTC')::TIMESTAMP + INTERVAL 1 DAY OR said > stored + INTERVAL 1 DAY AS is_ahead,
    CASE WHEN starts_with(s.object.id, base || '/activities/') THEN substr(s.object.id, length(base) + 13) END AS path,
    -- Where an LMS adds a parent of its own (cmi5's context template), ours comes after it.
    coalesce(
      list_filter(s.context.contextActivities.parent, lambda p: starts_with(p.id, base || '/activities/'))[-1],
      s.context.contextActivities.parent[-1]) AS parent_activity,
    s.context.extensions[base || '/extensions/run'] AS run
  FROM fresh WHERE copy = 1
), levelled AS (
  -- A unit's id has two parts; what it holds has it for parent.
  SELECT *,
    CASE WHEN starts_with(parent_activity.id, base || '/activities/') THEN substr(parent_activity.id, length(base) + 13) END AS parent,
    path IS NOT NULL AND NOT regexp_matches(path, '^(competence|outcome|course)/') AND regexp_matches(path, '^[^/]+/[^/]+$') AS is_unit,
    CASE WHEN is_unit THEN path ELSE parent END AS unit_path
  FROM placed
)
SELECT * EXCLUDE (run, unit_path, actor),
  CASE WHEN regexp_matches(actor, '^[0-9a-f]{32}$') THEN actor ELSE substr(sha256(actor), 1, 32) END AS person,
  lower(coalesce(s.context.registration, '')) AS attempt,
  coalesce(s.context.revision, '') AS version,
  CASE WHEN run IS NOT NULL THEN split_part(unit_path, '/', 1) END AS module,
  CASE WHEN run IS NOT NULL THEN split_part(unit_path, '/', 2) END AS unit,
  try_cast(json_extract_string(run, '$.number') AS INTEGER) AS run,
  json_extract_string(run, '$.mode') AS mode,
  CASE WHEN starts_with(path, unit_path || '/') THEN substr(path, length(unit_path) + 2)
    WHEN regexp_matches(path, '^[^/]+/vraag/') THEN regexp_extract(path, '^[^/]+/vraag/(.+)$', 1) END AS part,
  CASE regexp_extract(CASE WHEN is_unit THEN s.object.definition.type ELSE parent_activity.definition.type END, '[a-z]+$')
    WHEN 'simulation' THEN 'conversation'
    WHEN 'lesson' THEN 'lesson'
    WHEN 'assessment' THEN 'quiz' END AS kind
FROM levelled;
