//! How a council writes, consults on, approves and publishes its offer: what happened ([`Event`]), how things stand
//! ([`Desk`], a fold over what happened), and what may happen next ([`decide`]). Nothing here knows who has
//! signed in, what day it is, or where events are kept.

mod act;
mod consultation;
mod decide;
mod desk;
mod digest;
mod draft;
mod edition;
mod event;
mod imprint;
mod refusal;
mod reminder;

pub use act::Act;
pub use consultation::{Asked, Consultation, Heard, Relevant, Report};
pub use decide::decide;
pub use desk::{Assignment, Comment, Desk, Proposal, Step};
pub use digest::Digest;
pub use draft::{Draft, Held, RecordFault};
pub use edition::{Approval, Change, Edition, InForce, Withdrawal};
pub use event::{Event, Happened, Officer, Version};
pub use refusal::Refusal;
pub use reminder::{Reminder, Stage, Told, reminders};
