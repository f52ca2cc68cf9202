-- W3C traceparents, null where there is none: of what began the round, and of the change of a rotation
-- whose shifts are not fetched yet.
ALTER TABLE incident_snapshot ADD COLUMN traceparent text;
ALTER TABLE past_incident_snapshot ADD COLUMN traceparent text;
ALTER TABLE cached_rotation ADD COLUMN traceparent text;
