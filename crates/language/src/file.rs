//! A file's text, and what is wrong with one.

use std::fmt;

/// The text of one file, and where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct File<'a> {
    /// Its path, for faults.
    pub path: &'a str,
    /// What it says.
    pub text: &'a str,
}

/// Something in a file that cannot be read, or that stands there twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file.
    pub path: String,
    /// What is wrong, and what to do.
    pub words: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.words)
    }
}
