//! Words of pages in more than one language: which there are, and how far each translation can be relied on.
//!
//! English is first and complete. A translation has of each text a *standing*: missing, changed (the English has moved on
//! since), a draft, or checked by a person. Only a draft and a checked text are ever shown, and a page can tell which.
//! This crate reads no files: it is given their texts.

mod english;
mod facts;
mod file;
mod report;
mod standing;
mod translation;
mod words;

pub use english::English;
pub use facts::{fact_answer, fact_part, fact_texts};
pub use file::{Fault, File};
pub use report::Report;
pub use standing::{Standing, digest};
pub use translation::Translation;
pub use words::{Value, Words};

/// A language of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Language {
    /// Its tag (BCP 47), which is also the first part of its addresses, such as `ur`.
    pub tag: &'static str,
    /// Its name in itself.
    pub name: &'static str,
    /// Whether it is written from right to left.
    pub is_right_to_left: bool,
}

impl Language {
    /// The direction of its writing, as HTML says it.
    ///
    /// ```
    /// assert_eq!((language::ENGLISH.direction(), language::URDU.direction()), ("ltr", "rtl"));
    /// ```
    pub fn direction(&self) -> &'static str {
        if self.is_right_to_left { "rtl" } else { "ltr" }
    }
}

/// The language in which everything is written first.
pub const ENGLISH: Language = Language { tag: "en-GB", name: "English", is_right_to_left: false };

/// Urdu.
pub const URDU: Language = Language { tag: "ur", name: "اردو", is_right_to_left: true };

/// Every language but English.
pub const OTHERS: [Language; 1] = [URDU];
