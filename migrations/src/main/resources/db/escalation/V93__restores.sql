-- That the database was restored to an older moment, and what tells of it.

-- What each replica stored last: a number that only grows. A replica that finds less than it stored
-- knows that commits were lost.
CREATE TABLE replica_note (
  replica  uuid PRIMARY KEY,
  number   bigint      NOT NULL,
  noted_at timestamptz NOT NULL,
  -- By server_identity().
  server   text        NOT NULL
);

CREATE TABLE restore (
  id             uuid PRIMARY KEY,
  -- Nothing that was committed later is known to be there.
  restored_to    timestamptz NOT NULL,
  noticed_at     timestamptz NOT NULL,
  evidence       text        NOT NULL,
  -- The timelines of open incidents have it up to this one; of all, once recorded_at is set.
  recorded_until uuid        NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
  recorded_at    timestamptz
);

-- A promoted standby and a server restored to a moment have a timeline of their own, a new cluster
-- has another identifier, and a restored dump has other tables. A copy of the files has the same.
CREATE FUNCTION server_identity() RETURNS text
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  RETURN (SELECT system_identifier FROM pg_control_system())
    || '/' || left(pg_walfile_name(pg_current_wal_insert_lsn()), 8)
    || '/' || 'replica_note'::regclass::oid;
EXCEPTION WHEN OTHERS THEN
  -- Not every hosted Postgres tells.
  RETURN 'unknown/' || 'replica_note'::regclass::oid;
END
$$;

-- For operators, before the services start on a restored database: nothing tells them else when the
-- files of a server, or a snapshot of its volume, were put back as they had been.
CREATE FUNCTION restored(restored_to timestamptz DEFAULT NULL) RETURNS timestamptz
LANGUAGE sql SET search_path FROM CURRENT AS $$
  INSERT INTO restore (id, restored_to, noticed_at, evidence)
  SELECT gen_random_uuid(), coalesce(restored.restored_to, max(noted_at), now()), now(), 'an operator said so'
    FROM replica_note
  RETURNING restore.restored_to
$$;
