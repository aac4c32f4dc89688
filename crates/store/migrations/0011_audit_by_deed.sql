-- Beside the chain's own order, by council and number, an index that begins with the council too looks just as good to PostgreSQL
-- while the table is small, and a plan that takes it reads the whole chain for its end. This one begins with the deed.
drop index audit_deed;
create index audit_deed on audit (deed, council, seq);
