//! A letter and a sheet with every kind of block, as the screen shows paper.

use paper::{Block, Document, Kind, ListStyle, Size, Span};

/// A letter with a gap in it.
pub(super) fn letter() -> Document {
    let lines =
        |lines: &[&str], right| Block::Lines { lines: lines.iter().map(|line| (*line).to_owned()).collect(), right };
    let gap = vec![
        Span::plain("I look after "),
        Span::gap("the child’s name"),
        Span::plain(". "),
        Span::strong("Please write back."),
    ];
    Document {
        title: "Letter".to_owned(),
        kind: Kind::Letter,
        size: Size::Usual,
        blocks: vec![
            lines(&["Ann Grey", "1 Long Lane", "London"], true),
            lines(&["Children’s services", "The council"], false),
            Block::paragraph("Dear Sir or Madam,"),
            Block::Paragraph { text: gap },
            Block::list(ListStyle::Dots, ["the first thing I ask", "the second thing I ask"]),
            Block::paragraph("Yours faithfully,"),
            Block::paragraph("Ann Grey"),
        ],
    }
}

/// A sheet with the blocks that letters do not have.
pub(super) fn sheet() -> Document {
    let cell = |words: &str| vec![Span::plain(words)];
    Document {
        title: "Sheet".to_owned(),
        kind: Kind::Sheet,
        size: Size::Usual,
        blocks: vec![
            Block::heading(1, "A sheet for the school"),
            Block::heading(2, "Things to do"),
            Block::list(ListStyle::Boxes, ["a thing to tick", "another thing to tick"]),
            Block::list(ListStyle::Numbers, ["the first step", "the second step"]),
            Block::heading(3, "Sums"),
            Block::Table {
                caption: "Sums by the week".to_owned(),
                head: vec!["For".to_owned(), "A week".to_owned()],
                rows: vec![vec![cell("First child"), cell("£1.00")], vec![cell("Each other child"), cell("£1.00")]],
            },
            Block::note("Keep this paper."),
            Block::Space { label: "Who you spoke to, and when".to_owned(), lines: 2 },
        ],
    }
}
