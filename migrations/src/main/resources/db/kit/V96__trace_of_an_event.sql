-- Continues the trace of what the event reports, as a W3C traceparent; null where there is none.
ALTER TABLE outbox ADD COLUMN traceparent text;
