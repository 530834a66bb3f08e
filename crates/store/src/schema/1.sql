CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    value INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO meta (name, value) VALUES ('min_reader', 1), ('wrong_codes', 0), ('codes_from', 0);

-- Forms as the packs had them, once for all drafts that began with them.
CREATE TABLE definitions (
    digest BLOB PRIMARY KEY,
    definition BLOB NOT NULL
) WITHOUT ROWID;

-- key: wrapped by a key that is not in here; code: keyed hash.
CREATE TABLE drafts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    form_id TEXT NOT NULL,
    form_version TEXT NOT NULL,
    definition BLOB NOT NULL REFERENCES definitions (digest),
    begun INTEGER NOT NULL,
    key BLOB NOT NULL,
    code BLOB UNIQUE,
    paused_at INTEGER,
    paused_until INTEGER
);

-- place: keyed hash of its name; value: name and value, encrypted under the draft's key.
CREATE TABLE answers (
    draft INTEGER NOT NULL REFERENCES drafts (id) ON DELETE CASCADE,
    place BLOB NOT NULL,
    value BLOB NOT NULL,
    PRIMARY KEY (draft, place)
) WITHOUT ROWID;

CREATE TABLE forms (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    id BLOB NOT NULL UNIQUE,
    number TEXT NOT NULL UNIQUE,
    draft INTEGER NOT NULL UNIQUE,
    form_id TEXT NOT NULL,
    form_version TEXT NOT NULL,
    sealed_at INTEGER NOT NULL,
    state TEXT NOT NULL DEFAULT 'queued',
    duplicate_of TEXT,
    sealed BLOB NOT NULL
);

CREATE TABLE printable (
    form BLOB PRIMARY KEY,
    key BLOB NOT NULL,
    copy BLOB NOT NULL,
    since INTEGER NOT NULL,
    until INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE persons (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    hash BLOB NOT NULL,
    number TEXT NOT NULL,
    since INTEGER NOT NULL,
    until INTEGER NOT NULL
);
CREATE INDEX persons_by_hash ON persons (hash);

CREATE TABLE audit (
    sequence INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    event TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL,
    previous BLOB NOT NULL,
    hash BLOB NOT NULL
);
CREATE TRIGGER audit_keeps BEFORE UPDATE ON audit BEGIN
    SELECT raise(ABORT, 'the audit trail is only appended to');
END;
CREATE TRIGGER audit_stays BEFORE DELETE ON audit BEGIN
    SELECT raise(ABORT, 'the audit trail is only appended to');
END;
CREATE TRIGGER audit_follows BEFORE INSERT ON audit
WHEN new.sequence <= (SELECT coalesce(max(sequence), 0) FROM audit) BEGIN
    SELECT raise(ABORT, 'the audit trail is only appended to');
END;
