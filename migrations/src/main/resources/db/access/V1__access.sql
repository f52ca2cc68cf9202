-- Keys and grants: owned by the rotation-service, read by all three services.

CREATE TABLE access.api_key (
    id           text PRIMARY KEY,
    kind         text        NOT NULL CHECK (kind IN ('person', 'integration', 'service', 'automation')),
    principal    text        NOT NULL,
    secret_hash  bytea       NOT NULL,
    scopes       text[]      NOT NULL DEFAULT '{}',
    created_at   timestamptz NOT NULL,
    expires_at   timestamptz,
    revoked_at   timestamptz,
    last_used_at timestamptz
);
CREATE INDEX api_key_principal ON access.api_key (kind, principal);

-- A right of a principal, for one team or (team = '') for all.
CREATE TABLE access.grant_ (
    principal_kind text        NOT NULL,
    principal      text        NOT NULL,
    right_         text        NOT NULL CHECK (right_ IN ('viewer', 'responder', 'manager', 'communications', 'legal', 'auditor', 'admin')),
    team           text        NOT NULL DEFAULT '',
    created_at     timestamptz NOT NULL,
    PRIMARY KEY (principal_kind, principal, right_, team)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON access.api_key, access.grant_ TO watchbill_rotation;
GRANT SELECT ON access.api_key, access.grant_ TO watchbill_incident, watchbill_escalation;
GRANT UPDATE (last_used_at) ON access.api_key TO watchbill_incident, watchbill_escalation;
