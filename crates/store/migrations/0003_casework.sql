-- What casework needs: keys that can be destroyed, a chain of who did and saw what, words to search by that cannot be read,
-- files, drafts, access to single cases, and codes for those who wait for an answer.

-- One key for each case (`case/COUNCIL/ID`) and one for each council's words (`index/COUNCIL`), wrapped under an
-- installation key that is not in this database. A destroyed one leaves its row, without its key.
create table vaults (
    stream text not null primary key,
    sealed text,
    created text not null,
    destroyed text,
    account text,
    why text
);

-- A chain for each council. `hash` is over the hash before it and all of the row. What an append wrote stands at its
-- positions; `digest` is that of the rows it wrote, or of the file it kept. Nothing here is ever changed.
create table audit (
    council text not null,
    seq bigint not null,
    at text not null,
    account text,
    deed text not null,
    stream text,
    first_position bigint,
    last_position bigint,
    file text,
    digest text,
    reason text,
    hash text not null,
    primary key (council, seq)
);
create index audit_stream on audit (stream, seq);
create index audit_account on audit (account, seq);
create index audit_file on audit (file);

-- Words by which a case is found, each as a keyed hash alone.
create table words (
    word text not null,
    stream text not null,
    primary key (word, stream)
);
create index words_stream on words (stream);

-- Evidence. Its name and what it holds are sealed with the key of the case.
create table files (
    id text not null primary key,
    stream text not null,
    head text not null,
    bytes bytea not null,
    account text,
    at text not null
);
create index files_stream on files (stream, id);

-- Forms begun and not sent.
create table drafts (
    account text not null references accounts (id) on delete cascade,
    stream text not null,
    form text not null,
    sealed text not null,
    at text not null,
    primary key (account, stream, form)
);
create index drafts_at on drafts (at);
create index drafts_stream on drafts (stream);

-- Who may see a restricted case, from when and until when. The reason is sealed with the key of the case.
create table accesses (
    id text not null primary key,
    stream text not null,
    account text not null references accounts (id) on delete cascade,
    reason text not null,
    granted_by text not null,
    starts text not null,
    ends text not null
);
create index accesses_stream on accesses (stream, account);

-- How somebody without an account sees how their case stands: a reference and a code, which is a keyed hash here.
create table trackings (
    reference text not null primary key,
    stream text not null unique,
    code text not null
);
