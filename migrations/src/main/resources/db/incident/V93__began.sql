-- When that began of which an incident is: before it was opened, when an alert comes a second time
-- after the database was restored to an older moment. Null for incidents of before: when opened.
DROP VIEW any_incident;
ALTER TABLE incident ADD COLUMN began_at timestamptz;
ALTER TABLE incident_history ADD COLUMN began_at timestamptz;
CREATE VIEW any_incident AS SELECT * FROM incident UNION ALL SELECT * FROM incident_history;
