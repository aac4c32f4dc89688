//! Updates by email: who asked for them, and what was written to everybody who did. What somebody wants is a text to this
//! crate: those who want the same get the same words.

mod bulletin;
mod subscriber;

pub use bulletin::{Bulletin, BulletinLetter, NewBulletin};
pub(crate) use subscriber::forget;
pub use subscriber::{NewSubscriber, Pace, Subscribed, Subscriber, Wanted, Words};

/// What stands in words written for many in the place of what opens one person's own page.
pub const TOKEN_PLACE: &str = "~own~link~";
