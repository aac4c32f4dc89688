-- Pages that reference and code had opened and that their reader closed, by a hash of what is sealed in their cookie: a copy of
-- the cookie opens nothing. A row goes once the page would be over by itself.
create table closed_pages (
    hash text not null primary key,
    until text not null
);
