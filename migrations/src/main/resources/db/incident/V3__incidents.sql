-- Incidents and their timelines.

CREATE SEQUENCE incident_number;

CREATE TABLE incident (
    id                       uuid PRIMARY KEY,
    number                   bigint      NOT NULL UNIQUE DEFAULT nextval('incident_number'),
    title                    text        NOT NULL,
    team                     text        NOT NULL,
    policy                   text,
    integration              text,
    created_at               timestamptz NOT NULL,
    -- Raised by every change that matters for paging; the newest version wins at the neighbour.
    version                  bigint      NOT NULL,
    state                    text        NOT NULL CHECK (state IN ('triggered', 'acknowledged', 'resolved')),
    round                    integer     NOT NULL,
    severity                 text        NOT NULL,
    tags                     text[]      NOT NULL,
    triggered_at             timestamptz NOT NULL,
    acknowledged_at          timestamptz,
    last_update_at           timestamptz NOT NULL,
    severity_changed_at      timestamptz NOT NULL,
    -- The clock of the round: by when somebody must have acknowledged, and who did at its earliest.
    acknowledge_due          timestamptz NOT NULL,
    acknowledge_clock_at     timestamptz,
    acknowledge_breach_noted boolean     NOT NULL,
    -- Who brought it into its state, when and by which channel; nobody while triggered.
    state_by_kind            text,
    state_by                 text,
    state_channel            text,
    state_at                 timestamptz,
    resolved_how             text,
    quiet_until              timestamptz
) WITH (fillfactor = 80);

-- Lists: newest first and by severity, of all and of the open ones, by team, tag and integration.
CREATE INDEX incident_newest ON incident (created_at DESC, id DESC);
CREATE INDEX incident_severity ON incident (severity, created_at DESC, id DESC);
CREATE INDEX incident_team ON incident (team, created_at DESC, id DESC);
CREATE INDEX incident_integration ON incident (integration, created_at DESC, id DESC);
CREATE INDEX incident_tags ON incident USING gin (tags);
CREATE INDEX incident_open ON incident (created_at DESC, id DESC) WHERE state <> 'resolved';
CREATE INDEX incident_open_severity ON incident (severity, created_at DESC, id DESC) WHERE state <> 'resolved';
-- The reconcile of the neighbours walks the open ones by id.
CREATE INDEX incident_open_id ON incident (id) INCLUDE (version, state, severity) WHERE state <> 'resolved';

CREATE TABLE timeline_entry (
    number      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id          uuid        NOT NULL,
    incident_id uuid        NOT NULL,
    kind        text        NOT NULL,
    at          timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    actor_kind  text        NOT NULL,
    actor       text        NOT NULL,
    channel     text        NOT NULL,
    text        text        NOT NULL,
    data        jsonb       NOT NULL,
    -- Of a neighbour's event: the same event twice is one entry.
    event_id    text
);
CREATE INDEX timeline_entry_incident ON timeline_entry (incident_id, number);
CREATE UNIQUE INDEX timeline_entry_event ON timeline_entry (incident_id, event_id) WHERE event_id IS NOT NULL;
