-- Answers chosen at single-choice items, of the kennistoets and of the modules' own quizzes, on first attempts: persons per option; an
-- item left open has no row.
SELECT given.item, given.response AS option, CAST(count(*) AS INTEGER) AS persons
FROM (
  SELECT test_answer.item, test_answer.response
  FROM measured
  JOIN test_answer ON test_answer.run_id = measured.run_id AND test_answer.form = measured.form
  WHERE measured.instrument = 'kennistoets' AND test_answer.single
  UNION ALL
  SELECT item, response FROM quiz_answer WHERE single
) AS given
GROUP BY given.item, given.response
ORDER BY given.item, persons DESC, option;
