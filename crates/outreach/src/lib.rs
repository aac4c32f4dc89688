//! What councils and charities run around an offer: workshops, groups, advice and updates.
//!
//! Who runs something is a [`Host`]. What they run is folded from events, as a council's offer is ([`Run`]), so that any day
//! can be asked and every node shows the same. What people give (a place booked, a question) is no event: it can be erased.
#![forbid(unsafe_code)]

pub mod advice;
pub mod form;
pub mod group;
mod host;
mod offered;
mod run;
pub mod update;
pub mod workshop;

pub use host::{Charities, Charity, CharityError, Host, HostKind};
pub use offered::Offered;
pub use run::{Run, unreadable};
