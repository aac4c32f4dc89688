-- What readers say about a council's offer, and what the council answers. Kept apart from events: somebody may have written
-- a name, and it can be erased.
create table feedback (
    id text not null primary key,
    council text not null,
    page text not null,
    words text not null,
    created text not null,
    state text not null,
    published text,
    answer text,
    answered text,
    account text
);
create index feedback_council on feedback (council, created);
