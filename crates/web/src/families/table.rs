//! Every support for several families side by side: what follows, the provision that decides, what is missing.

use crate::find::{Band, Picture};
use crate::language::{Said, say};
use crate::ui::show::{self, CiteView};

/// How many provisions stand beside an outcome, the deciding ones first; the page of the support has all.
pub(super) const CITED: usize = 3;
/// How many missing facts are named beside an outcome.
const NAMED: usize = 6;

/// Which rows are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    /// Rows where at least one family has a right or may be given something.
    Help,
    /// Rows where at least one family has a right.
    Rights,
    /// Rows where the families differ.
    Differences,
    /// Every row.
    All,
}

impl Shown {
    /// Every choice.
    pub(super) const ALL: [Shown; 4] = [Shown::Help, Shown::Rights, Shown::Differences, Shown::All];

    /// The name in the form.
    pub(super) fn key(self) -> &'static str {
        match self {
            Shown::Help => "help",
            Shown::Rights => "rights",
            Shown::Differences => "differences",
            Shown::All => "all",
        }
    }

    /// What is read.
    pub(super) fn label(self) -> Said {
        say(match self {
            Shown::Help => "families-help",
            Shown::Rights => "families-rights",
            Shown::Differences => "families-differences",
            Shown::All => "families-all",
        })
    }

    /// The choice that was sent; what helps, where none was.
    pub(super) fn read(key: &str) -> Shown {
        Shown::ALL.into_iter().find(|one| one.key() == key).unwrap_or(Shown::Help)
    }
}

/// The rows of one subject.
pub(super) struct Topic {
    pub title: &'static str,
    pub rows: Vec<Row>,
}

/// One support.
pub(super) struct Row {
    pub id: String,
    pub title: String,
    /// One cell for each family, or one for all where it is the same.
    pub cells: Vec<Cell>,
    weight: u8,
}

impl Row {
    /// Whether one cell stands for more families than one.
    pub(super) fn is_same(&self, families: usize) -> bool {
        families > 1 && self.cells.len() == 1
    }
}

/// What follows for one family.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Cell {
    pub band: Band,
    pub cites: Vec<CiteView>,
    pub missing: Vec<String>,
    /// How many more facts are missing.
    pub more: usize,
}

/// The rows by subject.
pub(super) fn topics(pictures: &[&Picture], shown: Shown) -> Vec<Topic> {
    let Some(first) = pictures.first() else { return Vec::new() };
    let supports = &first.day.law.supports;
    let topics = show::TOPICS.iter().map(|(group, title)| {
        let places = supports.iter().enumerate().filter(|(_, support)| support.group == *group);
        let mut rows: Vec<Row> = places.filter_map(|(place, _)| row(place, pictures, shown)).collect();
        rows.sort_by_key(|row| std::cmp::Reverse(row.weight));
        Topic { title, rows }
    });
    topics.filter(|topic| !topic.rows.is_empty()).collect()
}

fn row(place: usize, pictures: &[&Picture], shown: Shown) -> Option<Row> {
    let support = &pictures.first()?.day.law.supports[place];
    let mut cells: Vec<Cell> = pictures.iter().map(|picture| cell(place, picture)).collect();
    let is_shown = match shown {
        Shown::Help => cells.iter().any(|cell| matches!(cell.band, Band::Right | Band::May)),
        Shown::Rights => cells.iter().any(|cell| cell.band == Band::Right),
        Shown::Differences => cells.windows(2).any(|pair| pair[0].band != pair[1].band),
        Shown::All => true,
    };
    if cells.windows(2).all(|pair| pair[0] == pair[1]) {
        cells.truncate(1);
    }
    is_shown.then(|| Row { id: support.id.clone(), title: support.title.clone(), cells, weight: support.weight })
}

fn cell(place: usize, picture: &Picture) -> Cell {
    let said = picture.day.explain(&picture.findings, picture.findings.of(place));
    let facts = &picture.day.law.facts;
    let missing = said.missing.iter().take(NAMED).map(|fact| facts[*fact].name.clone());
    Cell {
        band: Band::of(said.outcome, said.support.force),
        cites: CiteView::all(&said.cites).into_iter().take(CITED).collect(),
        missing: missing.collect(),
        more: said.missing.len().saturating_sub(NAMED),
    }
}
