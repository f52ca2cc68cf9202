-- Who is on watch: people, teams, rotations with their versions, overrides.

CREATE TABLE person (
    id          text PRIMARY KEY,
    name        text        NOT NULL,
    time_zone   text        NOT NULL,
    email       text,
    revision    bigint      NOT NULL,
    archived_at timestamptz
);

CREATE TABLE team (
    id          text PRIMARY KEY,
    name        text        NOT NULL,
    revision    bigint      NOT NULL,
    archived_at timestamptz
);

CREATE TABLE team_member (
    team     text    NOT NULL REFERENCES team,
    position integer NOT NULL,
    person   text    NOT NULL REFERENCES person,
    PRIMARY KEY (team, position)
);
CREATE INDEX team_member_person ON team_member (person);

-- edition counts the definitions that were put, revision also what else moves shifts.
CREATE TABLE rotation (
    id          text PRIMARY KEY,
    name        text        NOT NULL,
    team        text        NOT NULL REFERENCES team,
    edition     bigint      NOT NULL,
    revision    bigint      NOT NULL,
    created_at  timestamptz NOT NULL,
    changed_at  timestamptz NOT NULL,
    archived_at timestamptz
);
CREATE INDEX rotation_team ON rotation (team);

-- Never changed: the past is answered from these rows for ever.
CREATE TABLE rotation_version (
    rotation       text        NOT NULL REFERENCES rotation,
    number         integer     NOT NULL,
    effective_from timestamptz NOT NULL,
    definition     jsonb       NOT NULL,
    author         text        NOT NULL,
    created_at     timestamptz NOT NULL,
    PRIMARY KEY (rotation, number)
);

-- ends_at is the end that counts: an override that is withdrawn ends then, or never begins.
CREATE TABLE shift_override (
    id           uuid PRIMARY KEY,
    rotation     text        NOT NULL REFERENCES rotation,
    role         text        NOT NULL,
    kind         text        NOT NULL CHECK (kind IN ('replace')),
    replaces     text REFERENCES person,
    person       text        NOT NULL REFERENCES person,
    starts_at    timestamptz NOT NULL,
    ends_at      timestamptz NOT NULL,
    reason       text        NOT NULL,
    author       text        NOT NULL,
    created_at   timestamptz NOT NULL,
    withdrawn_at timestamptz,
    CHECK (starts_at <= ends_at)
);
CREATE INDEX shift_override_rotation ON shift_override (rotation, ends_at);
CREATE INDEX shift_override_person ON shift_override (person, ends_at);
