-- Growth: per group and period of the eindmeting, over persons who took both tests, eindmeting minus nulmeting in points; per
-- competence and in total. Corrected for forms that are not equally hard (`form_shift`), so that who went from the harder form to the
-- easier one did not grow by it.
WITH paired AS (
  SELECT people.post, pair_value.month, pair_value.first_form, pair_value.subject, baseline_version, final_version,
         baseline + CASE first_form WHEN 'A' THEN 1 WHEN 'B' THEN -1 ELSE 0 END * form_shift.shift AS baseline,
         final + CASE last_form WHEN 'A' THEN 1 WHEN 'B' THEN -1 ELSE 0 END * form_shift.shift AS final,
         2 * form_shift.shift AS b_easier
  FROM pair_value
  JOIN form_shift ON form_shift.subject = pair_value.subject
  JOIN people ON people.id = pair_value.person_id
),
counted AS (
  SELECT post, month, subject, baseline_version, final_version, count(*) AS n, count(*) FILTER (first_form = 'A') AS first_a,
         max(b_easier) AS b_easier,
         sum(final - baseline) AS total, sum((final - baseline) * (final - baseline)) AS squares,
         sum(baseline) AS baseline_total, sum(baseline * baseline) AS baseline_squares,
         sum(final) AS final_total, sum(final * final) AS final_squares
  FROM paired
  GROUP BY post, month, subject, baseline_version, final_version
),
summed AS (
  SELECT post_group.grp, month_period.period, counted.subject, sum(n) AS n, sum(first_a) AS first_a, max(b_easier) AS b_easier,
         sum(total) AS total, sum(squares) AS squares, sum(baseline_total) AS baseline_total, sum(baseline_squares) AS baseline_squares,
         sum(final_total) AS final_total, sum(final_squares) AS final_squares,
         string_agg(DISTINCT baseline_version || ' ' || final_version, ' ') AS versions
  FROM counted
  JOIN post_group ON post_group.post = counted.post
  JOIN month_period ON month_period.month = counted.month
  GROUP BY post_group.grp, month_period.period, counted.subject
)
SELECT grp, period, subject,
       CAST(n AS INTEGER) AS n,
       mean_of(n, total) AS mean,
       spread_of(n, total, squares) AS sd,
       mean_of(n, baseline_total) AS baseline_mean,
       spread_of(n, baseline_total, baseline_squares) AS baseline_sd,
       mean_of(n, final_total) AS final_mean,
       spread_of(n, final_total, final_squares) AS final_sd,
       CAST(first_a AS INTEGER) AS first_a,
       -- Points by which form B is the easier one.
       b_easier / 1000000 AS b_easier,
       versions
FROM summed
ORDER BY grp, period, subject;
