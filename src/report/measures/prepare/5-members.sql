-- For the privacy rules: who is where, in each space of figures that could be subtracted from each other ('test': the kennistoets;
-- 'unit/...': ran a conversation or a quiz; 'module/...': opened a package; 'practice/...': showed a competence in it). All that decides in
-- which cells somebody is, is a place: `attributes`.

CREATE OR REPLACE TEMP TABLE class_place AS
SELECT class, who_when, who_when || '|||||' AS attributes
FROM (
  SELECT id AS class, concat_ws('|', coalesce(replace(team, '|', ' '), ''), coalesce(replace(department, '|', ' '), ''),
                                coalesce(replace(role, '|', ' '), ''), strftime(month, '%Y-%m')) AS who_when
  FROM class
) AS named;

CREATE OR REPLACE TEMP TABLE test_place AS
SELECT test_event.person_id, test_event.moment,
       concat_ws('|', class_place.who_when, '', test_event.moment, coalesce(test_event.form, ''), coalesce(test_event.last_of, ''),
                 coalesce(strftime(test_event.pair_month, '%Y-%m'), '')) AS attributes
FROM test_event JOIN class_place ON class_place.class = test_event.class;

CREATE OR REPLACE TEMP TABLE visit_place AS
SELECT participant.person_id, participant.module, class_place.who_when || '|' || participant.version || '||||' AS attributes
FROM participant JOIN class_place ON class_place.class = participant.class;

INSERT INTO edition_place
SELECT (SELECT coalesce(max(place_id), 0) FROM edition_place) + row_number() OVER (), attributes
FROM (
  SELECT attributes FROM class_place UNION SELECT attributes FROM test_place UNION SELECT attributes FROM visit_place
) AS seen
WHERE attributes NOT IN (SELECT attributes FROM edition_place);

CREATE OR REPLACE TEMP TABLE space_seen AS
SELECT 'test' AS space, moment AS part, CAST(NULL AS VARCHAR) AS module, CAST(NULL AS INTEGER) AS module_id, CAST(NULL AS INTEGER) AS unit_id,
       CAST(NULL AS INTEGER) AS shown_id
FROM (SELECT DISTINCT moment FROM test_event) AS moments
UNION ALL
SELECT 'unit/' || module || '/' || unit, '', NULL, NULL, id, NULL FROM unit_seen
UNION ALL
SELECT 'module/' || module, '', module, NULL, NULL, NULL FROM (SELECT DISTINCT module FROM participant) AS modules
UNION ALL
SELECT 'practice/' || modules.module || '/' || shown.name, CAST(practised.units AS VARCHAR), NULL, modules.module_id, NULL, shown.shown_id
FROM (SELECT DISTINCT module_id, shown_id, units FROM practice_value) AS practised
JOIN (SELECT DISTINCT module_id, module FROM unit_seen) AS modules ON modules.module_id = practised.module_id
JOIN shown ON shown.shown_id = practised.shown_id;

INSERT INTO edition_space
SELECT (SELECT coalesce(max(space_id), 0) FROM edition_space) + row_number() OVER (), space, part
FROM space_seen
WHERE (space, part) NOT IN (SELECT (space, part) FROM edition_space);

-- Of a person in a space (and part) the place.
CREATE OR REPLACE TEMP TABLE cell_member AS
WITH space AS (
  SELECT space_seen.*, edition_space.space_id
  FROM space_seen JOIN edition_space ON edition_space.space = space_seen.space AND edition_space.part = space_seen.part
),
place AS (
  SELECT class_place.class, edition_place.place_id FROM class_place JOIN edition_place ON edition_place.attributes = class_place.attributes
)
SELECT space.space_id, test_place.person_id, edition_place.place_id
FROM test_place
JOIN space ON space.space = 'test' AND space.part = test_place.moment
JOIN edition_place ON edition_place.attributes = test_place.attributes
UNION ALL
SELECT space.space_id, visit_place.person_id, edition_place.place_id
FROM visit_place
JOIN space ON space.module = visit_place.module
JOIN edition_place ON edition_place.attributes = visit_place.attributes
UNION ALL
SELECT space.space_id, first_run.person_id, place.place_id
FROM first_run
JOIN space ON space.unit_id = first_run.unit_id
JOIN place ON place.class = first_run.class
WHERE first_run.kind IN ('conversation', 'quiz')
UNION ALL
SELECT space.space_id, practice_value.person_id, place.place_id
FROM practice_value
JOIN space ON space.module_id = practice_value.module_id AND space.shown_id = practice_value.shown_id
  AND space.part = CAST(practice_value.units AS VARCHAR)
JOIN place ON place.class = practice_value.class;
