-- Stored policies take the words of today: rounds: n is repeat: {times: n - 1}, and a target's watch
-- its shift. A text that is no JSON object stays as it is.

CREATE FUNCTION pg_temp.in_words_of_today(definition text) RETURNS text LANGUAGE sql AS $$
  SELECT CASE WHEN definition IS JSON OBJECT THEN
    regexp_replace(
      (definition::jsonb - 'rounds'
        || CASE WHEN jsonb_typeof(definition::jsonb -> 'rounds') = 'number'
             THEN jsonb_build_object('repeat',
                    jsonb_build_object('times', (definition::jsonb ->> 'rounds')::int - 1))
             ELSE '{}' END)::text,
      '"watch":', '"shift":', 'g')
  ELSE definition END
$$;

UPDATE policy SET definition = pg_temp.in_words_of_today(definition)
 WHERE definition ~ '"(rounds|watch)"\s*:';
UPDATE policy_snapshot SET definition = pg_temp.in_words_of_today(definition)
 WHERE definition ~ '"(rounds|watch)"\s*:';
