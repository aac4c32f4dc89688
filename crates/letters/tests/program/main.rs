//! The program as it is used: documents go in, and the PDFs that come out are opened and read.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod pdf;
mod running;

use paper::exchange::{Answer, LARGEST_DOCUMENT};
use paper::{Block, Document, Kind, ListStyle, Size, Span};
use pdf::Read;
use running::{Serving, once, samples};

/// Documents as they come, in usual and in large print, under a name.
fn documents() -> Vec<(String, Document)> {
    let both = |(name, document): (String, Document)| {
        let large = Document { size: Size::Large, ..document.clone() };
        [(name.clone(), document), (format!("{name}-large"), large)]
    };
    samples().into_iter().flat_map(both).collect()
}

#[test]
fn every_sample_is_tagged_and_says_what_it_is() {
    for (name, document) in documents() {
        let bytes = once(&serde_json::to_vec(&document).unwrap()).unwrap_or_else(|why| panic!("{name}: {why}"));
        // For checkers outside: `KITH_PDFS=DIR` keeps what was written.
        if let Some(folder) = std::env::var_os("KITH_PDFS") {
            std::fs::write(std::path::Path::new(&folder).join(format!("{name}.pdf")), &bytes).unwrap();
        }
        let read = Read::new(&bytes);
        assert!(read.is_marked(), "{name}");
        assert_eq!(read.language(), "en-GB", "{name}");
        assert_eq!(read.title(), document.title, "{name}");
        assert_eq!(read.information(), ["CreationDate", "ModDate", "Title"], "{name}");
        let metadata = read.metadata();
        for mark in ["<pdfuaid:part>1</pdfuaid:part>", "<pdfaid:part>2</pdfaid:part>", "<pdfaid:conformance>A</"] {
            assert!(metadata.contains(mark), "{name}: {mark} in {metadata}");
        }
        let home = env!("CARGO_MANIFEST_DIR").as_bytes();
        assert!(!bytes.windows(home.len()).any(|part| part == home), "{name}: a path of this machine");
    }
}

#[test]
fn a_letter_has_paragraphs_and_a_list_and_no_heading() {
    let roles = Read::new(&written("letter")).roles();
    for (role, count) in [("L", 1), ("LI", 3), ("LBody", 3), ("H1", 0), ("H2", 0), ("Table", 0)] {
        assert_eq!(roles.iter().filter(|found| *found == role).count(), count, "{role} in {roles:?}");
    }
    assert!(roles.iter().filter(|role| *role == "P").count() >= 8, "{roles:?}");
}

#[test]
fn a_sheet_has_headings_in_order_lists_and_tables() {
    let roles = Read::new(&written("sheet")).roles();
    let headings: Vec<_> = roles.iter().filter(|role| role.starts_with('H') && role.len() == 2).collect();
    assert_eq!(headings, ["H1", "H2", "H2"], "the third level after the first became the second; the empty one went");
    for (role, count) in [("L", 2), ("LI", 4), ("Table", 2), ("Caption", 1), ("TH", 3 + 2 + 1), ("TD", 4)] {
        assert_eq!(roles.iter().filter(|found| *found == role).count(), count, "{role} in {roles:?}");
    }
}

/// That the words of the sample sheet stand on its page as they were typed is read back by the checker outside.
#[test]
fn words_are_only_words() {
    let code = r##"#read("/etc/passwd") #eval("1") #import "@preview/x:0.1.0": y \u{41} ") + panic() + ("##;
    let document = letter(vec![Block::paragraph(code), Block::heading(1, code), Block::note(code)]);
    let roles = Read::new(&once(&serde_json::to_vec(&document).unwrap()).unwrap()).roles();
    for role in ["Figure", "Formula", "Link", "Code", "Table"] {
        assert!(!roles.iter().any(|found| found == role), "{role} in {roles:?}");
    }
}

#[test]
fn what_is_strange_is_set_or_refused_in_words() {
    let table: [(Vec<Block>, Option<&str>); 10] = [
        (vec![], None),
        (vec![Block::paragraph("")], None),
        (vec![Block::paragraph("one\ntwo\r\nthree\u{0}\u{FEFF}")], None),
        (vec![Block::heading(0, "zero"), Block::heading(255, "much")], None),
        (vec![Block::Space { label: String::new(), lines: 255 }], None),
        (vec![Block::Table { caption: "x".into(), head: vec![], rows: vec![vec![vec![Span::plain("x")]]] }], None),
        (vec![Block::Paragraph { text: vec![Span::gap("long ".repeat(200))] }], None),
        (vec![Block::Lines { lines: vec![], right: true }, Block::Paragraph { text: vec![] }], None),
        (vec![Block::List { style: ListStyle::Numbers, items: vec![vec![]] }], None),
        (vec![Block::paragraph("Thanks 🦖")], Some("🦖")),
    ];
    for (blocks, refused) in table {
        let said = format!("{blocks:?}");
        match (once(&serde_json::to_vec(&letter(blocks)).unwrap()), refused) {
            (Ok(pdf), None) => assert!(Read::new(&pdf).is_marked(), "{said}"),
            (Err(why), Some(sign)) => assert!(why.contains(sign), "{said}: {why}"),
            (told, _) => panic!("{said}: {:?}", told.map(|pdf| pdf.len())),
        }
    }
}

#[test]
fn what_is_no_document_is_refused_without_a_word_of_it() {
    for json in [r#"{"title": "Grandma"}"#, r#"{"title": "Grandma", "kind": "Grandma"}"#, "Grandma", ""] {
        let why = once(json.as_bytes()).unwrap_err();
        assert!(why.contains("not a document") && !why.contains("Grandma"), "{why}");
    }
}

#[test]
fn it_serves_one_after_another_and_a_fault_does_not_end_it() {
    let mut serving = Serving::start();
    let letter = |words: &str| serde_json::to_vec(&letter(vec![Block::paragraph(words)])).unwrap();
    for _ in 0..2 {
        for name in ["Ann", "Bob"] {
            let (answer, pdf) = serving.ask(&letter(name));
            assert_eq!(answer, Answer::Written);
            assert!(Read::new(&pdf).is_marked());
        }
        let (answer, why) = serving.ask(b"{}");
        assert_eq!((answer, String::from_utf8(why).unwrap().contains("not a document")), (Answer::Refused, true));
        let (answer, why) = serving.ask(&letter(&"x".repeat(LARGEST_DOCUMENT)));
        assert_eq!((answer, String::from_utf8(why).unwrap().contains("too long")), (Answer::Refused, true));
    }
    assert!(serving.end().success());
}

fn letter(blocks: Vec<Block>) -> Document {
    Document { title: "Letter".into(), kind: Kind::Letter, size: Size::Usual, blocks }
}

fn written(sample: &str) -> Vec<u8> {
    let (_, document) = samples().into_iter().find(|(name, _)| name == sample).unwrap();
    once(&serde_json::to_vec(&document).unwrap()).unwrap()
}
