//! Workshops and events: when they are, where, for whom, and how a place is taken. What people give when they book is read
//! here and kept elsewhere.

mod audience;
mod booker;
mod decide;
mod description;
mod event;
mod kept;
mod offered;
mod opinion;
mod recurrence;
mod reminder;
mod search;
mod times;
mod venue;
mod word;

pub use audience::Audience;
pub use booker::{Booker, BookerFault, Channel, LONGEST_LINE};
pub use decide::{Act, Refusal, decide};
pub use description::{Booked, Fault, Material, Workshop};
pub use event::Event;
pub use kept::Kept;
pub use opinion::{FEWEST, Helped, Opinion, Summary};
pub use recurrence::{End, Every, Recurrence};
pub use reminder::due;
pub use search::{Fit, Wanted};
pub use times::{MOST_DAYS, Occasion, Slot, Times, When};
pub use venue::{Online, Venue, Way};
