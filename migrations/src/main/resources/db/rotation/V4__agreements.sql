-- What people agree on: cover, swaps, absences; and until when they were told of their shifts.

CREATE TABLE absence (
    id           uuid PRIMARY KEY,
    person       text        NOT NULL REFERENCES person,
    kind         text        NOT NULL CHECK (kind IN ('absence', 'away')),
    starts_at    timestamptz NOT NULL,
    ends_at      timestamptz NOT NULL,
    reason       text        NOT NULL,
    author       text        NOT NULL,
    created_at   timestamptz NOT NULL,
    withdrawn_at timestamptz,
    -- Those that handed the watch over at once.
    overrides    uuid[]      NOT NULL DEFAULT '{}',
    CHECK (starts_at < ends_at)
);
CREATE INDEX absence_person ON absence (person, ends_at);

CREATE TABLE cover_request (
    id         uuid PRIMARY KEY,
    rotation   text        NOT NULL REFERENCES rotation,
    role       text        NOT NULL,
    person     text        NOT NULL REFERENCES person,
    who        text        NOT NULL CHECK (who IN ('person', 'team', 'anyone')),
    asked      text REFERENCES person,
    starts_at  timestamptz NOT NULL,
    ends_at    timestamptz NOT NULL,
    reason     text        NOT NULL,
    author     text        NOT NULL,
    created_at timestamptz NOT NULL,
    absence    uuid REFERENCES absence,
    state      text        NOT NULL CHECK (state IN ('open', 'taken', 'withdrawn')),
    settled_by text,
    settled_at timestamptz,
    -- Those that gave the watch to who took it.
    overrides  uuid[]      NOT NULL DEFAULT '{}',
    CHECK (starts_at < ends_at),
    CHECK ((who = 'person') = (asked IS NOT NULL)),
    CHECK ((state = 'open') = (settled_at IS NULL))
);
CREATE INDEX cover_request_rotation ON cover_request (rotation, id);
CREATE INDEX cover_request_absence ON cover_request (absence) WHERE absence IS NOT NULL;

CREATE TABLE swap (
    id          uuid PRIMARY KEY,
    rotation    text        NOT NULL REFERENCES rotation,
    give_person text        NOT NULL REFERENCES person,
    give_role   text        NOT NULL,
    give_from   timestamptz NOT NULL,
    give_to     timestamptz NOT NULL,
    take_person text        NOT NULL REFERENCES person,
    take_role   text        NOT NULL,
    take_from   timestamptz NOT NULL,
    take_to     timestamptz NOT NULL,
    reason      text        NOT NULL,
    author      text        NOT NULL,
    created_at  timestamptz NOT NULL,
    state       text        NOT NULL CHECK (state IN ('proposed', 'accepted', 'declined', 'withdrawn')),
    settled_at  timestamptz,
    overrides   uuid[]      NOT NULL DEFAULT '{}',
    CHECK (give_from < give_to AND take_from < take_to),
    CHECK ((state = 'proposed') = (settled_at IS NULL))
);
CREATE INDEX swap_rotation ON swap (rotation, id);

-- Until when the beginnings and ends of a rotation's shifts have been told. It refers to no rotation, so that who tells
-- waits for nobody who changes one.
CREATE TABLE shift_times (
    rotation   text PRIMARY KEY,
    told_until timestamptz NOT NULL
);
INSERT INTO timer (kind, key, due, retry_at)
    SELECT 'shift-times', id, now(), now() FROM rotation WHERE archived_at IS NULL;
