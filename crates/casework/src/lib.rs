//! A family's case at a council: what may be done, by whom and when, what follows, and what is due.
//!
//! The crate is pure. What can be done is **data** (`casework/`): [`Practice::load`] reads it and checks it against the
//! law. A [`Case`] is a fold over what [`Happened`]; [`decide()`] says what follows from an act, or why it may not be;
//! [`due()`] derives every clock. Nothing here reads a clock, and only guards (`guard/`) are code, one for each rule
//! that the table cannot say.

mod asking;
pub mod case;
pub mod chronology;
pub mod complaints;
mod decide;
mod due;
pub mod event;
pub mod form;
pub mod gate;
mod guard;
pub mod letter;
pub mod matter;
pub mod money;
pub mod person;
pub mod practice;
mod refusal;
pub mod retention;
pub mod route;
pub mod said;
pub mod story;
pub mod value;

pub use case::Case;
pub use decide::{Doing, decide, may};
pub use due::{Due, Standing, due};
pub use event::{Event, Happened, Officer, Role, Version, Who};
pub use form::Form;
pub use guard::owed;
pub use matter::Matter;
pub use person::{Channel, Person, PersonId};
pub use practice::Practice;
pub use refusal::Refusal;
pub use value::{Paper, Value, Values};
