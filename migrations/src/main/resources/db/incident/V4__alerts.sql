-- Alerts (one row an episode) and the groups by which they make incidents.

CREATE TABLE alert (
    id            uuid PRIMARY KEY,
    integration   text        NOT NULL,
    fingerprint   text        NOT NULL,
    name          text        NOT NULL,
    severity      text        NOT NULL,
    tags          text[]      NOT NULL,
    labels        jsonb       NOT NULL,
    annotations   jsonb       NOT NULL,
    starts_at     timestamptz NOT NULL,
    ends_at       timestamptz,
    generator_url text,
    -- What had to be cleaned or trimmed to fit.
    flags         text[]      NOT NULL,
    opened_at     timestamptz NOT NULL,
    last_seen_at  timestamptz NOT NULL,
    closed_at     timestamptz
) WITH (fillfactor = 80);

-- One open alert per integration and fingerprint.
CREATE UNIQUE INDEX alert_open ON alert (integration, fingerprint) WHERE closed_at IS NULL;
CREATE INDEX alert_newest ON alert (opened_at DESC, id DESC);
CREATE INDEX alert_firing ON alert (opened_at DESC, id DESC) WHERE closed_at IS NULL;
CREATE INDEX alert_integration ON alert (integration, opened_at DESC, id DESC);
CREATE INDEX alert_fingerprint ON alert (fingerprint, opened_at DESC, id DESC);

-- A sender's group and its incident. Group keys have no bound, so their SHA-256 is what is indexed.
CREATE TABLE alert_group (
    id          uuid PRIMARY KEY,
    integration text        NOT NULL,
    key_hash    bytea       NOT NULL,
    key         text        NOT NULL,
    incident_id uuid        NOT NULL,
    opened_at   timestamptz NOT NULL,
    released_at timestamptz
) WITH (fillfactor = 80);
CREATE UNIQUE INDEX alert_group_open ON alert_group (integration, key_hash) WHERE released_at IS NULL;
CREATE INDEX alert_group_incident ON alert_group (incident_id);

-- An alert may belong to several groups. Whether it fires is repeated here, so that a group that
-- has lived through a million alerts still tells at once whether one of them fires.
CREATE TABLE alert_group_member (
    group_id uuid    NOT NULL,
    alert_id uuid    NOT NULL,
    firing   boolean NOT NULL,
    PRIMARY KEY (group_id, alert_id)
);
CREATE INDEX alert_group_member_alert ON alert_group_member (alert_id);
CREATE INDEX alert_group_member_firing ON alert_group_member (group_id) WHERE firing;
