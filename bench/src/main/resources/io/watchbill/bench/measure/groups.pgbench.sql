-- The rows that one webhook with a hundred alerts leaves behind, in one transaction, into the same tables.
\set n random(1, 1000000000000)
BEGIN;
INSERT INTO incident.alert (id, integration, fingerprint, name, severity, tags, labels, annotations, starts_at, generator_url, flags, opened_at, last_seen_at)
SELECT id, 'pgbench', fingerprint, name, 'P0', '{}', labels::jsonb, annotations::jsonb, now(), 'http://prometheus.example/graph?g0.expr=up', '{}', now(), now()
  FROM unnest(
    (SELECT array_agg(uuidv7()) FROM generate_series(1, 100)),
    (SELECT array_agg(lpad(to_hex(:n::bigint), 12, '0') || lpad(to_hex(i), 4, '0')) FROM generate_series(1, 100) i),
    (SELECT array_agg('load-' || :n) FROM generate_series(1, 100)),
    (SELECT array_agg('{"alertname": "load-00000001", "severity": "critical", "instance": "host-' || i || '"}') FROM generate_series(1, 100) i),
    (SELECT array_agg('{"summary": "load-00000001", "description": "An alert of the load, on host ' || i || '"}') FROM generate_series(1, 100) i))
    AS a (id, fingerprint, name, labels, annotations);
INSERT INTO incident.alert_group (id, integration, key_hash, key, incident_id, opened_at)
VALUES (uuidv7(), 'pgbench', sha256(('pgbench' || :n)::bytea), '{}:{alertname="load-' || :n || '"}', uuidv7(), now());
INSERT INTO incident.alert_group_member (incident_id, group_id, alert_id)
SELECT g, g, a FROM (SELECT uuidv7() AS g) one, unnest((SELECT array_agg(uuidv7()) FROM generate_series(1, 100))) AS a;
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
VALUES (uuidv7(), 'pgbench', now(), 'accepted', '100 alerts: 100 new', 200, 100, 'application/json', 'Alertmanager/0.25.0', 38000, false, repeat('{"status":"firing","labels":{"alertname":"load-' || :n || '","severity":"critical"}}', 500)::bytea);
COMMIT;
