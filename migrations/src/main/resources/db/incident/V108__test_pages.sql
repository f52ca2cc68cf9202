-- Pages sent to see whether they reach a person; each has an incident of its own. The newest of each
-- person are kept.
CREATE TABLE test_page (
    incident uuid        PRIMARY KEY,
    -- Of the incident's reference.
    number   bigint      NOT NULL,
    person   text        NOT NULL,
    sent_at  timestamptz NOT NULL,
    -- Null while it waits.
    ended_at timestamptz,
    -- By which the person acknowledged it; null if nobody or somebody else did.
    channel  text
);
CREATE INDEX test_page_of_person ON test_page (person, sent_at DESC);
CREATE UNIQUE INDEX test_page_waiting ON test_page (person) WHERE ended_at IS NULL;
