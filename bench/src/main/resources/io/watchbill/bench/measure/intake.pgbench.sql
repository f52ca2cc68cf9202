-- The rows that one webhook with one alert leaves behind, in one transaction, into the same tables.
\set n random(1, 1000000000000)
BEGIN;
INSERT INTO incident.alert (id, integration, fingerprint, name, severity, tags, labels, annotations, starts_at, generator_url, flags, opened_at, last_seen_at)
VALUES (uuidv7(), 'pgbench', lpad(to_hex(:n::bigint), 16, '0'), 'load-' || :n, 'P0', '{}', '{"alertname": "load-00000001", "severity": "critical", "instance": "host-0"}', '{"summary": "load-00000001", "description": "An alert of the load, on host 0"}', now(), 'http://prometheus.example/graph?g0.expr=up', '{}', now(), now());
INSERT INTO incident.alert_group (id, integration, key_hash, key, incident_id, opened_at)
VALUES (uuidv7(), 'pgbench', sha256(('pgbench' || :n)::bytea), '{}:{alertname="load-' || :n || '"}', uuidv7(), now());
INSERT INTO incident.alert_group_member (incident_id, group_id, alert_id)
VALUES (uuidv7(), uuidv7(), uuidv7());
WITH opened AS (
  INSERT INTO incident.incident (id, title, team, integration, created_at, version, state, round, severity, tags, triggered_at, last_update_at, severity_changed_at)
  VALUES (uuidv7(), 'load-' || :n, 'bench', 'pgbench', now(), 1, 'triggered', 1, 'P0', '{}', now(), now(), now())
  RETURNING id)
INSERT INTO incident.incident_clock (incident_id, kind, due, breach_recorded)
SELECT id, 'acknowledgement', now() + interval '5 minutes', false FROM opened;
INSERT INTO incident.timeline_entry (sequence, id, incident_id, kind, at, recorded_at, actor_kind, actor, channel, text, data)
VALUES (1, uuidv7(), uuidv7(), 'triggered', now(), now(), 'integration', 'pgbench', 'alertmanager', 'opened as P0: alert load-00000001', '{"severity": "P0", "round": "1"}');
INSERT INTO incident.outbox (id, destination, type, subject, priority, created_at, next_attempt_at, parked_at)
VALUES (uuidv7(), 'escalation', 'incident.snapshot', uuidv7()::text, 0, now(), now(), now());
INSERT INTO incident.timer (kind, key, due, retry_at)
VALUES ('pgbench', uuidv7()::text, now() + interval '5 minutes', now() + interval '5 minutes');
INSERT INTO incident.incoming_request (id, integration, received_at, outcome, detail, status, alerts, content_type, user_agent, size, cut, body)
VALUES (uuidv7(), 'pgbench', now(), 'accepted', '1 alert: 1 new', 200, 1, 'application/json', 'Alertmanager/0.25.0', 900, false, repeat('{"status":"firing","labels":{"alertname":"load-' || :n || '","severity":"critical"}}', 12)::bytea);
COMMIT;
