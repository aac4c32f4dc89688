//! A document: a title and some blocks, with nothing said of how they look.
//!
//! Its JSON form is what the program `letters` reads.

use serde::{Deserialize, Serialize};

/// What a family takes in hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// What it is, in neutral words: a file's properties must not tell on its owner.
    pub title: String,
    /// What kind of paper it is.
    pub kind: Kind,
    /// How large the letters are.
    #[serde(default)]
    pub size: Size,
    /// The parts, in order.
    pub blocks: Vec<Block>,
}

/// What kind of paper a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A letter: addresses, a greeting, a body, a name.
    Letter,
    /// A sheet with headings.
    Sheet,
}

/// How large the letters are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Size {
    /// As usual: 11 points.
    #[default]
    Usual,
    /// Large print: 18 points.
    Large,
}

/// One part of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Block {
    /// A heading; level 1 is the document's own, of which a sheet has one and a letter none.
    Heading {
        /// 1, 2 or 3.
        level: u8,
        /// The words.
        text: String,
    },
    /// Short lines kept together, such as an address.
    Lines {
        /// The lines.
        lines: Vec<String>,
        /// Whether they stand on the right, as a sender's address does.
        right: bool,
    },
    /// A paragraph.
    Paragraph {
        /// The words.
        text: Text,
    },
    /// A list.
    List {
        /// What its items begin with.
        style: ListStyle,
        /// The items.
        items: Vec<Text>,
    },
    /// A table with a row of headings; the first cell of a row is its heading.
    Table {
        /// What the table shows.
        caption: String,
        /// The headings of the columns.
        head: Vec<String>,
        /// The rows.
        rows: Vec<Vec<Text>>,
    },
    /// A remark set apart.
    Note {
        /// The words.
        text: Text,
    },
    /// Empty lines to write on by hand.
    Space {
        /// What to write there.
        label: String,
        /// How many lines.
        lines: u8,
    },
}

/// What the items of a list begin with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ListStyle {
    /// A dot.
    Dots,
    /// A number.
    Numbers,
    /// A box to tick by hand.
    Boxes,
}

/// Words, some of them strong or leading somewhere.
pub type Text = Vec<Span>;

/// A run of words of one kind.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// The words.
    pub words: String,
    /// Whether they are strong.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub strong: bool,
    /// A gap to fill in by hand: the words say what belongs there.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub gap: bool,
}

impl Span {
    /// Plain words.
    pub fn plain(words: impl Into<String>) -> Span {
        Span { words: words.into(), ..Span::default() }
    }

    /// Strong words.
    pub fn strong(words: impl Into<String>) -> Span {
        Span { words: words.into(), strong: true, gap: false }
    }

    /// A gap to fill in by hand.
    pub fn gap(words: impl Into<String>) -> Span {
        Span { words: words.into(), strong: false, gap: true }
    }
}

impl Block {
    /// A heading.
    pub fn heading(level: u8, text: impl Into<String>) -> Block {
        Block::Heading { level, text: text.into() }
    }

    /// A paragraph of plain words.
    pub fn paragraph(words: impl Into<String>) -> Block {
        Block::Paragraph { text: vec![Span::plain(words)] }
    }

    /// A remark of plain words.
    pub fn note(words: impl Into<String>) -> Block {
        Block::Note { text: vec![Span::plain(words)] }
    }

    /// A list of plain items.
    pub fn list<W: Into<String>>(style: ListStyle, items: impl IntoIterator<Item = W>) -> Block {
        Block::List { style, items: items.into_iter().map(|words| vec![Span::plain(words)]).collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_read_back_from_its_json() {
        let document = Document {
            title: "Letter".into(),
            kind: Kind::Letter,
            size: Size::Large,
            blocks: vec![
                Block::heading(1, "About me"),
                Block::Lines { lines: vec!["1 Long Lane".into()], right: true },
                Block::Paragraph { text: vec![Span::plain("Dear "), Span::gap("name"), Span::strong("!")] },
                Block::list(ListStyle::Boxes, ["one", "two"]),
                Block::Table { caption: "Sums".into(), head: vec!["What".into()], rows: vec![vec![vec![]]] },
                Block::note("Keep this."),
                Block::Space { label: "Who said so".into(), lines: 3 },
            ],
        };
        let text = serde_json::to_string(&document).unwrap();
        assert_eq!(serde_json::from_str::<Document>(&text).unwrap(), document);
        assert!(text.contains(r#"{"is":"heading","level":1,"text":"About me"}"#));
    }
}
