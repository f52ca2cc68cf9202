-- The claim that made the attempt. After a restore to an older moment the same delivery may be
-- claimed anew, with the same number: only the lease tells whether a claim was lost.
ALTER TABLE delivery_attempt ADD COLUMN lease uuid;
ALTER TABLE past_delivery_attempt ADD COLUMN lease uuid;
