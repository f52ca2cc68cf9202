-- Who is signed in on the web pages: owned by the rotation-service, valid in all three services.

CREATE TABLE access.session (
    id           uuid PRIMARY KEY,
    -- SHA-256 of the random token in the cookie.
    token_hash   bytea       NOT NULL UNIQUE,
    kind         text        NOT NULL CHECK (kind IN ('person', 'automation')),
    principal    text        NOT NULL,
    -- The key that opened it: the session has its scopes and ends with it. NULL: opened by a link.
    key_id       text REFERENCES access.api_key (id) ON DELETE CASCADE,
    device       text        NOT NULL,
    created_at   timestamptz NOT NULL,
    last_used_at timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    ended_at     timestamptz
);
CREATE INDEX session_principal ON access.session (kind, principal, id);
CREATE INDEX session_key ON access.session (key_id);
CREATE INDEX session_expires ON access.session (expires_at);

-- A link that signs a person in once.
CREATE TABLE access.sign_in_link (
    id         uuid PRIMARY KEY,
    token_hash bytea       NOT NULL UNIQUE,
    person     text        NOT NULL,
    made_by    text        NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at    timestamptz
);
CREATE INDEX sign_in_link_person ON access.sign_in_link (person);
CREATE INDEX sign_in_link_expires ON access.sign_in_link (expires_at);

GRANT SELECT, INSERT, UPDATE, DELETE ON access.session, access.sign_in_link TO watchbill_rotation;
GRANT SELECT ON access.session TO watchbill_incident, watchbill_escalation;
GRANT UPDATE (last_used_at) ON access.session TO watchbill_incident, watchbill_escalation;
