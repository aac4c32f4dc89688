//! The soonest dates of a family whose child has just come, counted from the day of arrival by the law's own clocks.

use super::standing::{self, Standing, arrangement_is};
use crate::find::Picture;
use crate::ui::show::{self, CiteView};
use jiff::civil::Date;
use law::clock::{Clock, Length};
use law::value::Value;

/// A clock as a way shows it.
#[derive(Clone, Debug)]
pub(super) struct ClockView {
    /// The name in addresses.
    pub id: String,
    /// What it is about.
    pub title: String,
    /// How long, and from when.
    pub length: String,
    /// What starts it.
    pub starts: String,
    /// Who must act.
    pub owed_by: String,
    /// The day, in words, where the day it starts from is known.
    pub day: Option<String>,
    /// It begins something on that day and is no last day.
    pub is_earliest: bool,
    /// The day has passed.
    pub has_passed: bool,
    /// Only where something still unknown is so: the word of a template.
    pub only: &'static str,
    /// How sure we are.
    pub sure: &'static str,
    /// Whether the words of the source were read.
    pub is_read: bool,
    /// What it rests on.
    pub cites: Vec<CiteView>,
}

impl ClockView {
    /// A clock, counted from a day where that is known.
    pub(super) fn of(picture: &Picture, clock: &Clock, from: Option<Date>, only: &'static str) -> ClockView {
        let law = &picture.day.law;
        let day = from.and_then(|from| clock.deadline(from, &law.holidays));
        let cites: Vec<_> = clock.cites.iter().map(|cite| picture.day.citation(cite)).collect();
        ClockView {
            id: clock.id.clone(),
            title: clock.title.clone(),
            length: clock.length.to_string(),
            starts: clock.starts.clone(),
            owed_by: clock.owed_by.clone(),
            day: day.map(show::date),
            is_earliest: clock.bound.as_deref() == Some("at least"),
            has_passed: day.is_some_and(|day| day < picture.day.date),
            only,
            sure: show::sureness(clock.verified),
            is_read: matches!(clock.verified, law::cite::Sureness::Seen | law::cite::Sureness::Excerpt),
            cites: CiteView::all(&cites),
        }
    }

    /// Whether it has a length to speak of.
    pub(super) fn has_length(&self) -> bool {
        ![Length::Open, Length::Precondition].iter().any(|none| none.to_string() == self.length)
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

/// When a clock concerns the family, and the word for what is still open.
fn concerns(picture: &Picture, clock: &str) -> Option<&'static str> {
    let fostered = match standing::is_so(picture, "carer_is_s105_relative", true) {
        true => Standing::Unlikely,
        false => arrangement_is(picture, "PF"),
    };
    let in_care = standing::is_so(picture, "child_looked_after_now", true);
    let shown = |standing: Standing, open: &'static str| match standing {
        Standing::Likely => Some(""),
        Standing::Open => Some(open),
        Standing::Unlikely => None,
    };
    match clock {
        "private_fostering_arrival_notice" | "becomes_private_fostering" => shown(fostered, "not a relative"),
        "becomes_looked_after" if in_care => None,
        "becomes_looked_after" | "complaint_in_time" => standing::may_be_placed(picture).then_some("placed"),
        "placement_visit_first" | "placement_plan" | "care_plan" | "looked_after_review_first" => in_care.then_some(""),
        _ => None,
    }
}

/// The clocks that may run from the arrival.
const FROM_ARRIVAL: [&str; 8] = [
    "private_fostering_arrival_notice",
    "becomes_private_fostering",
    "becomes_looked_after",
    "placement_visit_first",
    "placement_plan",
    "care_plan",
    "looked_after_review_first",
    "complaint_in_time",
];

/// The soonest dates: those still to come first, then those that have passed.
pub(super) fn soonest(picture: &Picture) -> Dates {
    let said = day_of(picture, "arrangement_start");
    let from = said.unwrap_or(picture.day.date);
    let law = &picture.day.law;
    let clocks = FROM_ARRIVAL.iter().filter_map(|id| law.clock(id).zip(concerns(picture, id)));
    let mut dated: Vec<(bool, Date, ClockView)> = clocks
        .filter_map(|(clock, only)| {
            let day = clock.deadline(from, &law.holidays)?;
            Some((day < picture.day.date, day, ClockView::of(picture, clock, Some(from), only)))
        })
        .collect();
    dated.sort_by_key(|(passed, day, _)| (*passed, *day));
    Dates {
        from: show::date(from),
        is_assumed: said.is_none(),
        list: dated.into_iter().take(SHOWN).map(|(_, _, view)| view).collect(),
    }
}
