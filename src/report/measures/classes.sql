-- For the privacy rules: persons who were in the same place now and in each edition before, counted. `history`: 'edition=attributes',
-- oldest first, one a line, only where it changed; the last one, 'now=...', is missing for who is no longer there.
WITH known AS (
  SELECT space_id, person_id, count(*) AS states, min(edition) AS edition, min(place_id) AS place_id
  FROM edition_member
  GROUP BY space_id, person_id
),
-- Few moved since they were first seen; only theirs is put in order.
moved AS (
  SELECT edition_member.space_id, edition_member.person_id,
         string_agg(CAST(edition_member.edition AS VARCHAR) || '=' || coalesce(edition_place.attributes, ''), chr(10)
                    ORDER BY edition_member.edition) AS history
  FROM edition_member
  JOIN known ON known.space_id = edition_member.space_id AND known.person_id = edition_member.person_id
  LEFT JOIN edition_place ON edition_place.place_id = edition_member.place_id
  WHERE known.states > 1
  GROUP BY edition_member.space_id, edition_member.person_id
),
counted AS (
  SELECT coalesce(cell_member.space_id, known.space_id) AS space_id, moved.history, known.edition, known.place_id AS earlier,
         cell_member.place_id AS present, count(*) AS n
  FROM cell_member
  FULL JOIN (
    SELECT space_id, person_id, edition, CASE WHEN states = 1 THEN place_id END AS place_id FROM known
  ) AS known ON known.space_id = cell_member.space_id AND known.person_id = cell_member.person_id
  LEFT JOIN moved ON moved.space_id = known.space_id AND moved.person_id = known.person_id
  GROUP BY coalesce(cell_member.space_id, known.space_id), moved.history, known.edition, known.place_id, cell_member.place_id
)
SELECT edition_space.space,
       concat_ws(chr(10), coalesce(history, CAST(edition AS VARCHAR) || '=' || earlier.attributes), 'now=' || present.attributes) AS history,
       CAST(sum(n) AS INTEGER) AS n
FROM counted
JOIN edition_space ON edition_space.space_id = counted.space_id
LEFT JOIN edition_place AS earlier ON earlier.place_id = counted.earlier
LEFT JOIN edition_place AS present ON present.place_id = counted.present
GROUP BY ALL
ORDER BY space, history;
