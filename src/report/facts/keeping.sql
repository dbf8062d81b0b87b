-- What the reading needs beside the facts: what was read before, what was taken back, and how an LMS calls a module.

-- Ids of all statements of ours that were read; an id that comes again is left out.
CREATE TABLE IF NOT EXISTS seen (id UUID NOT NULL);

-- Ids that a statement took back; it may come before the one that it is about.
CREATE TABLE IF NOT EXISTS voided (id VARCHAR NOT NULL);

-- An LMS (cmi5, Tin Can launch) may call a module by an id of its own: learnt from the statements of the module's units.
CREATE TABLE IF NOT EXISTS module_alias (activity VARCHAR PRIMARY KEY, module VARCHAR NOT NULL, version VARCHAR NOT NULL);

-- Visits told under an id that is not known to be a module of ours: somebody else's, or one that a later statement explains.
CREATE TABLE IF NOT EXISTS unknown_visit AS SELECT * FROM module_event LIMIT 0;

-- What kind an assessment is, as its answers show; a statement of the unit itself does not say.
CREATE TABLE IF NOT EXISTS assessment (module VARCHAR, unit VARCHAR, kind VARCHAR NOT NULL, PRIMARY KEY (module, unit));

CREATE TABLE IF NOT EXISTS setting (name VARCHAR PRIMARY KEY, value VARCHAR NOT NULL);
