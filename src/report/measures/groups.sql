-- The groups of the teams file that somebody is in, with the department of each team.
SELECT DISTINCT team, department, role FROM people WHERE team IS NOT NULL OR department IS NOT NULL OR role IS NOT NULL ORDER BY ALL;
