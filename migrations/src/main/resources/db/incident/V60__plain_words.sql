-- The columns take the names of the glossary (docs/glossary.md).

ALTER TABLE incident RENAME COLUMN quiet_until TO suppressed_until;
ALTER TABLE incident_history RENAME COLUMN quiet_until TO suppressed_until;
ALTER VIEW any_incident RENAME COLUMN quiet_until TO suppressed_until;
ALTER TABLE integration RENAME COLUMN quiet_after_resolve TO suppress_after_resolve;

UPDATE timer SET kind = 'mute' WHERE kind = 'quiet';
UPDATE outbox SET type = 'incident.snapshot' WHERE type = 'incident.picture';
