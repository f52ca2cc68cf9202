-- Tables that every service has in its own schema. The role that migrates owns them.

CREATE TABLE outbox (
    id              uuid PRIMARY KEY,
    destination     text        NOT NULL,
    type            text        NOT NULL,
    subject         text        NOT NULL,
    priority        smallint    NOT NULL,
    payload         jsonb,
    created_at      timestamptz NOT NULL,
    next_attempt_at timestamptz NOT NULL,
    attempts        integer     NOT NULL DEFAULT 0,
    last_error      text,
    parked_at       timestamptz
);
CREATE INDEX outbox_due ON outbox (destination, priority, next_attempt_at, id) WHERE parked_at IS NULL;
CREATE INDEX outbox_age ON outbox (created_at) WHERE parked_at IS NULL;
CREATE INDEX outbox_parked ON outbox (parked_at) WHERE parked_at IS NOT NULL;

CREATE TABLE timer (
    kind       text        NOT NULL,
    key        text        NOT NULL,
    due        timestamptz NOT NULL,
    attempts   integer     NOT NULL DEFAULT 0,
    retry_at   timestamptz NOT NULL,
    last_error text,
    PRIMARY KEY (kind, key)
);
CREATE INDEX timer_due ON timer (retry_at);

CREATE TABLE idempotency_key (
    caller      text        NOT NULL,
    route       text        NOT NULL,
    key         text        NOT NULL,
    fingerprint bytea       NOT NULL,
    status      smallint    NOT NULL,
    body        text,
    created_at  timestamptz NOT NULL,
    PRIMARY KEY (caller, route, key)
);
CREATE INDEX idempotency_key_age ON idempotency_key (created_at);

-- The oldest schema reader that these tables still serve; a service that is older refuses to run.
CREATE TABLE compatibility (
    oldest_reader integer NOT NULL
);
INSERT INTO compatibility (oldest_reader) VALUES (1);
