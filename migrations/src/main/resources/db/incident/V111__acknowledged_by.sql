-- What a person works on: the incidents that they have acknowledged, the newest first.
CREATE INDEX incident_acknowledged_by ON incident (state_by, created_at DESC, id DESC)
 WHERE state = 'acknowledged' AND state_by_kind = 'PERSON';
