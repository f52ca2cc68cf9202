-- Several acknowledgements, working time and teams, for the whole step language.

-- How many different people must acknowledge the page's branch to stop it.
ALTER TABLE page ADD COLUMN acknowledgements int NOT NULL DEFAULT 1;

-- Each person holds once; a refused one makes room.
DROP INDEX acknowledgement_holds;
CREATE UNIQUE INDEX acknowledgement_holds ON acknowledgement (incident, round, branch, person)
  WHERE state <> 'refused';

-- The working time of rotations, and of people whom a step asks for. Unknown is not outside: what
-- was never answered holds nobody back.
CREATE TABLE kept_working_time (
  kind          text        NOT NULL,
  id            text        NOT NULL,
  etag          text,
  zone          text,
  always        boolean     NOT NULL DEFAULT false,
  known_from    timestamptz,
  known_until   timestamptz,
  starts        timestamptz[] NOT NULL DEFAULT '{}',
  ends          timestamptz[] NOT NULL DEFAULT '{}',
  -- Null while it is not known.
  answered_at   timestamptz,
  next_check_at timestamptz NOT NULL,
  named_at      timestamptz NOT NULL,
  error         text,
  PRIMARY KEY (kind, id)
);

-- Which rotations belong to a team that a policy names.
CREATE TABLE kept_team (
  team        text PRIMARY KEY,
  rotations   text[]      NOT NULL,
  answered_at timestamptz NOT NULL
);
