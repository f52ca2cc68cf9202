-- What the engine writes before it tells the monitor outside that it lives.
CREATE TABLE heartbeat (
  name    text PRIMARY KEY,
  beat_at timestamptz NOT NULL
);
