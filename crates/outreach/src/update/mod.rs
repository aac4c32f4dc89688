//! Updates: what families may want to hear of, who wants to hear it, and news that a host writes itself.
//!
//! What somebody wants is a [`Wants`]; what an edition changed for families is a list of [`Change`]s; what a host writes is
//! [`News`]. Which of them meet is decided here. How they are sent is not.

mod change;
mod news;
mod wants;

pub use change::{Change, Happening};
pub use news::{News, NewsEvent, NewsFault, NewsWords};
pub use wants::{Topic, Wants, WantsError};
