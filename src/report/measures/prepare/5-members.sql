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
-- What is the same for all of a class is written once.
conversation AS (
  SELECT class_unit.id AS class_unit, 'unit/' || class_unit.module || '/' || class_unit.unit AS space,
         place.attributes || '|||||' AS attributes
  FROM class_unit JOIN place ON place.class = class_unit.class
)
SELECT 'test' AS space, test_event.person || '/' || test_event.moment AS event,
       concat_ws('|', place.attributes, '', test_event.moment, coalesce(test_event.form, ''), coalesce(test_event.last_of, ''),
                 coalesce(strftime(test_event.pair_month, '%Y-%m'), '')) AS attributes
FROM test_event
JOIN person_class ON person_class.person = test_event.person AND person_class.month = test_event.month
JOIN place ON place.class = person_class.class
UNION ALL
SELECT conversation.space, run_class.person, conversation.attributes
FROM run_class JOIN conversation ON conversation.class_unit = run_class.class_unit
WHERE run_class.kind IN ('conversation', 'quiz')
UNION ALL
SELECT 'module/' || participant_class.module, participant_class.person, place.attributes || '|' || participant_class.version || '||||'
FROM participant_class JOIN place ON place.class = participant_class.class
UNION ALL
SELECT 'practice/' || practice_value.module || '/' || practice_value.competence, practice_value.person, place.attributes || '|||||'
FROM practice_value JOIN place ON place.class = practice_value.class;
