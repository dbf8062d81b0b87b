-- Dienstverleningsscore: per group and period, over persons, the points of each competence and of 'total' (the mean of the seven).
-- Of each person counts the latest kennistoets in the period, first scored run only: nulmeting or eindmeting, never their average.
-- Who also finished the werkdag in the period counts for the mean of the two instruments.
WITH latest AS (
  SELECT test_event.person_id, test_event.moment, test_event.version, listed.period
  FROM test_event
  CROSS JOIN LATERAL (SELECT unnest(string_split(test_event.last_of, ' ')) AS period) AS listed
),
workday AS (
  SELECT measured_value.person_id, measured_value.subject, measured_value.points, month_period.period
  FROM measured_value
  JOIN measured ON measured.person_id = measured_value.person_id AND measured.instrument = 'werkdag'
  JOIN month_period ON month_period.month = measured.month
  WHERE measured_value.instrument = 'werkdag'
),
valued AS (
  SELECT people.post, latest.period, latest.moment, latest.version, test.subject,
         CASE WHEN workday.points IS NULL THEN test.points ELSE CAST(round((test.points + workday.points) / 2) AS BIGINT) END AS points,
         test.points AS test_points, workday.points AS workday_points
  FROM latest
  JOIN people ON people.id = latest.person_id
  JOIN measured_value AS test ON test.person_id = latest.person_id AND test.moment = latest.moment AND test.instrument = 'kennistoets'
  LEFT JOIN workday ON workday.person_id = latest.person_id AND workday.period = latest.period AND workday.subject = test.subject
),
counted AS (
  SELECT post, period, subject, version, count(*) AS n, count(*) FILTER (moment = 'final') AS at_end, count(workday_points) AS workday_n,
         sum(points) AS total, sum(points * points) AS squares,
         sum(test_points) AS test_total, sum(test_points * test_points) AS test_squares,
         sum(workday_points) AS workday_total, sum(workday_points * workday_points) AS workday_squares
  FROM valued
  GROUP BY post, period, subject, version
),
summed AS (
  SELECT post_group.grp, counted.period, counted.subject, sum(n) AS n, sum(at_end) AS at_end, sum(workday_n) AS workday_n,
         sum(total) AS total, sum(squares) AS squares, sum(test_total) AS test_total, sum(test_squares) AS test_squares,
         sum(workday_total) AS workday_total, sum(workday_squares) AS workday_squares,
         string_agg(DISTINCT version, ' ' ORDER BY version) AS versions
  FROM counted JOIN post_group ON post_group.post = counted.post
  GROUP BY post_group.grp, counted.period, counted.subject
)
SELECT grp, period, subject,
       CAST(n AS INTEGER) AS n,
       mean_of(n, total) AS mean,
       spread_of(n, total, squares) AS sd,
       CAST(at_end AS INTEGER) AS at_end,
       CAST(workday_n AS INTEGER) AS workday_n,
       CASE WHEN workday_n > 0 THEN mean_of(workday_n, workday_total) END AS workday_mean,
       spread_of(workday_n, workday_total, workday_squares) AS workday_sd,
       mean_of(n, test_total) AS test_mean,
       spread_of(n, test_total, test_squares) AS test_sd,
       versions
FROM summed
ORDER BY grp, period, subject;
