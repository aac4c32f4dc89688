//! The answer as an adviser on the phone reads it out: what to say first, then what is open, then the rest by code.

use super::answer::{date, disputed};
use super::ink::{heading, listed, numbers, paragraph, plain, sources, stopped, strong};
use super::view::{Entry, View};
use crate::find::lines::Band;
use paper::{Block, Text};

/// How many things are said first.
const FIRST: usize = 5;
/// How many dates and questions there is time for.
const DATES: usize = 3;
const QUESTIONS: usize = 10;

/// The blocks of the sheet.
pub(super) fn write(view: &View) -> Vec<Block> {
    let mut blocks = vec![heading(1, "For the call"), paragraph(&view.made())];
    blocks.extend(disputed(view));
    let first = view.first(FIRST);
    if !first.is_empty() {
        blocks.push(heading(2, "Say first"));
        blocks.push(numbers(first.iter().map(|entry| aloud(entry, true))));
    }
    let coming = view.dates.iter().filter(|date| !date.has_passed()).take(DATES);
    blocks.extend(listed("Dates coming up", coming.map(date).collect()));
    let questions = view.questions.iter().take(QUESTIONS);
    if !view.questions.is_empty() {
        blocks.push(heading(2, "Still open: ask these"));
        blocks.push(numbers(questions.map(|question| vec![plain(question)])));
    }
    for band in Band::ALL {
        let entries = view.entries.iter().filter(|entry| entry.line.band == band);
        let rest = entries.filter(|entry| !first.iter().any(|known| std::ptr::eq(*known, *entry)));
        let with_ask = matches!(band, Band::Right | Band::May);
        blocks.extend(listed(title(band), rest.map(|entry| aloud(entry, with_ask)).collect()));
    }
    blocks.push(paragraph(
        "To read out at the end: this is information, not legal advice. The Kinship advice line is 0300 123 7015. \
         Family Rights Group is 0808 801 0366.",
    ));
    blocks
}

fn title(band: Band) -> &'static str {
    match band {
        Band::Right => "Other rights",
        Band::May => "What the council or others may give",
        Band::Depends => "Not clear yet",
        Band::Unclear => "The rule itself is not clear",
        Band::No => "Not for this family",
    }
}

/// A line to read out: its code, what follows, why, how to ask, and what it rests on.
fn aloud(entry: &Entry, with_ask: bool) -> Text {
    let line = &entry.line;
    let mut words = stopped(line.band.words().english());
    words.push_str(&stopped(line.because));
    words.push_str(&entry.to_settle());
    if with_ask {
        let sums = entry.sums();
        let parts = [("Worth", sums.as_str()), ("To ask", line.ask.unwrap_or_default())];
        for (label, said) in parts.into_iter().filter(|(_, said)| !said.is_empty()) {
            words.push_str(&stopped(&format!("{label}: {said}")));
        }
    }
    let rests = format!(" [{}: {}]", entry.code, sources(&entry.cites));
    vec![strong(&stopped(line.title)), plain(words.trim()), plain(&rests)]
}
