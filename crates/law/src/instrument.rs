//! Instruments and their provisions: the law, guidance, cases and pages that every finding cites.

use crate::cite::Sureness;
use crate::fault::{Fault, Spot};
use crate::period::Period;
use crate::text::{Entry, Field};

/// An Act, a set of regulations, guidance, a list of cases or a list of pages.
#[derive(Clone, Debug)]
pub struct Instrument {
    /// Its name in citations, such as `ca-1989`.
    pub id: String,
    /// Its full title.
    pub title: String,
    /// A short title.
    pub short: String,
    /// act, regulations, guidance, case-list or page-list.
    pub kind: String,
    /// Where it is published.
    pub url: Option<String>,
    /// Caveats.
    pub notes: Vec<String>,
    /// Where it is written.
    pub spot: Spot,
}

/// One citable piece of an instrument.
#[derive(Clone, Debug)]
pub struct Provision {
    /// `instrument/provision`.
    pub id: String,
    /// What it is about.
    pub title: String,
    /// What it says, in our words.
    pub says: String,
    /// must, may, should, definition, status, limit, case or practice.
    pub force: Option<String>,
    /// Whom it binds.
    pub binds: Option<String>,
    /// When, and in which areas, it is in force.
    pub period: Period,
    /// Where it is published.
    pub url: Option<String>,
    /// How sure we are of what it says.
    pub verified: Sureness,
    /// Its code in the working papers.
    pub code: Option<String>,
    /// Caveats.
    pub notes: Vec<String>,
    /// Where it is written.
    pub spot: Spot,
}

impl Provision {
    /// The instrument's part of the name.
    pub fn instrument(&self) -> &str {
        self.id.split('/').next().unwrap_or_default()
    }

    /// The provision's part of the name.
    pub fn number(&self) -> &str {
        self.id.split_once('/').map_or("", |(_, number)| number)
    }
}

const KEYS: [&str; 8] = ["title", "short", "kind", "url", "in force", "note", "extends", "checked"];
const PROVISION_KEYS: [&str; 10] =
    ["title", "says", "force", "binds", "in force", "url", "verified", "code", "note", "checked"];

impl Instrument {
    pub(crate) fn read(entry: &Entry, faults: &mut Vec<Fault>) -> Result<Instrument, Fault> {
        faults.extend(entry.unknown_keys(&KEYS));
        let title = entry.must("title")?;
        Ok(Instrument {
            id: entry.name.clone(),
            short: entry.text("short").unwrap_or_else(|| title.clone()),
            title,
            kind: entry.must("kind")?,
            url: entry.text("url").filter(|url| !url.is_empty()),
            notes: entry.all("note").map(Field::joined).collect(),
            spot: entry.spot.clone(),
        })
    }
}

impl Provision {
    pub(crate) fn read(entry: &Entry, faults: &mut Vec<Fault>) -> Result<Provision, Fault> {
        faults.extend(entry.unknown_keys(&PROVISION_KEYS));
        let verified = entry.must("verified")?;
        let verified = Sureness::parse(&verified).ok_or_else(|| {
            Fault::new(&entry.spot, format!("{verified:?} does not say how sure we are"))
                .hint("write one of: seen, excerpt, second-hand, computed, memory, unsure")
        })?;
        Ok(Provision {
            id: entry.name.clone(),
            title: entry.must("title")?,
            says: entry.text("says").unwrap_or_default(),
            force: entry.text("force"),
            binds: entry.text("binds"),
            period: Period::read(entry)?,
            url: entry.text("url").filter(|url| !url.is_empty()),
            verified,
            code: entry.text("code"),
            notes: entry.all("note").map(Field::joined).collect(),
            spot: entry.spot.clone(),
        })
    }
}

impl Instrument {
    /// How a provision of this instrument is cited: `Children Act 1989, section 17(10)`; a case or a page by its title.
    pub fn cite(&self, provision: &Provision) -> String {
        let number = provision.number();
        let is_number = number.starts_with(|first: char| first.is_ascii_digit());
        let place = match self.kind.as_str() {
            "case-list" | "page-list" => return provision.title.clone(),
            _ if number == "whole" => return self.short.clone(),
            _ if number.starts_with("Sch") => schedule(number),
            "act" => format!("section {number}"),
            "regulations" if is_number => format!("regulation {number}"),
            _ if is_number && number.contains('.') => format!("paragraph {number}"),
            _ if is_number => format!("number {number}"),
            _ => return format!("{}: {}", self.short, provision.title),
        };
        format!("{}, {place}", self.short)
    }
}

/// `Sch2-15` in words: `Schedule 2, paragraph 15`.
fn schedule(number: &str) -> String {
    match number.trim_start_matches("Sch").split_once('-') {
        Some((schedule, paragraph)) => format!("Schedule {schedule}, paragraph {paragraph}"),
        None => format!("Schedule {}", number.trim_start_matches("Sch")).trim_end().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::schedule;

    #[test]
    fn schedules_are_cited_in_words() {
        assert_eq!(schedule("Sch2-15"), "Schedule 2, paragraph 15");
        assert_eq!(schedule("Sch1"), "Schedule 1");
        assert_eq!(schedule("Sch"), "Schedule");
    }
}
