-- The kennistoets and the modules' own quizzes as a measure, per form, on first attempts: mean and standard deviation in points, and Cronbach's alpha
-- p / (p - 1) * (1 - sum of item variances / variance of the totals) (Moodle's coefficient of internal consistency).
-- Standard error of measurement = sd * sqrt(1 - alpha).
WITH total AS (SELECT form_id, run_id, sum(share) AS total, count(*) AS items FROM mark GROUP BY form_id, run_id),
item_spread AS (SELECT form_id, item_id, var_samp(share) AS variance FROM mark GROUP BY form_id, item_id),
variances AS (SELECT form_id, sum(variance) AS variance, count(*) AS items FROM item_spread GROUP BY form_id),
summed AS (
  SELECT total.form_id, count(*) AS n, max(variances.items) AS items,
         avg(100 * total / total.items) AS mean, stddev_samp(100 * total / total.items) AS sd,
         CASE WHEN max(variances.items) > 1 AND var_samp(total) > 0
              THEN max(variances.items) / (max(variances.items) - 1.0) * (1 - max(variances.variance) / var_samp(total)) END AS alpha
  FROM total JOIN variances ON variances.form_id = total.form_id
  GROUP BY total.form_id
)
SELECT form.form, CAST(n AS INTEGER) AS n, CAST(items AS INTEGER) AS items, mean, sd, alpha,
       sd * sqrt(1 - least(alpha, 1)) AS sem
FROM summed JOIN (SELECT DISTINCT form_id, form FROM item) AS form ON form.form_id = summed.form_id
ORDER BY form.form;
