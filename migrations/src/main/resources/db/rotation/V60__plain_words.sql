-- The tables take the names of the glossary (docs/glossary.md).

ALTER TABLE told_gap RENAME TO notified_finding;
ALTER TABLE contact_look RENAME TO contact_check;
ALTER INDEX contact_look_due RENAME TO contact_check_due;
