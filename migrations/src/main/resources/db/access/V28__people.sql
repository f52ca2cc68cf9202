-- Who answers for a person, for the rights of others over them: a team, or (team = '') the admins.
-- Written by the rotation-service with its own row of the person. A person of whom there is no row
-- is the admins' alone.
CREATE TABLE access.person (
    id       text PRIMARY KEY,
    team     text NOT NULL DEFAULT '',
    -- When the person was archived last: what opened something for them before opens nothing now.
    ended_at timestamptz
);

GRANT SELECT, INSERT, UPDATE, DELETE ON access.person TO watchbill_rotation;
GRANT SELECT ON access.person TO watchbill_incident, watchbill_escalation;
