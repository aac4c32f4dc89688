//! The words of a letter with their placeholders, and the paragraphs that stand in it only for some families.

use law::condition::{Condition, read_list};
use law::fact::FactId;
use law::fault::Spot;
use law::{Fault, Law};

/// A run of words or a place to be filled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Words as they are.
    Words(String),
    /// What was typed into a field.
    Field(String),
    /// The person written to.
    Recipient,
    /// The council's name.
    Council,
    /// The day the letter is written.
    Today,
    /// The day an answer is due.
    ReplyBy,
    /// The family's answer to a fact.
    Fact(FactId),
}

/// Lines kept together, in the letter always or under a condition.
#[derive(Clone, Debug)]
pub(super) struct Part {
    /// When it is in the letter; `true` where the condition must hold, `false` where it must not surely hold.
    pub when: Option<(Condition, bool)>,
    /// The lines: a paragraph is one, each item of a list is one.
    pub lines: Vec<Line>,
}

/// One paragraph or one item of a list.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub is_item: bool,
    pub pieces: Vec<Piece>,
}

/// The placeholders that are not names of fields.
const NAMES: [&str; 5] = ["recipient", "council", "today", "reply by", "fact NAME"];

/// What a placeholder may name.
pub(super) struct Names<'a> {
    pub law: &'a Law,
    pub fields: &'a [String],
}

impl Names<'_> {
    /// Reads words with placeholders in braces.
    pub(super) fn pieces(&self, text: &str, spot: &Spot, faults: &mut Vec<Fault>) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let (mut rest, mut column) = (text, spot.column);
        while let Some((before, after)) = rest.split_once('{') {
            if !before.is_empty() {
                pieces.push(Piece::Words(before.to_owned()));
            }
            column += before.chars().count();
            let here = Spot { column, ..spot.clone() };
            let Some((name, after)) = after.split_once('}') else {
                faults.push(Fault::new(&here, "a placeholder is not closed").hint("end it with `}`"));
                return pieces;
            };
            match self.piece(name, &here) {
                Ok(piece) => pieces.push(piece),
                Err(fault) => faults.push(fault),
            }
            column += name.chars().count() + 2;
            rest = after;
        }
        if !rest.is_empty() {
            pieces.push(Piece::Words(rest.to_owned()));
        }
        pieces
    }

    fn piece(&self, name: &str, spot: &Spot) -> Result<Piece, Fault> {
        match name {
            "recipient" => return Ok(Piece::Recipient),
            "council" => return Ok(Piece::Council),
            "today" => return Ok(Piece::Today),
            "reply by" => return Ok(Piece::ReplyBy),
            _ => {}
        }
        if let Some(fact) = name.strip_prefix("fact ") {
            let facts = &self.law.facts;
            return facts.find(fact).map(Piece::Fact).ok_or_else(|| {
                Fault::new(spot, format!("there is no fact named `{fact}`")).nearest(fact, facts.names())
            });
        }
        match self.fields.iter().any(|field| field == name) {
            true => Ok(Piece::Field(name.to_owned())),
            false => Err(Fault::new(spot, format!("`{{{name}}}` is not a placeholder of this letter"))
                .nearest(name, self.fields.iter().map(String::as_str).chain(NAMES))
                .hint("name it in the letter's `fields`, or use recipient, council, today, reply by, fact NAME")),
        }
    }

    /// Reads the words of a letter: parts with an empty line between them.
    pub(super) fn parts(&self, body: &str, first: &Spot, faults: &mut Vec<Fault>) -> Vec<Part> {
        let mut parts: Vec<Part> = Vec::new();
        let mut open = false;
        for (place, raw) in body.lines().enumerate() {
            let spot = Spot { line: first.line + place, ..first.clone() };
            let text = raw.trim();
            if text.is_empty() {
                open = false;
                continue;
            }
            if !open {
                parts.push(Part { when: None, lines: Vec::new() });
                open = true;
            }
            let Some(part) = parts.last_mut() else { continue };
            match condition(text) {
                Some(_) if !part.lines.is_empty() => faults.push(
                    Fault::new(&spot, "a condition stands inside a paragraph").hint("leave an empty line above it"),
                ),
                Some((words, wanted)) => match read_list(words, &spot, &self.law.facts) {
                    Ok(condition) => {
                        self.law.check_condition(&condition, faults);
                        part.when = Some((condition, wanted));
                    }
                    Err(fault) => faults.push(fault),
                },
                None => {
                    let item = text.strip_prefix("- ");
                    let shift =
                        raw.chars().count() - raw.trim_start().chars().count() + if item.is_some() { 2 } else { 0 };
                    let spot = Spot { column: shift + 1, ..spot };
                    let mut pieces = self.pieces(item.unwrap_or(text), &spot, faults);
                    match part.lines.last_mut().filter(|_| item.is_none()) {
                        Some(line) => {
                            line.pieces.push(Piece::Words(" ".to_owned()));
                            line.pieces.append(&mut pieces);
                        }
                        None => part.lines.push(Line { is_item: item.is_some(), pieces }),
                    }
                }
            }
        }
        for part in parts.iter().filter(|part| part.lines.is_empty()) {
            if let Some((condition, _)) = &part.when {
                faults.push(
                    Fault::new(&condition.spot, "a condition has no paragraph beneath it")
                        .hint("write the paragraph on the next line, without an empty line between"),
                );
            }
        }
        parts
    }
}

/// The words of `{when …}` or `{unless …}` on a line of its own, and whether they must hold.
fn condition(text: &str) -> Option<(&str, bool)> {
    let inner = text.strip_prefix('{')?.strip_suffix('}')?;
    let when = inner.strip_prefix("when ").map(|words| (words, true));
    when.or_else(|| inner.strip_prefix("unless ").map(|words| (words, false)))
}
