-- Dienstverleningsscore: per group and period, over persons, the points of each competence and of 'total' (the mean of the seven).
-- Of each person counts the latest kennistoets in the period, first scored run only: nulmeting or eindmeting, never their average.
-- Who also finished the werkdag in the period counts for the mean of the two instruments.
WITH latest AS (
  SELECT test_event.person, test_event.moment, test_event.version, listed.period
  FROM test_event
  CROSS JOIN LATERAL (SELECT unnest(string_split(test_event.last_of, ' ')) AS period) AS listed
),
workday AS (
  SELECT measured_value.person, measured_value.subject, measured_value.points, month_period.period
  FROM measured_value
  JOIN measured ON measured.person = measured_value.person AND measured.instrument = 'werkdag'
  JOIN month_period ON month_period.month = measured.month
  WHERE measured_value.instrument = 'werkdag'
),
valued AS (
  SELECT latest.person, latest.period, latest.moment, latest.version, test.subject,
         CASE WHEN workday.points IS NULL THEN test.points ELSE (test.points + workday.points) / 2 END AS points,
         test.points AS test_points, workday.points AS workday_points
  FROM latest
  JOIN measured_value AS test ON test.person = latest.person AND test.moment = latest.moment AND test.instrument = 'kennistoets'
  LEFT JOIN workday ON workday.person = latest.person AND workday.period = latest.period AND workday.subject = test.subject
)
SELECT person_group.grp, valued.period, valued.subject,
       CAST(count(*) AS INTEGER) AS n,
       avg(points) AS mean,
       stddev_samp(points) AS sd,
       CAST(count(*) FILTER (moment = 'final') AS INTEGER) AS at_end,
       CAST(count(workday_points) AS INTEGER) AS workday_n,
       avg(workday_points) AS workday_mean,
       stddev_samp(workday_points) AS workday_sd,
       avg(test_points) AS test_mean,
       stddev_samp(test_points) AS test_sd,
       string_agg(DISTINCT version, ' ' ORDER BY version) AS versions
FROM valued
JOIN person_group ON person_group.person = valued.person
GROUP BY person_group.grp, valued.period, valued.subject
ORDER BY person_group.grp, valued.period, valued.subject;
