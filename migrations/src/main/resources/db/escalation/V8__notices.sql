-- What people hear of without being paged for it.

CREATE TABLE notice (
  -- The sender's: told once, however often it is sent.
  id          uuid PRIMARY KEY,
  kind        text        NOT NULL,
  title       text        NOT NULL,
  text        text        NOT NULL,
  about_at    timestamptz,
  received_at timestamptz NOT NULL
);
CREATE INDEX notice_received ON notice (received_at);

CREATE TABLE notice_delivery (
  -- Also the provider's idempotency key.
  id              uuid PRIMARY KEY,
  notice          uuid        NOT NULL REFERENCES notice (id) ON DELETE CASCADE,
  person          text        NOT NULL,
  method          text        NOT NULL,
  kind            text        NOT NULL,
  address         text        NOT NULL,
  secret          text,
  state           text        NOT NULL,
  attempts        int         NOT NULL DEFAULT 0,
  outcome_unknown boolean     NOT NULL DEFAULT false,
  -- Queued: when to try. Sending: when the lease ends and another replica takes over.
  available_at    timestamptz NOT NULL,
  give_up_at      timestamptz NOT NULL,
  lease           uuid,
  detail          text,
  UNIQUE (notice, person, method)
);
CREATE INDEX notice_delivery_due ON notice_delivery (available_at) WHERE state IN ('queued', 'sending');
