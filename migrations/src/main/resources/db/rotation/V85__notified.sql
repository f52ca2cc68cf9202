-- The columns take the words of the glossary (docs/glossary.md).

ALTER TABLE shift_times RENAME COLUMN told_until TO notified_until;
ALTER TABLE notified_finding RENAME COLUMN told_at TO notified_at;
