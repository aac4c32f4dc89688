//! The soonest dates of a family whose child has just come, and single clocks as a way shows them. Every date of a
//! family stands on `/find/dates`.

use crate::find::{ClockView, Picture};
use crate::language::{Piece, Said, date, say_with};
use jiff::civil::Date;
use law::value::{Answer, Value};

/// Some clocks, each counted from the day answered to a fact where there is one.
pub(super) fn some(picture: &Picture, clocks: &[(&str, Option<&str>)]) -> Vec<ClockView> {
    let found = clocks.iter().filter_map(|(id, from)| picture.day.law.clock(id).zip(Some(from)));
    found.map(|(clock, from)| ClockView::from(picture, clock, from.and_then(|fact| day_of(picture, fact)))).collect()
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
    from: Date,
    /// That day is today, because none was said.
    is_assumed: bool,
    /// The soonest, in order.
    pub list: Vec<ClockView>,
}

impl Dates {
    /// From which day they are counted, with the way to tell another.
    pub(super) fn said(&self) -> Said {
        let key = if self.is_assumed { "now-assumed" } else { "now-counted" };
        let link = Piece::link("/find/question/arrangement_start?from=now");
        say_with(key, [("day", date(self.from).into()), ("link", link), ("end", Piece::end("a"))])
    }
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
    Dates {
        from: said.unwrap_or(picture.day.date),
        is_assumed: said.is_none(),
        list: running.iter().take(SHOWN).map(|one| ClockView::of(picture, one)).collect(),
    }
}
