-- All that belongs to an incident has its id in the key, so that it can be moved and dropped with
-- its incident. Behind the row's own id: rows are looked for by that, and new ones come at the end.

ALTER TABLE delivery_attempt
  DROP CONSTRAINT delivery_attempt_delivery_fkey,
  DROP CONSTRAINT delivery_attempt_pkey,
  ADD COLUMN incident uuid;
ALTER TABLE delivery
  DROP CONSTRAINT delivery_page_fkey,
  DROP CONSTRAINT delivery_page_method_key,
  DROP CONSTRAINT delivery_pkey;

ALTER TABLE page DROP CONSTRAINT page_pkey, ADD PRIMARY KEY (id, incident);

ALTER TABLE delivery
  ADD PRIMARY KEY (id, incident),
  ADD UNIQUE (page, method, incident),
  ADD FOREIGN KEY (page, incident) REFERENCES page (id, incident);

UPDATE delivery_attempt a SET incident = d.incident FROM delivery d WHERE d.id = a.delivery;
ALTER TABLE delivery_attempt
  ADD PRIMARY KEY (delivery, number, incident),
  ADD FOREIGN KEY (delivery, incident) REFERENCES delivery (id, incident);

ALTER TABLE escalation DROP CONSTRAINT escalation_pkey, ADD PRIMARY KEY (id, incident);

ALTER TABLE step_outcome DROP CONSTRAINT step_outcome_pkey, ADD COLUMN incident uuid;
UPDATE step_outcome o SET incident = e.incident FROM escalation e WHERE e.id = o.escalation;
ALTER TABLE step_outcome ADD PRIMARY KEY (escalation, pass, step, repetition, incident);

ALTER TABLE acknowledgement DROP CONSTRAINT acknowledgement_pkey, ADD PRIMARY KEY (id, incident);
ALTER TABLE alarm DROP CONSTRAINT alarm_pkey, ADD PRIMARY KEY (id, incident);
