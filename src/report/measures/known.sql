-- Whether there were members in earlier editions, and whether any of them is among the people of now.
SELECT EXISTS (SELECT 1 FROM edition_member) AS had_members,
       EXISTS (SELECT 1 FROM edition_member JOIN people ON people.id = edition_member.person_id) AS any_is_here;
