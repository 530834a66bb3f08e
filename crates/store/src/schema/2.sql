-- Who works at this counter. pin: a hash that says nothing to the store; left_at: when somebody no longer worked here.
CREATE TABLE staff (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    pin TEXT NOT NULL,
    since INTEGER NOT NULL,
    left_at INTEGER
);

-- What the counter did with a finished form. void: a code of why it no longer holds.
ALTER TABLE forms ADD COLUMN language TEXT NOT NULL DEFAULT '';
ALTER TABLE forms ADD COLUMN signed_off_at INTEGER;
ALTER TABLE forms ADD COLUMN signed_off_by INTEGER REFERENCES staff (id);
ALTER TABLE forms ADD COLUMN handed_over_at INTEGER;
ALTER TABLE forms ADD COLUMN handed_over_by INTEGER REFERENCES staff (id);
ALTER TABLE forms ADD COLUMN void TEXT;
ALTER TABLE forms ADD COLUMN prints INTEGER NOT NULL DEFAULT 0;

-- The definition that a readable copy can be corrected by.
ALTER TABLE printable ADD COLUMN definition BLOB REFERENCES definitions (digest);

-- A corrected form travels beside the first one; both are sealed, neither replaces the other.
CREATE TABLE corrections (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    id BLOB NOT NULL UNIQUE,
    form BLOB NOT NULL REFERENCES forms (id),
    revision INTEGER NOT NULL,
    made_at INTEGER NOT NULL,
    made_by INTEGER REFERENCES staff (id),
    state TEXT NOT NULL DEFAULT 'queued',
    sealed BLOB NOT NULL,
    UNIQUE (form, revision)
);

-- One paper each. ended: what the printer said became of it, or that it was given up.
CREATE TABLE print_jobs (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    id BLOB NOT NULL UNIQUE,
    form BLOB REFERENCES forms (id),
    sheet TEXT NOT NULL,
    begun INTEGER NOT NULL,
    ended TEXT,
    ended_at INTEGER
);
