-- Letters become messages of a channel, with another form of their words, and it is known of each whether it was handed to
-- what sends it. People who asked for updates, and what was written to them.

-- `channel` is that of `recipient`; null for a letter by email. `subscriber` is to whom instead, and `letter` the words that
-- many have in common. `handed` is set before a message is handed over, `way` to what; `unsure` is set
-- where nobody knows what became of it.
alter table outbox add column channel text;
alter table outbox add column html text;
alter table outbox add column subscriber text;
alter table outbox add column letter text;
alter table outbox add column handed text;
alter table outbox add column way text;
alter table outbox add column unsure text;
drop index outbox_due;
create index outbox_single on outbox (due, id)
    where sent is null and given_up is null and unsure is null and letter is null;
create index outbox_bulk on outbox (due, id)
    where sent is null and given_up is null and unsure is null and letter is not null;
create index outbox_subscriber on outbox (subscriber) where subscriber is not null;
create index outbox_letter on outbox (letter) where letter is not null;
create index outbox_unsure on outbox (unsure) where unsure is not null;

-- Who asked a host for updates. The address is sealed, and beside it a keyed hash, by which it is found again.
create table subscribers (
    id text not null primary key,
    host text not null,
    address text not null,
    sealed text not null,
    token text not null unique,
    wants text not null,
    pace text not null,
    created text not null,
    confirmed text,
    refused bigint not null,
    unique (host, address)
);
create index subscribers_address on subscribers (address);
create index subscribers_wants on subscribers (host, pace, wants, id);

-- What was written to everybody who had asked a host for it by a moment, once for each cause.
create table bulletins (
    id text not null primary key,
    host text not null,
    cause text not null,
    subject text not null,
    account text,
    asked_by text not null,
    created text not null,
    unique (host, cause)
);

-- Its words for those who want the same. `reached` is the last of them for whom a message was put into the outbox, `people`
-- how many that were; `spread` is when all were.
create table bulletin_letters (
    id text not null primary key,
    bulletin text not null references bulletins (id) on delete cascade,
    wants text not null,
    pace text not null,
    subject text not null,
    body text not null,
    html text not null,
    list text not null,
    unsubscribe text not null,
    reached text not null,
    people bigint not null,
    spread text
);
create index bulletin_letters_bulletin on bulletin_letters (bulletin);
create index bulletin_letters_open on bulletin_letters (id) where spread is null;
