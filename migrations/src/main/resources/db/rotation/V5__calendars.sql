-- When people work: hours of people and teams, and lists of holidays.
-- The hours of a rotation are part of its definition.

CREATE TABLE working_hours (
    kind       text        NOT NULL CHECK (kind IN ('person', 'team')),
    owner      text        NOT NULL,
    hours      jsonb       NOT NULL,
    revision   bigint      NOT NULL,
    changed_at timestamptz NOT NULL,
    author     text        NOT NULL,
    PRIMARY KEY (kind, owner)
);

-- country and region: where the days of a library come from; absent for an imported list.
CREATE TABLE holiday_calendar (
    id         text PRIMARY KEY,
    name       text        NOT NULL,
    country    text,
    region     text,
    revision   bigint      NOT NULL,
    changed_at timestamptz NOT NULL,
    author     text        NOT NULL
);

-- Days of the past are never changed: shifts of the past depend on them.
CREATE TABLE holiday (
    calendar text NOT NULL REFERENCES holiday_calendar ON DELETE CASCADE,
    day      date NOT NULL,
    name     text NOT NULL,
    PRIMARY KEY (calendar, day)
);
