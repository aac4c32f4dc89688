//! What the measurements share: the law and its families, a stopwatch, and the table of results.

pub mod families;
pub mod sheet;
pub mod stopwatch;
pub mod texts;
