-- The facts that every measure reads: one row per thing that happened, filled from xAPI statements (an LRS, an export) or from
-- Moodle's report files. Portable SQL types only; times are UTC (`happened`, not `at`: DuckDB reserves that word). What many rows say
-- alike (whose run of what, which option) stands once, under a number. `person` is a
-- pseudonym; no table holds a name: an account of 32 hexadecimal digits as it stands, any other as the first 32 of the SHA-256 of
-- its name. `statement` is unique in its table, and a number and what it stands for in theirs; no index says so, as ten million ids would
-- fill the memory.

-- Persons of whom something was told.
CREATE TABLE IF NOT EXISTS person (person_id INTEGER NOT NULL, person VARCHAR NOT NULL);

-- Runs through units. `module` is the id of the package: 'hostmanship', 'kennistoets-nulmeting'; `run` counts within the attempt.
-- `mode`: 'scored' (the only one measured), 'again', 'from-here'.
CREATE TABLE IF NOT EXISTS run (
  run_id     INTEGER NOT NULL,
  person_id  INTEGER NOT NULL,
  attempt    VARCHAR NOT NULL,
  module     VARCHAR NOT NULL,
  unit       VARCHAR NOT NULL,
  kind       VARCHAR NOT NULL,
  run        INTEGER NOT NULL,
  mode       VARCHAR NOT NULL
);

-- Who works where: from the teams file of the reader, on the reader's machine. Not in it: team, department and role are NULL.
CREATE TABLE IF NOT EXISTS member (
  person      VARCHAR PRIMARY KEY,
  team        VARCHAR,
  department  VARCHAR,
  role        VARCHAR
);

-- Persons that demo data made up: their statements say so. Unique; the report says that they are in it.
CREATE TABLE IF NOT EXISTS made_up (person VARCHAR NOT NULL);

-- A visit to a package, per attempt: 'opened', 'completed', 'passed', 'failed', 'closed'.
-- `score` 0-100; `seconds` of a visit that was closed.
CREATE TABLE IF NOT EXISTS module_event (
  statement   VARCHAR NOT NULL,
  person_id   INTEGER NOT NULL,
  attempt     VARCHAR NOT NULL,
  module      VARCHAR NOT NULL,
  version     VARCHAR NOT NULL,
  event       VARCHAR NOT NULL,
  score       DOUBLE,
  seconds     DOUBLE,
  happened    TIMESTAMP NOT NULL
);

-- A run begun or finished: `event` is 'started' or 'finished'; the columns after `happened` are of a finished run. `ending_quality`:
-- 'goed', 'voldoende', 'slecht'.
CREATE TABLE IF NOT EXISTS run_event (
  statement       VARCHAR NOT NULL,
  run_id          INTEGER NOT NULL,
  version         VARCHAR NOT NULL,
  event           VARCHAR NOT NULL,
  happened        TIMESTAMP NOT NULL,
  score           DOUBLE,
  ending          VARCHAR,
  ending_quality  VARCHAR,
  route           VARCHAR
);

-- What was chosen in conversations. `turn` is the id of the turn (and slot: 'turn/slot'); changes as the engine gave them: the same
-- option with other effects is another one; `got` and `max` are the evidence over all competences together.
CREATE TABLE IF NOT EXISTS chosen (
  chosen_id          INTEGER NOT NULL,
  module             VARCHAR NOT NULL,
  unit               VARCHAR NOT NULL,
  turn               VARCHAR NOT NULL,
  option             VARCHAR NOT NULL,
  klanttevredenheid  DOUBLE NOT NULL,
  minutes            DOUBLE NOT NULL,
  wait_days          DOUBLE NOT NULL,
  kosten             DOUBLE NOT NULL,
  got                DOUBLE NOT NULL,
  max                DOUBLE NOT NULL
);

-- A choice in a conversation.
CREATE TABLE IF NOT EXISTS decision (
  statement  VARCHAR NOT NULL,
  run_id     INTEGER NOT NULL,
  chosen_id  INTEGER NOT NULL,
  happened   TIMESTAMP NOT NULL
);

-- What was replied to items of a quiz or test, or to steps of find-mistake or a lesson. `item` is the part of the activity id that
-- follows the unit's, or the bank's of a test: the id of the item; 'mark', '<line>/why' and '<line>/better' of a find-mistake.
-- `share` 0-1 is what of it is right; `response` as in the statement.
CREATE TABLE IF NOT EXISTS replied (
  replied_id  INTEGER NOT NULL,
  module      VARCHAR NOT NULL,
  unit        VARCHAR NOT NULL,
  kind        VARCHAR NOT NULL,
  item        VARCHAR NOT NULL,
  response    VARCHAR NOT NULL,
  share       DOUBLE NOT NULL
);

-- An answer to an item.
CREATE TABLE IF NOT EXISTS answer (
  statement   VARCHAR NOT NULL,
  run_id      INTEGER NOT NULL,
  replied_id  INTEGER NOT NULL,
  happened    TIMESTAMP NOT NULL
);

-- Something looked up, called or written at the desk: `action` is 'klant', 'zaak', 'artikel', 'bellen', 'kanaal', 'notitie'.
CREATE TABLE IF NOT EXISTS desk_action (
  statement   VARCHAR NOT NULL,
  run_id      INTEGER NOT NULL,
  action      VARCHAR NOT NULL,
  target      VARCHAR NOT NULL,
  minutes     DOUBLE NOT NULL,
  happened    TIMESTAMP NOT NULL
);

-- What runs show. `scale`: 'competence' or 'outcome'; `name` its id in the content.
CREATE TABLE IF NOT EXISTS shown (shown_id INTEGER NOT NULL, scale VARCHAR NOT NULL, name VARCHAR NOT NULL);

-- What a finished run showed: `scaled` 0-1; `got` and `max` of a competence, in points of evidence.
CREATE TABLE IF NOT EXISTS run_score (
  statement   VARCHAR NOT NULL,
  run_id      INTEGER NOT NULL,
  shown_id    INTEGER NOT NULL,
  scaled      DOUBLE NOT NULL,
  got         DOUBLE,
  max         DOUBLE,
  happened    TIMESTAMP NOT NULL
);

-- How things are called in the content, as the newest statement about them said: modules, units, turns, options, items.
-- `id` is the activity id without its base ('hostmanship/weduwe/t3'); an option is '<activity>#<code>'. `correct`: xAPI's pattern.
-- An item of a test has one id in all packages of its bank: 'kennistoets/vraag/<item>'. Dutch goes before a newer name in `language`.
CREATE TABLE IF NOT EXISTS label (
  id           VARCHAR PRIMARY KEY,
  name         VARCHAR NOT NULL,
  description  VARCHAR,
  correct      VARCHAR,
  happened     TIMESTAMP NOT NULL,
  language     VARCHAR
);
