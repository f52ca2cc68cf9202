-- The column and the timers take the names that the code has for them (docs/glossary.md).

ALTER TABLE rotation RENAME COLUMN edition TO definition_revision;

-- The coverage check's timers outlive a release: without this, rotations would be checked only after their next change.
INSERT INTO timer (kind, key, due, attempts, retry_at)
    SELECT DISTINCT ON (key) 'coverage-check', key, due, 0, due
    FROM timer WHERE kind IN ('gap-watch', 'gap-shift') ORDER BY key, due
    ON CONFLICT DO NOTHING;
DELETE FROM timer WHERE kind IN ('gap-watch', 'gap-shift');
