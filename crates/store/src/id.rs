//! Names of things: version 7 UUIDs, made from the moment that is passed in and from chance.

use jiff::Timestamp;
use uuid::{Builder, Uuid};

/// A version 7 UUID.
pub(crate) fn fresh(at: Timestamp) -> Uuid {
    let mut chance = [0_u8; 10];
    crate::secret::fill(&mut chance);
    let millis = u64::try_from(at.as_millisecond()).unwrap_or(0);
    Builder::from_unix_timestamp_millis(millis, &chance).into_uuid()
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(uuid::Uuid);

        impl $name {
            /// A new one, ordered by the moment it is made.
            pub fn new(at: jiff::Timestamp) -> Self {
                Self(fresh(at))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(out)
            }
        }

        impl std::str::FromStr for $name {
            type Err = crate::error::StoreError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                let read = text.parse().map(Self);
                read.map_err(|_| crate::error::StoreError::Invalid(format!("{text:?} is not an id")))
            }
        }
    )*};
}

ids! {
    /// One account. Events carry it and nothing else of the person.
    AccountId;
    /// One time for which somebody may see a case.
    AccessId;
    /// One booking of a workshop.
    BookingId;
    /// One file of a case.
    FileId;
    /// What one reader said.
    FeedbackId;
    /// One invitation.
    InvitationId;
    /// One question to an advice team.
    QuestionId;
    /// One session, as it is listed and revoked; what opens it is its token.
    SessionId;
    /// One message in the outbox.
    MailId;
    /// Somebody who asked for updates.
    SubscriberId;
    /// One update, as it was written to everybody who asked for it.
    BulletinId;
}
