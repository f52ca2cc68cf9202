-- Who archived a rotation, and whether without knowing which policies still name it.

ALTER TABLE rotation
    ADD COLUMN archived_by        text,
    ADD COLUMN archived_unchecked boolean NOT NULL DEFAULT false;
