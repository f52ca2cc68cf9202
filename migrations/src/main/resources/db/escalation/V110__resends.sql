-- How often people had a failed delivery sent again, and when last.
ALTER TABLE delivery ADD COLUMN resends int NOT NULL DEFAULT 0, ADD COLUMN resent_at timestamptz;
ALTER TABLE past_delivery ADD COLUMN resends int NOT NULL DEFAULT 0, ADD COLUMN resent_at timestamptz;
