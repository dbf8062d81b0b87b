-- Item analysis of the kennistoets, and of the modules' own quizzes, by Moodle's formulas, on first attempts at whole forms (an item left
-- open is 0):
-- facility = mean; discrimination = Pearson's correlation of the item with the rest of the form (corrected item-total);
-- efficiency = covariance with the rest / the largest covariance that the same marks could have had (both sorted).
-- Source: Moodle, question/classes/statistics/questions/calculator.php.
WITH seen AS (SELECT form_id, string_agg(DISTINCT version, ' ') AS versions FROM form_run GROUP BY form_id),
rested AS (SELECT item_id, share, total - share AS rest, n FROM mark_count),
-- Those of each share, and of each rest, stand sorted in ranks `after` < rank <= `upto`.
by_share AS (
  SELECT item_id, share, upto - n AS after, upto
  FROM (
    SELECT item_id, share, sum(n) AS n, sum(sum(n)) OVER (PARTITION BY item_id ORDER BY share) AS upto FROM rested GROUP BY item_id, share
  ) AS counted
),
by_rest AS (
  SELECT item_id, rest, upto - n AS after, upto
  FROM (
    SELECT item_id, rest, sum(n) AS n, sum(sum(n)) OVER (PARTITION BY item_id ORDER BY rest) AS upto FROM rested GROUP BY item_id, rest
  ) AS counted
),
sorted AS (
  SELECT by_share.item_id,
         sum(share * rest * (least(by_share.upto, by_rest.upto) - greatest(by_share.after, by_rest.after))) AS products
  FROM by_share
  JOIN by_rest ON by_rest.item_id = by_share.item_id AND by_rest.after < by_share.upto AND by_rest.upto > by_share.after
  GROUP BY by_share.item_id
),
summed AS (
  SELECT item_id, sum(n) AS n, sum(n * share) AS share, sum(n * rest) AS rest, sum(n * share * share) AS share_squares,
         sum(CAST(n AS HUGEINT) * rest * rest) AS rest_squares, sum(CAST(n AS HUGEINT) * share * rest) AS products
  FROM rested
  GROUP BY item_id
),
-- All times n * n, which leaves whole numbers.
figured AS (
  SELECT summed.item_id, n, share, n * share_squares - share * share AS variance, n * rest_squares - rest * rest AS rest_variance,
         n * summed.products - share * rest AS covariance, n * sorted.products - share * rest AS largest
  FROM summed JOIN sorted ON sorted.item_id = summed.item_id
)
SELECT item.item, item.competence, item.form,
       CAST(n AS INTEGER) AS n,
       mean_of(n, 100 * share) AS facility,
       CASE WHEN variance > 0 AND rest_variance > 0 THEN covariance / (sqrt(variance) * sqrt(rest_variance)) END AS discrimination,
       CASE WHEN largest > 0 THEN 100 * covariance / largest END AS efficiency,
       seen.versions
FROM figured
JOIN item ON item.id = figured.item_id
JOIN seen ON seen.form_id = item.form_id
ORDER BY item.form, item.item;
