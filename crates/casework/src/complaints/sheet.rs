//! The yearly report on complaints as a paper and as rows of a table.

use super::{Counts, Report, few, told};
use crate::letter::written;
use paper::{Block, Document, Size, Span};

/// Which numbers of a table make up a whole.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Whole {
    /// Those of a column.
    Column,
    /// The first so many of a row; those after stand alone.
    Row(usize),
}

/// A table of the report: its name in files, its title, the numbers, and which of them make up a whole.
struct Part<'a> {
    name: &'static str,
    title: &'static str,
    first: &'static str,
    counts: &'a Counts,
    whole: Whole,
}

impl Report {
    fn parts(&self) -> [Part<'_>; 6] {
        let part = |name, title, first, counts, whole| Part { name, title, first, counts, whole };
        [
            part(
                "steps",
                "How many, by stage and procedure",
                "Step",
                &self.steps,
                Whole::Row(self.steps.columns.len()),
            ),
            part("kinds", "What they were about", "About", &self.kinds, Whole::Column),
            part("who", "Who complained", "Who", &self.who, Whole::Column),
            part("outcomes", "What was found: was the complaint right?", "Answer", &self.outcomes, Whole::Row(3)),
            part("endings", "How they ended", "End", &self.endings, Whole::Column),
            part("clocks", "Were the times kept?", "Time", &self.clocks, Whole::Row(4)),
        ]
    }

    /// How many came in, as it may be told: not where a part of it would then be.
    pub fn received_told(&self) -> String {
        let columns = [&self.kinds, &self.who].map(|counts| told(&column(counts, 0)).whole);
        let steps = told(self.steps.rows.first().map_or(&[], |(_, counts)| counts.as_slice())).whole;
        let withheld = columns.iter().chain([&steps]).find(|whole| **whole == "not told").cloned();
        withheld.unwrap_or_else(|| few(self.received))
    }

    /// The report as a paper.
    pub fn document(&self, council: &str) -> Document {
        let title = format!("Complaints from {} to {}", written(self.year.first()), written(self.year.last()));
        let mut blocks = vec![Block::heading(1, title.clone()), Block::paragraph(council)];
        if self.until < self.year.last() {
            blocks.push(Block::note(format!("The year has not ended. This counts up to {}.", written(self.until))));
        }
        blocks.push(Block::paragraph(format!(
            "Complaints that came in: {}. Not ended on {}: {}.",
            self.received_told(),
            written(self.until),
            few(self.open)
        )));
        for part in self.parts() {
            blocks.push(Block::heading(2, part.title));
            blocks.push(match part.counts.rows.is_empty() {
                true => Block::paragraph("None."),
                false => part.block(),
            });
        }
        blocks.push(Block::heading(2, "What was learned"));
        match self.learned.is_empty() {
            true => blocks.push(Block::paragraph("Nobody wrote anything down.")),
            false => blocks.push(Block::list(paper::ListStyle::Dots, self.learned.iter().map(String::as_str))),
        }
        blocks.push(Block::note(NOTE));
        Document { title, kind: paper::Kind::Sheet, size: Size::Usual, blocks }
    }

    /// The report as rows: the table, the row, the column, the number as it may be told.
    pub fn rows(&self) -> Vec<Vec<String>> {
        let all = |words: &str, number: String| vec!["all".to_owned(), words.to_owned(), "Number".to_owned(), number];
        let mut rows = vec![all("Came in", self.received_told()), all("Not ended", few(self.open))];
        for part in self.parts() {
            for ((words, _), cells) in part.counts.rows.iter().zip(part.told()) {
                let cells = part.counts.columns.iter().zip(cells);
                rows.extend(
                    cells.map(|(column, cell)| vec![part.name.to_owned(), words.clone(), column.clone(), cell]),
                );
            }
        }
        rows.extend(
            self.learned.iter().map(|words| vec!["learned".to_owned(), words.clone(), String::new(), String::new()]),
        );
        rows
    }
}

const NOTE: &str = "How this is counted. The year runs from 1 April to 31 March: that is our reading, for the text of \
    regulation 13 was not read. A step counts in the year in which it was taken, and a time in the year in which it ended. \
    Numbers below five are not told, and at times a number beside them, so that nobody can be found by them. What was \
    learned is in the council’s own words. Of the times: “late now” is late and not done yet, and “longer” was given more time, \
    whether it was kept or not.";

impl Part<'_> {
    /// The numbers as they may be told.
    fn told(&self) -> Vec<Vec<String>> {
        let rows = &self.counts.rows;
        match self.whole {
            Whole::Row(whole) => rows
                .iter()
                .map(|(_, counts)| {
                    let (parts, alone) = counts.split_at_checked(whole).unwrap_or((counts, &[]));
                    let alone = alone.iter().map(|count| few(*count));
                    told(parts).each.into_iter().chain(alone).collect()
                })
                .collect(),
            Whole::Column => {
                let places = 0..self.counts.columns.len();
                let mut columns: Vec<_> =
                    places.map(|place| told(&column(self.counts, place)).each.into_iter()).collect();
                let row = |_: &(String, Vec<usize>)| columns.iter_mut().filter_map(Iterator::next).collect();
                rows.iter().map(row).collect()
            }
        }
    }

    fn block(&self) -> Block {
        let cell = |words: &str| vec![Span::plain(words)];
        let row = |((words, _), cells): (&(String, Vec<usize>), Vec<String>)| {
            std::iter::once(cell(words)).chain(cells.iter().map(|words| cell(words))).collect()
        };
        Block::Table {
            caption: self.title.to_owned(),
            head: std::iter::once(self.first.to_owned()).chain(self.counts.columns.iter().cloned()).collect(),
            rows: self.counts.rows.iter().zip(self.told()).map(row).collect(),
        }
    }
}

/// The numbers of a column.
fn column(counts: &Counts, place: usize) -> Vec<usize> {
    counts.rows.iter().map(|(_, row)| row.get(place).copied().unwrap_or_default()).collect()
}
