//! A fault found in a file: where it is, what was expected, and what to do about it.

use std::fmt;
use std::sync::Arc;

/// A place in a file, counted from 1.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// Path of the file, relative to the folder that was loaded. Every place in a file shares it.
    pub file: Arc<str>,
    /// Line, counted from 1.
    pub line: usize,
    /// Column, counted from 1.
    pub column: usize,
}

impl Spot {
    pub(crate) fn new(file: &Arc<str>, line: usize, column: usize) -> Self {
        Spot { file: file.clone(), line, column }
    }

    pub(crate) fn shifted(&self, columns: usize) -> Self {
        Spot { column: self.column + columns, ..self.clone() }
    }
}

impl fmt::Display for Spot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.file, self.line, self.column)
    }
}

/// Something wrong in a file of the law, with its place and a hint.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// Where it is.
    pub spot: Spot,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub hint: Option<String>,
}

impl Fault {
    /// A fault at a place.
    pub fn new(spot: &Spot, message: impl Into<String>) -> Self {
        Fault { spot: spot.clone(), message: message.into(), hint: None }
    }

    /// Adds what to do about it; a hint already there is kept.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint.get_or_insert_with(|| hint.into());
        self
    }

    /// Adds "did you mean" where one of the choices is near what was written.
    #[must_use]
    pub fn nearest<'a>(self, written: &str, choices: impl IntoIterator<Item = &'a str>) -> Self {
        match nearest(written, choices) {
            Some(near) => self.hint(format!("did you mean `{near}`?")),
            None => self,
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.spot, self.message)?;
        match &self.hint {
            Some(hint) => write!(f, "\n  Hint: {hint}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Fault {}

/// The choice nearest to what was written, if any is near enough to be meant.
pub fn nearest<'a>(written: &str, choices: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    choices
        .into_iter()
        .map(|choice| (strsim::jaro_winkler(written, choice), choice))
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, choice)| choice)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_typo_suggests_the_right_word() {
        let fault = Fault::new(&Spot::new(&"facts/child.law".into(), 3, 5), "no such fact")
            .nearest("child_disabeld", ["child_disabled", "child_dob"]);
        assert_eq!(fault.hint.as_deref(), Some("did you mean `child_disabled`?"));
        assert_eq!(fault.to_string(), "facts/child.law:3:5: no such fact\n  Hint: did you mean `child_disabled`?");
    }
}
