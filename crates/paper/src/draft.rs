//! A letter as plain text that its writer may change, and the document it becomes.
//!
//! `[words in square brackets]` are a gap to fill in by hand; `- ` begins an item of a list; an empty line parts two
//! paragraphs.

use crate::document::{Block, Document, Kind, ListStyle, Size, Span, Text};
use crate::typed::clean;

/// The most letters the words of a letter may hold.
pub const LONGEST_LETTER: usize = 20_000;

/// A letter as plain text, part by part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// Who writes: an address, line by line.
    pub sender: String,
    /// The day it is written.
    pub date: String,
    /// Whom it goes to, line by line.
    pub recipient: String,
    /// What it is about.
    pub subject: String,
    /// From the greeting to the name under it.
    pub body: String,
}

/// What the properties of a file may tell of a letter.
const TITLE: &str = "Letter";
/// The most letters that the words in a gap may hold; longer words in brackets are only words in brackets.
const LONGEST_GAP: usize = 80;
/// How many lines there are to write on where a whole paragraph is left open.
const ROOM: u8 = 4;
/// Longer lines are paragraphs of their own and not lines of a verse or an address.
const SHORT_LINE: usize = 60;

/// A gap as it stands in a draft.
pub(crate) fn gap(label: &str) -> String {
    format!("[{label}]")
}

impl Draft {
    /// What is left to fill in by hand, each once.
    pub fn gaps(&self) -> Vec<String> {
        let mut gaps: Vec<String> = Vec::new();
        for part in [&self.sender, &self.recipient, &self.subject, &self.body] {
            for span in part.lines().flat_map(spans).filter(|span| span.gap) {
                if !gaps.contains(&span.words) {
                    gaps.push(span.words);
                }
            }
        }
        gaps
    }

    /// The letter as a document.
    pub fn document(&self) -> Document {
        let mut blocks = Vec::new();
        address(&self.sender, true, &mut blocks);
        blocks.push(Block::Lines { lines: vec![clean(&self.date)], right: true });
        address(&self.recipient, false, &mut blocks);
        let mut body = Vec::new();
        paragraphs(&self.body, &mut body);
        make_room(&mut body);
        let subject: Text = spans(&clean(&self.subject).replace('\n', " "))
            .into_iter()
            .map(|span| Span { strong: !span.gap, ..span })
            .collect();
        if !subject.is_empty() {
            // After the greeting, as letters have it.
            let place = usize::from(body.first().is_some_and(is_greeting));
            body.insert(place, Block::Paragraph { text: subject });
        }
        blocks.append(&mut body);
        Document { title: TITLE.to_owned(), kind: Kind::Letter, size: Size::Usual, blocks }
    }
}

fn is_greeting(block: &Block) -> bool {
    matches!(block, Block::Paragraph { text } if text.first().is_some_and(|span| span.words.starts_with("Dear ")))
}

/// A gap that is a paragraph of its own becomes lines to write on; the last one is for the name.
fn make_room(blocks: &mut [Block]) {
    let Some((_, blocks)) = blocks.split_last_mut() else { return };
    for block in blocks {
        if let Block::Paragraph { text } = block
            && let [Span { gap: true, words, .. }] = text.as_slice()
        {
            *block = Block::Space { label: words.clone(), lines: ROOM };
        }
    }
}

/// Short lines kept together; what is still to be filled in becomes room to write.
fn address(text: &str, right: bool, blocks: &mut Vec<Block>) {
    let mut lines: Vec<String> = Vec::new();
    let mut gaps = Vec::new();
    for line in clean(text).lines().filter(|line| !line.is_empty()) {
        match spans(line).as_slice() {
            [span] if span.gap => gaps.push(span.words.clone()),
            _ => lines.push(line.to_owned()),
        }
    }
    if !lines.is_empty() {
        blocks.push(Block::Lines { lines, right });
    }
    blocks.extend(gaps.into_iter().map(|label| Block::Space { label, lines: if right { 3 } else { 1 } }));
}

fn paragraphs(text: &str, blocks: &mut Vec<Block>) {
    let mut lines: Vec<&str> = Vec::new();
    let text = clean(text);
    for line in text.lines().chain([""]) {
        let item = line.trim_start().strip_prefix("- ").or_else(|| line.trim_start().strip_prefix("• "));
        if line.is_empty() || item.is_some() {
            flush(&mut lines, blocks);
        } else {
            lines.push(line);
        }
        if let Some(item) = item {
            match blocks.last_mut() {
                Some(Block::List { items, .. }) => items.push(spans(item.trim())),
                _ => blocks.push(Block::List { style: ListStyle::Dots, items: vec![spans(item.trim())] }),
            }
        }
    }
}

/// Lines without an empty line between them: short ones stay together, others are paragraphs.
fn flush(lines: &mut Vec<&str>, blocks: &mut Vec<Block>) {
    let is_short = |line: &&str| line.chars().count() <= SHORT_LINE && !spans(line).iter().any(|span| span.gap);
    match lines.len() > 1 && lines.iter().all(is_short) {
        true => {
            blocks
                .push(Block::Lines { lines: lines.iter().map(|line| line.trim().to_owned()).collect(), right: false });
        }
        false => blocks.extend(lines.iter().map(|line| Block::Paragraph { text: spans(line.trim()) })),
    }
    lines.clear();
}

/// The words of a line and its gaps.
fn spans(line: &str) -> Text {
    let (mut spans, mut words, mut rest) = (Text::new(), String::new(), line);
    while let Some((before, after)) = rest.split_once('[') {
        words.push_str(before);
        match after.split_once(']').map(|(label, rest)| (label.trim(), rest)) {
            Some((label, after))
                if !label.is_empty() && !label.contains('[') && label.chars().count() <= LONGEST_GAP =>
            {
                if !words.is_empty() {
                    spans.push(Span::plain(std::mem::take(&mut words)));
                }
                spans.push(Span::gap(label));
                rest = after;
            }
            _ => {
                words.push('[');
                rest = after;
            }
        }
    }
    words.push_str(rest);
    if !words.is_empty() {
        spans.push(Span::plain(words));
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(body: &str) -> Vec<Block> {
        let draft = Draft { body: body.to_owned(), ..Draft::default() };
        draft.document().blocks.into_iter().skip(1).collect()
    }

    #[test]
    fn plain_text_becomes_blocks() {
        assert_eq!(
            draft("Dear Jo,\n\nOne.\r\n\r\n[Why]\n\n- a\n- b\n\n- c\n\nTwo\nlines\n\n[Your name]"),
            [
                Block::paragraph("Dear Jo,"),
                Block::paragraph("One."),
                Block::Space { label: "Why".into(), lines: 4 },
                Block::list(ListStyle::Dots, ["a", "b", "c"]),
                Block::Lines { lines: vec!["Two".into(), "lines".into()], right: false },
                Block::Paragraph { text: vec![Span::gap("Your name")] },
            ]
        );
    }

    #[test]
    fn brackets_are_gaps_only_where_they_can_be() {
        for (line, gaps) in [("a [b] c [d]", 2), ("a [b", 0), ("[]", 0), ("a] b [", 0), ("[a [b] c", 1)] {
            let found = spans(line);
            assert_eq!(found.iter().filter(|span| span.gap).count(), gaps, "{line}: {found:?}");
            let words: String =
                found.iter().map(|span| if span.gap { gap(&span.words) } else { span.words.clone() }).collect();
            assert_eq!(words, line);
        }
        assert!(!spans(&format!("[{}]", "a".repeat(200))).iter().any(|span| span.gap));
    }

    #[test]
    fn the_subject_stands_after_the_greeting_and_gaps_become_room() {
        let draft = Draft {
            sender: "[Your address]\n0300".into(),
            date: "1 May 2026".into(),
            recipient: "Children’s services\n[Name of the council]".into(),
            subject: "About [The child’s name]".into(),
            body: "Dear Sir,\n\nHello.".into(),
        };
        assert_eq!(draft.gaps(), ["Your address", "Name of the council", "The child’s name"]);
        let blocks = draft.document().blocks;
        assert_eq!(blocks[0], Block::Lines { lines: vec!["0300".into()], right: true });
        assert_eq!(blocks[1], Block::Space { label: "Your address".into(), lines: 3 });
        let subject = vec![Span::strong("About "), Span::gap("The child’s name")];
        assert_eq!(blocks[6], Block::Paragraph { text: subject });
    }
}
