-- Each new picture wakes what runs for its incident: found at once, also while the planner knows
-- nothing of how many run.
CREATE INDEX escalation_running ON escalation (incident) WHERE state = 'running';
