-- What happens.

-- The newest picture of each incident that was heard of.
CREATE TABLE incident_picture (
  incident         uuid PRIMARY KEY,
  version          bigint      NOT NULL,
  round            int         NOT NULL,
  state            text        NOT NULL,
  quiet_until      timestamptz,
  picture          jsonb       NOT NULL,
  received_at      timestamptz NOT NULL,
  -- When severity, tags or quiet last changed within the round.
  conditions_since timestamptz
);
CREATE INDEX incident_picture_open ON incident_picture (incident) WHERE state <> 'resolved';

-- The policies as they were when an escalation started, each stored once.
CREATE TABLE policy_snapshot (
  hash       text PRIMARY KEY,
  policy     text NOT NULL,
  definition text NOT NULL
);

-- One row per running escalation, with its next due instant.
CREATE TABLE escalation (
  id          uuid PRIMARY KEY,
  incident    uuid        NOT NULL,
  round       int         NOT NULL,
  purpose     text        NOT NULL,
  policy      text,
  snapshot    text        NOT NULL REFERENCES policy_snapshot (hash),
  choice      text        NOT NULL,
  engine      int         NOT NULL,
  state       text        NOT NULL,
  progress    jsonb       NOT NULL,
  next_due_at timestamptz,
  started_at  timestamptz NOT NULL,
  ended_at    timestamptz,
  end_reason  text,
  UNIQUE (incident, round, purpose)
);
CREATE INDEX escalation_due ON escalation (next_due_at) WHERE state = 'running';

-- Each repetition of a step ends exactly one way.
CREATE TABLE step_outcome (
  escalation uuid        NOT NULL,
  pass       int         NOT NULL,
  step       int         NOT NULL,
  repetition int         NOT NULL,
  name       text        NOT NULL,
  branch     text        NOT NULL,
  kind       text        NOT NULL,
  due_at     timestamptz,
  decided_at timestamptz NOT NULL,
  reason     text        NOT NULL,
  PRIMARY KEY (escalation, pass, step, repetition)
);

CREATE TABLE page (
  id         uuid PRIMARY KEY,
  incident   uuid        NOT NULL,
  round      int         NOT NULL,
  purpose    text        NOT NULL,
  pass       int         NOT NULL,
  step       int         NOT NULL,
  repetition int         NOT NULL,
  target     text        NOT NULL,
  step_name  text        NOT NULL,
  branch     text        NOT NULL,
  -- 'open': goes on after the branch's acknowledgement.
  during     text        NOT NULL,
  rotation   text,
  role       text,
  reason     text        NOT NULL,
  due_at     timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  UNIQUE (incident, round, purpose, pass, step, repetition, target)
);

CREATE TABLE delivery (
  -- Also the provider's idempotency key.
  id              uuid PRIMARY KEY,
  page            uuid        NOT NULL REFERENCES page (id),
  incident        uuid        NOT NULL,
  method          text        NOT NULL,
  kind            text        NOT NULL,
  address         text        NOT NULL,
  secret          text,
  -- What one hanging must not stop the others: a host, or the kind itself.
  provider        text        NOT NULL,
  state           text        NOT NULL,
  reason          text,
  attempts        int         NOT NULL DEFAULT 0,
  outcome_unknown boolean     NOT NULL DEFAULT false,
  -- Queued: when to try. Sending: when the lease ends and another replica takes over.
  available_at    timestamptz NOT NULL,
  give_up_at      timestamptz NOT NULL,
  due_at          timestamptz NOT NULL,
  lease           uuid,
  handed_over_at  timestamptz,
  UNIQUE (page, method)
);
CREATE INDEX delivery_due ON delivery (kind, available_at) WHERE state IN ('queued', 'sending');
CREATE INDEX delivery_live ON delivery (incident) WHERE state IN ('queued', 'sending', 'held');

CREATE TABLE delivery_attempt (
  delivery   uuid        NOT NULL REFERENCES delivery (id),
  number     int         NOT NULL,
  started_at timestamptz NOT NULL,
  ended_at   timestamptz,
  -- Null while under way.
  outcome    text,
  detail     text,
  PRIMARY KEY (delivery, number)
);

CREATE TABLE acknowledgement (
  id           uuid PRIMARY KEY,
  incident     uuid        NOT NULL,
  round        int         NOT NULL,
  branch       text        NOT NULL,
  person       text        NOT NULL,
  channel      text        NOT NULL,
  page         uuid,
  acknowledged_at timestamptz NOT NULL,
  state        text        NOT NULL,
  detail       text
);
-- The first one holds; a refused one makes room.
CREATE UNIQUE INDEX acknowledgement_holds ON acknowledgement (incident, round, branch)
  WHERE state <> 'refused';

CREATE TABLE alarm (
  id        uuid PRIMARY KEY,
  incident  uuid        NOT NULL,
  round     int         NOT NULL,
  kind      text        NOT NULL,
  raised_at timestamptz NOT NULL,
  reason    text        NOT NULL,
  UNIQUE (incident, round, kind)
);
