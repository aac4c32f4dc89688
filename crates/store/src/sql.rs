//! Rows read back into types; what cannot be read is damage, and is told with its column.

use jiff::Timestamp;
use sqlx::Row;
use sqlx::any::AnyRow;
use std::str::FromStr;

use crate::error::StoreError;

/// A moment as it is kept: one width, so that text compares as time does.
pub(crate) fn moment(at: Timestamp) -> String {
    format!("{at:.6}")
}

/// A moment, where there is one.
pub(crate) fn moment_or_none(at: Option<Timestamp>) -> Option<String> {
    at.map(moment)
}

/// A text.
pub(crate) fn text(row: &AnyRow, column: &str) -> Result<String, StoreError> {
    Ok(row.try_get::<String, _>(column)?)
}

/// A whole number.
pub(crate) fn number(row: &AnyRow, column: &str) -> Result<i64, StoreError> {
    Ok(row.try_get::<i64, _>(column)?)
}

/// Text read as a type.
pub(crate) fn read<T: FromStr>(row: &AnyRow, column: &str) -> Result<T, StoreError> {
    parse(&text(row, column)?, column)
}

/// Text read as a type, where there is one.
pub(crate) fn read_or_none<T: FromStr>(row: &AnyRow, column: &str) -> Result<Option<T>, StoreError> {
    let text = row.try_get::<Option<String>, _>(column)?;
    text.map(|text| parse(&text, column)).transpose()
}

fn parse<T: FromStr>(text: &str, column: &str) -> Result<T, StoreError> {
    text.parse().map_err(|_| StoreError::Corrupt(format!("{column} holds what cannot be read")))
}

/// Places for so many values, the first of this number: `$3, $4, $5`.
pub(crate) fn places(first: usize, count: usize) -> String {
    let places: Vec<String> = (first..first + count).map(|place| format!("${place}")).collect();
    places.join(", ")
}

/// Refuses what one engine keeps and the other does not.
pub(crate) fn fit(what: &str, text: &str, longest: usize) -> Result<(), StoreError> {
    if text.contains('\0') {
        return Err(StoreError::Invalid(format!("{what} holds a sign that cannot be kept (NUL)")));
    }
    if text.len() > longest {
        return Err(StoreError::Invalid(format!("{what} is too long: {} bytes, at most {longest}", text.len())));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_have_one_width() {
        let width = moment(Timestamp::UNIX_EPOCH).len();
        for text in ["2026-11-22T09:00:00Z", "2026-11-22T09:00:00.5Z", "2026-11-22T09:00:00.123456789Z"] {
            let at: Timestamp = text.parse().unwrap();
            assert_eq!(moment(at).len(), width);
            assert!(moment(at).parse::<Timestamp>().unwrap() <= at, "{text}");
        }
    }
}
