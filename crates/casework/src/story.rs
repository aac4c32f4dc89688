//! Stories of casework: what is done on which day, by whom, what is refused, and how things then stand. They are the tests
//! of the table, and can be read by whoever does the work.

mod expect;
mod run;
mod step;

pub use run::{Told, run};
pub use step::{Is, Step, Story};
