//! Word files: read back, they have the words of the plain text, and nothing that tells on their owner.

use crate::common::{letters, write};
use paper::{Block, Document, Kind, ListStyle, Size, Span};
use std::io::{Cursor, Read};

fn part(docx: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(docx)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// The words of a Word file, one after the other.
fn words_of_docx(docx: &[u8]) -> Vec<String> {
    let xml = part(docx, "word/document.xml");
    let mut text = String::new();
    for piece in xml.split('<').skip(1) {
        let (tag, after) = piece.split_once('>').unwrap();
        match tag.split(' ').next().unwrap() {
            "w:t" => text.push_str(after),
            "/w:p" | "w:br" => text.push(' '),
            _ => {}
        }
    }
    words(
        &text
            .replace("&quot;", "\"")
            .replace("&apos;", "'")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&"),
    )
}

/// The words of a text, without the marks of lists and lines to write on.
fn words(text: &str) -> Vec<String> {
    let marks = |word: &&str| !word.chars().all(|letter| "-_=[]".contains(letter));
    text.split_whitespace().filter(marks).map(|word| word.trim_end_matches(':').to_owned()).collect()
}

fn whole() -> Document {
    Document {
        title: "Papers <&>".into(),
        kind: Kind::Sheet,
        size: Size::Large,
        blocks: vec![
            Block::heading(1, "About & around"),
            Block::heading(2, "Two"),
            Block::heading(3, "Three"),
            Block::Lines { lines: vec!["1 Long Lane".into(), "London".into()], right: true },
            Block::Paragraph { text: vec![Span::plain("Dear "), Span::gap("name"), Span::strong(", \"now\"")] },
            Block::list(ListStyle::Dots, ["one", "two"]),
            Block::list(ListStyle::Boxes, ["three"]),
            Block::Table {
                caption: "Sums".into(),
                head: vec!["What".into(), "Pounds".into()],
                rows: vec![vec![vec![Span::plain("Food")], vec![Span::plain("£5")]]],
            },
            Block::note("Keep this."),
            Block::Space { label: "Who said so".into(), lines: 2 },
        ],
    }
}

#[test]
fn a_word_file_has_the_words_of_the_text() {
    for letter in &letters().letters {
        let document = write(letters(), letter, &[], None, &[]).draft.document();
        assert_eq!(words_of_docx(&document.to_docx().unwrap()), words(&document.to_text()), "{}", letter.id);
    }
    let document = Document {
        blocks: whole().blocks.into_iter().filter(|block| !matches!(block, Block::Table { .. })).collect(),
        ..whole()
    };
    assert_eq!(words_of_docx(&document.to_docx().unwrap()), words(&document.to_text()));
}

#[test]
fn every_kind_of_block_as_text() {
    let numbers = Block::list(
        ListStyle::Numbers,
        ["A long item that has to be broken at the end of its line since it is long", "b"],
    );
    let mut document = whole();
    document.blocks.push(numbers);
    insta::assert_snapshot!(document.to_text());
}

#[test]
fn a_word_file_has_real_headings_and_lists_and_tells_nothing_of_its_owner() {
    let docx = whole().to_docx().unwrap();
    let document = part(&docx, "word/document.xml");
    for sign in [
        "<w:pStyle w:val=\"Heading1\"",
        "<w:numId w:val=\"5\"",
        "<w:numId w:val=\"6\"",
        "<w:tbl>",
        "<w:jc w:val=\"right\"",
    ] {
        assert!(document.contains(sign), "{sign}: {document}");
    }
    let styles = part(&docx, "word/styles.xml");
    assert!(styles.contains("<w:lang w:val=\"en-GB\"") && styles.contains("w:styleId=\"Heading3\""), "{styles}");
    let core = part(&docx, "docProps/core.xml");
    assert!(core.contains("<dc:title>Papers &lt;&amp;&gt;</dc:title>") && core.contains("en-GB"), "{core}");
    for telling in ["creator", "lastModifiedBy", "created", "modified"] {
        assert!(!core.contains(telling), "{core}");
    }
}
