//! The letters of this repository and made-up ones: what is at fault, whom they fit, what they say, how they are written.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod common;
mod faults;
mod files;
mod fitting;
mod written;
