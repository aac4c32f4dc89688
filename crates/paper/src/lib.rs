//! What a family takes in hand: letters, a printed answer, a sheet for a school. Pure: texts, answers and dates are
//! given to it, and nothing is kept.
//!
//! Everything becomes one [`Document`], and each way of writing a document out (page, text, Word, PDF) shows the same
//! blocks, so that paper and screen can never say two things.

mod document;
mod docx;
mod draft;
pub mod exchange;
mod letter;
mod text;
mod typed;

pub use document::{Block, Document, Kind, ListStyle, Size, Span, Text};
pub use docx::DocxError;
pub use draft::{Draft, LONGEST_LETTER};
pub use letter::{Field, Fit, Fitting, Input, Letter, Letters, Reply, Written};
pub use typed::{LONGEST_FIELD, Typed, TypedError, TypedFault};
