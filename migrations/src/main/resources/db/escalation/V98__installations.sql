-- Which installation a replica belongs to: replicas that accept no secret of the links in common belong to
-- different ones, which must not share a database.
ALTER TABLE replica_note
  -- Fingerprints of the secrets that it accepts; none from a replica of an earlier release.
  ADD COLUMN secrets    text[] NOT NULL DEFAULT '{}',
  ADD COLUMN public_url text;
