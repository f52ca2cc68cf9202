-- Policies and webhooks belong to a team, whose managers change them, or (NULL) to the admins.
ALTER TABLE policy ADD COLUMN team text;
ALTER TABLE webhook ADD COLUMN team text;

-- A policy that is the default of one team only is that team's; the fallback is the admins'.
UPDATE policy p
   SET team = t.team
  FROM (SELECT policy, min(team) AS team FROM policy_team GROUP BY policy HAVING count(*) = 1) t
 WHERE t.policy = p.id AND NOT p.fallback;
