-- Overrides may add somebody beside the watch or leave a hole.

ALTER TABLE shift_override DROP CONSTRAINT shift_override_kind_check;
ALTER TABLE shift_override ALTER COLUMN person DROP NOT NULL;
ALTER TABLE shift_override ADD CONSTRAINT shift_override_kind_check CHECK (
    (kind = 'replace' AND person IS NOT NULL)
    OR (kind = 'add' AND person IS NOT NULL AND replaces IS NULL)
    OR (kind = 'remove' AND person IS NULL));
