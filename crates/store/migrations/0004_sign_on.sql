-- Through whose own sign-in a session was opened, by name; null where it was a password.
alter table sessions add column provider text;
