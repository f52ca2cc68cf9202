-- Prepares a database for Watchbill. Run it once, connected to the new and empty database, as a
-- superuser or as a role with CREATEROLE that owns the database:
--
--   createdb watchbill
--   psql --dbname watchbill --set ON_ERROR_STOP=1 --file roles.sql
--
-- and give each of the four roles a password (\password watchbill_owner, …). Running it again does
-- no harm.
--
-- watchbill_owner owns the schemas and migrates them. The services run under roles of their own
-- without rights to change the schema, each in its own; what they all read (keys and grants) is
-- granted by the migrations.

DO $$
DECLARE
    service text;
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['watchbill_owner', 'watchbill_incident', 'watchbill_rotation', 'watchbill_escalation'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
            EXECUTE format('CREATE ROLE %I LOGIN', name);
        END IF;
    END LOOP;

    -- A role that is no superuser can give objects only to roles it is a member of.
    IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
        EXECUTE format('GRANT watchbill_owner TO %I', current_user);
    END IF;

    EXECUTE format('ALTER DATABASE %I OWNER TO watchbill_owner', current_database());
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    REVOKE CREATE ON SCHEMA public FROM PUBLIC;
    CREATE SCHEMA IF NOT EXISTS access AUTHORIZATION watchbill_owner;

    FOREACH service IN ARRAY ARRAY['rotation', 'incident', 'escalation'] LOOP
        name := 'watchbill_' || service;
        EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), name);
        EXECUTE format('CREATE SCHEMA IF NOT EXISTS %I AUTHORIZATION watchbill_owner', service);
        EXECUTE format('ALTER ROLE %I SET search_path = %I', name, service);
        -- A stopped or stuck process must not keep rows locked that another replica could work on.
        EXECUTE format('ALTER ROLE %I SET idle_in_transaction_session_timeout = ''5s''', name);
        EXECUTE format('ALTER ROLE %I SET statement_timeout = ''30s''', name);
        EXECUTE format('GRANT USAGE ON SCHEMA %I, access TO %I', service, name);
        EXECUTE format('ALTER DEFAULT PRIVILEGES FOR ROLE watchbill_owner IN SCHEMA %I GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO %I', service, name);
        EXECUTE format('ALTER DEFAULT PRIVILEGES FOR ROLE watchbill_owner IN SCHEMA %I GRANT USAGE, SELECT ON SEQUENCES TO %I', service, name);
    END LOOP;
END
$$;
