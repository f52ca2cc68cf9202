-- The list of deliveries in one state, in the order of their ids: those that failed are few among
-- millions that were sent, and were looked for among all of them.
CREATE INDEX past_delivery_state ON past_delivery (state, id);
