-- What is more urgent is claimed first, however long the rest has been due.

-- 0 is the most urgent; an incident whose severity nobody knows is as urgent as P1.
CREATE FUNCTION urgency_of(picture jsonb) RETURNS smallint
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN coalesce(least(3, substring(picture ->> 'severity' FROM '^P([0-9])$')::int), 1)::smallint;

ALTER TABLE escalation ADD COLUMN urgency smallint NOT NULL DEFAULT 1;
UPDATE escalation e SET urgency = urgency_of(p.picture)
  FROM incident_picture p WHERE p.incident = e.incident AND e.state = 'running';
DROP INDEX escalation_due;
CREATE INDEX escalation_due ON escalation (urgency, next_due_at) WHERE state = 'running';

ALTER TABLE delivery ADD COLUMN urgency smallint NOT NULL DEFAULT 1;
UPDATE delivery d SET urgency = urgency_of(p.picture)
  FROM incident_picture p
 WHERE p.incident = d.incident AND d.state IN ('queued', 'sending', 'held');
DROP INDEX delivery_due;
CREATE INDEX delivery_due ON delivery (kind, urgency, available_at)
  WHERE state IN ('queued', 'sending');
