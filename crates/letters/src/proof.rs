//! Makes a document fit to be set: levels of headings without a gap, tables with full rows, no sign that cannot be drawn.
//!
//! PDF/UA refuses what a screen reader would stumble over, so that is put right here and never left to the typesetter.

use crate::fonts::Fonts;
use paper::{Block, Document, Kind, Text};
use std::collections::BTreeSet;

/// What is said of a document that is too large.
pub(crate) const TOO_LARGE: &str = "This document is too long to be made into a PDF. Make it shorter.";

/// As many ruled lines as fit on one page of large print.
const MOST_LINES: u8 = 20;

/// Reads a document and makes it fit to be set.
///
/// # Errors
/// A sentence fit to be shown, where it is no document or holds signs that no face can draw.
pub(crate) fn read(json: &[u8], fonts: &Fonts) -> Result<Document, String> {
    // What serde says of a fault may quote the text; this may be shown and logged by others, so it does not.
    let mut document: Document = serde_json::from_slice(json)
        .map_err(|fault| format!("This is not a document (line {}, column {}).", fault.line(), fault.column()))?;
    let mut unknown = BTreeSet::new();
    each_text(&mut document, |text| {
        *text = text.replace('\t', " ");
        text.retain(|character| !is_left_out(character));
        unknown.extend(text.chars().filter(|character| !is_known(*character, fonts)));
    });
    if !unknown.is_empty() {
        let signs: Vec<String> = unknown.iter().take(8).map(char::to_string).collect();
        return Err(format!("A PDF made here cannot show these signs: {}. Take them out.", signs.join(" ")));
    }
    if document.title.trim().is_empty() {
        document.title = match document.kind {
            Kind::Letter => "Letter".into(),
            Kind::Sheet => "Sheet".into(),
        };
    }
    // A heading without words is no heading, and a list without items no list: a screen reader would announce nothing.
    document.blocks.retain(|block| match block {
        Block::Heading { text, .. } => !text.trim().is_empty(),
        Block::Lines { lines, .. } => !lines.is_empty(),
        Block::List { items, .. } => !items.is_empty(),
        Block::Table { head, .. } => !head.is_empty(),
        _ => true,
    });
    let mut level_before = 0;
    for block in &mut document.blocks {
        match block {
            Block::Heading { level, .. } => {
                *level = (*level).clamp(1, level_before + 1);
                level_before = *level;
            }
            Block::Table { head, rows, .. } => square(head, rows),
            Block::Space { lines, .. } => *lines = (*lines).clamp(1, MOST_LINES),
            Block::Lines { .. } | Block::Paragraph { .. } | Block::List { .. } | Block::Note { .. } => {}
        }
    }
    Ok(document)
}

/// Gives the headings and every row as many cells as the longest has.
fn square(head: &mut Vec<String>, rows: &mut [Vec<Text>]) {
    let width = rows.iter().map(Vec::len).chain([head.len()]).max().unwrap_or_default();
    head.resize(width, String::new());
    for row in rows {
        row.resize(width, Text::new());
    }
}

/// Signs that draw nothing and only get in the way: controls, the mark of a file's beginning, hints to pictures.
fn is_left_out(character: char) -> bool {
    (character.is_control() && character != '\n')
        || matches!(character, '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}' | '\u{FE00}'..='\u{FE0F}')
}

/// Signs of private use have no agreed meaning, so no screen reader can say them.
fn is_known(character: char, fonts: &Fonts) -> bool {
    let is_private = matches!(u32::from(character), 0xE000..=0xF8FF | 0xF_0000..=0x10_FFFF);
    character == '\n' || (fonts.can_draw(character) && !is_private)
}

/// Calls for every piece of writing in the document.
fn each_text(document: &mut Document, mut call: impl FnMut(&mut String)) {
    call(&mut document.title);
    for block in &mut document.blocks {
        match block {
            Block::Heading { text, .. } | Block::Space { label: text, .. } => call(text),
            Block::Lines { lines, .. } => lines.iter_mut().for_each(&mut call),
            Block::Paragraph { text } | Block::Note { text } => each_span(text, &mut call),
            Block::List { items, .. } => items.iter_mut().for_each(|item| each_span(item, &mut call)),
            Block::Table { caption, head, rows } => {
                call(caption);
                head.iter_mut().for_each(&mut call);
                rows.iter_mut().flatten().for_each(|cell| each_span(cell, &mut call));
            }
        }
    }
}

fn each_span(text: &mut Text, call: &mut impl FnMut(&mut String)) {
    text.iter_mut().for_each(|span| call(&mut span.words));
}
