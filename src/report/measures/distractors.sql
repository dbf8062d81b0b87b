-- Answers chosen at single-choice items of the kennistoets, on first attempts: persons per option; an item left open has no row.
SELECT content_item.item, answer.response AS option, CAST(count(*) AS INTEGER) AS persons
FROM measured
JOIN answer ON answer.person = measured.person AND answer.attempt = measured.attempt AND answer.unit = measured.unit AND answer.run = measured.run
JOIN content_item ON content_item.item = answer.item AND content_item.form = measured.form
WHERE measured.instrument = 'kennistoets' AND answer.mode = 'scored' AND content_item.single
GROUP BY content_item.item, answer.response
ORDER BY content_item.item, persons DESC, option;
