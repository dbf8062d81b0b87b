-- For the privacy rules: persons who were in the same place now and in each edition before, counted. `history`: 'edition=attributes',
-- oldest first, one a line, only where it changed; the last one, 'now=...', is missing for who is no longer there.
WITH earlier AS (
  SELECT space, event,
         string_agg(CAST(edition AS VARCHAR) || '=' || coalesce(attributes, ''), chr(10) ORDER BY edition) AS history
  FROM edition_member
  GROUP BY space, event
),
person AS (
  SELECT coalesce(cell_member.space, earlier.space) AS space,
         concat_ws(chr(10), earlier.history, 'now=' || cell_member.attributes) AS history
  FROM cell_member
  FULL JOIN earlier ON earlier.space = cell_member.space AND earlier.event = cell_member.event
)
SELECT space, history, CAST(count(*) AS INTEGER) AS n
FROM person
GROUP BY space, history
ORDER BY space, history;
