-- For the privacy rules: how many tests fall into each class of those that are in the same cells.
SELECT people.team, people.department, people.role, strftime(test_event.month, '%Y-%m') AS month,
       test_event.moment, test_event.form, test_event.last_of, strftime(test_event.pair_month, '%Y-%m') AS pair_month,
       CAST(count(*) AS INTEGER) AS n
FROM test_event
JOIN people ON people.person = test_event.person
GROUP BY ALL
ORDER BY ALL;
