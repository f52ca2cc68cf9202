-- The start page of everybody asks for their open pages.
CREATE INDEX page_person ON page (target) WHERE target_kind = 'person';
