-- A domain of the kit's own tests.
CREATE TABLE thing (
    id   text PRIMARY KEY,
    note text
);
