-- Item analysis of the kennistoets, and of the modules' own quizzes, by Moodle's formulas, on first attempts at whole forms (an item left
-- open is 0):
-- facility = mean; discrimination = Pearson's correlation of the item with the rest of the form (corrected item-total);
-- efficiency = covariance with the rest / the largest covariance that the same marks could have had (both sorted).
-- Source: Moodle, question/classes/statistics/questions/calculator.php.
WITH total AS (SELECT run_id, sum(share) AS share FROM mark GROUP BY run_id),
rested AS (
  SELECT mark.item, mark.version, mark.share, total.share - mark.share AS rest
  FROM mark JOIN total ON total.run_id = mark.run_id
),
-- A share has few values: those of each, sorted, stand in ranks `after` < rank <= `upto`.
block AS (
  SELECT item, share, upto - n AS after, upto
  FROM (
    SELECT item, share, count(*) AS n, sum(count(*)) OVER (PARTITION BY item ORDER BY share) AS upto FROM rested GROUP BY item, share
  ) AS counted
),
sorted AS (SELECT item, rest, row_number() OVER (PARTITION BY item ORDER BY rest) AS rest_rank FROM rested),
largest AS (
  SELECT sorted.item, covar_samp(block.share, sorted.rest) AS covariance
  FROM sorted JOIN block ON block.item = sorted.item AND sorted.rest_rank > block.after AND sorted.rest_rank <= block.upto
  GROUP BY sorted.item
)
SELECT content_item.item, content_item.competence, content_item.form,
       CAST(count(*) AS INTEGER) AS n,
       100 * avg(share) AS facility,
       var_samp(share) AS variance,
       CASE WHEN var_samp(share) > 0 AND var_samp(rest) > 0
            THEN covar_samp(share, rest) / sqrt(var_samp(share) * var_samp(rest)) END AS discrimination,
       CASE WHEN max(largest.covariance) > 0 THEN 100 * covar_samp(share, rest) / max(largest.covariance) END AS efficiency,
       string_agg(DISTINCT rested.version, ' ') AS versions
FROM rested
JOIN content_item ON content_item.item = rested.item
JOIN largest ON largest.item = rested.item
GROUP BY content_item.item, content_item.competence, content_item.form
ORDER BY content_item.form, content_item.item;
