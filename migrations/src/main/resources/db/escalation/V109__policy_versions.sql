-- What a policy was by each of its versions, and who made it: the newest of each policy, written with it.
CREATE TABLE policy_version (
    policy     text     NOT NULL REFERENCES policy (id),
    version    bigint   NOT NULL,
    team       text,
    definition text     NOT NULL,
    -- Whether this version archived it.
    archived   boolean  NOT NULL,
    -- Null for versions from before they were kept.
    author     text,
    made_at    timestamptz,
    PRIMARY KEY (policy, version)
);

INSERT INTO policy_version (policy, version, team, definition, archived)
SELECT id, version, team, definition, archived_at IS NOT NULL FROM policy;
