//! What Kith keeps: the only crate that knows a database. It saves and loads; it never decides.
//!
//! * `Store::open` takes a file (SQLite) or the address of a PostgreSQL server, or of several of which one takes writes,
//!   and follows when another becomes that one; every SQL text serves both.
//! * **Events** are what happened. `append` is the only write of them: one transaction for the events, the letters
//!   that go out because of them and the key of the form. A stream's version guards against two who write at once;
//!   `since` gives every event in one order without gaps; `changes` tells of new ones, whichever node wrote them.
//! * **Cases** are the streams `case/COUNCIL/ID`: their bodies are sealed with a key of the case's own (`with_keys`), and what
//!   is done and seen stands in the council's **audit chain**. `destroy_vault` leaves `Body::Gone` and a tombstone. Found by
//!   `find_streams`; beside their events they have files, drafts, access for a time and a tracking code.
//! * **Accounts**, grants, sessions, invitations and the like are kept apart from events and can be erased.
//!   Tokens are kept by their hash, second factors sealed with a key that is not in the database.
//! * **Questions** to an advice team are sealed, each with a key of its own, and opened with a reference and a code; the address of
//!   whoever organises a peer group is sealed too. Both are rows that can be erased.
//! * **Bookings** are places in workshops, taken in the order in which people ask, by people without an account.
//! * The **outbox** lends a message to one sender at a time, and keeps what was handed over apart from what was not: none goes
//!   out twice. **Subscribers** and **bulletins** are who asked for updates, and what was written to them.
//! * `export` writes everything as text with a digest, `restore` reads it into an empty database of either kind and
//!   proves that all is there; `backup` copies a SQLite file while it is in use.
//!
//! No clock: every moment is passed in. No rule: who may do what is decided elsewhere. What is acknowledged is on the
//! disk; what failed is not written, and what is unsure (`Unavailable`) can be sent again under the same key.

mod access;
mod account;
mod append;
mod audit;
mod backup;
mod blob;
mod booking;
mod changes;
mod closed_page;
mod draft;
mod error;
mod event;
mod feedback;
mod file;
mod id;
mod key;
mod location;
mod organiser;
mod outbox;
mod primary;
mod question;
mod read;
mod rewrap;
mod schema;
mod seal;
mod secret;
mod sql;
mod store;
mod together;
mod tracking;
mod update;
mod vault;
mod word;

pub use access::{Access, NewAccess};
pub use account::{
    Account, AccountState, Doer, Email, Grant, INSTALLATION, INVITED, Invitation, NewAccount, NewInvitation,
    NewSession, PasswordHash, ROLE_FOUND, ROLE_GIVEN, ROLE_TAKEN, Removed, Role, Session, SignedIn, UNINVITED,
};
pub use audit::{AuditError, AuditFilter, Broken, Entry, Head, Note};
pub use backup::{Proof, open_backup};
pub use blob::LARGEST_BLOB;
pub use booking::{
    Asked, Booking, BookingState, Cancelled, Fullness, GroupMessage, LONGEST_DETAILS, Letters, MOST_WAITING,
    NewBooking, OccasionKey, Person, Room,
};
pub use draft::Draft;
pub use error::{AppendError, StoreError};
pub use event::{
    Append, Appended, Body, Event, IdempotencyKey, LONGEST_BODY, MOST_EVENTS, NewEvent, Position, StreamId, Version,
};
pub use feedback::{Feedback, FeedbackAnswer, FeedbackState, LONGEST_FEEDBACK, NewFeedback};
pub use file::{File, LARGEST_FILE, NewFile};
pub use id::{
    AccessId, AccountId, BookingId, BulletinId, FeedbackId, FileId, InvitationId, MailId, QuestionId, SessionId,
    SubscriberId,
};
pub use key::{InstallationKey, Keys};
pub use location::Location;
pub use organiser::GroupLink;
pub use outbox::{
    LEASE, List, MOST_REFUSALS, MOST_TRIES, Mail, NewMail, NewMessage, OutboxCounts, Outcome, Phone, PostalAddress,
    Recipient, Unsure,
};
pub use question::{KeptQuestion, NewQuestion, QuestionChange};
pub use read::Damaged;
pub use secret::{
    BookingToken, Digest, GroupToken, InvitationToken, RecoveryToken, SessionToken, SetupToken, UpdatesToken,
};
pub use store::{Engine, Store};
pub use update::{
    Bulletin, BulletinLetter, NewBulletin, NewSubscriber, Pace, Subscribed, Subscriber, TOKEN_PLACE, Wanted, Words,
};
pub use vault::Tombstone;
pub use word::{IndexWord, MOST_WORDS};
