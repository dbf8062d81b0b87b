-- told and run_told (what was read) -> staged: each of our statements once, if it was not read before and not taken back.

DELETE FROM told WHERE rowid NOT IN (
  SELECT min(rowid)
  FROM told ANTI JOIN seen ON seen.id = told.statement::UUID
  WHERE statement NOT IN (SELECT id FROM voided)
  GROUP BY statement
);

CREATE OR REPLACE TEMP VIEW staged AS
SELECT told.* EXCLUDE (run_nth) REPLACE (make_timestamp(CAST(happened AS BIGINT)) AS happened), run_told.* EXCLUDE (nth)
FROM told JOIN run_told ON run_told.nth = told.run_nth;
