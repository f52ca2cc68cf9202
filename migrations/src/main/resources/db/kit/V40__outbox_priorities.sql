-- The relay claims each priority by itself: another would never be sent.
ALTER TABLE outbox ADD CONSTRAINT outbox_priority CHECK (priority BETWEEN 0 AND 5) NOT VALID;
