-- When an escalation last started by a snapshot, to the day: those that no history refers to go.
ALTER TABLE policy_snapshot ADD COLUMN last_used_at timestamptz NOT NULL DEFAULT now();
CREATE INDEX policy_snapshot_last_used ON policy_snapshot (last_used_at);
