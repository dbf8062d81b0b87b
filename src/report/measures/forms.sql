-- The kennistoets and the modules' own quizzes as a measure, per form, on first attempts: mean and standard deviation in points, and Cronbach's alpha
-- p / (p - 1) * (1 - sum of item variances / variance of the totals) (Moodle's coefficient of internal consistency).
-- Standard error of measurement = sd * sqrt(1 - alpha).
WITH total AS (
  SELECT form_id, sum(n) AS n, sum(n * total) AS total, sum(CAST(n AS HUGEINT) * total * total) AS squares FROM total_count GROUP BY form_id
),
share AS (SELECT form_id, item_id, sum(n * share) AS total, sum(n * share * share) AS squares FROM mark_count GROUP BY form_id, item_id),
-- Variances times n * (n - 1), which leaves whole numbers.
figured AS (
  SELECT total.form_id, total.n, count(*) AS items, total.total,
         total.n * total.squares - total.total * total.total AS variance,
         sum(total.n * share.squares - share.total * share.total) AS item_variance
  FROM total JOIN share ON share.form_id = total.form_id
  GROUP BY total.form_id, total.n, total.total, total.squares
),
summed AS (
  SELECT form_id, n, items, mean_of(n * items, 100 * total) AS mean,
         CASE WHEN n > 1 THEN sqrt(variance / (n * (n - 1))) / 10000 / items END AS sd,
         CASE WHEN items > 1 AND variance > 0 THEN items / (items - 1) * (1 - item_variance / variance) END AS alpha
  FROM figured
)
SELECT form.form, CAST(n AS INTEGER) AS n, CAST(items AS INTEGER) AS items, mean, sd, alpha,
       sd * sqrt(1 - least(alpha, 1)) AS sem
FROM summed JOIN (SELECT DISTINCT form_id, form FROM item) AS form ON form.form_id = summed.form_id
ORDER BY form.form;
