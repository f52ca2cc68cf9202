-- The final shifts of every rotation that a policy names, so that a rotation-service that is down
-- stops no page.

CREATE TABLE kept_rotation (
  rotation      text PRIMARY KEY,
  etag          text,
  -- Null until the rotation-service has answered once.
  known_from    timestamptz,
  known_until   timestamptz,
  roles         text[]      NOT NULL DEFAULT '{}',
  missing       boolean     NOT NULL DEFAULT false,
  answered_at   timestamptz,
  next_check_at timestamptz NOT NULL,
  named_at      timestamptz NOT NULL,
  error         text
);

CREATE TABLE kept_shift (
  rotation text        NOT NULL REFERENCES kept_rotation (rotation) ON DELETE CASCADE,
  role     text        NOT NULL,
  start_at timestamptz NOT NULL,
  end_at   timestamptz NOT NULL,
  people   text[]      NOT NULL,
  reason   text
);
CREATE INDEX kept_shift_at ON kept_shift (rotation, start_at, end_at);
