/**
 * The tables. Times are ISO 8601 in UTC with milliseconds, so that text order is time order.
 * Only what is never updated carries a key: DuckDB writes an update of a keyed row as delete and insert.
 */
export const TABLES: readonly string[] = [
  `create table if not exists settings (name varchar primary key, value varchar not null)`,
  `create table if not exists learners (id varchar primary key, name varchar not null, created varchar not null)`,
  // cmi: the whole run-time data as committed last, a JSON object of element -> text; null: nothing committed yet.
  `create table if not exists attempts (
     id varchar not null, learner varchar not null, package varchar not null, number integer not null,
     module varchar not null, edition varchar not null, title varchar not null, version varchar not null,
     cmi varchar, ended boolean not null, created varchar not null, updated varchar not null)`,
  // One row a launch: the right to commit, and the credentials its content has in the LRS.
  `create table if not exists sessions (
     id varchar primary key, attempt varchar not null, learner varchar not null, secret varchar not null,
     review boolean not null, created varchar not null)`,
  // What was committed last in a session; apart from the session, because it changes.
  `create table if not exists commits (session varchar not null, attempt varchar not null, number integer not null, updated varchar not null)`,
  // place: order of arrival, the same as the order of stored. doc is kept as it is, because pages take single rows from
  // everywhere in the table, and a compressed row can only be read with its neighbours.
  `create table if not exists statements (
     place bigint not null, id varchar primary key, stored varchar not null, timestamp varchar not null,
     verb varchar not null, actor varchar not null, activity varchar, registration varchar, target varchar,
     session varchar, activities varchar[] not null, agents varchar[] not null, related varchar[] not null,
     doc varchar not null using compression 'Uncompressed')`,
  `create table if not exists voided (id varchar not null)`,
  // The bytes that statements name by their SHA-2 (hexadecimal).
  `create table if not exists attachments (sha2 varchar primary key, type varchar not null, content blob not null)`,
  // State and profiles; owner: activity id or '', agent: key or ''.
  `create table if not exists documents (
     kind varchar not null, owner varchar not null, agent varchar not null, registration varchar not null, id varchar not null,
     type varchar not null, content blob not null, etag varchar not null, updated varchar not null)`,
  // Which learner is behind an actor: known only because his launch sent it.
  `create table if not exists actors (actor varchar not null, learner varchar not null)`,
  // cmi5: what a session (also in `sessions`) is about, and where it stands. Times are '' until they come.
  `create table if not exists cmi5_sessions (
     id varchar not null, attempt varchar not null, au integer not null, mode varchar not null, fetch_key varchar not null,
     fetched boolean not null, launch_data varchar not null, told varchar not null, launched varchar not null,
     terminated varchar not null, abandoned varchar not null, last varchar not null)`,
  // Progress per AU of an attempt; score 0..100, seconds over all sessions.
  `create table if not exists cmi5_aus (
     attempt varchar not null, au integer not null, completed boolean not null, passed boolean not null,
     failed boolean not null, score double, seconds double not null)`,
  // Statements that the LMS itself owes the LRS, until they are there.
  `create table if not exists cmi5_owed (id varchar not null, doc varchar not null, made varchar not null)`,
];
