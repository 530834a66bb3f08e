-- SQLite and PostgreSQL both understand it. Times are milliseconds since 1970; `''` for a site means every site.
CREATE TABLE IF NOT EXISTS facts (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

CREATE TABLE IF NOT EXISTS tenants (
    tenant TEXT PRIMARY KEY,
    created_at BIGINT NOT NULL,
    notice_sequence BIGINT NOT NULL DEFAULT 0,
    pack_sequence BIGINT NOT NULL DEFAULT 0
);

CREATE TABLE IF NOT EXISTS sites (
    tenant TEXT NOT NULL REFERENCES tenants (tenant),
    site TEXT NOT NULL,
    salt BYTEA NOT NULL,
    memory_kib BIGINT NOT NULL,
    passes BIGINT NOT NULL,
    status_sequence BIGINT NOT NULL DEFAULT 0,
    status_as_of BIGINT,
    PRIMARY KEY (tenant, site)
);

CREATE TABLE IF NOT EXISTS kiosks (
    tenant TEXT NOT NULL,
    site TEXT NOT NULL,
    kiosk TEXT NOT NULL,
    channel TEXT NOT NULL,
    code BYTEA NOT NULL UNIQUE,
    code_expires_at BIGINT NOT NULL,
    credential BYTEA UNIQUE,
    next_credential BYTEA UNIQUE,
    enrolled_at BIGINT,
    revoked_at BIGINT,
    seen_at BIGINT,
    beat_sequence BIGINT,
    beat TEXT,
    PRIMARY KEY (tenant, kiosk),
    FOREIGN KEY (tenant, site) REFERENCES sites (tenant, site)
);

-- Credentials of revoked kiosks whose names others have now.
CREATE TABLE IF NOT EXISTS revoked (
    credential BYTEA PRIMARY KEY,
    tenant TEXT NOT NULL,
    kiosk TEXT NOT NULL,
    revoked_at BIGINT NOT NULL
);

CREATE TABLE IF NOT EXISTS forms (
    tenant TEXT NOT NULL,
    id TEXT NOT NULL,
    kiosk TEXT NOT NULL,
    sha256 BYTEA NOT NULL,
    received_at BIGINT NOT NULL,
    receipt TEXT NOT NULL,
    envelope TEXT NOT NULL,
    sealed BYTEA,
    exported_at BIGINT,
    purge TEXT,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX IF NOT EXISTS forms_waiting ON forms (tenant, id) WHERE exported_at IS NULL;

CREATE TABLE IF NOT EXISTS conflicts (
    tenant TEXT NOT NULL,
    id TEXT NOT NULL,
    sha256 BYTEA NOT NULL,
    kiosk TEXT NOT NULL,
    received_at BIGINT NOT NULL,
    envelope TEXT NOT NULL,
    sealed BYTEA NOT NULL,
    PRIMARY KEY (tenant, id, sha256)
);

-- What a person has looked at; it stays when the bytes go.
CREATE TABLE IF NOT EXISTS conflicts_seen (
    tenant TEXT NOT NULL,
    id TEXT NOT NULL,
    sha256 BYTEA NOT NULL,
    seen_at BIGINT NOT NULL,
    PRIMARY KEY (tenant, id, sha256)
);

CREATE TABLE IF NOT EXISTS packs (
    tenant TEXT NOT NULL REFERENCES tenants (tenant),
    site TEXT NOT NULL,
    channel TEXT NOT NULL,
    pack TEXT NOT NULL,
    version TEXT NOT NULL,
    size BIGINT NOT NULL,
    sha256 BYTEA NOT NULL,
    signature TEXT NOT NULL,
    published_at BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    percent BIGINT NOT NULL,
    held BIGINT NOT NULL,
    PRIMARY KEY (tenant, pack, version, channel, site)
);

CREATE TABLE IF NOT EXISTS pack_parts (
    tenant TEXT NOT NULL REFERENCES tenants (tenant),
    sha256 BYTEA NOT NULL,
    part BIGINT NOT NULL,
    bytes BYTEA NOT NULL,
    PRIMARY KEY (tenant, sha256, part)
);

CREATE TABLE IF NOT EXISTS notices (
    tenant TEXT NOT NULL REFERENCES tenants (tenant),
    sequence BIGINT NOT NULL,
    site TEXT NOT NULL,
    signed TEXT NOT NULL,
    PRIMARY KEY (tenant, sequence)
);

CREATE TABLE IF NOT EXISTS statuses (
    tenant TEXT NOT NULL,
    site TEXT NOT NULL,
    name BYTEA NOT NULL,
    asked BYTEA NOT NULL,
    said BYTEA NOT NULL,
    sealed BYTEA,
    sequence BIGINT NOT NULL,
    PRIMARY KEY (tenant, site, name),
    FOREIGN KEY (tenant, site) REFERENCES sites (tenant, site)
);
CREATE INDEX IF NOT EXISTS statuses_sequence ON statuses (tenant, site, sequence);

CREATE TABLE IF NOT EXISTS figures (
    tenant TEXT NOT NULL,
    kiosk TEXT NOT NULL,
    day TEXT NOT NULL,
    language TEXT NOT NULL,
    counters TEXT NOT NULL,
    PRIMARY KEY (tenant, kiosk, day, language)
);

CREATE TABLE IF NOT EXISTS audit (
    tenant TEXT NOT NULL REFERENCES tenants (tenant),
    sequence BIGINT NOT NULL,
    at BIGINT NOT NULL,
    what TEXT NOT NULL,
    counted BIGINT NOT NULL,
    digest BYTEA NOT NULL,
    hash BYTEA NOT NULL,
    PRIMARY KEY (tenant, sequence)
);
