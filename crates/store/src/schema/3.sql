-- How far a finished form has come on its way. receipt: the agency's, as it came; accepted_at: by this machine's clock,
-- received_at: by the agency's; refusal: a code of why it was set aside; sealed: empty once it was purged; keep_days: how long
-- after its receipt that is, as its form promises.
ALTER TABLE forms ADD COLUMN receipt BLOB;
ALTER TABLE forms ADD COLUMN received_at INTEGER;
ALTER TABLE forms ADD COLUMN accepted_at INTEGER;
ALTER TABLE forms ADD COLUMN refusal TEXT;
ALTER TABLE forms ADD COLUMN tries INTEGER NOT NULL DEFAULT 0;
ALTER TABLE forms ADD COLUMN on_stick_at INTEGER;
ALTER TABLE forms ADD COLUMN keep_days INTEGER NOT NULL DEFAULT 7;
CREATE INDEX forms_by_state ON forms (state);

ALTER TABLE corrections ADD COLUMN receipt BLOB;
ALTER TABLE corrections ADD COLUMN received_at INTEGER;
ALTER TABLE corrections ADD COLUMN accepted_at INTEGER;
ALTER TABLE corrections ADD COLUMN refusal TEXT;
ALTER TABLE corrections ADD COLUMN tries INTEGER NOT NULL DEFAULT 0;
ALTER TABLE corrections ADD COLUMN on_stick_at INTEGER;
CREATE INDEX corrections_by_state ON corrections (state);

-- What this kiosk is to its agency: row 1 holds, row 2 is what it asked to become. tenant, site, kiosk and agency_key are
-- there once the agency has answered. stopped: a code of why nothing is sent until somebody has seen to it.
CREATE TABLE agency (
    one INTEGER PRIMARY KEY CHECK (one IN (1, 2)),
    address TEXT NOT NULL,
    credential TEXT NOT NULL,
    next_credential TEXT,
    tenant TEXT,
    site TEXT,
    kiosk TEXT,
    agency_key BLOB,
    enrolled_at INTEGER,
    changed_at INTEGER,
    stopped TEXT
);

-- How far one has read, and what is counted.
CREATE TABLE cursors (
    name TEXT PRIMARY KEY,
    value INTEGER NOT NULL
) WITHOUT ROWID;

-- Notices as they were signed; looked at before.
CREATE TABLE notices (
    id TEXT PRIMARY KEY,
    signed BLOB NOT NULL,
    expires INTEGER
) WITHOUT ROWID;

-- Statuses as they came, looked at before: named and encrypted by what only an applicant knows.
CREATE TABLE statuses (
    name BLOB PRIMARY KEY,
    sealed BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE status_list (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    salt BLOB NOT NULL,
    memory_kib INTEGER NOT NULL,
    passes INTEGER NOT NULL,
    as_of INTEGER
);
