//! What a family takes in hand: letters, a printed answer, a sheet for a school. Pure: texts, answers and dates are
//! given to it, and nothing is kept.
//!
//! Everything becomes one [`Document`], and each way of writing a document out (page, text, Word, PDF) shows the same
//! blocks, so that paper and screen can never say two things.

mod document;
pub mod exchange;

pub use document::{Block, Document, Kind, ListStyle, Size, Span, Text};
