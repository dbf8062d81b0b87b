-- incoming (s: one statement as statement.json shapes it, NULL where a text was none) -> staged: statements of ours, each once.
-- The text is read once; what is keyed by an IRI is a map, as the base of our IRIs is the build's. What is wide (the definitions)
-- stays text until few of them are left.

-- A time in UTC; NULL: it is none. Nearly all end in Z, and need no calendar of time zones.
CREATE OR REPLACE TEMP MACRO utc(said) AS
  CASE WHEN ends_with(said, 'Z') THEN try_cast(said AS TIMESTAMP) ELSE try_cast(said AS TIMESTAMPTZ) AT TIME ZONE 'UTC' END;

CREATE OR REPLACE TEMP TABLE arrived AS
WITH based AS (
  SELECT s,
    list_transform(s.context.contextActivities.category, lambda c: c.id) AS categories,
    -- Of the profile, as a package names it; regexp_extract gives '' where there is none.
    nullif(regexp_extract(list_filter(categories, lambda id: ends_with(id, '/profile/v1'))[1], '^(.+)/profile/v1$', 1), '') AS base
  FROM incoming
), told AS (
  SELECT s, base, categories,
    -- Where an LMS adds a parent of its own (cmi5's context template), ours comes after it.
    coalesce(
      list_filter(s.context.contextActivities.parent, lambda p: starts_with(p.id, base || '/activities/'))[-1],
      s.context.contextActivities.parent[-1]) AS parent,
    s.context.extensions AS about,
    s.result.extensions AS found
  FROM based
)
SELECT
  try_cast(s.id AS UUID) AS id,
  utc(s.stored) AS stored,
  coalesce(utc(json_extract_string(about[base || '/extensions/happened'], '$')), utc(s.timestamp)) AS said,
  base,
  coalesce(s.actor.account.name, s.actor.mbox, s.actor.mbox_sha1sum, s.actor.openid) AS actor,
  regexp_extract(s.verb.id, '^http://adlnet.gov/expapi/verbs/([a-z]+)$', 1) AS verb,
  s.object.id AS object,
  s.object.definition AS definition,
  parent.id AS parent,
  parent.definition AS parent_definition,
  s.result.response AS response,
  s.result.success AS success,
  s.result.duration AS duration,
  s.result.score.scaled AS scaled,
  s.result.score.raw AS raw,
  s.result.score.max AS best,
  lower(coalesce(s.context.registration, '')) AS attempt,
  coalesce(s.context.revision, '') AS version,
  about[base || '/extensions/run'] AS run,
  about[base || '/extensions/demo'] IS NOT NULL AS is_demo,
  found[base || '/extensions/effect'] AS effect,
  found[base || '/extensions/evidence'] AS evidence,
  found[base || '/extensions/ending'] AS ending,
  json_extract_string(found[base || '/extensions/route'], '$') AS route,
  CASE
    WHEN id IS NULL OR s.verb.id IS NULL OR s.actor IS NULL THEN 'malformed'
    WHEN s.verb.id = 'http://adlnet.gov/expapi/verbs/voided' THEN 'voiding'
    WHEN base IS NULL AND NOT coalesce(list_contains(categories, 'https://w3id.org/xapi/cmi5/context/categories/cmi5'), false)
      THEN 'foreign'
    WHEN said IS NULL OR actor IS NULL THEN 'malformed'
    ELSE 'ours'
  END AS standing
FROM told;

-- Each once: the first of its batch, if it was not read before.
CREATE OR REPLACE TEMP TABLE fresh AS
SELECT min(rowid) AS place
FROM arrived ANTI JOIN seen USING (id)
WHERE standing = 'ours' AND id::VARCHAR NOT IN (SELECT id FROM voided)
GROUP BY id;

-- A clock that runs ahead of the LRS's, or of this computer's, must not put facts in months to come.
CREATE OR REPLACE TEMP TABLE staged AS
WITH placed AS (
  SELECT * EXCLUDE (id, parent, run, standing, said, stored, actor),
    id::VARCHAR AS statement,
    least(said, stored, (now() AT TIME ZONE 'UTC')::TIMESTAMP) AS happened,
    said > (now() AT TIME ZONE 'UTC')::TIMESTAMP + INTERVAL 1 DAY OR said > stored + INTERVAL 1 DAY AS is_ahead,
    CASE WHEN starts_with(object, base || '/activities/') THEN substr(object, length(base) + 13) END AS path,
    parent AS parent_id,
    CASE WHEN starts_with(parent, base || '/activities/') THEN substr(parent, length(base) + 13) END AS parent,
    run AS run_told,
    CASE WHEN regexp_matches(actor, '^[0-9a-f]{32}$') THEN actor ELSE substr(sha256(actor), 1, 32) END AS person
  FROM arrived
  WHERE rowid IN (SELECT place FROM fresh)
), levelled AS (
  -- A unit's id has two parts; what it holds has it for parent.
  SELECT *,
    path IS NOT NULL AND regexp_matches(path, '^[^/]+/[^/]+$') AND NOT regexp_matches(path, '^(competence|outcome|course)/') AS is_unit,
    CASE WHEN is_unit THEN path ELSE parent END AS unit_path
  FROM placed
)
SELECT * EXCLUDE (run_told, unit_path),
  CASE WHEN run_told IS NOT NULL THEN split_part(unit_path, '/', 1) END AS module,
  CASE WHEN run_told IS NOT NULL THEN split_part(unit_path, '/', 2) END AS unit,
  try_cast(json_extract_string(run_told, '$.number') AS INTEGER) AS run,
  json_extract_string(run_told, '$.mode') AS mode,
  CASE WHEN starts_with(path, unit_path || '/') THEN substr(path, length(unit_path) + 2)
    WHEN contains(path, '/vraag/') THEN regexp_extract(path, '^[^/]+/vraag/(.+)$', 1) END AS part,
  CASE json_extract_string(CASE WHEN is_unit THEN definition ELSE parent_definition END, '$.type')
    WHEN 'http://adlnet.gov/expapi/activities/simulation' THEN 'conversation'
    WHEN 'http://adlnet.gov/expapi/activities/lesson' THEN 'lesson'
    WHEN 'http://adlnet.gov/expapi/activities/assessment' THEN 'quiz' END AS kind
FROM levelled;
