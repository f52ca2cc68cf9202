-- What is over: incidents that were resolved a while ago leave the tables of open work for these,
-- which go by months (decision 0035). Each has the columns of the table that it belongs to.

CREATE TABLE past_incident_picture (LIKE incident_picture, PRIMARY KEY (incident))
  PARTITION BY RANGE (incident);
CREATE TABLE past_escalation (LIKE escalation, PRIMARY KEY (id, incident))
  PARTITION BY RANGE (incident);
CREATE TABLE past_step_outcome
  (LIKE step_outcome, PRIMARY KEY (escalation, pass, step, repetition, incident))
  PARTITION BY RANGE (incident);
CREATE TABLE past_page (LIKE page, PRIMARY KEY (id, incident)) PARTITION BY RANGE (incident);
CREATE TABLE past_delivery (LIKE delivery, PRIMARY KEY (id, incident))
  PARTITION BY RANGE (incident);
CREATE TABLE past_delivery_attempt (LIKE delivery_attempt, PRIMARY KEY (delivery, number, incident))
  PARTITION BY RANGE (incident);
CREATE TABLE past_acknowledgement (LIKE acknowledgement, PRIMARY KEY (id, incident))
  PARTITION BY RANGE (incident);
CREATE TABLE past_alarm (LIKE alarm, PRIMARY KEY (id, incident)) PARTITION BY RANGE (incident);

CREATE INDEX past_escalation_incident ON past_escalation (incident);
CREATE INDEX past_step_outcome_incident ON past_step_outcome (incident);
CREATE INDEX past_page_incident ON past_page (incident);
CREATE INDEX past_delivery_incident ON past_delivery (incident);
CREATE INDEX past_delivery_page ON past_delivery (page);
CREATE INDEX past_delivery_attempt_incident ON past_delivery_attempt (incident);
CREATE INDEX past_acknowledgement_incident ON past_acknowledgement (incident);
CREATE INDEX past_alarm_incident ON past_alarm (incident);

SELECT history_begin(t, since)
  FROM (SELECT coalesce(min(uuid_instant(incident))
                          FILTER (WHERE uuid_instant(incident) > now() - interval '2 years'), now())
               AS since
          FROM incident_picture WHERE uuid_instant(incident) < now()) AS oldest,
       unnest(ARRAY['past_incident_picture', 'past_escalation', 'past_step_outcome', 'past_page',
                    'past_delivery', 'past_delivery_attempt', 'past_acknowledgement',
                    'past_alarm']) AS t;

-- Whose history stays: what is not over, what is held, what was heard of later than that.
CREATE OR REPLACE FUNCTION history_kept(low uuid, high uuid, before timestamptz) RETURNS SETOF uuid
LANGUAGE sql STABLE SET search_path FROM CURRENT AS $$
  SELECT incident FROM incident_picture WHERE incident >= low AND incident < high
  UNION
  SELECT incident FROM past_incident_picture
   WHERE incident >= low AND incident < high
     AND (received_at >= before OR (picture ->> 'legalHold')::boolean)
$$;

-- Those that may leave, the longest ago first.
CREATE INDEX incident_picture_resolved ON incident_picture (received_at) WHERE state = 'resolved';
CREATE INDEX acknowledgement_incident ON acknowledgement (incident);
