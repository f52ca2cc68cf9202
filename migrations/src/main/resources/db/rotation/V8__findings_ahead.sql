-- Of what the lead was told: gaps and all else that is wrong with the watch ahead ("role" names the
-- place), for how long; and rotations whose people are to be looked at.

ALTER TABLE told_gap
    ADD COLUMN kind    text        NOT NULL DEFAULT 'shifts',
    ADD COLUMN ends_at timestamptz NOT NULL DEFAULT '9999-12-31T23:59:59Z';

-- It refers to no rotation, so that who changes one waits for nobody who looks.
CREATE TABLE contact_look (
    rotation text PRIMARY KEY,
    due      timestamptz NOT NULL
);
CREATE INDEX contact_look_due ON contact_look (due);
