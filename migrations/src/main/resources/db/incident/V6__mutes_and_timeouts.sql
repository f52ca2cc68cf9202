-- Until when nobody is told of an open incident, and why; and when acknowledgements end.

ALTER TABLE incident
    ADD COLUMN mute_kind    text,
    ADD COLUMN mute_until   timestamptz,
    ADD COLUMN mute_reason  text,
    ADD COLUMN mute_by_kind text,
    ADD COLUMN mute_by      text,
    ADD COLUMN mute_channel text;

-- ISO 8601; null: an acknowledgement does not end by itself.
ALTER TABLE severity ADD COLUMN acknowledgement_timeout text;
ALTER TABLE integration ADD COLUMN acknowledgement_timeout text;
