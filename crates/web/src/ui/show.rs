//! Small words: dates, addresses of law pages, how sure we are, sentences.

use crate::language::{Said, say};
use jiff::civil::Date;
use law::cite::Sureness;
use law::rule::Force;
use law::{Citation, Law};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use std::borrow::Cow;

/// What may stand in a part of an address as it is.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// One part of an address.
pub(crate) fn part(text: &str) -> Cow<'_, str> {
    utf8_percent_encode(text, PLAIN).into()
}

/// The address of a provision's page.
pub(crate) fn provision_href(id: &str) -> String {
    let (instrument, number) = id.split_once('/').unwrap_or((id, ""));
    format!("/law/provision/{}/{}", part(instrument), part(number))
}

/// A date as people write it: `22 November 2026`.
pub(crate) fn date(day: Date) -> String {
    day.strftime("%-d %B %Y").to_string()
}

/// A moment as people write it, by the clocks of London: `22 November 2026, 14:05`.
pub(crate) fn moment(at: jiff::Timestamp) -> String {
    crate::clock::london(at).strftime("%-d %B %Y, %H:%M").to_string()
}

/// A date with its day of the week: `Sunday 22 November 2026`.
pub(crate) fn weekday(day: Date) -> String {
    day.strftime("%A %-d %B %Y").to_string()
}

/// When and how an entry was checked: its date, which stands first, as people write it.
pub(crate) fn checked(text: &str) -> String {
    let (day, how) = text.split_at(text.find(',').unwrap_or(text.len()));
    day.parse().map_or_else(|_| text.to_owned(), |day| format!("{}{how}", date(day)))
}

/// The text with a capital at the front.
pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    format!("{first}{}", letters.as_str())
}

/// How sure we are, in plain words.
pub(crate) fn sureness(mark: Sureness) -> Said {
    say(match mark {
        Sureness::Seen => "sure-seen",
        Sureness::Excerpt => "sure-excerpt",
        Sureness::SecondHand => "sure-second-hand",
        Sureness::Computed => "sure-computed",
        Sureness::Memory => "sure-memory",
        Sureness::Unsure => "sure-unsure",
    })
}

/// A word or two beside a citation whose words were not read; nothing where they were.
fn doubt(mark: Sureness) -> Option<Said> {
    Some(say(match mark {
        Sureness::Seen | Sureness::Excerpt => return None,
        Sureness::SecondHand => "doubt-second-hand",
        Sureness::Computed => "doubt-computed",
        Sureness::Memory => "doubt-memory",
        Sureness::Unsure => "doubt-unsure",
    }))
}

/// What kind of promise stands behind a support, in plain words.
pub(crate) fn force(force: Force) -> &'static str {
    match force {
        Force::Duty => "The law puts a duty on someone",
        Force::TargetDuty => "A duty to all children in the area, not to one child",
        Force::Power => "They can choose to help",
        Force::Benefit => "Money from the government",
        Force::Tax => "A tax rule",
        Force::Guidance => "Government advice, not law",
        Force::Pilot => "A trial in some places",
        Force::Voluntary => "Offered by choice",
    }
}

/// The groups of supports in the order in which they matter, with their names.
pub(crate) const TOPICS: [(&str, &str); 8] = [
    ("money", "Money"),
    ("legal", "Law and your rights"),
    ("housing", "Home"),
    ("family", "Help for your family"),
    ("health", "Health"),
    ("education", "School and learning"),
    ("work", "Work and leave"),
    ("leaving-care", "Leaving care"),
];

/// The name of a group of supports.
pub(crate) fn topic(group: &str) -> Cow<'static, str> {
    let known = TOPICS.iter().find(|(id, _)| *id == group);
    known.map_or_else(|| group.replace('-', " ").into(), |(_, name)| (*name).into())
}

/// A clause as a sentence: a capital at the front and a stop at the end, dates and names in plain words.
pub(crate) fn sentence(clause: &str, law: &Law) -> String {
    let plain = plain(clause, law);
    let stop = if plain.ends_with(['.', '?', '!']) { "" } else { "." };
    format!("{}{stop}", capital(&plain))
}

/// Dates, rates, supports and provisions named as files name them, put in plain words.
pub(crate) fn plain(text: &str, law: &Law) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let mut out: Vec<String> = Vec::with_capacity(words.len());
    for (place, word) in words.iter().enumerate() {
        let before = place.checked_sub(1).and_then(|place| words.get(place)).copied().unwrap_or_default();
        let named = match before {
            "rate" => law.rate(word).map(|rate| format!("“{}”", rate.title)),
            "for" => law.support(word).map(|support| format!("“{}”", support.title)),
            "provision" => law.provision(word).map(|found| {
                law.instrument(found.instrument()).map_or_else(|| (*word).to_owned(), |of| of.cite(found))
            }),
            _ => None,
        };
        let dated = || word.parse::<Date>().ok().filter(|_| word.len() == 10).map(date);
        out.push(named.or_else(dated).unwrap_or_else(|| (*word).to_owned()));
    }
    out.join(" ")
}

/// A citation with the address of its page and plain words for how sure we are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CiteView {
    /// The short name.
    pub name: String,
    /// What the provision is about.
    pub title: String,
    /// The page.
    pub href: String,
    /// How sure we are.
    pub mark: Sureness,
    /// Whether the words of the source were read.
    pub verified: bool,
}

impl CiteView {
    /// The citation as pages show it.
    pub(crate) fn of(cite: &Citation) -> CiteView {
        CiteView {
            name: cite.name.clone(),
            title: cite.title.clone(),
            href: provision_href(&cite.provision),
            mark: cite.sureness,
            verified: cite.verified,
        }
    }

    /// How sure we are, in plain words.
    pub(crate) fn sure(&self) -> Said {
        sureness(self.mark)
    }

    /// A short word of doubt where the words of the source were not read.
    pub(crate) fn doubt(&self) -> Option<Said> {
        doubt(self.mark)
    }

    /// The citations as pages show them, each once.
    pub(crate) fn all(cites: &[Citation]) -> Vec<CiteView> {
        let mut views: Vec<CiteView> = Vec::new();
        for cite in cites {
            let view = CiteView::of(cite);
            if !views.iter().any(|known| known.href == view.href) {
                views.push(view);
            }
        }
        views
    }
}

/// The name of a fact as HTML that may break after an underscore: names hold letters, digits and underscores alone.
pub(crate) fn breakable(name: &str) -> String {
    name.replace('_', "_<wbr>")
}

/// `1 answer`, `2 answers`.
pub(crate) fn count(number: usize, thing: &str) -> String {
    format!("{number} {thing}{}", if number == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_check_is_told_with_its_day() {
        assert_eq!(checked("2026-11-22, from excerpts"), "22 November 2026, from excerpts");
        assert_eq!(checked("2026-11-22"), "22 November 2026");
        assert_eq!(checked("last week"), "last week");
    }

    #[test]
    fn a_clause_begins_with_a_capital() {
        assert_eq!(capital("the council"), "The council");
        assert_eq!(capital(""), "");
    }
}
