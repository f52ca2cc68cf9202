-- A person belongs to a team, whose managers have rights over them, or (NULL) to the admins.
ALTER TABLE person ADD COLUMN team text REFERENCES team (id);

-- Whoever is a member of one team only is that team's.
UPDATE person p
   SET team = m.team
  FROM (SELECT person, min(team) AS team FROM team_member GROUP BY person HAVING count(*) = 1) m
 WHERE m.person = p.id;

-- Teams that a person, or somebody with rights over them, has agreed to as a member of.
CREATE TABLE membership_consent (
    person     text        NOT NULL REFERENCES person (id),
    team       text        NOT NULL REFERENCES team (id),
    author     text        NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (person, team)
);

-- A holiday calendar belongs to a team too, or to the admins.
ALTER TABLE holiday_calendar ADD COLUMN team text REFERENCES team (id);

-- Feeds of people who were archived before archiving ended them.
UPDATE feed f
   SET revoked_at = now()
  FROM person p
 WHERE p.archived_at IS NOT NULL AND f.revoked_at IS NULL
   AND (f.person = p.id OR f.author = 'person:' || p.id);
