-- Answers chosen at single-choice items of the kennistoets, on first attempts: persons per option; an item left open has no row.
SELECT test_answer.item, test_answer.response AS option, CAST(count(*) AS INTEGER) AS persons
FROM measured
JOIN test_answer ON test_answer.run_id = measured.run_id AND test_answer.form = measured.form
WHERE measured.instrument = 'kennistoets' AND test_answer.single
GROUP BY test_answer.item, test_answer.response
ORDER BY test_answer.item, persons DESC, option;
