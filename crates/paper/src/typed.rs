//! What somebody typed into the fields of a letter: kept as typed for the form, put into words for the letter.

use crate::letter::{Field, Input};
use jiff::civil::Date;

/// The most letters one field may hold.
pub const LONGEST_FIELD: usize = 2_000;

/// What was typed, field by field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed(Vec<(String, String)>);

/// Why what was typed into a field cannot stand in a letter.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{label}: {fault}")]
pub struct TypedError {
    /// The field.
    pub field: String,
    /// What a form calls it.
    pub label: String,
    /// What to do about it.
    pub fault: TypedFault,
}

/// What is wrong with what was typed, and what to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TypedFault {
    /// It has so many letters, which are too many.
    #[error("this has {0} letters, and there is room for {LONGEST_FIELD}")]
    Long(usize),
    /// It is not a date.
    #[error("enter a real date, like 27 March 2015, or leave it empty")]
    NoDate,
}

impl Typed {
    /// Takes what was typed into some fields, and says what to mend. Nothing is lost: what cannot stand in a letter
    /// is kept too, to be shown in the form again.
    pub fn take<'f, 't>(
        fields: impl IntoIterator<Item = &'f Field>,
        typed: impl Fn(&str) -> &'t str,
    ) -> (Typed, Vec<TypedError>) {
        let (mut taken, mut errors) = (Typed::default(), Vec::new());
        for field in fields {
            let text = clean(typed(&field.id));
            let many = text.chars().count();
            let mut wrong =
                |fault| errors.push(TypedError { field: field.id.clone(), label: field.label.clone(), fault });
            if many > LONGEST_FIELD {
                wrong(TypedFault::Long(many));
            } else if field.input == Input::Date && !text.is_empty() && date_words(&text).is_none() {
                wrong(TypedFault::NoDate);
            }
            taken.0.push((field.id.clone(), text));
        }
        (taken, errors)
    }

    /// What was typed into a field; empty where nothing was.
    pub fn text(&self, id: &str) -> &str {
        self.0.iter().find(|(known, _)| known == id).map_or("", |(_, text)| text.as_str())
    }

    /// What a letter says for a field, where something was typed.
    pub(crate) fn words(&self, field: &Field) -> Option<String> {
        let text = self.text(&field.id);
        let text = match field.input {
            Input::Date => date_words(text).unwrap_or_else(|| text.to_owned()),
            Input::Line => text.split_whitespace().collect::<Vec<_>>().join(" "),
            Input::Lines => text.to_owned(),
        };
        (!text.is_empty()).then_some(text)
    }
}

/// The text with plain line ends and without signs that no document may hold.
pub(crate) fn clean(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n").replace('\t', " ");
    let is_bad = |letter: char| letter.is_control() && letter != '\n' || matches!(letter, '\u{fffe}' | '\u{ffff}');
    let kept: String = text.chars().filter(|letter| !is_bad(*letter)).collect();
    kept.lines().map(str::trim_end).collect::<Vec<_>>().join("\n").trim().to_owned()
}

/// A date as letters write it.
pub(crate) fn written_date(day: Date) -> String {
    day.strftime("%-d %B %Y").to_string()
}

/// A date as people type it, as letters write it; a month and its year will do.
fn date_words(text: &str) -> Option<String> {
    let parts: Vec<String> = text
        .split(|letter: char| letter.is_whitespace() || matches!(letter, '/' | '.' | '-' | ','))
        .filter(|part| !part.is_empty() && !part.eq_ignore_ascii_case("of"))
        .map(without_ordinal)
        .collect();
    let text = parts.join(" ");
    let is_dated = |day: &Date| (1900..=2100).contains(&day.year());
    let read = |format: &str, text: &str| Date::strptime(format, text).ok().filter(is_dated);
    let days = ["%d %m %Y", "%d %B %Y", "%d %b %Y", "%Y %m %d"];
    if let Some(day) = days.iter().find_map(|format| read(format, &text)) {
        return Some(written_date(day));
    }
    let months = ["%d %m %Y", "%d %B %Y", "%d %b %Y"];
    let first = months.iter().find_map(|format| read(format, &format!("1 {text}")))?;
    Some(first.strftime("a day in %B %Y").to_string())
}

/// `27th` as `27`.
fn without_ordinal(part: &str) -> String {
    let digits = part.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    let ending = part[digits.len()..].to_ascii_lowercase();
    let is_ordinal = !digits.is_empty() && ["st", "nd", "rd", "th"].contains(&ending.as_str());
    if is_ordinal { digits } else { part }.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_people_type_them() {
        for (typed, written) in [
            ("27 March 2015", Some("27 March 2015")),
            ("27th of march, 2015", Some("27 March 2015")),
            ("3/5/2019", Some("3 May 2019")),
            ("03.05.2019", Some("3 May 2019")),
            ("2019-05-03", Some("3 May 2019")),
            ("3 Sep 2020", Some("3 September 2020")),
            ("May 2024", Some("a day in May 2024")),
            ("5/2024", Some("a day in May 2024")),
            ("31 February 2020", None),
            ("27/3/15", None),
            ("1 1 9999", None),
            ("last spring", None),
            ("%d", None),
            ("😀", None),
        ] {
            assert_eq!(date_words(typed).as_deref(), written, "{typed}");
        }
    }

    #[test]
    fn signs_that_break_documents_are_left_out() {
        assert_eq!(clean(" a\u{0}\u{b}b \r\nc\u{ffff}\rd\n\n"), "ab\nc\nd");
    }
}
