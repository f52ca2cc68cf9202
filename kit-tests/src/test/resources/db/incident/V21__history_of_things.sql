-- Things that happened to things, by month of the thing; those marked may not go.
CREATE TABLE thing_event (
    thing uuid    NOT NULL,
    text  text    NOT NULL,
    held  boolean NOT NULL DEFAULT false,
    PRIMARY KEY (thing, text)
) PARTITION BY RANGE (thing);
SELECT history_begin('thing_event', now() - interval '20 months');

CREATE OR REPLACE FUNCTION history_kept(low uuid, high uuid, before timestamptz) RETURNS SETOF uuid
LANGUAGE sql STABLE SET search_path FROM CURRENT AS $$
    SELECT thing FROM thing_event WHERE thing >= low AND thing < high AND held
$$;
