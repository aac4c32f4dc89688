-- Roles given and taken stand in the audit chains from here on. With this step, each role that somebody holds already is
-- written into the chain of its council, so that the chain tells of every role there is.
create index audit_deed on audit (council, deed, seq);
