-- told and the tables that its numbers refer to (what was read) -> staged: each of our statements once, if it was not read before and not taken back.

DELETE FROM told WHERE rowid NOT IN (
  SELECT min(rowid)
  FROM told ANTI JOIN seen ON seen.id = told.statement::UUID
  WHERE statement NOT IN (SELECT id FROM voided)
  GROUP BY statement
);

CREATE OR REPLACE TEMP VIEW staged AS
SELECT statement, make_timestamp(CAST(happened AS BIGINT)) AS happened, is_misdated, is_demo, verb, run_nth,
  run_told.* EXCLUDE (nth), place_told.* EXCLUDE (nth), result_told.* EXCLUDE (nth)
FROM told
  JOIN run_told ON run_told.nth = run_nth
  JOIN place_told ON place_told.nth = place_nth
  JOIN result_told ON result_told.nth = result_nth;
