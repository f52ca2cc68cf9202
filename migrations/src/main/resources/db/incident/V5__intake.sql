-- Integrations and the log of every request they sent.

CREATE TABLE integration (
    id                   text PRIMARY KEY,
    name                 text        NOT NULL,
    kind                 text        NOT NULL,
    team                 text        NOT NULL,
    policy               text,
    -- JSON object from the sender's words to severities.
    severities           text        NOT NULL,
    default_severity     text        NOT NULL,
    resolve_with_alerts  boolean     NOT NULL,
    quiet_after_resolve  text        NOT NULL,
    created_at           timestamptz NOT NULL,
    archived_at          timestamptz,
    version              bigint      NOT NULL
);

CREATE TABLE incoming_request (
    id           uuid PRIMARY KEY,
    integration  text        NOT NULL,
    received_at  timestamptz NOT NULL,
    outcome      text        NOT NULL,
    detail       text        NOT NULL,
    status       smallint    NOT NULL,
    alerts       integer     NOT NULL,
    incident_id  uuid,
    replay_of    uuid,
    content_type text,
    user_agent   text,
    size         bigint      NOT NULL,
    cut          boolean     NOT NULL,
    body         bytea       NOT NULL
);
CREATE INDEX incoming_request_newest ON incoming_request (received_at DESC, id DESC);
CREATE INDEX incoming_request_integration ON incoming_request (integration, received_at DESC, id DESC);
CREATE INDEX incoming_request_outcome ON incoming_request (outcome, received_at DESC, id DESC);
CREATE INDEX incoming_request_incident ON incoming_request (incident_id, received_at DESC) WHERE incident_id IS NOT NULL;
