-- Answers chosen at single-choice items, of the kennistoets and of the modules' own quizzes, on first attempts: persons per option; an
-- item left open has no row.
SELECT item.item, reply.response AS option, CAST(sum(given.persons) AS INTEGER) AS persons
FROM (
  SELECT answered.reply_id, count(*) AS persons
  FROM answered
  JOIN reply ON reply.id = answered.reply_id
  JOIN form_run ON form_run.run_id = answered.run_id AND form_run.form_id = answered.form_id
  WHERE reply.single
  GROUP BY answered.reply_id
) AS given
JOIN reply ON reply.id = given.reply_id
JOIN item ON item.id = reply.item_id
GROUP BY item.item, reply.response
ORDER BY item.item, persons DESC, option;
