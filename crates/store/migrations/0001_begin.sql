-- What Kith keeps, in column types that SQLite and PostgreSQL both know: text, whole numbers, bytes.
-- Moments are text of one width, in UTC, to the microsecond: they compare as they follow in time.
-- A change to these tables is a new file beside this one; this one never changes again.

-- One row. Whoever appends locks it, so positions are given and become visible in one order, without gaps.
create table head (
    id bigint not null primary key check (id = 1),
    position bigint not null
);
insert into head (id, position) values (1, 0);

-- What happened. Never changed. `account` is an id alone: the person behind it stands in `accounts` and can be erased.
create table events (
    position bigint not null primary key,
    stream text not null,
    version bigint not null,
    kind text not null,
    body text not null,
    account text,
    at text not null,
    unique (stream, version)
);

-- What was answered when an act was done under a key, so that the same act sent again is not done again.
create table keys (
    key text not null primary key,
    digest text not null,
    stream text not null,
    version bigint not null,
    position bigint not null,
    at text not null
);
create index keys_at on keys (at);

-- Letters waiting to go out. Once sent, who to and what is blanked.
create table outbox (
    id text not null primary key,
    position bigint,
    recipient text not null,
    subject text not null,
    body text not null,
    created text not null,
    due text not null,
    tries bigint not null,
    lease text,
    holder text,
    fault text,
    sent text,
    given_up text
);
create index outbox_due on outbox (due) where sent is null and given_up is null;

-- Files, by the digest of what is in them.
create table blobs (
    digest text not null primary key,
    bytes bytea not null
);

-- From here on: people, and what lets them in. All of it can be erased without touching an event.
create table accounts (
    id text not null primary key,
    email text not null unique,
    name text not null,
    password text,
    password_changed text,
    totp text,
    totp_step bigint not null,
    state text not null,
    created text not null
);

create table identities (
    issuer text not null,
    subject text not null,
    account text not null references accounts (id) on delete cascade,
    primary key (issuer, subject)
);
create index identities_account on identities (account);

create table recovery_codes (
    account text not null references accounts (id) on delete cascade,
    hash text not null,
    used text,
    primary key (account, hash)
);

-- `council` is the council's slug, or empty where the role is for the whole installation.
create table grants (
    account text not null references accounts (id) on delete cascade,
    role text not null,
    council text not null,
    primary key (account, role, council)
);
create index grants_council on grants (council);

create table invitations (
    id text not null primary key,
    hash text not null unique,
    email text not null,
    grants text not null,
    account text not null,
    created text not null,
    expires text not null,
    used text
);

create table sessions (
    id text not null primary key,
    hash text not null unique,
    account text not null references accounts (id) on delete cascade,
    created text not null,
    last_used text not null,
    expires text not null,
    agent text not null,
    second_factor text
);
create index sessions_account on sessions (account);

create table recoveries (
    hash text not null primary key,
    account text not null references accounts (id) on delete cascade,
    created text not null,
    expires text not null,
    used text
);
create index recoveries_account on recoveries (account);

create table setups (
    hash text not null primary key,
    created text not null,
    expires text not null,
    used text
);

create table attempts (
    id text not null primary key,
    bucket text not null,
    at text not null
);
create index attempts_bucket on attempts (bucket, at);
