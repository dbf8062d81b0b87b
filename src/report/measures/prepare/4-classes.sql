-- The cells of each class, and what classes are counted by: practice, and the choices of conversations.

CREATE OR REPLACE TEMP TABLE post_group AS
SELECT DISTINCT post, 'whole' AS grp FROM people
UNION ALL
SELECT DISTINCT post, 'department:' || department FROM people WHERE department IS NOT NULL
UNION ALL
SELECT DISTINCT post, 'team:' || team FROM people WHERE team IS NOT NULL
UNION ALL
SELECT DISTINCT post, 'role:' || role FROM people WHERE role IS NOT NULL;

CREATE OR REPLACE TEMP TABLE class_cell AS
SELECT class.id AS class, post_group.grp, month_period.period
FROM class
JOIN month_period ON month_period.month = class.month
JOIN post_group ON post_group.post = class.post;

-- The cells of what is told at length (routes, options, outcomes, practice): all months together for departments and teams, years and
-- quarters too for the whole; see placesOf in edition/cube.ts.
CREATE OR REPLACE TEMP TABLE class_long AS
SELECT class_cell.class, class_cell.grp, class_cell.period
FROM class_cell JOIN period ON period.id = class_cell.period
WHERE CASE WHEN class_cell.grp = 'whole' THEN period.kind <> 'month'
           ELSE period.kind = 'all' AND strpos(class_cell.grp, 'role:') <> 1 END;

-- Practice: of a person in a module the mean of each competence over the first scored runs of its units, tests left out; placed in the
-- month in which the competence first showed (the first class: they are numbered by month).
CREATE OR REPLACE TEMP TABLE practice_value AS
SELECT first_score.person_id, unit_seen.module_id, first_score.shown_id, avg(first_score.scaled) AS scaled, min(first_score.class) AS class
FROM first_score
JOIN unit_seen ON unit_seen.id = first_score.unit_id
JOIN shown ON shown.shown_id = first_score.shown_id
LEFT JOIN content_test ON content_test.module = unit_seen.module AND content_test.unit = unit_seen.unit
WHERE content_test.unit IS NULL AND shown.scale = 'competence'
GROUP BY first_score.person_id, unit_seen.module_id, first_score.shown_id;

-- Every choice that was ever made, with its effects. `place`: the turn, without slot; what is composed there is one step of a route
-- (`move_id`), whatever was put in. In the order of their names: numbers of the facts are in the order in which they came.
CREATE OR REPLACE TEMP TABLE step AS
SELECT CAST(row_number() OVER (ORDER BY module, unit, turn, option, klanttevredenheid, minutes, wait_days, kosten, got, max) AS INTEGER) AS id,
       CAST(dense_rank() OVER (ORDER BY module, unit, turn) AS INTEGER) AS turn_id,
       CAST(dense_rank() OVER (ORDER BY module, unit, place) AS INTEGER) AS place_id,
       CAST(dense_rank() OVER (ORDER BY module, unit, place, CASE WHEN composed THEN NULL ELSE option END) AS INTEGER) AS move_id,
       *
FROM (SELECT *, split_part(turn, '/', 1) AS place, strpos(turn, '/') > 0 AS composed FROM chosen) AS made;

-- The choices of first scored runs, in their order: `nth` from 1, and the choice that comes after; the last one has none.
CREATE OR REPLACE TEMP TABLE choice AS
SELECT run_id, class, step_id,
       CAST(row_number() OVER in_run AS INTEGER) AS nth, lead(step_id) OVER in_run AS next_id
FROM (
  SELECT decision.run_id, first_run.class, step.id AS step_id, decision.happened
  FROM decision
  JOIN first_run ON first_run.id = decision.run_id
  JOIN step ON step.chosen_id = decision.chosen_id
) AS made
WINDOW in_run AS (PARTITION BY run_id ORDER BY happened, step_id);
