-- With an edition ($1: its number): keeps where members are now, as far as that changed since the edition before; who is gone is at place 0.
INSERT INTO edition_member
WITH latest AS (
  SELECT space_id, person_id, arg_max(place_id, edition) AS place_id FROM edition_member GROUP BY space_id, person_id
)
SELECT $1, coalesce(cell_member.space_id, latest.space_id), coalesce(cell_member.person_id, latest.person_id),
       coalesce(cell_member.place_id, 0)
FROM cell_member
FULL JOIN latest ON latest.space_id = cell_member.space_id AND latest.person_id = cell_member.person_id
WHERE coalesce(cell_member.place_id, 0) <> coalesce(latest.place_id, 0);
