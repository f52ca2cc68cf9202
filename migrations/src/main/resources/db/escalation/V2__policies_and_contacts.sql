-- What people configure.

CREATE TABLE policy (
  id          text PRIMARY KEY,
  name        text        NOT NULL,
  -- The validated document as it was put; text, because Hibernate Reactive binds no jsonb.
  definition  text        NOT NULL,
  fallback    boolean     NOT NULL DEFAULT false,
  version     bigint      NOT NULL DEFAULT 0,
  archived_at timestamptz
);

-- Exactly one policy is the fallback; with none, "no policy" is an alarm.
CREATE UNIQUE INDEX policy_one_fallback ON policy (fallback) WHERE fallback AND archived_at IS NULL;

-- A team has one default policy.
CREATE TABLE policy_team (
  team   text PRIMARY KEY,
  policy text NOT NULL REFERENCES policy (id)
);
CREATE INDEX policy_team_policy ON policy_team (policy);

CREATE TABLE webhook (
  id      text PRIMARY KEY,
  name    text   NOT NULL,
  address text   NOT NULL,
  secret  text   NOT NULL,
  version bigint NOT NULL DEFAULT 0
);

CREATE TABLE contact_method (
  person  text   NOT NULL,
  id      text   NOT NULL,
  kind    text   NOT NULL,
  address text   NOT NULL,
  secret  text,
  version bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (person, id)
);

CREATE TABLE notification_rule (
  person        text   NOT NULL,
  position      int    NOT NULL,
  method        text   NOT NULL,
  delay_seconds bigint NOT NULL,
  PRIMARY KEY (person, position)
);

-- One row or none.
CREATE TABLE last_resort (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  kind     text   NOT NULL,
  address  text   NOT NULL,
  secret   text,
  version  bigint NOT NULL DEFAULT 0
);
