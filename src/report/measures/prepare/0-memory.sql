-- What earlier editions knew, beside the facts; it outlives them (see edition/memory.ts): members as they were (a row where they changed;
-- place 0: gone), and which cells were told. `part`: which value of a person is added up there, if that is not always the same one. Of 'test'
-- the moment; of 'practice/...' of how many units it is the mean. Who gets another value leaves, and comes again.
CREATE TABLE IF NOT EXISTS edition_space (space_id INTEGER NOT NULL, space VARCHAR NOT NULL, part VARCHAR NOT NULL);
CREATE TABLE IF NOT EXISTS edition_place (place_id INTEGER NOT NULL, attributes VARCHAR NOT NULL);
CREATE TABLE IF NOT EXISTS edition_member (
  edition INTEGER NOT NULL, space_id INTEGER NOT NULL, person_id INTEGER NOT NULL, place_id INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS edition_told (edition INTEGER NOT NULL, space VARCHAR NOT NULL, cell VARCHAR NOT NULL);
CREATE TABLE IF NOT EXISTS edition_kept (edition INTEGER NOT NULL, made VARCHAR NOT NULL, content VARCHAR NOT NULL);
