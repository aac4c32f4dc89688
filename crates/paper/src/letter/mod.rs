//! Letters as data: read from `content/`, fitted to a family, and written with what is known and what was typed.

mod field;
mod fitting;
mod library;
mod read;
mod template;
mod write;

pub use field::{Field, Input};
pub use fitting::{Fit, Fitting};
pub use library::Letters;
pub use read::Letter;
pub use write::{Reply, Written};
