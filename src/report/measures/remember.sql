-- With an edition: keeps where members are now, as far as that changed since the edition before; gone is NULL. Runs before edition_kept
-- holds the new edition.
INSERT INTO edition_member
WITH latest AS (
  SELECT space, event, arg_max(coalesce(attributes, ''), edition) AS attributes FROM edition_member GROUP BY space, event
)
SELECT (SELECT coalesce(max(edition), 0) + 1 FROM edition_kept), coalesce(cell_member.space, latest.space), coalesce(cell_member.event, latest.event),
       cell_member.attributes
FROM cell_member
FULL JOIN latest ON latest.space = cell_member.space AND latest.event = cell_member.event
WHERE coalesce(cell_member.attributes, '') <> coalesce(latest.attributes, '');
