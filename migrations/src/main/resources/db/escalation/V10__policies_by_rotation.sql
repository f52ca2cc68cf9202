-- Which policies name a rotation, asked before it is archived.

CREATE INDEX policy_by_rotation ON policy
  USING gin (jsonb_path_query_array(definition::jsonb, '$.**.rotation'));
