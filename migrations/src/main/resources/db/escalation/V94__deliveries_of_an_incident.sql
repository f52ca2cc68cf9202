-- Of all of an incident, not only of what is live: where few deliveries were live when the table was
-- last analyzed, claims read them all by the smaller index and sorted them, instead of the oldest.
CREATE INDEX delivery_incident ON delivery (incident);
DROP INDEX delivery_live;
