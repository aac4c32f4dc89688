//! The soonest dates of a family whose child has just come, and single clocks as a way shows them. Every date of a
//! family stands on `/find/dates`.

use crate::find::Picture;
use crate::ui::show::{self, CiteView};
use jiff::civil::Date;
use law::cite::Sureness;
use law::clock::Clock;
use law::value::{Answer, Value};

/// A clock as a way shows it.
#[derive(Clone, Debug)]
pub(super) struct ClockView {
    /// The name in addresses.
    pub id: String,
    /// What it is about.
    pub title: String,
    /// How long it runs.
    pub length: String,
    /// What starts it.
    pub starts: String,
    /// Who must act.
    pub owed_by: String,
    /// What the last day means, in a carer's words, where the law has them.
    pub means: Option<String>,
    /// The day, in words, where the day it starts from is known.
    pub day: Option<String>,
    /// It begins something on that day and is no last day.
    pub is_earliest: bool,
    /// The day has passed.
    pub has_passed: bool,
    /// Something still unknown decides whether it runs at all.
    pub may_not_run: bool,
    /// How sure we are.
    pub sure: &'static str,
    /// Whether the words of the source were read.
    pub is_read: bool,
    /// What it rests on.
    pub cites: Vec<CiteView>,
}

impl ClockView {
    /// A clock that ends on a day, where that is known.
    fn ending(picture: &Picture, clock: &Clock, day: Option<Date>, may_not_run: bool) -> ClockView {
        let cites: Vec<_> = clock.cites.iter().map(|cite| picture.day.citation(cite)).collect();
        ClockView {
            id: clock.id.clone(),
            title: clock.title.clone(),
            length: clock.length.to_string(),
            starts: clock.starts.clone(),
            owed_by: clock.owed_by.clone(),
            means: clock.runs.as_ref().map(|runs| runs.means.clone()),
            day: day.map(show::date),
            is_earliest: clock.bound.as_deref() == Some("at least"),
            has_passed: day.is_some_and(|day| day < picture.day.date),
            may_not_run,
            sure: show::sureness(clock.verified),
            is_read: matches!(clock.verified, Sureness::Seen | Sureness::Excerpt),
            cites: CiteView::all(&cites),
        }
    }

    /// Some clocks, each counted from the day answered to a fact where there is one.
    pub(super) fn all(picture: &Picture, clocks: &[(&str, Option<&str>)]) -> Vec<ClockView> {
        let law = &picture.day.law;
        let found = clocks.iter().filter_map(|(id, from)| law.clock(id).zip(Some(from)));
        found
            .map(|(clock, from)| {
                let start = from.and_then(|fact| day_of(picture, fact));
                let day = start.and_then(|start| clock.deadline(start, &law.holidays));
                ClockView::ending(picture, clock, day, false)
            })
            .collect()
    }
}

/// The day answered to a fact.
pub(super) fn day_of(picture: &Picture, fact: &str) -> Option<Date> {
    match picture.case.value(picture.day.law.facts.find(fact)?)? {
        Value::Date(day) => Some(*day),
        _ => None,
    }
}

/// The dates that matter first.
#[derive(Clone, Debug)]
pub(super) struct Dates {
    /// The day counted from.
    pub from: String,
    /// That day is today, because none was said.
    pub is_assumed: bool,
    /// The soonest, in order.
    pub list: Vec<ClockView>,
}

/// How many dates are shown.
const SHOWN: usize = 4;

/// The soonest dates, those still to come before those that have passed; counted from today where no day was said.
pub(super) fn soonest(picture: &Picture) -> Dates {
    let said = day_of(picture, "arrangement_start");
    let arrival = picture.day.law.facts.find("arrangement_start").filter(|_| said.is_none());
    let assumed = arrival.map(|fact| picture.with(&[(fact, Some(Answer::Is(Value::Date(picture.day.date))))]));
    let picture = assumed.as_ref().unwrap_or(picture);
    let mut running = picture.family().clocks();
    running.sort_by_key(|one| (one.end < picture.day.date, one.end));
    let views = running.iter().map(|one| ClockView::ending(picture, one.clock, Some(one.end), !one.sure));
    Dates {
        from: show::date(said.unwrap_or(picture.day.date)),
        is_assumed: said.is_none(),
        list: views.take(SHOWN).collect(),
    }
}
