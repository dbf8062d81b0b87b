-- For the privacy rules: persons who were in the same place now and in each edition before, counted. `history`: 'edition=attributes',
-- oldest first, one a line, only where it changed; the last one, 'now=...', is missing for who is no longer there.
WITH place AS (
  SELECT space, event, edition, CAST(edition AS VARCHAR) || '=' || coalesce(attributes, '') AS line FROM edition_member
  UNION ALL
  SELECT space, event, 2147483647, 'now=' || attributes FROM cell_member
),
person AS (SELECT space, event, string_agg(line, chr(10) ORDER BY edition) AS history FROM place GROUP BY space, event)
SELECT space, history, CAST(count(*) AS INTEGER) AS n
FROM person
GROUP BY space, history
ORDER BY space, history;
