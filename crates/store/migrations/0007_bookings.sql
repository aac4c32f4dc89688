-- Places in workshops: how many are taken of each day or course, who took them, and what they thought.

-- One row for each day, or each course, in which somebody has asked for a place. Its lock is the turn to take one.
-- `seq` counts everybody who ever asked; `closed` is 1 once it was called off; after the day `forget` its bookings go.
create table occasions (
    host text not null,
    workshop text not null,
    occasion text not null,
    seq bigint not null,
    taken bigint not null,
    waiting bigint not null,
    closed bigint not null,
    forget text not null,
    primary key (host, workshop, occasion)
);
create index occasions_forget on occasions (forget);

-- Who asked, in the order in which they did. What they gave is sealed with an installation key, and gone once they cancel;
-- the link by which they come back is kept as its hash.
create table bookings (
    id text not null primary key,
    host text not null,
    workshop text not null,
    occasion text not null,
    seq bigint not null,
    token text not null unique,
    state text not null,
    sealed text,
    created text not null,
    reminded bigint,
    came bigint,
    asked bigint not null,
    said bigint not null,
    unique (host, workshop, occasion, seq)
);

-- What somebody thought, sealed, and bound to nobody: there is no moment, and the name of the row is chance.
create table opinions (
    id text not null primary key,
    host text not null,
    workshop text not null,
    sealed text not null,
    forget text not null
);
create index opinions_workshop on opinions (host, workshop);

-- A message to all who have a place goes out once for each form. Its words are sealed, and shown to those who have a place.
create table booking_messages (
    key text not null primary key,
    host text not null,
    workshop text not null,
    occasion text not null,
    sent bigint not null,
    sealed text not null,
    account text,
    at text not null
);
