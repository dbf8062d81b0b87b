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
-- month in which the competence first showed (the first class: they are numbered by month). `units`: of how many it is the mean.
CREATE OR REPLACE TEMP TABLE practice_value AS
SELECT first_score.person_id, unit_seen.module_id, first_score.shown_id, CAST(round(sum(first_score.points) / count(*)) AS BIGINT) AS points,
        min(first_score.class) AS class, count(*) AS units
FROM first_score
JOIN unit_seen ON unit_seen.id = first_score.unit_id
JOIN shown ON shown.shown_id = first_score.shown_id
LEFT JOIN content_test ON content_test.module = unit_seen.module AND content_test.unit = unit_seen.unit
WHERE content_test.unit IS NULL AND shown.scale = 'competence'
GROUP BY first_score.person_id, unit_seen.module_id, first_score.shown_id;

-- Every choice that was ever made, with its effects in millionths, and `lost`, by which many options are
-- ranked, in millionths of those. `place`: the turn, without slot; what is composed there is one step of a
-- route (`move_id`), whatever was put in. In the order of their names: numbers of the facts are in the order in which they came.
-- `turn_bit`, `place_bit`: a bit for each within its conversation, as far as there are bits.
CREATE OR REPLACE TEMP TABLE step AS
WITH made AS (SELECT *, split_part(turn, '/', 1) AS place, strpos(turn, '/') > 0 AS composed FROM chosen),
ranked AS (
  SELECT *,
         row_number() OVER (ORDER BY module, unit, turn, option, klanttevredenheid, minutes, wait_days, kosten, got, max) AS id,
         dense_rank() OVER (ORDER BY module, unit, turn) AS turn_id,
         dense_rank() OVER (ORDER BY module, unit, place) AS place_id,
         dense_rank() OVER (ORDER BY module, unit, place, CASE WHEN composed THEN NULL ELSE option END) AS move_id,
         dense_rank() OVER (PARTITION BY module, unit ORDER BY turn) AS turn_rank,
         dense_rank() OVER (PARTITION BY module, unit ORDER BY place) AS place_rank
  FROM made
)
SELECT CAST(id AS INTEGER) AS id, chosen_id, CAST(turn_id AS INTEGER) AS turn_id, CAST(place_id AS INTEGER) AS place_id,
       CAST(move_id AS INTEGER) AS move_id, module, unit, turn, option, place, composed,
       CASE WHEN greatest(turn_rank, place_rank) <= 62 THEN CAST(pow(2, turn_rank - 1) AS BIGINT) END AS turn_bit,
       CASE WHEN place_rank <= 62 THEN CAST(pow(2, place_rank - 1) AS BIGINT) END AS place_bit,
       CAST(round(1000000000000 * CASE WHEN max > 0 THEN least(greatest(1 - got / max, -1), 1) ELSE 0 END) AS HUGEINT) AS lost,
       millionths(klanttevredenheid, -100000, 100000) AS klanttevredenheid,
       millionths(minutes, -100000, 100000) AS minutes,
       millionths(wait_days, -100000, 100000) AS wait_days,
       millionths(kosten, -100000, 100000) AS kosten
FROM ranked;

-- The choices of first scored runs, in their order: `nth` from 1, and the choices before and after; the first and the last one have none.
CREATE OR REPLACE TEMP TABLE choice AS
SELECT decision.run_id, first_run.class, step.id AS step_id, CAST(row_number() OVER in_run AS INTEGER) AS nth,
       lag(step.id) OVER in_run AS last_id, lead(step.id) OVER in_run AS next_id
FROM decision
JOIN first_run ON first_run.id = decision.run_id
JOIN step ON step.chosen_id = decision.chosen_id
WINDOW in_run AS (PARTITION BY decision.run_id ORDER BY decision.happened, step.id);

-- Runs in which somebody came back to a turn or a place. Where nobody does, the bits of all add up to what they are together.
CREATE OR REPLACE TEMP TABLE returning_run AS
SELECT choice.run_id
FROM choice
JOIN step ON step.id = choice.step_id
LEFT JOIN step AS last ON last.id = choice.last_id
GROUP BY choice.run_id
HAVING sum(step.turn_bit) <> bit_or(step.turn_bit)
  OR sum(CASE WHEN last.place_id = step.place_id THEN 0 ELSE step.place_bit END) <> bit_or(step.place_bit)
  OR count(step.turn_bit) < count(*);

-- Choices counted, each person once: for the turn, for the place, and for the move to the place of the next choice. What is composed in
-- slots is one move, made with the last of them.
CREATE OR REPLACE TEMP TABLE choice_count AS
WITH counted AS (
  SELECT class, step_id, last_id, next_id, count(*) AS of_turn, count(*) AS of_place, count(*) AS of_move
  FROM choice
  WHERE run_id NOT IN (SELECT run_id FROM returning_run)
  GROUP BY class, step_id, last_id, next_id
  UNION ALL
  SELECT class, step_id, last_id, next_id, count(*) FILTER (at_turn = 1), count(*) FILTER (at_place = 1), count(*) FILTER (of_move = 1)
  FROM (
    SELECT choice.class, choice.step_id, choice.last_id, choice.next_id,
           row_number() OVER (PARTITION BY choice.run_id, step.turn_id ORDER BY nth) AS at_turn,
           row_number() OVER (PARTITION BY choice.run_id, step.place_id ORDER BY nth) AS at_place,
           row_number() OVER (PARTITION BY choice.run_id, step.move_id, next.place_id ORDER BY nth) AS of_move
    FROM choice
    JOIN step ON step.id = choice.step_id
    LEFT JOIN step AS next ON next.id = choice.next_id
    WHERE choice.run_id IN (SELECT run_id FROM returning_run)
  ) AS ranked
  GROUP BY class, step_id, last_id, next_id
)
SELECT counted.class, counted.step_id, next.place_id AS next_place_id,
       CAST(sum(of_turn) AS BIGINT) AS of_turn,
       CAST(sum(CASE WHEN last.place_id = step.place_id THEN 0 ELSE of_place END) AS BIGINT) AS of_place,
       CAST(sum(CASE WHEN step.composed AND next.composed AND next.place_id = step.place_id THEN 0 ELSE of_move END) AS BIGINT) AS of_move
FROM counted
JOIN step ON step.id = counted.step_id
LEFT JOIN step AS last ON last.id = counted.last_id
LEFT JOIN step AS next ON next.id = counted.next_id
GROUP BY counted.class, counted.step_id, next.place_id;
