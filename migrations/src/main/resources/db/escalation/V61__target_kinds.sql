-- A target carries its kind in a column of its own, not in front of its id.

ALTER TABLE page ADD COLUMN target_kind text NOT NULL DEFAULT 'person';
ALTER TABLE past_page ADD COLUMN target_kind text NOT NULL DEFAULT 'person';

ALTER TABLE page DROP CONSTRAINT page_once;

UPDATE page SET target_kind = split_part(target, ':', 1), target = substr(target, strpos(target, ':') + 1)
 WHERE target LIKE 'webhook:%' OR target LIKE 'last-resort:%';
UPDATE past_page SET target_kind = split_part(target, ':', 1), target = substr(target, strpos(target, ':') + 1)
 WHERE target LIKE 'webhook:%' OR target LIKE 'last-resort:%';

ALTER TABLE page ADD CONSTRAINT page_once
  UNIQUE (incident, round, purpose, run, step, repetition, target_kind, target, handover);

-- A target as texts, lists and acknowledgements name it.
CREATE FUNCTION target_text(kind text, id text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE kind WHEN 'person' THEN id ELSE kind || ':' || id END;

-- The progress of escalations takes the new names of its fields, which V60 left out.
UPDATE escalation
   SET progress = replace(replace(progress::text, '"pass":', '"run":'),
                          '"watches":', '"pagedRoles":')::jsonb
 WHERE progress::text ~ '"(pass|watches)":';
