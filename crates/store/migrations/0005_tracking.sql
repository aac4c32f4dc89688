-- A code belongs to one person of a case. Codes from before belonged to nobody, and are made anew.
drop table trackings;
create table trackings (
    reference text not null,
    holder text not null,
    stream text not null,
    code text not null,
    primary key (reference, holder)
);
