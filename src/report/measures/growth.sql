-- Growth: per group and period of the eindmeting, over persons who took both tests, eindmeting minus nulmeting in points; per
-- competence and in total. Corrected for forms that are not equally hard (`form_shift`), so that who went from the harder form to the
-- easier one did not grow by it.
WITH paired AS (
  SELECT pair_value.person, pair_value.month, pair_value.first_form, pair_value.subject, baseline_version, final_version,
         baseline + CASE first_form WHEN 'A' THEN 1 WHEN 'B' THEN -1 ELSE 0 END * form_shift.shift AS baseline,
         final + CASE last_form WHEN 'A' THEN 1 WHEN 'B' THEN -1 ELSE 0 END * form_shift.shift AS final,
         2 * form_shift.shift AS b_easier
  FROM pair_value
  JOIN form_shift ON form_shift.subject = pair_value.subject
)
SELECT person_group.grp, month_period.period, paired.subject,
       CAST(count(*) AS INTEGER) AS n,
       avg(final - baseline) AS mean,
       stddev_samp(final - baseline) AS sd,
       avg(baseline) AS baseline_mean,
       stddev_samp(baseline) AS baseline_sd,
       avg(final) AS final_mean,
       stddev_samp(final) AS final_sd,
       CAST(count(*) FILTER (first_form = 'A') AS INTEGER) AS first_a,
       -- Points by which form B is the easier one.
       max(b_easier) AS b_easier,
       string_agg(DISTINCT baseline_version || ' ' || final_version, ' ') AS versions
FROM paired
JOIN person_group ON person_group.person = paired.person
JOIN month_period ON month_period.month = paired.month
GROUP BY person_group.grp, month_period.period, paired.subject
ORDER BY person_group.grp, month_period.period, paired.subject;
