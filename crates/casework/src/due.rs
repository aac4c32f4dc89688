//! What is due in a case, and when: every clock that was started, counted as its own instrument counts, and every day in
//! the diary. Nothing of this is kept: it follows from what happened.

use crate::case::Case;
use crate::event::Version;
use crate::matter::{Watch, Watched};
use crate::practice::Practice;
use jiff::civil::Date;
use law::Law;
use law::clock::Clock;

/// Something that is or was due.
#[derive(Clone, Debug, PartialEq)]
pub struct Due {
    /// The matter.
    pub matter: Version,
    /// The name of the clock or diary day.
    pub name: String,
    /// What is due, in words.
    pub title: String,
    /// Whether a clock of the law says so; otherwise the council promised it.
    pub is_law: bool,
    /// The day it runs from.
    pub from: Date,
    /// The last day in time, as it was at first.
    pub first: Date,
    /// The last day in time, as it is now.
    pub last: Date,
    /// Who must act.
    pub owed_by: String,
    /// Whether it says that something may only be done after the day, and not by it.
    pub is_wait: bool,
    /// The day it was met.
    pub met: Option<Date>,
    /// The event that started it.
    pub started: Version,
}

/// How something due stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// The day has passed, and it was not done.
    Late,
    /// Today is the last day.
    Today,
    /// The last day is within a week.
    Soon,
    /// There is time.
    Ahead,
    /// Nothing may be done before the day.
    Wait,
    /// It was done after its day.
    MetLate,
    /// It was done in time.
    Met,
}

/// Everything due in a case, what ends first before the rest.
pub fn due(case: &Case, law: &Law) -> Vec<Due> {
    let watches = case.matters.iter().flat_map(|matter| matter.watches.iter().map(move |watch| (matter.id, watch)));
    let mut all: Vec<Due> = watches.filter_map(|(matter, watch)| one(matter, watch, law)).collect();
    all.sort_by_key(|due| (due.last, due.started));
    all
}

fn one(matter: Version, watch: &Watch, law: &Law) -> Option<Due> {
    let first = last_day(watch, law)?;
    let last = watch.extended.last().map_or(first, |(to, _)| *to);
    let clock = clock_of(watch, law);
    Some(Due {
        matter,
        name: watch.what.name().to_owned(),
        title: match &watch.what {
            Watched::Clock(name) => clock.map_or_else(|| name.clone(), |clock| clock.title.clone()),
            Watched::Diary { words, .. } => words.clone(),
        },
        is_law: clock.is_some(),
        from: watch.from,
        first,
        last,
        owed_by: clock.map_or_else(|| "the council".to_owned(), |clock| clock.owed_by.clone()),
        is_wait: clock.is_some_and(|clock| clock.bound.as_deref() == Some("at least")),
        met: watch.met.map(|(day, _)| day),
        started: watch.started,
    })
}

/// The clock of the law that is watched.
pub(crate) fn clock_of<'a>(watch: &Watch, law: &'a Law) -> Option<&'a Clock> {
    match &watch.what {
        Watched::Clock(name) => law.clock(name),
        Watched::Diary { .. } => None,
    }
}

/// The last day in time as it was at first; none where the law sets no length.
pub(crate) fn last_day(watch: &Watch, law: &Law) -> Option<Date> {
    match &watch.what {
        Watched::Diary { by, .. } => Some(*by),
        Watched::Clock(_) => clock_of(watch, law)?.deadline(watch.from, &law.holidays),
    }
}

impl Due {
    /// How it stands on a day.
    pub fn standing(&self, today: Date) -> Standing {
        match self.met {
            Some(met) if met > self.last && !self.is_wait => Standing::MetLate,
            Some(_) => Standing::Met,
            None if self.is_wait => Standing::Wait,
            None if today > self.last => Standing::Late,
            None if today == self.last => Standing::Today,
            None if (self.last - today).get_days() <= 7 => Standing::Soon,
            None => Standing::Ahead,
        }
    }

    /// Every day on which it fell due and was not done, up to a day: one that comes again and again is missed each time.
    pub fn missed(&self, practice: &Practice, law: &Law, today: Date) -> Vec<Date> {
        let until = self.met.unwrap_or(today);
        let again = law.clock(&self.name).filter(|_| self.is_law && practice.is_repeated(&self.name));
        let mut days = Vec::new();
        let mut next = Some(self.last).filter(|_| !self.is_wait);
        while let Some(day) = next.filter(|day| *day < until && days.last().is_none_or(|last| last < day)) {
            days.push(day);
            next = again.and_then(|clock| clock.deadline(day, &law.holidays));
        }
        days
    }

    /// Whether it still runs.
    pub fn is_open(&self) -> bool {
        self.met.is_none()
    }
}
