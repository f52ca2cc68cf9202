-- The severity catalogue: what each severity means and the time allowed for each answer to it.
-- Durations are ISO 8601; one counted in business time is business days or hours of the calendar.

CREATE TABLE severity (
    id                text PRIMARY KEY,
    rank              smallint NOT NULL UNIQUE,
    name              text     NOT NULL,
    meaning           text     NOT NULL,
    acknowledge       text     NOT NULL,
    response          text     NOT NULL,
    response_business boolean  NOT NULL DEFAULT false,
    resolution        text     NOT NULL
);

INSERT INTO severity (id, rank, name, meaning, acknowledge, response, response_business, resolution)
VALUES ('P0', 0, 'Critical', 'Active breach, data loss', 'PT5M', 'PT10M', false, 'PT4H'),
       ('P1', 1, 'High', 'Attack in progress', 'PT15M', 'PT30M', false, 'PT8H'),
       ('P2', 2, 'Medium', 'Suspicious activity', 'PT1H', 'PT2H', false, 'PT24H'),
       ('P3', 3, 'Low', 'Informational', 'PT4H', 'P1D', true, 'P7D');
