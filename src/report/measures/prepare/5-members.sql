-- For the privacy rules: who is where, in each space of figures that could be subtracted from each other ('test': the kennistoets;
-- 'unit/...': ran a conversation; 'module/...': opened a package; 'practice/...': showed a competence in it). `event` is a person, or one
-- of the two tests of a person. `attributes` are all that decides in which cells it is.

-- What earlier editions knew, beside the store: members as they were (a row where they changed), and which cells were told.
CREATE TABLE IF NOT EXISTS edition_member (edition INTEGER NOT NULL, space VARCHAR NOT NULL, event VARCHAR NOT NULL, attributes VARCHAR);
CREATE TABLE IF NOT EXISTS edition_told (edition INTEGER NOT NULL, space VARCHAR NOT NULL, cell VARCHAR NOT NULL);
CREATE TABLE IF NOT EXISTS edition_kept (edition INTEGER NOT NULL, made VARCHAR NOT NULL, content VARCHAR NOT NULL);

CREATE OR REPLACE TEMP TABLE cell_member AS
WITH placed AS (
  SELECT 'test' AS space, person, person || '/' || moment AS event, month, NULL AS version, moment, form, last_of,
         strftime(pair_month, '%Y-%m') AS pair_month
  FROM test_event
  UNION ALL
  SELECT 'unit/' || module || '/' || unit, person, person, month, NULL, NULL, NULL, NULL, NULL FROM run_class WHERE kind = 'conversation'
  UNION ALL
  SELECT 'module/' || module, person, person, month, version, NULL, NULL, NULL, NULL FROM participant_class
  UNION ALL
  SELECT 'practice/' || practice_value.module || '/' || practice_value.competence, practice_value.person, practice_value.person, class.month,
         NULL, NULL, NULL, NULL, NULL
  FROM practice_value JOIN class ON class.id = practice_value.class
)
SELECT placed.space, placed.event,
       concat_ws('|', coalesce(replace(people.team, '|', ' '), ''), coalesce(replace(people.department, '|', ' '), ''),
                 coalesce(replace(people.role, '|', ' '), ''), strftime(placed.month, '%Y-%m'), coalesce(placed.version, ''),
                 coalesce(placed.moment, ''), coalesce(placed.form, ''), coalesce(placed.last_of, ''), coalesce(placed.pair_month, '')) AS attributes
FROM placed
JOIN people ON people.person = placed.person;
