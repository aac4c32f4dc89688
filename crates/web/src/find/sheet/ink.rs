//! Words put on paper: small helpers that write the parts of a document, every apostrophe curly as on a page.

use crate::ui::show::CiteView;
use paper::{Block, ListStyle, Span, Text};

fn curly(words: &str) -> String {
    words.replace('\'', "’")
}

/// Words as they are.
pub(crate) fn plain(words: &str) -> Span {
    Span::plain(curly(words))
}

/// Words that stand out.
pub(crate) fn strong(words: &str) -> Span {
    Span::strong(curly(words))
}

/// A heading.
pub(crate) fn heading(level: u8, words: &str) -> Block {
    Block::heading(level, curly(words))
}

/// A paragraph.
pub(crate) fn paragraph(words: &str) -> Block {
    Block::Paragraph { text: vec![plain(words)] }
}

/// A list with dots.
pub(crate) fn dots(items: impl IntoIterator<Item = Text>) -> Block {
    Block::List { style: ListStyle::Dots, items: items.into_iter().collect() }
}

/// A list with numbers.
pub(super) fn numbers(items: impl IntoIterator<Item = Text>) -> Block {
    Block::List { style: ListStyle::Numbers, items: items.into_iter().collect() }
}

/// A heading with its list, where there is anything to list.
pub(super) fn listed(title: &str, list: Vec<Text>) -> Vec<Block> {
    if list.is_empty() {
        return Vec::new();
    }
    vec![heading(2, title), dots(list)]
}

/// Words with a stop at the end, and a space for what follows.
pub(crate) fn stopped(words: &str) -> String {
    let words = words.trim();
    let stop = if words.ends_with(['.', '?', '!', '”']) { "" } else { "." };
    format!("{words}{stop} ")
}

/// What something rests on, each with a word of doubt where its words were not read.
pub(crate) fn sources(cites: &[CiteView]) -> String {
    let one = |cite: &CiteView| match cite.doubt() {
        Some(doubt) => format!("{} ({})", cite.name, doubt.english()),
        None => cite.name.clone(),
    };
    cites.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// A line to write on by hand.
pub(super) fn space(label: &str) -> Block {
    Block::Space { label: curly(label), lines: 1 }
}

/// Who to call.
pub(super) fn who_to_call() -> Vec<Block> {
    let numbers = [
        ("Kinship advice line", "0300 123 7015 (England and Wales)"),
        ("Family Rights Group", "0808 801 0366 (England)"),
    ];
    let lines = numbers.map(|(name, number)| vec![strong(&format!("{name}: ")), plain(number)]);
    vec![heading(2, "Who to call"), dots(lines)]
}
