-- What people did that no other table tells of. Rows are only ever added.
CREATE TABLE audit_entry (
    id      uuid PRIMARY KEY,
    at      timestamptz NOT NULL,
    actor   text        NOT NULL,
    action  text        NOT NULL,
    subject text        NOT NULL,
    detail  text        NOT NULL
);
CREATE INDEX audit_entry_subject ON audit_entry (subject);

-- The service's role has its name from the schema; where there is none, there is nothing to revoke.
DO $$
DECLARE
    service text := 'watchbill_' || current_schema();
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = service) THEN
        EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON audit_entry FROM %I', service);
    END IF;
END $$;
