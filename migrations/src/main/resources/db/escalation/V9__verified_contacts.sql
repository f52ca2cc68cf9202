-- Who has shown that a contact method reaches them: by the code that was sent to it.

ALTER TABLE contact_method ADD COLUMN verified_at timestamptz;

-- On its way to a terminal nothing can be mistaken.
UPDATE contact_method SET verified_at = now() WHERE kind = 'terminal';

-- The newest code of each method. It outlives the method, so that making that anew sends no more.
CREATE TABLE contact_verification (
  person        text        NOT NULL,
  method        text        NOT NULL,
  -- Of the code and what it was sent to, under the service's secret.
  code_hash     text        NOT NULL,
  expires_at    timestamptz NOT NULL,
  attempts_left int         NOT NULL,
  sent_at       timestamptz NOT NULL,
  hour_began    timestamptz NOT NULL,
  sent_in_hour  int         NOT NULL,
  PRIMARY KEY (person, method)
);
