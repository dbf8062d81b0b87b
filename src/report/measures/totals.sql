-- What was read: statements that told something of this course (rows of facts), persons seen, those of them that the teams
-- file knows, and whether demo data made some of them up.
SELECT CAST(count(*) AS INTEGER) AS persons,
       CAST(count(*) FILTER (team IS NOT NULL OR department IS NOT NULL) AS INTEGER) AS known,
       (SELECT CAST(count(*) AS INTEGER) FROM member) AS members,
       EXISTS (FROM people JOIN made_up ON made_up.person = people.person) AS demo,
       CAST((SELECT count(*) FROM module_event) + (SELECT count(*) FROM run_event) + (SELECT count(*) FROM decision)
         + (SELECT count(*) FROM answer) + (SELECT count(*) FROM desk_action) + (SELECT count(*) FROM run_score) AS DOUBLE) AS statements
FROM people;
