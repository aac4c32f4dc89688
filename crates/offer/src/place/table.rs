//! A table as a text file: columns named in its first line, remarks after `#`, and errors that
//! name the file and the line.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::council::CouncilCode;

/// A mistake in a table.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("places/{file}, line {line}: {what}")]
pub struct RegisterError {
    /// The file's name.
    pub file: &'static str,
    /// The line of the mistake.
    pub line: u64,
    /// What is wrong and what was expected.
    pub what: String,
}

/// The codes of the councils, by slug.
pub(super) type Codes = BTreeMap<String, CouncilCode>;

/// One line of a table, with what is needed to complain about it.
pub(super) struct Line<const N: usize> {
    file: &'static str,
    line: u64,
    pub(super) fields: [String; N],
}

impl<const N: usize> Line<N> {
    pub(super) fn wrong(&self, what: impl Into<String>) -> RegisterError {
        RegisterError { file: self.file, line: self.line, what: what.into() }
    }

    pub(super) fn council(&self, slug: &str, codes: &Codes) -> Result<CouncilCode, RegisterError> {
        codes.get(slug).copied().ok_or_else(|| self.wrong(format!("councils.csv has no “{slug}”")))
    }

    pub(super) fn code(&self, text: &str) -> Result<CouncilCode, RegisterError> {
        text.parse().map_err(|error: super::NotACouncilCode| self.wrong(error.to_string()))
    }

    pub(super) fn date(&self, text: &str) -> Result<Date, RegisterError> {
        text.parse().map_err(|_| self.wrong(format!("“{text}” is not a date like 2023-04-01")))
    }

    pub(super) fn maybe_date(&self, text: &str) -> Result<Option<Date>, RegisterError> {
        if text.is_empty() { Ok(None) } else { self.date(text).map(Some) }
    }
}

/// Reads a table with these columns. Lines that begin with `#` are remarks.
pub(super) fn lines<const N: usize>(
    file: &'static str,
    text: &str,
    columns: [&str; N],
) -> Result<Vec<Line<N>>, RegisterError> {
    let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).has_headers(false).from_reader(text.as_bytes());
    let mut lines = Vec::new();
    for (at, record) in reader.records().enumerate() {
        let line_of = |position: Option<&csv::Position>| position.map_or(0, csv::Position::line);
        let record = record.map_err(|error| RegisterError {
            file,
            line: line_of(error.position()),
            what: format!("expected {N} columns: {}", columns.join(",")),
        })?;
        let line = line_of(record.position());
        let fields: Vec<String> = record.iter().map(|field| field.trim().to_owned()).collect();
        match <[String; N]>::try_from(fields) {
            Ok(fields) if at > 0 => lines.push(Line { file, line, fields }),
            Ok(fields) if fields == columns => {}
            _ => {
                return Err(RegisterError { file, line, what: format!("expected the columns {}", columns.join(",")) });
            }
        }
    }
    Ok(lines)
}
