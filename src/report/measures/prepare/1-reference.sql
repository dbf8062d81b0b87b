-- What the measures must be told beside the facts: parameters, the periods of the cube, and what the content says of its tests and
-- conversations. Filled by the caller after this file has run and before 2-people.sql.

CREATE OR REPLACE TEMP TABLE parameter (name VARCHAR PRIMARY KEY, value DOUBLE NOT NULL);
-- `visit-minutes`: the most that one visit counts for. A page that stood open over lunch is not work.
INSERT INTO parameter VALUES ('visit-minutes', 90);

-- Measures add up whole numbers, as fractions add up to something else in another order: millionths, of a point or of a share of 1.
-- What no statement of ours says is cut off.
CREATE OR REPLACE TEMP MACRO millionths(amount, least_amount, most) AS
  CAST(round(1000000 * least(greatest(amount, least_amount), most)) AS BIGINT);

-- From millionths of a point: mean and standard deviation (n - 1) of n. A half stays a half, though its parts were rounded.
CREATE OR REPLACE TEMP MACRO mean_of(n, total) AS round(total / n / 1000000, 6);
CREATE OR REPLACE TEMP MACRO spread_of(n, total, squares) AS
  CASE WHEN n > 1 THEN sqrt((n * squares - total * total) / (n * (n - 1))) / 1000000 END;

-- Spans of whole months; `until` is the first day after.
CREATE OR REPLACE TEMP TABLE period (id VARCHAR PRIMARY KEY, kind VARCHAR NOT NULL, first DATE NOT NULL, until DATE NOT NULL);

-- The units that measure: instrument 'kennistoets' (moment 'baseline' or 'final') and 'werkdag' (moment 'final').
CREATE OR REPLACE TEMP TABLE content_test (
  module VARCHAR NOT NULL, unit VARCHAR NOT NULL, instrument VARCHAR NOT NULL, moment VARCHAR NOT NULL
);
-- The items of the kennistoets, each in one of its two forms ('A', 'B'), and those of the modules' own quizzes, whose form is the quiz
-- ('module/unit') and whose name is 'module/unit/item'. `single`: one answer out of several.
CREATE OR REPLACE TEMP TABLE content_item (
  item VARCHAR PRIMARY KEY, form VARCHAR NOT NULL, competence VARCHAR NOT NULL, single BOOLEAN NOT NULL
);
-- Units in the order of their module, from 1.
CREATE OR REPLACE TEMP TABLE content_unit (
  module VARCHAR NOT NULL, unit VARCHAR NOT NULL, kind VARCHAR NOT NULL, position INTEGER NOT NULL
);
-- The decisions of the best route that exists, if every desk answers. `turn` as in the facts ('turn' or 'turn/slot').
CREATE OR REPLACE TEMP TABLE content_best (
  module VARCHAR NOT NULL, unit VARCHAR NOT NULL, turn VARCHAR NOT NULL, option VARCHAR NOT NULL
);
