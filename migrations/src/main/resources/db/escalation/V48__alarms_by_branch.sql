-- Branches fail each by itself: an alarm of one says nothing of the next.
ALTER TABLE alarm ADD COLUMN branch text NOT NULL DEFAULT 'main';
ALTER TABLE past_alarm ADD COLUMN branch text NOT NULL DEFAULT 'main';
ALTER TABLE alarm DROP CONSTRAINT alarm_incident_round_kind_key,
  ADD UNIQUE (incident, round, kind, branch);
