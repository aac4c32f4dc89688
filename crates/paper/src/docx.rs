//! A document as a Word file (.docx): real headings, real lists, British English, and no word about who wrote it.

use crate::document::{Block, Document, Kind, ListStyle, Size, Span};
use docx_rs::{
    AbstractNumbering, AlignmentType, Docx, IndentLevel, Level, LevelJc, LevelText, LineSpacing, NumberFormat,
    Numbering, NumberingId, PageMargin, Paragraph, ParagraphBorder, ParagraphBorderPosition, ParagraphBorders, Run,
    RunFonts, SpecialIndentType, Start, Style, StyleType, Table, TableCell, TableRow, WidthType,
};
use std::io::Cursor;

/// Why a Word file could not be written.
#[derive(Debug, thiserror::Error)]
#[error("the Word file could not be written: {0}")]
pub struct DocxError(String);

/// The sheet: A4, in twentieths of a point, and its margins of 2.5 cm.
const PAGE: (u32, u32) = (11_906, 16_838);
const MARGIN: i32 = 1_417;
const FONT: &str = "Arial";
/// What is written where words are to be filled in by hand.
const BLANK: &str = "______________";
/// Abstract numberings: one for each kind of list.
const DOTS: usize = 2;
const NUMBERS: usize = 3;
const BOXES: usize = 4;

impl Document {
    /// The document as a Word file.
    ///
    /// # Errors
    /// Where the archive cannot be written.
    pub fn to_docx(&self) -> Result<Vec<u8>, DocxError> {
        let mut writer = Writer { docx: sheet(self), lists: BOXES };
        self.blocks.iter().for_each(|block| writer.block(block, self.kind));
        let mut parts = writer.docx.build();
        parts.doc_props.core = core(&self.title).into_bytes();
        parts.styles = in_english(&parts.styles);
        let mut out = Cursor::new(Vec::new());
        parts.pack(&mut out).map_err(|error| DocxError(error.to_string()))?;
        Ok(out.into_inner())
    }
}

/// The empty document: page, fonts, styles of headings and kinds of lists.
fn sheet(document: &Document) -> Docx {
    let size = match document.size {
        Size::Usual => 22,
        Size::Large => 36,
    };
    let margin = PageMargin { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN, ..PageMargin::new() };
    let mut docx = Docx::new()
        .page_size(PAGE.0, PAGE.1)
        .page_margin(margin)
        .default_size(size)
        .default_fonts(RunFonts::new().ascii(FONT).hi_ansi(FONT).cs(FONT))
        .default_line_spacing(LineSpacing::new().after(160).line(276));
    for level in 1..=3usize {
        let style = Style::new(format!("Heading{level}"), StyleType::Paragraph)
            .name(format!("heading {level}"))
            .based_on("Normal")
            .next("Normal")
            .q_format(true)
            .size(size + 12 - 4 * level)
            .bold()
            .outline_lvl(level - 1)
            .line_spacing(LineSpacing::new().before(240).after(120));
        docx = docx.add_style(style);
    }
    [(DOTS, "bullet", "•"), (NUMBERS, "decimal", "%1."), (BOXES, "bullet", "☐")].into_iter().fold(
        docx,
        |docx, (id, format, mark)| {
            let level =
                Level::new(0, Start::new(1), NumberFormat::new(format), LevelText::new(mark), LevelJc::new("left"))
                    .indent(Some(567), Some(SpecialIndentType::Hanging(397)), None, None);
            docx.add_abstract_numbering(AbstractNumbering::new(id).add_level(level))
        },
    )
}

struct Writer {
    docx: Docx,
    /// The number of the last list; each list counts for itself.
    lists: usize,
}

impl Writer {
    fn add(&mut self, paragraph: Paragraph) {
        self.docx = std::mem::take(&mut self.docx).add_paragraph(paragraph);
    }

    fn block(&mut self, block: &Block, kind: Kind) {
        match block {
            Block::Heading { level, text } => {
                let style = format!("Heading{}", level.clamp(&1, &3));
                self.add(Paragraph::new().style(&style).keep_next(true).add_run(Run::new().add_text(text)));
            }
            Block::Lines { lines, right } => self.lines(lines, *right),
            Block::Paragraph { text } => self.add(runs(Paragraph::new(), text)),
            Block::Note { text } => {
                let indented = Paragraph::new().indent(Some(397), None, None, None);
                self.add(runs(indented, text));
            }
            Block::List { style, items } => self.list(*style, items),
            Block::Table { caption, head, rows } => self.table(caption, head, rows),
            Block::Space { label, lines } => self.space(label, *lines, kind),
        }
    }

    fn lines(&mut self, lines: &[String], right: bool) {
        let mut run = Run::new();
        for (place, line) in lines.iter().enumerate() {
            if place > 0 {
                run = run.add_break(docx_rs::BreakType::TextWrapping);
            }
            run = run.add_text(line);
        }
        let paragraph = Paragraph::new().add_run(run);
        self.add(if right { paragraph.align(AlignmentType::Right) } else { paragraph });
    }

    fn list(&mut self, style: ListStyle, items: &[Vec<Span>]) {
        let kind = match style {
            ListStyle::Dots => DOTS,
            ListStyle::Numbers => NUMBERS,
            ListStyle::Boxes => BOXES,
        };
        self.lists += 1;
        let id = self.lists;
        self.docx = std::mem::take(&mut self.docx).add_numbering(Numbering::new(id, kind));
        for item in items {
            let paragraph = Paragraph::new()
                .numbering(NumberingId::new(id), IndentLevel::new(0))
                .line_spacing(LineSpacing::new().after(80));
            self.add(runs(paragraph, item));
        }
    }

    fn table(&mut self, caption: &str, head: &[String], rows: &[Vec<Vec<Span>>]) {
        self.add(Paragraph::new().keep_next(true).add_run(Run::new().add_text(caption).bold()));
        let cell = |paragraph: Paragraph| TableCell::new().add_paragraph(paragraph);
        let head = head.iter().map(|text| cell(Paragraph::new().add_run(Run::new().add_text(text).bold())));
        let head = TableRow::new(head.collect()).cant_split();
        let rows = rows.iter().map(|row| {
            let cells = row.iter().map(|text| cell(runs(Paragraph::new(), text)));
            TableRow::new(cells.collect()).cant_split()
        });
        let table = Table::new(std::iter::once(head).chain(rows).collect()).width(5_000, WidthType::Pct);
        self.docx = std::mem::take(&mut self.docx).add_table(table).add_paragraph(Paragraph::new());
    }

    /// A small label and lines to write on.
    fn space(&mut self, label: &str, lines: u8, kind: Kind) {
        let label = Run::new().add_text(label).size(if kind == Kind::Letter { 18 } else { 22 });
        self.add(Paragraph::new().keep_next(true).add_run(label));
        for _ in 0..lines {
            let mut paragraph = Paragraph::new().line_spacing(LineSpacing::new().before(200).after(0));
            // Word draws neighbours with equal borders as one box, so the lines between them are named too.
            let places = [ParagraphBorderPosition::Bottom, ParagraphBorderPosition::Between];
            let lines = places.map(|place| ParagraphBorder::new(place).size(6));
            let borders = lines.into_iter().fold(ParagraphBorders::with_empty(), ParagraphBorders::set);
            paragraph.property = paragraph.property.set_borders(borders);
            self.add(paragraph);
        }
        self.add(Paragraph::new());
    }
}

fn runs(paragraph: Paragraph, text: &[Span]) -> Paragraph {
    text.iter().fold(paragraph, |paragraph, span| {
        let words = if span.gap { format!("{BLANK} ({})", span.words) } else { span.words.clone() };
        let run = Run::new().add_text(words);
        paragraph.add_run(if span.strong { run.bold() } else { run })
    })
}

/// The properties of the file: a neutral title, the language, nobody's name and no hour.
fn core(title: &str) -> String {
    let title = title.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\
         <cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{title}</dc:title><dc:language>en-GB</dc:language>\
         </cp:coreProperties>"
    )
}

/// The styles with British English as the language of every word.
fn in_english(styles: &[u8]) -> Vec<u8> {
    const END: &str = "</w:rPr></w:rPrDefault>";
    let styles = String::from_utf8_lossy(styles);
    styles.replacen(END, &format!("<w:lang w:val=\"en-GB\" w:eastAsia=\"en-GB\"/>{END}"), 1).into_bytes()
}
