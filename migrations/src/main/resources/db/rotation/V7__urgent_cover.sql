-- Cover that is needed at once is asked of one person after the other.
ALTER TABLE cover_request
    ADD COLUMN urgent boolean NOT NULL DEFAULT false,
    -- Who was asked so far, in this order.
    ADD COLUMN asked_in_turn text[] NOT NULL DEFAULT '{}';
CREATE INDEX cover_request_open ON cover_request (rotation, role, person) WHERE state = 'open';

CREATE INDEX feed_author ON feed (author, id);
CREATE INDEX shift_override_list ON shift_override (rotation, id);

-- Which definitions name a person or a holiday calendar.
CREATE INDEX rotation_version_definition ON rotation_version USING gin (definition jsonb_path_ops);
