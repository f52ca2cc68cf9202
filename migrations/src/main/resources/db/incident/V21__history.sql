-- What is open stands in plain tables; what is closed in history, by month of its incident. A
-- timeline stands with its incident's month from the start.

-- How many entries the timeline has: the sequence of the last one, raised under the row's lock.
-- Whoever holds the hold may keep it beyond the retention.
ALTER TABLE incident
    ADD COLUMN entries    bigint  NOT NULL DEFAULT 0,
    ADD COLUMN legal_hold boolean NOT NULL DEFAULT false;

-- Whether the last message of the group was cut: then alerts that nobody here knows may fire.
ALTER TABLE alert_group ADD COLUMN cut boolean NOT NULL DEFAULT false;

-- Incidents.

CREATE TABLE incident_history (LIKE incident INCLUDING CONSTRAINTS) PARTITION BY RANGE (id);
ALTER TABLE incident_history ADD PRIMARY KEY (id);
CREATE INDEX incident_history_number ON incident_history (number);
CREATE INDEX incident_history_newest ON incident_history (created_at DESC, id DESC);
CREATE INDEX incident_history_severity ON incident_history (severity, created_at DESC, id DESC);
CREATE INDEX incident_history_team ON incident_history (team, created_at DESC, id DESC);
CREATE INDEX incident_history_integration ON incident_history (integration, created_at DESC, id DESC);
CREATE INDEX incident_history_tags ON incident_history USING gin (tags);

-- Timelines.

ALTER TABLE timeline_entry RENAME TO timeline_entry_before;
ALTER INDEX timeline_entry_pkey RENAME TO timeline_entry_before_pkey;
ALTER INDEX timeline_entry_event RENAME TO timeline_entry_before_event;
CREATE TABLE timeline_entry (
    incident_id uuid        NOT NULL,
    -- 1, 2, 3, ... of the incident, without gaps.
    sequence    bigint      NOT NULL,
    id          uuid        NOT NULL,
    kind        text        NOT NULL,
    at          timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    actor_kind  text        NOT NULL,
    actor       text        NOT NULL,
    channel     text        NOT NULL,
    text        text        NOT NULL,
    data        jsonb       NOT NULL,
    event_id    text,
    PRIMARY KEY (incident_id, sequence)
) PARTITION BY RANGE (incident_id);
CREATE UNIQUE INDEX timeline_entry_event ON timeline_entry (incident_id, event_id) WHERE event_id IS NOT NULL;

-- Alerts, by the month of the incident whose group they joined first; groups; and who was in them.

CREATE TABLE alert_history (incident_id uuid NOT NULL, LIKE alert) PARTITION BY RANGE (incident_id);
ALTER TABLE alert_history ADD PRIMARY KEY (incident_id, id);
CREATE INDEX alert_history_id ON alert_history (id);
CREATE INDEX alert_history_newest ON alert_history (opened_at DESC, id DESC);
CREATE INDEX alert_history_integration ON alert_history (integration, opened_at DESC, id DESC);
CREATE INDEX alert_history_fingerprint ON alert_history (fingerprint, opened_at DESC, id DESC);

CREATE TABLE alert_group_history (LIKE alert_group) PARTITION BY RANGE (incident_id);
ALTER TABLE alert_group_history ADD PRIMARY KEY (incident_id, id);

CREATE TABLE alert_group_member_history (
    incident_id uuid NOT NULL,
    group_id    uuid NOT NULL,
    alert_id    uuid NOT NULL,
    PRIMARY KEY (incident_id, group_id, alert_id)
) PARTITION BY RANGE (incident_id);

-- Members that fire, and no others from now on.
ALTER TABLE alert_group_member ADD COLUMN incident_id uuid;

DO $$
DECLARE
    since timestamptz := greatest(
        coalesce((SELECT uuid_instant(id) FROM incident ORDER BY id LIMIT 1), now()),
        now() - interval '3 years');
BEGIN
    PERFORM history_begin(t.name, since) FROM history_tables() t;
END
$$;

-- What there is moves to where it belongs.

INSERT INTO timeline_entry (incident_id, sequence, id, kind, at, recorded_at, actor_kind, actor,
                            channel, text, data, event_id)
SELECT incident_id, row_number() OVER (PARTITION BY incident_id ORDER BY number), id, kind, at,
       recorded_at, actor_kind, actor, channel, text, data, event_id
  FROM timeline_entry_before;
UPDATE incident i SET entries = e.count
  FROM (SELECT incident_id, count(*) FROM timeline_entry_before GROUP BY incident_id) e
 WHERE e.incident_id = i.id;
DROP TABLE timeline_entry_before;

WITH closed AS (DELETE FROM incident WHERE state = 'resolved' RETURNING *)
INSERT INTO incident_history SELECT * FROM closed;

UPDATE alert_group_member m SET incident_id = g.incident_id FROM alert_group g WHERE g.id = m.group_id;
WITH closed AS (DELETE FROM alert WHERE closed_at IS NOT NULL RETURNING *)
INSERT INTO alert_history
SELECT coalesce((SELECT m.incident_id FROM alert_group_member m WHERE m.alert_id = c.id
                  ORDER BY m.incident_id LIMIT 1), c.id), c.*
  FROM closed c;
WITH ended AS (DELETE FROM alert_group_member WHERE NOT firing RETURNING *)
INSERT INTO alert_group_member_history SELECT incident_id, group_id, alert_id FROM ended;
WITH released AS (DELETE FROM alert_group WHERE released_at IS NOT NULL RETURNING *)
INSERT INTO alert_group_history SELECT * FROM released;

DROP INDEX alert_group_member_firing;
ALTER TABLE alert_group_member DROP CONSTRAINT alert_group_member_pkey;
ALTER TABLE alert_group_member DROP COLUMN firing;
ALTER TABLE alert_group_member ADD PRIMARY KEY (incident_id, group_id, alert_id);
CREATE INDEX alert_group_member_group ON alert_group_member (group_id, alert_id);

-- Open or closed.

CREATE VIEW any_incident AS SELECT * FROM incident UNION ALL SELECT * FROM incident_history;
CREATE VIEW any_alert AS
SELECT id, integration, fingerprint, name, severity, tags, labels, annotations, starts_at, ends_at,
       generator_url, flags, opened_at, last_seen_at, closed_at FROM alert
 UNION ALL
SELECT id, integration, fingerprint, name, severity, tags, labels, annotations, starts_at, ends_at,
       generator_url, flags, opened_at, last_seen_at, closed_at FROM alert_history;

-- Whose history stays when what was closed before an instant may go: what is open, what the law
-- wants kept, and what was closed later.
CREATE OR REPLACE FUNCTION history_kept(low uuid, high uuid, before timestamptz) RETURNS SETOF uuid
LANGUAGE sql STABLE SET search_path FROM CURRENT AS $$
    SELECT id FROM incident WHERE id >= low AND id < high
     UNION ALL
    SELECT id FROM incident_history WHERE id >= low AND id < high AND (legal_hold OR state_at >= before)
     UNION ALL
    SELECT incident_id FROM alert_group WHERE incident_id >= low AND incident_id < high
$$;
