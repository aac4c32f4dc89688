//! A document as plain text, its lines at most 72 letters long.

use crate::document::{Block, Document, ListStyle, Span};

/// How many letters a line may hold.
const WIDTH: usize = 72;
/// What is written where words are to be filled in by hand.
const BLANK: &str = "______________";

impl Document {
    /// The document as plain text.
    pub fn to_text(&self) -> String {
        let parts: Vec<String> = self.blocks.iter().map(block).filter(|part| !part.is_empty()).collect();
        format!("{}\n", parts.join("\n\n"))
    }
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading { level, text } => {
            let line = match level {
                1 => "=",
                2 => "-",
                _ => return text.clone(),
            };
            format!("{text}\n{}", line.repeat(text.chars().count().min(WIDTH)))
        }
        Block::Lines { lines, right } => {
            let longest = lines.iter().map(|line| line.chars().count()).max().unwrap_or_default();
            let indent = if *right { WIDTH.saturating_sub(longest) } else { 0 };
            lines.iter().map(|line| format!("{:indent$}{line}", "")).collect::<Vec<_>>().join("\n")
        }
        Block::Paragraph { text } | Block::Note { text } => wrap(&words(text), "", ""),
        Block::List { style, items } => {
            let marks = items.iter().enumerate().map(|(place, item)| match style {
                ListStyle::Dots => ("- ".to_owned(), item),
                ListStyle::Numbers => (format!("{}. ", place + 1), item),
                ListStyle::Boxes => ("[ ] ".to_owned(), item),
            });
            let lines = marks.map(|(mark, item)| wrap(&words(item), &mark, &" ".repeat(mark.len())));
            lines.collect::<Vec<_>>().join("\n")
        }
        Block::Table { caption, head, rows } => {
            let row = |row: &Vec<Vec<Span>>| {
                let cells = row.iter().enumerate().map(|(place, cell)| match (place, head.get(place)) {
                    (1.., Some(head)) if !head.is_empty() => wrap(&format!("{head}: {}", words(cell)), "  ", "    "),
                    (0, _) => wrap(&words(cell), "", ""),
                    _ => wrap(&words(cell), "  ", "    "),
                });
                cells.collect::<Vec<_>>().join("\n")
            };
            let rows: Vec<String> = rows.iter().map(row).collect();
            format!("{}\n\n{}", wrap(caption, "", ""), rows.join("\n\n"))
        }
        Block::Space { label, lines } => {
            let line = "_".repeat(WIDTH);
            let lines: Vec<&str> = (0..*lines).map(|_| line.as_str()).collect();
            format!("{label}:\n\n{}", lines.join("\n\n"))
        }
    }
}

fn words(text: &[Span]) -> String {
    let span = |span: &Span| if span.gap { format!("{BLANK} ({})", span.words) } else { span.words.clone() };
    text.iter().map(span).collect()
}

/// Breaks a text into lines; the first begins with one mark, the others with another. No word is broken.
fn wrap(text: &str, first: &str, next: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut line = first.to_owned();
    let mut is_empty = true;
    for word in text.split_whitespace() {
        if !is_empty && line.chars().count() + 1 + word.chars().count() > WIDTH {
            lines.push(std::mem::replace(&mut line, next.to_owned()));
            is_empty = true;
        }
        if !is_empty {
            line.push(' ');
        }
        line.push_str(word);
        is_empty = false;
    }
    lines.push(line);
    lines.join("\n")
}
