-- For the privacy rules: who is where, in each space of figures that could be subtracted from each other ('test': the kennistoets;
-- 'unit/...': ran a conversation or a quiz; 'module/...': opened a package; 'practice/...': showed a competence in it). `event` is a person, or one
-- of the two tests of a person. `attributes` are all that decides in which cells it is.

-- What earlier editions knew, beside the store: members as they were (a row where they changed), and which cells were told.
CREATE TABLE IF NOT EXISTS edition_member (edition INTEGER NOT NULL, space VARCHAR NOT NULL, event VARCHAR NOT NULL, attributes VARCHAR);
CREATE TABLE IF NOT EXISTS edition_told (edition INTEGER NOT NULL, space VARCHAR NOT NULL, cell VARCHAR NOT NULL);
CREATE TABLE IF NOT EXISTS edition_kept (edition INTEGER NOT NULL, made VARCHAR NOT NULL, content VARCHAR NOT NULL);

CREATE OR REPLACE TEMP TABLE cell_member AS
WITH place AS (
  SELECT id AS class, concat_ws('|', coalesce(replace(team, '|', ' '), ''), coalesce(replace(department, '|', ' '), ''),
                                coalesce(replace(role, '|', ' '), ''), strftime(month, '%Y-%m')) AS attributes
  FROM class
),
module AS (SELECT DISTINCT module_id, module FROM unit_seen),
placed AS (
  SELECT 'test' AS space, test_event.person_id, '/' || test_event.moment AS part,
         concat_ws('|', place.attributes, '', test_event.moment, coalesce(test_event.form, ''), coalesce(test_event.last_of, ''),
                   coalesce(strftime(test_event.pair_month, '%Y-%m'), '')) AS attributes
  FROM test_event JOIN place ON place.class = test_event.class
  UNION ALL
  SELECT 'unit/' || unit_seen.module || '/' || unit_seen.unit, first_run.person_id, '', place.attributes || '|||||'
  FROM first_run
  JOIN unit_seen ON unit_seen.id = first_run.unit_id
  JOIN place ON place.class = first_run.class
  WHERE first_run.kind IN ('conversation', 'quiz')
  UNION ALL
  SELECT 'module/' || participant.module, participant.person_id, '', place.attributes || '|' || participant.version || '||||'
  FROM participant JOIN place ON place.class = participant.class
  UNION ALL
  SELECT 'practice/' || module.module || '/' || shown.name, practice_value.person_id, '', place.attributes || '|||||'
  FROM practice_value
  JOIN module ON module.module_id = practice_value.module_id
  JOIN shown ON shown.shown_id = practice_value.shown_id
  JOIN place ON place.class = practice_value.class
)
SELECT placed.space, people.person || placed.part AS event, placed.attributes
FROM placed JOIN people ON people.id = placed.person_id;
