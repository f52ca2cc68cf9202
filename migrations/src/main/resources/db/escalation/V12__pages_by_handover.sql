-- Which change of a watch a page follows: somebody whose shift comes back is told again.

ALTER TABLE page ADD COLUMN handover int NOT NULL DEFAULT 0;

ALTER TABLE page DROP CONSTRAINT page_incident_round_purpose_pass_step_repetition_target_key;
ALTER TABLE page ADD CONSTRAINT page_once
  UNIQUE (incident, round, purpose, pass, step, repetition, target, handover);
