-- What one replica looks at for all, now and then: a comparison with a neighbour, a search for what
-- should not be.
CREATE TABLE inspection (
  name     text PRIMARY KEY,
  -- Whoever comes first from then on begins it.
  next_at  timestamptz NOT NULL,
  -- When the last one came to a good end, and how much it found.
  ended_at timestamptz NOT NULL,
  found    bigint      NOT NULL
);

-- Whether a round's escalation runs is answered by the index alone, in the order of the incidents.
DROP INDEX escalation_running;
CREATE INDEX escalation_running ON escalation (incident, round) WHERE state = 'running';
