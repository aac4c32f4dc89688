//! What the measurements share: the law and its families, a stopwatch, and the table of results.

#[cfg(feature = "peers")]
pub mod compare;
pub mod families;
pub mod made_up;
#[cfg(feature = "peers")]
pub mod peers;
pub mod sheet;
pub mod stopwatch;
pub mod subset;
pub mod texts;
