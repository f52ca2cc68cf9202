-- A reply or a receipt names the provider's message, or only the address that it comes from.

ALTER TABLE delivery ADD COLUMN provider_message_id text;
ALTER TABLE past_delivery ADD COLUMN provider_message_id text;

CREATE INDEX delivery_by_message ON delivery (provider_message_id)
  WHERE provider_message_id IS NOT NULL;
CREATE INDEX past_delivery_by_message ON past_delivery (provider_message_id)
  WHERE provider_message_id IS NOT NULL;
CREATE INDEX delivery_by_address ON delivery (kind, address, id);
CREATE INDEX past_delivery_by_address ON past_delivery (kind, address, id);
