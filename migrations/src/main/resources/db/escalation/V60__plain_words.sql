-- The tables take the names of the glossary (docs/glossary.md).

ALTER TABLE incident_picture RENAME TO incident_snapshot;
ALTER TABLE incident_snapshot RENAME COLUMN picture TO snapshot;
ALTER TABLE incident_snapshot RENAME COLUMN quiet_until TO muted_until;
ALTER INDEX incident_picture_open RENAME TO incident_snapshot_open;
ALTER INDEX incident_picture_resolved RENAME TO incident_snapshot_resolved;

ALTER TABLE past_incident_picture RENAME TO past_incident_snapshot;
ALTER TABLE past_incident_snapshot RENAME COLUMN picture TO snapshot;
ALTER TABLE past_incident_snapshot RENAME COLUMN quiet_until TO muted_until;
DO $$
DECLARE
  part text;
BEGIN
  FOR part IN
    SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
     WHERE i.inhparent = 'past_incident_snapshot'::regclass
  LOOP
    EXECUTE format('ALTER TABLE %I RENAME TO %I', part,
                   replace(part, 'past_incident_picture', 'past_incident_snapshot'));
  END LOOP;
END
$$;

-- What is stored of the field that is now called mutedUntil.
UPDATE incident_snapshot
   SET snapshot = snapshot - 'quietUntil' || jsonb_build_object('mutedUntil', snapshot -> 'quietUntil')
 WHERE snapshot ? 'quietUntil';
UPDATE past_incident_snapshot
   SET snapshot = snapshot - 'quietUntil' || jsonb_build_object('mutedUntil', snapshot -> 'quietUntil')
 WHERE snapshot ? 'quietUntil';

ALTER TABLE kept_rotation RENAME TO cached_rotation;
ALTER TABLE kept_shift RENAME TO cached_shift;
ALTER INDEX kept_shift_at RENAME TO cached_shift_at;
ALTER TABLE kept_working_time RENAME TO cached_working_time;
ALTER TABLE kept_team RENAME TO cached_team;

ALTER TABLE inspection RENAME TO periodic_check;

-- A policy repeats in runs.
ALTER TABLE page RENAME COLUMN pass TO run;
ALTER TABLE past_page RENAME COLUMN pass TO run;
ALTER TABLE step_outcome RENAME COLUMN pass TO run;
ALTER TABLE past_step_outcome RENAME COLUMN pass TO run;

-- The history functions name the tables in texts.
CREATE OR REPLACE FUNCTION history_kept(low uuid, high uuid, before timestamptz) RETURNS SETOF uuid
LANGUAGE sql STABLE SET search_path FROM CURRENT AS $$
  SELECT incident FROM incident_snapshot WHERE incident >= low AND incident < high
  UNION
  SELECT incident FROM past_incident_snapshot
   WHERE incident >= low AND incident < high
     AND (received_at >= before OR (snapshot ->> 'legalHold')::boolean)
$$;
