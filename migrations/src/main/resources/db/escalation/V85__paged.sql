-- The progress of escalations says paged where it said told.

CREATE FUNCTION pg_temp.saying_paged(progress jsonb) RETURNS jsonb LANGUAGE sql AS $$
  SELECT regexp_replace(progress::text, '"told": (true|false)', '"paged": \1', 'g')::jsonb
$$;

UPDATE escalation SET progress = pg_temp.saying_paged(progress)
 WHERE progress::text ~ '"told": (true|false)';
UPDATE past_escalation SET progress = pg_temp.saying_paged(progress)
 WHERE progress::text ~ '"told": (true|false)';
