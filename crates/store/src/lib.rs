//! What Kith keeps: the only crate that knows a database. It saves and loads; it never decides.
//!
//! * `Store::open` takes a file (SQLite) or the address of a PostgreSQL server; every SQL text serves both.
//! * **Events** are what happened. `append` is the only write of them: one transaction for the events, the letters
//!   that go out because of them and the key of the form. A stream's version guards against two who write at once;
//!   `since` gives every event in one order without gaps; `changes` tells of new ones, whichever node wrote them.
//! * **Accounts**, grants, sessions, invitations and the like are kept apart from events and can be erased.
//!   Tokens are kept by their hash, second factors sealed with a key that is not in the database.
//! * The **outbox** hands a letter to one sender at a time.
//! * `export` writes everything as text with a digest, `restore` reads it into an empty database of either kind and
//!   proves that all is there; `backup` copies a SQLite file while it is in use.
//!
//! No clock: every moment is passed in. No rule: who may do what is decided elsewhere. What is acknowledged is on the
//! disk; what failed is not written, and what is unsure (`Unavailable`) can be sent again under the same key.

mod account;
mod append;
mod backup;
mod blob;
mod changes;
mod error;
mod event;
mod feedback;
mod id;
mod location;
mod outbox;
mod read;
mod schema;
mod seal;
mod secret;
mod sql;
mod store;

pub use account::{
    Account, AccountState, Email, Grant, Invitation, NewAccount, NewInvitation, NewSession, PasswordHash, Removed,
    Role, Session,
};
pub use backup::Proof;
pub use blob::LARGEST_BLOB;
pub use error::{AppendError, StoreError};
pub use event::{
    Append, Appended, Event, IdempotencyKey, LONGEST_BODY, MOST_EVENTS, NewEvent, Position, StreamId, Version,
};
pub use feedback::{Feedback, FeedbackAnswer, FeedbackState, LONGEST_FEEDBACK, NewFeedback};
pub use id::{AccountId, FeedbackId, InvitationId, MailId, SessionId};
pub use location::Location;
pub use outbox::{LEASE, MOST_TRIES, Mail, NewMail, OutboxCounts};
pub use seal::InstallationKey;
pub use secret::{Digest, InvitationToken, RecoveryToken, SessionToken, SetupToken};
pub use store::{Engine, Store};
