-- For the privacy rules: persons who were in the same place now and in each edition before, counted. `history`: 'edition=attributes',
-- oldest first, one a line, only where it changed; the last one, 'now=...', is missing for who is no longer there.
WITH known AS (
  SELECT space, event, count(*) AS states, min(edition) AS edition, any_value(attributes) AS attributes
  FROM edition_member
  GROUP BY space, event
),
-- Few moved since they were first seen; only theirs is put in order.
moved AS (
  SELECT edition_member.space, edition_member.event,
         string_agg(CAST(edition_member.edition AS VARCHAR) || '=' || coalesce(edition_member.attributes, ''), chr(10)
                    ORDER BY edition_member.edition) AS history
  FROM edition_member
  JOIN known ON known.space = edition_member.space AND known.event = edition_member.event
  WHERE known.states > 1
  GROUP BY edition_member.space, edition_member.event
),
counted AS (
  SELECT coalesce(cell_member.space, known.space) AS space, moved.history, known.edition, known.attributes AS earlier,
         cell_member.attributes AS present, count(*) AS n
  FROM cell_member
  FULL JOIN (
    SELECT space, event, edition, CASE WHEN states = 1 THEN attributes END AS attributes FROM known
  ) AS known ON known.space = cell_member.space AND known.event = cell_member.event
  LEFT JOIN moved ON moved.space = known.space AND moved.event = known.event
  GROUP BY coalesce(cell_member.space, known.space), moved.history, known.edition, known.attributes, cell_member.attributes
)
SELECT space,
       concat_ws(chr(10), coalesce(history, CAST(edition AS VARCHAR) || '=' || earlier), 'now=' || present) AS history,
       CAST(n AS INTEGER) AS n
FROM counted
ORDER BY space, history;
