-- Item analysis of the kennistoets, and of the modules' own quizzes, by Moodle's formulas, on first attempts at whole forms (an item left
-- open is 0):
-- facility = mean; discrimination = Pearson's correlation of the item with the rest of the form (corrected item-total);
-- efficiency = covariance with the rest / the largest covariance that the same marks could have had (both sorted).
-- Source: Moodle, question/classes/statistics/questions/calculator.php.
WITH total AS (SELECT run_id, sum(share) AS share FROM mark GROUP BY run_id),
rested AS (
  SELECT mark.item_id, mark.share, total.share - mark.share AS rest
  FROM mark JOIN total ON total.run_id = mark.run_id
),
seen AS (SELECT form_id, string_agg(DISTINCT version, ' ') AS versions FROM form_run GROUP BY form_id),
-- A share has few values: those of each, sorted, stand in ranks `after` < rank <= `upto`.
block AS (
  SELECT item_id, share, upto - n AS after, upto
  FROM (
    SELECT item_id, share, count(*) AS n, sum(count(*)) OVER (PARTITION BY item_id ORDER BY share) AS upto FROM rested GROUP BY item_id, share
  ) AS counted
),
sorted AS (SELECT item_id, rest, row_number() OVER (PARTITION BY item_id ORDER BY rest) AS rest_rank FROM rested),
largest AS (
  SELECT sorted.item_id, covar_samp(block.share, sorted.rest) AS covariance
  FROM sorted JOIN block ON block.item_id = sorted.item_id AND sorted.rest_rank > block.after AND sorted.rest_rank <= block.upto
  GROUP BY sorted.item_id
),
figured AS (
  SELECT item_id, count(*) AS n, avg(share) AS mean, var_samp(share) AS variance, var_samp(rest) AS rest_variance,
         covar_samp(share, rest) AS covariance
  FROM rested
  GROUP BY item_id
)
SELECT item.item, item.competence, item.form,
       CAST(figured.n AS INTEGER) AS n,
       100 * mean AS facility,
       variance,
       CASE WHEN variance > 0 AND rest_variance > 0 THEN figured.covariance / sqrt(variance * rest_variance) END AS discrimination,
       CASE WHEN largest.covariance > 0 THEN 100 * figured.covariance / largest.covariance END AS efficiency,
       seen.versions
FROM figured
JOIN item ON item.id = figured.item_id
JOIN seen ON seen.form_id = item.form_id
JOIN largest ON largest.item_id = figured.item_id
ORDER BY item.form, item.item;
