-- The page of a schedule shows the swaps that nobody has answered yet.
CREATE INDEX swap_proposed ON swap (rotation, give_from) WHERE state = 'proposed';
