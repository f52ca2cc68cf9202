-- History: tables partitioned by the time in their owner's UUIDv7, a partition a month (UTC).
--
-- A partitioned table T of this schema has months (T_2026_11, ...), made ahead without a gap; T_kept
-- for owners older than all months that must not go yet; and T_default, empty unless the months ran
-- out. Whatever is partitioned by range of one uuid column belongs to it: nothing is registered.
--
-- Services run without DDL rights. history_prepare and history_drop run with the rights of whoever
-- migrated, and can do nothing but make coming months and drop old ones.
--
-- A migration that makes such a table calls history_begin; the schema's history_kept names the
-- owners whose history stays. Without it nothing is dropped.

CREATE FUNCTION uuid_at(at timestamptz) RETURNS uuid
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (lpad(to_hex(floor(extract(epoch FROM at) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid;
COMMENT ON FUNCTION uuid_at IS 'The smallest UUIDv7 of an instant';

CREATE FUNCTION uuid_instant(id uuid) RETURNS timestamptz
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN to_timestamp(('x0000' || left(replace(id::text, '-', ''), 12))::bit(64)::bigint / 1000.0);
COMMENT ON FUNCTION uuid_instant IS 'The instant in a UUIDv7';

-- Each service replaces it: the owners from low to high (exclusive) whose history must not go, when
-- all that was closed before an instant may.
CREATE FUNCTION history_kept(low uuid, high uuid, before timestamptz) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RAISE EXCEPTION 'this schema does not say whose history stays';
END
$$;

CREATE FUNCTION history_tables(OUT name text, OUT key text) RETURNS SETOF record
LANGUAGE sql STABLE SET search_path FROM CURRENT AS $$
    SELECT c.relname::text, a.attname::text
      FROM pg_catalog.pg_partitioned_table p
      JOIN pg_catalog.pg_class c ON c.oid = p.partrelid
      JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = p.partattrs[0]
     WHERE c.relnamespace = current_schema()::regnamespace AND p.partstrat = 'r'
       AND p.partnatts = 1 AND a.atttypid = 'uuid'::regtype
     ORDER BY c.relname
$$;

-- The partitions of a table with their bounds; null where there is none.
CREATE FUNCTION history_parts(parent text, OUT name text, OUT low uuid, OUT high uuid)
RETURNS SETOF record
LANGUAGE sql STABLE SET search_path FROM CURRENT AS $$
    SELECT c.relname::text, substring(bound FROM 'FROM \(''([-0-9a-f]{36})''\)')::uuid,
           substring(bound FROM 'TO \(''([-0-9a-f]{36})''\)')::uuid
      FROM pg_catalog.pg_inherits i
      JOIN pg_catalog.pg_class c ON c.oid = i.inhrelid
     CROSS JOIN LATERAL pg_catalog.pg_get_expr(c.relpartbound, c.oid) AS bound
     WHERE i.inhparent = format('%I.%I', current_schema(), parent)::regclass
$$;

-- Makes the months of one table until an instant, behind the last one there is. What stands in the
-- default partition meanwhile moves to where it belongs.
CREATE FUNCTION history_extend(parent text, key text, until timestamptz) RETURNS integer
LANGUAGE plpgsql SET search_path FROM CURRENT SET timezone = 'UTC' SET lock_timeout = '500ms' AS $$
DECLARE
    s text := current_schema();
    most integer := 24;
    made integer := 0;
    from_ timestamptz;
    low uuid;
    high uuid;
    part text;
BEGIN
    SELECT p.high INTO low FROM history_parts(parent) p WHERE p.high IS NOT NULL
     ORDER BY p.high DESC LIMIT 1;
    WHILE uuid_instant(low) < until AND made < most LOOP
        from_ := uuid_instant(low);
        high := uuid_at(from_ + interval '1 month');
        part := parent || to_char(from_, '_YYYY_MM');
        EXECUTE format('CREATE TABLE %I.%I (LIKE %1$I.%3$I INCLUDING DEFAULTS INCLUDING CONSTRAINTS)',
                       s, part, parent);
        EXECUTE format('LOCK TABLE %I.%I IN ACCESS EXCLUSIVE MODE', s, parent || '_default');
        EXECUTE format('WITH misplaced AS (DELETE FROM %I.%I WHERE %I >= %L AND %3$I < %5$L RETURNING *)'
                       || ' INSERT INTO %1$I.%6$I SELECT * FROM misplaced',
                       s, parent || '_default', key, low, high, part);
        EXECUTE format('ALTER TABLE %I.%I ATTACH PARTITION %1$I.%3$I FOR VALUES FROM (%4$L) TO (%5$L)',
                       s, parent, part, low, high);
        low := high;
        made := made + 1;
    END LOOP;
    RETURN made;
END
$$;

-- For migrations: the first partitions of a table, whose oldest owner is not older than an instant.
CREATE FUNCTION history_begin(parent text, since timestamptz) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
    s text := current_schema();
    first uuid := uuid_at(date_trunc('month', since, 'UTC'));
    key text := (SELECT t.key FROM history_tables() t WHERE t.name = parent);
BEGIN
    EXECUTE format('CREATE TABLE %I.%I PARTITION OF %1$I.%3$I DEFAULT', s, parent || '_default', parent);
    EXECUTE format('CREATE TABLE %I.%I PARTITION OF %1$I.%3$I FOR VALUES FROM (MINVALUE) TO (%4$L)',
                   s, parent || '_kept', parent, first);
    WHILE history_extend(parent, key, now() + interval '3 months') > 0 LOOP
    END LOOP;
END
$$;

-- Makes the months of all tables until an instant; the number of partitions made.
CREATE FUNCTION history_prepare(until timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
    IF until > now() + interval '2 years' THEN
        RAISE EXCEPTION 'no more than two years are made ahead';
    END IF;
    IF NOT pg_try_advisory_xact_lock(hashtextextended(current_schema() || '.history', 0)) THEN
        RETURN 0;
    END IF;
    RETURN (SELECT coalesce(sum(history_extend(t.name, t.key, until)), 0) FROM history_tables() t);
END
$$;

-- Drops the oldest month of all tables, if it is wholly before an instant, but moves what must stay;
-- the names of the dropped partitions.
CREATE FUNCTION history_drop(before timestamptz) RETURNS text[]
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT SET lock_timeout = '500ms' AS $$
DECLARE
    s text := current_schema();
    dropped text[] := '{}';
    kept uuid[];
    month record;
    t record;
BEGIN
    IF before > now() - interval '31 days' THEN
        RAISE EXCEPTION 'history of the last 31 days is not dropped';
    END IF;
    IF NOT pg_try_advisory_xact_lock(hashtextextended(s || '.history', 0)) THEN
        RETURN dropped;
    END IF;
    SELECT p.low, p.high INTO month FROM history_tables() a, history_parts(a.name) p
     WHERE p.low IS NOT NULL ORDER BY p.high LIMIT 1;
    IF month.high IS NULL OR month.high > uuid_at(before) THEN
        RETURN dropped;
    END IF;
    -- Nobody may open, hold or write anything of it between the question and the drop.
    FOR t IN SELECT * FROM history_tables() LOOP
        EXECUTE format('LOCK TABLE %I.%I IN ACCESS EXCLUSIVE MODE', s, t.name);
    END LOOP;
    kept := ARRAY(SELECT history_kept(month.low, month.high, before));
    FOR t IN SELECT a.name, a.key, p.name AS part FROM history_tables() a, history_parts(a.name) p
              WHERE p.low = month.low ORDER BY a.name LOOP
        EXECUTE format('ALTER TABLE %I.%I DETACH PARTITION %1$I.%3$I', s, t.name, t.name || '_kept');
        EXECUTE format('ALTER TABLE %I.%I DETACH PARTITION %1$I.%3$I', s, t.name, t.part);
        EXECUTE format('INSERT INTO %I.%I SELECT * FROM %1$I.%3$I WHERE %4$I = ANY($1)',
                       s, t.name || '_kept', t.part, t.key) USING kept;
        EXECUTE format('ALTER TABLE %I.%I ATTACH PARTITION %1$I.%3$I FOR VALUES FROM (MINVALUE) TO (%4$L)',
                       s, t.name, t.name || '_kept', month.high);
        EXECUTE format('DROP TABLE %I.%I', s, t.part);
        dropped := dropped || t.part;
    END LOOP;
    RETURN dropped;
END
$$;

-- Deletes of what was kept longer than its month what need not stay any more, at most so many rows
-- of each table; how many were deleted.
CREATE FUNCTION history_forget(before timestamptz, most integer) RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
    deleted bigint := 0;
    some_ bigint;
    t record;
BEGIN
    FOR t IN SELECT a.name, a.key, p.name AS part, p.high FROM history_tables() a, history_parts(a.name) p
              WHERE p.low IS NULL AND p.high IS NOT NULL LOOP
        EXECUTE format('DELETE FROM %I.%I WHERE ctid = ANY(ARRAY(SELECT k.ctid FROM %1$I.%2$I k'
                       || ' WHERE k.%3$I < uuid_at($1) AND k.%3$I NOT IN (SELECT h FROM history_kept($2, $3, $1) h)'
                       || ' LIMIT $4))', current_schema(), t.part, t.key)
          USING before, '00000000-0000-0000-0000-000000000000'::uuid, t.high, most;
        GET DIAGNOSTICS some_ = ROW_COUNT;
        deleted := deleted + some_;
    END LOOP;
    RETURN deleted;
END
$$;

-- Until when the months of every table are made, and how many rows (at most a thousand of a table)
-- found none; no row when nothing is partitioned.
CREATE FUNCTION history_state(OUT until timestamptz, OUT misplaced bigint) RETURNS SETOF record
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
    some_ bigint;
    t record;
BEGIN
    misplaced := 0;
    FOR t IN SELECT a.name, max(uuid_instant(p.high)) AS until FROM history_tables() a, history_parts(a.name) p
              GROUP BY a.name LOOP
        until := least(until, t.until);
        EXECUTE format('SELECT count(*) FROM (SELECT 1 FROM %I.%I LIMIT 1000) r', current_schema(), t.name || '_default')
           INTO some_;
        misplaced := misplaced + some_;
    END LOOP;
    IF until IS NOT NULL THEN
        RETURN NEXT;
    END IF;
END
$$;
