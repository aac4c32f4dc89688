//! The words of a letter that an act makes: paragraphs with gaps for what was said, some only where something was said.

use super::act::Test;
use law::fault::{Fault, Spot};
use law::text::Entry;

/// A letter before it is filled in.
#[derive(Clone, Debug)]
pub struct Template {
    /// Its name.
    pub name: String,
    /// What it is about, as its subject line.
    pub subject: String,
    /// Its parts.
    pub parts: Vec<Part>,
    /// The letter whose parts follow, such as how to challenge a decision.
    pub ends_with: Option<String>,
    /// Where it is written.
    pub spot: Spot,
}

/// A part of a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Only then; a test without values is passed where anything was said.
    pub when: Option<Test>,
    /// Only where this does not hold.
    pub unless: Option<Test>,
    /// Only where this field of the row names whoever gets the letter.
    pub names: Option<String>,
    /// Once for each row of this field.
    pub each: Option<String>,
    /// What it is.
    pub is: Is,
}

/// What a part of a letter is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Is {
    /// A heading.
    Heading(String),
    /// A paragraph.
    Paragraph(String),
    /// An item of a list.
    Item(String),
    /// The days that run from this letter.
    Dates,
    /// The provisions it rests on, and what they say.
    Law,
}

impl Template {
    pub(super) fn read(entry: &Entry, faults: &mut Vec<Fault>) -> Result<Template, Fault> {
        faults.extend(entry.unknown_keys(&["subject", "ends with"]));
        let body = entry.body.as_deref().filter(|body| !body.trim().is_empty()).ok_or_else(|| {
            Fault::new(&entry.spot, "the letter has no words").hint("write them below the second `---`")
        })?;
        Ok(Template {
            name: entry.name.clone(),
            subject: entry.must("subject")?,
            parts: parts(body),
            ends_with: entry.text("ends with"),
            spot: entry.spot.clone(),
        })
    }

    /// Every gap in it, by name.
    pub fn gaps(&self) -> Vec<&str> {
        self.parts.iter().flat_map(|part| gaps(part.words())).collect()
    }
}

impl Part {
    /// Its words; none for dates and law.
    pub fn words(&self) -> &str {
        match &self.is {
            Is::Heading(words) | Is::Paragraph(words) | Is::Item(words) => words,
            Is::Dates | Is::Law => "",
        }
    }
}

/// The names between braces.
pub(crate) fn gaps(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(name, _)| name))
}

/// Splits a body into its parts: a block of lines each, with `{when …}`, `{unless …}` and `{each …}` above it where they
/// stand.
fn parts(body: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    for block in body.split("\n\n").map(str::trim).filter(|block| !block.is_empty()) {
        let (mut when, mut unless, mut names, mut each, mut words) = (None, None, None, None, Vec::new());
        for line in block.lines().map(str::trim) {
            if let Some(field) = command(line, "{when ").and_then(|text| text.strip_suffix(" names recipient")) {
                names = Some(field.trim().to_owned());
            } else if let Some(text) = command(line, "{when ") {
                when = Some(test(text));
            } else if let Some(text) = command(line, "{unless ") {
                unless = Some(test(text));
            } else if let Some(rows) = command(line, "{each ") {
                each = Some(rows.trim().to_owned());
            } else {
                words.push(line);
            }
        }
        let part =
            |is| Part { when: when.clone(), unless: unless.clone(), names: names.clone(), each: each.clone(), is };
        match words.first().copied() {
            Some("{dates}") => parts.push(part(Is::Dates)),
            Some("{law}") => parts.push(part(Is::Law)),
            Some(first) if first.starts_with("## ") => {
                parts.push(part(Is::Heading(words.join(" ").trim_start_matches("## ").to_owned())));
            }
            Some(first) if first.starts_with("- ") => {
                let items = words.iter().map(|line| line.trim_start_matches("- ").to_owned());
                parts.extend(items.map(|item| part(Is::Item(item))));
            }
            Some(_) => parts.push(part(Is::Paragraph(words.join(" ")))),
            None => {}
        }
    }
    parts
}

fn command<'a>(line: &'a str, begins: &str) -> Option<&'a str> {
    line.strip_prefix(begins)?.strip_suffix('}')
}

/// Reads `FIELD is VALUE or VALUE`, or `FIELD` alone.
pub(super) fn test(text: &str) -> Test {
    let (field, values) = text.split_once(" is ").unwrap_or((text, ""));
    let values = values.split(" or ").map(|value| value.trim().to_owned()).filter(|value| !value.is_empty());
    Test { field: field.trim().to_owned(), values: values.collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_falls_into_parts() {
        let parts = parts(
            "We decided on {on}.\n\n{when answer is no or part}\n## Why\n\n{each rows}\n{when whose names recipient}\n{unless sum}\n- {need}: {answer}\n\n{dates}",
        );
        assert_eq!(parts.len(), 4);
        assert_eq!(parts[0].is, Is::Paragraph("We decided on {on}.".into()));
        assert_eq!(parts[1].when.as_ref().map(|test| test.values.len()), Some(2));
        assert_eq!(parts[2].unless.as_ref().map(|test| test.values.len()), Some(0));
        assert_eq!(parts[2].each.as_deref(), Some("rows"));
        assert_eq!((parts[2].names.as_deref(), &parts[2].when), (Some("whose"), &None));
        assert_eq!(gaps(parts[2].words()).collect::<Vec<_>>(), ["need", "answer"]);
        assert_eq!(parts[3].is, Is::Dates);
    }
}
