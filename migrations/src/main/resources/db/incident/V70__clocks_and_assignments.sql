-- What belongs to an incident beside its own row: its clocks, and who has which role on it. They are
-- written under the lock of the incident, and go with it from the open to the closed ones.

CREATE TABLE incident_clock (
    incident_id     uuid        NOT NULL,
    -- What it waits for: acknowledgement.
    kind            text        NOT NULL,
    due             timestamptz NOT NULL,
    -- When it was done, at its earliest.
    met_at          timestamptz,
    -- Whether the timeline has the breach already.
    breach_recorded boolean     NOT NULL,
    PRIMARY KEY (incident_id, kind)
) WITH (fillfactor = 80);

CREATE TABLE incident_assignment (
    incident_id uuid        NOT NULL,
    role        text        NOT NULL,
    person      text        NOT NULL,
    held_from   timestamptz NOT NULL,
    -- Exclusive; null: the person has the role now.
    held_until  timestamptz,
    PRIMARY KEY (incident_id, role, held_from)
);
CREATE UNIQUE INDEX incident_assignment_now ON incident_assignment (incident_id, role) WHERE held_until IS NULL;

CREATE TABLE incident_clock_history (LIKE incident_clock) PARTITION BY RANGE (incident_id);
ALTER TABLE incident_clock_history ADD PRIMARY KEY (incident_id, kind);
CREATE TABLE incident_assignment_history (LIKE incident_assignment) PARTITION BY RANGE (incident_id);
ALTER TABLE incident_assignment_history ADD PRIMARY KEY (incident_id, role, held_from);

-- Their months begin where those of the incidents begin.
DO $$
DECLARE
    since timestamptz := (SELECT uuid_instant(p.low) FROM history_parts('incident_history') p
                           WHERE p.low IS NOT NULL ORDER BY p.low LIMIT 1);
BEGIN
    PERFORM history_begin('incident_clock_history', since);
    PERFORM history_begin('incident_assignment_history', since);
END
$$;

INSERT INTO incident_clock (incident_id, kind, due, met_at, breach_recorded)
SELECT id, 'acknowledgement', acknowledge_due, acknowledge_clock_at, acknowledge_breach_noted FROM incident;
INSERT INTO incident_clock_history (incident_id, kind, due, met_at, breach_recorded)
SELECT id, 'acknowledgement', acknowledge_due, acknowledge_clock_at, acknowledge_breach_noted FROM incident_history;

DROP VIEW any_incident;
ALTER TABLE incident
    DROP COLUMN acknowledge_due, DROP COLUMN acknowledge_clock_at, DROP COLUMN acknowledge_breach_noted;
ALTER TABLE incident_history
    DROP COLUMN acknowledge_due, DROP COLUMN acknowledge_clock_at, DROP COLUMN acknowledge_breach_noted;

CREATE VIEW any_incident AS SELECT * FROM incident UNION ALL SELECT * FROM incident_history;
CREATE VIEW any_incident_clock AS SELECT * FROM incident_clock UNION ALL SELECT * FROM incident_clock_history;
CREATE VIEW any_incident_assignment AS
SELECT * FROM incident_assignment UNION ALL SELECT * FROM incident_assignment_history;

-- A program from before would open incidents without a clock.
UPDATE compatibility SET oldest_reader = greatest(oldest_reader, 3);
