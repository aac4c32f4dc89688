//! The yearly report on complaints: how many there were, about what, how they went, and what the council learned. All of it
//! is counted from what happened in cases, and is told so that no small number points at anybody.

mod sheet;
mod told;

pub use told::{FEW, Told, few, told};

use crate::case::{Case, holds};
use crate::due::{Due, Standing, due};
use crate::matter::{Done, Matter};
use crate::practice::Practice;
use crate::route::Procedure;
use crate::value::Value;
use jiff::civil::{Date, date};
use law::Law;
use std::collections::BTreeMap;

/// A year of the report: from 1 April to 31 March. That it runs so is our reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Year(i16);

impl Year {
    /// The year in which a day lies.
    pub fn of(day: Date) -> Year {
        Year(if day.month() < 4 { day.year() - 1 } else { day.year() })
    }

    /// The year that begins on 1 April of a calendar year, where there is one.
    pub fn beginning(year: i16) -> Option<Year> {
        (1990..=2200).contains(&year).then_some(Year(year))
    }

    /// The calendar year in which it begins.
    pub fn begins(self) -> i16 {
        self.0
    }

    /// Its first day.
    pub fn first(self) -> Date {
        date(self.0, 4, 1)
    }

    /// Its last day.
    pub fn last(self) -> Date {
        date(self.0 + 1, 3, 31)
    }

    /// Whether a day lies in it.
    pub fn holds(self, day: Date) -> bool {
        Year::of(day) == self
    }
}

/// What is counted: the rows of a table, each with its numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// What the columns are.
    pub columns: Vec<String>,
    /// The rows, each with its words and a number for each column.
    pub rows: Vec<(String, Vec<usize>)>,
}

/// How the complaints of a year went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The year.
    pub year: Year,
    /// The day up to which it is counted: the year's last, or today.
    pub until: Date,
    /// How many came in.
    pub received: usize,
    /// How many had not ended on that day.
    pub open: usize,
    /// How many came in, and how often each step was taken, by procedure.
    pub steps: Counts,
    /// What those that came in were about.
    pub kinds: Counts,
    /// Who made them: a child, or an adult.
    pub who: Counts,
    /// What the first answers and the second said.
    pub outcomes: Counts,
    /// How they ended.
    pub endings: Counts,
    /// How each time of the law was kept.
    pub clocks: Counts,
    /// What the council does in another way since, in its own words.
    pub learned: Vec<String>,
}

/// The steps that are counted: the act, and what its column is called.
const STEPS: [(&str, &str); 7] = [
    ("complaint_made", "Came in"),
    ("stage_one_answered", "First answers"),
    ("stage_two_asked", "Investigations asked for"),
    ("stage_two_answered", "Second answers"),
    ("panel_asked", "Panels asked for"),
    ("panel_met", "Panels held"),
    ("final_response", "Last answers"),
];

/// Counts the complaints of a year in cases. What happened after `today`, or after the year, does not count.
pub fn report<'a>(
    cases: impl IntoIterator<Item = &'a Case>,
    practice: &Practice,
    law: &Law,
    year: Year,
    today: Date,
) -> Report {
    let until = year.last().min(today);
    let mut counting = Counting::new(practice, year, until);
    for case in cases {
        case.of_kind("complaint").for_each(|matter| counting.take(matter));
        let is_complaint = |due: &Due| case.matter(due.matter).is_some_and(|matter| matter.kind == "complaint");
        let ours = |due: &Due| due.is_law && !due.is_wait && due.owed_by != "the person who complains";
        due(case, law).iter().filter(|due| is_complaint(due) && ours(due)).for_each(|due| counting.clock(due));
    }
    counting.done()
}

/// The years in which complaints were made in cases, the newest first, with that of today.
pub fn years<'a>(cases: impl IntoIterator<Item = &'a Case>, today: Date) -> Vec<Year> {
    let begun = cases.into_iter().flat_map(|case| case.of_kind("complaint").map(|matter| Year::of(matter.begun)));
    let mut years: Vec<Year> = begun.chain([Year::of(today)]).collect();
    years.sort_unstable_by(|a, b| b.cmp(a));
    years.dedup();
    years
}

/// Numbers by words of a row, then of a column.
type Tally = BTreeMap<String, BTreeMap<&'static str, usize>>;

struct Counting<'a> {
    practice: &'a Practice,
    year: Year,
    until: Date,
    open: usize,
    steps: Tally,
    kinds: BTreeMap<String, usize>,
    who: [usize; 2],
    outcomes: Tally,
    endings: BTreeMap<String, usize>,
    clocks: Tally,
    learned: Vec<(Date, String)>,
}

const ONCE: &str = "Number";
/// The procedure of a complaint for which none is settled yet.
const NOT_SETTLED: &str = "Not settled";

impl<'a> Counting<'a> {
    fn new(practice: &'a Practice, year: Year, until: Date) -> Counting<'a> {
        let (steps, outcomes, clocks) = (Tally::new(), Tally::new(), Tally::new());
        let (kinds, endings) = (BTreeMap::new(), BTreeMap::new());
        Counting {
            practice,
            year,
            until,
            open: 0,
            steps,
            kinds,
            who: [0; 2],
            outcomes,
            endings,
            clocks,
            learned: Vec::new(),
        }
    }

    fn take(&mut self, matter: &Matter) {
        // What was known by the day up to which it is counted.
        let known: Vec<&Done> = matter.done.iter().filter(|done| done.on <= self.until).collect();
        let said = |field: &str| known.iter().rev().find_map(|done| done.values.get(field));
        let choice = |field: &str| said(field).and_then(Value::text).unwrap_or_default().to_owned();
        let procedure = Procedure::read(&choice("procedure")).map_or(NOT_SETTLED, Procedure::short);
        let mut ended = false;
        for (place, done) in known.iter().enumerate() {
            let before = known.get(..=place).unwrap_or_default();
            let end = self.end(done, before);
            ended = end.as_ref().map_or(ended, Option::is_some);
            if !self.year.holds(done.on) {
                continue;
            }
            if let Some((_, column)) = STEPS.iter().find(|(act, _)| *act == done.act) {
                *self.steps.entry((*column).to_owned()).or_default().entry(procedure).or_default() += 1;
            }
            if let Some(stage) = end.flatten() {
                *self.endings.entry(stage).or_default() += 1;
            }
            self.answer(done);
        }
        self.open += usize::from(!ended && !known.is_empty());
        if matter.begun <= self.until && self.year.holds(matter.begun) {
            *self.kinds.entry(self.words("complaint_about", &choice("complaint_about"), "Not said")).or_default() += 1;
            self.who[usize::from(choice("complainant_is") != "child")] += 1;
        }
    }

    /// Whether an act moved its complaint to a stage, and the words of that stage where it is an end.
    fn end(&self, done: &Done, before: &[&Done]) -> Option<Option<String>> {
        let said = |field: &str| before.iter().rev().find_map(|done| done.values.get(field));
        let act = self.practice.act(&done.act)?;
        let to = act.to.iter().find(|to| holds(to.when.as_ref(), said))?;
        let stage = self.practice.matter(&act.matter)?.stage(&to.stage)?;
        Some(stage.is_end.then(|| capital(&stage.words)))
    }

    /// An answer: what it found, and what was learned.
    fn answer(&mut self, done: &Done) {
        let stage = match done.act.as_str() {
            "stage_one_answered" => Some("First answer"),
            "stage_two_answered" => Some("Second answer, after an investigation"),
            _ => None,
        };
        let column = match done.values.get("outcome").and_then(Value::text) {
            Some("upheld") => Some("Right"),
            Some("partly") => Some("Right in part"),
            Some("not_upheld") => Some("Not right"),
            _ => None,
        };
        if let (Some(stage), Some(column)) = (stage, column) {
            *self.outcomes.entry(stage.to_owned()).or_default().entry(column).or_default() += 1;
        }
        let learned = done.values.get("learned").and_then(Value::text);
        self.learned.extend(learned.map(|words| (done.on, words.to_owned())));
    }

    /// A time of the law that ended in the year.
    fn clock(&mut self, due: &Due) {
        if !self.year.holds(due.last) {
            return;
        }
        let row = self.clocks.entry(due.title.clone()).or_default();
        // What was done after the day up to which it is counted was not done by then.
        let as_then = Due { met: due.met.filter(|met| *met <= self.until), ..due.clone() };
        let column = match as_then.standing(self.until) {
            Standing::Met => "In time",
            Standing::MetLate => "Late",
            Standing::Late => "Late now",
            _ => "Running",
        };
        *row.entry(column).or_default() += 1;
        if due.last != due.first {
            *row.entry("Longer").or_default() += 1;
        }
    }

    fn words(&self, field: &str, option: &str, otherwise: &str) -> String {
        let words = self.practice.fields.get(field).and_then(|field| field.words_of(option));
        capital(words.unwrap_or(otherwise))
    }

    fn done(mut self) -> Report {
        self.learned.sort();
        let once = |counts: BTreeMap<String, usize>| Counts {
            columns: vec![ONCE.to_owned()],
            rows: counts.into_iter().map(|(words, count)| (words, vec![count])).collect(),
        };
        let received = self.who.iter().sum();
        let who = [("A child or a young person", self.who[0]), ("An adult", self.who[1])];
        Report {
            year: self.year,
            until: self.until,
            received,
            open: self.open,
            steps: steps(self.steps),
            kinds: once(self.kinds),
            who: once(who.into_iter().map(|(words, count)| (words.to_owned(), count)).collect()),
            outcomes: table(&["Right", "Right in part", "Not right"], self.outcomes),
            endings: once(self.endings),
            clocks: table(&["In time", "Late", "Late now", "Running", "Longer"], self.clocks),
            learned: self.learned.into_iter().map(|(_, words)| words).collect(),
        }
    }
}

/// Each step in its order, by the procedures of which there is something to tell.
fn steps(tally: Tally) -> Counts {
    let is_there = |column: &&str| tally.values().any(|counts| counts.contains_key(column));
    let columns = Procedure::ALL.map(Procedure::short).into_iter().chain([NOT_SETTLED]);
    let columns: Vec<&str> = columns.filter(is_there).collect();
    let mut all = table(&columns, tally);
    let place = |words: &str| STEPS.iter().position(|(_, step)| *step == words);
    all.rows.sort_by_key(|(words, _)| place(words));
    all
}

fn table(columns: &[&str], tally: Tally) -> Counts {
    let row = |(words, counts): (String, BTreeMap<&str, usize>)| {
        (words, columns.iter().map(|column| counts.get(column).copied().unwrap_or_default()).collect())
    };
    Counts {
        columns: columns.iter().map(|column| (*column).to_owned()).collect(),
        rows: tally.into_iter().map(row).collect(),
    }
}

/// Words that begin with a capital letter.
fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
