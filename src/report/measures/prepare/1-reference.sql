-- What the measures must be told beside the facts: parameters, the periods of the cube, and what the content says of its tests and
-- conversations. Filled by the caller after this file has run and before 2-people.sql.

CREATE OR REPLACE TEMP TABLE parameter (name VARCHAR PRIMARY KEY, value DOUBLE NOT NULL);
-- `visit-minutes`: the most that one visit counts for. A page that stood open over lunch is not work.
INSERT INTO parameter VALUES ('visit-minutes', 90);

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
