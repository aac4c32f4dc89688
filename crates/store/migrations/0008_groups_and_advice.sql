-- Who keeps a peer group true: an address that is nobody's account, sealed, and erased with one row. The links in letters to
-- them are kept by their hash, for as long as they work.
create table organisers (
    host text not null,
    item text not null,
    sealed text not null,
    at text not null,
    primary key (host, item)
);
create table group_links (
    hash text not null primary key,
    host text not null,
    item text not null,
    about text,
    created text not null,
    expires text not null
);
-- Questions to an advice team. Each has a key of its own, wrapped with that of the installation; the words are sealed with it,
-- and so is proved the code of whoever asked.
create table questions (
    id text not null primary key,
    host text not null,
    reference text not null unique,
    form text not null unique,
    code text not null,
    state text not null,
    due text,
    version bigint not null,
    created text not null,
    changed text not null,
    sealed_key text not null,
    sealed text not null
);
create index questions_host on questions (host, state, due);
