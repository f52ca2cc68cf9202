-- Calendar feeds by secret addresses; gaps of which the lead was told.

CREATE TABLE feed (
    id         uuid PRIMARY KEY,
    rotation   text REFERENCES rotation,
    role       text,
    person     text REFERENCES person,
    token_hash bytea       NOT NULL UNIQUE,
    author     text        NOT NULL,
    created_at timestamptz NOT NULL,
    revoked_at timestamptz,
    CHECK ((rotation IS NULL) <> (person IS NULL)),
    CHECK (role IS NULL OR rotation IS NOT NULL)
);

-- It refers to no rotation, so that who tells waits for nobody who changes one.
CREATE TABLE told_gap (
    rotation  text        NOT NULL,
    role      text        NOT NULL,
    starts_at timestamptz NOT NULL,
    told_at   timestamptz NOT NULL,
    PRIMARY KEY (rotation, role, starts_at)
);
INSERT INTO timer (kind, key, due, retry_at)
    SELECT 'gap-watch', id, now(), now() FROM rotation WHERE archived_at IS NULL;
