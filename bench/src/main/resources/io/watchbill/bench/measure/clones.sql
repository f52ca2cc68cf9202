-- The id of the nth copy of what has an id: keeps the instant in it (UUIDv7), and is the same
-- wherever the id stands.
CREATE OR REPLACE FUNCTION pg_temp.bench_clone(id uuid, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
  SELECT (left(id::text, 15) || substr(h, 1, 3) || '-a' || substr(h, 4, 3) || '-' || substr(h, 7, 12))::uuid
    FROM md5(id::text || n) AS h
$$;

-- A text in which ids, references (INC-1) and instants are those of the nth copy.
CREATE OR REPLACE FUNCTION pg_temp.bench_moved(original text, n bigint, shift interval) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  moved text := original;
  found text;
BEGIN
  FOR found IN SELECT DISTINCT (regexp_matches(original, '[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}', 'g'))[1] LOOP
    moved := replace(moved, found, pg_temp.bench_clone(found::uuid, n)::text);
  END LOOP;
  FOR found IN SELECT DISTINCT (regexp_matches(original, 'INC-([0-9]+)', 'g'))[1] LOOP
    moved := replace(moved, 'INC-' || found, 'INC-' || (found::bigint + n));
  END LOOP;
  FOR found IN SELECT DISTINCT (regexp_matches(original, '[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z', 'g'))[1] LOOP
    moved := replace(moved, found,
      to_char((found::timestamptz + shift) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'));
  END LOOP;
  RETURN moved;
END
$$;
