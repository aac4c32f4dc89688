//! One time limit as every page shows it: the day where it is known, what it means, who must act, how it is counted.

use super::session::Picture;
use crate::language::{self, Said, say, say_with};
use crate::ui::show::{self, CiteView};
use jiff::civil::Date;
use law::cite::Sureness;
use law::clock::{Clock, Length};
use law::running::Running;

/// A time limit of a family, or one that would run once something happens.
#[derive(Clone, Debug)]
pub(crate) struct ClockView {
    /// The name in addresses.
    pub id: String,
    /// What it is about.
    pub title: String,
    /// The last day or the first, in words, where the day it starts from is known.
    pub day: Option<Day>,
    /// How long it runs.
    pub length: Said,
    /// What starts it.
    pub starts: String,
    /// Who must act.
    pub owed_by: String,
    /// What the day means, in a carer's words, where the law has them; it speaks of "this day".
    pub means: Option<String>,
    /// Something still unknown decides whether it runs at all.
    pub may_not_run: bool,
    /// How sure we are.
    pub sure: Said,
    /// Whether the words of the source were read.
    pub is_read: bool,
    /// What it rests on.
    pub cites: Vec<CiteView>,
}

/// The day a time limit leads to.
#[derive(Clone, Debug)]
pub(crate) struct Day {
    /// With its day of the week.
    pub name: Said,
    /// How far off it is, as a sentence.
    pub away: Said,
    /// The day counted from.
    pub from: Said,
    /// Something begins on that day; otherwise it is the last day to act.
    pub is_earliest: bool,
    /// It lies behind us.
    pub has_passed: bool,
}

impl ClockView {
    /// By which day or from which day; how long, where no day is known.
    pub(crate) fn when(&self) -> Said {
        match &self.day {
            Some(day) if day.is_earliest => say_with("clock-from", [("day", day.name.clone().into())]),
            Some(day) => say_with("clock-by", [("day", day.name.clone().into())]),
            None => self.length.clone(),
        }
    }

    /// How it is counted, in a sentence or two.
    pub(crate) fn counted(&self) -> Said {
        let Some(day) = &self.day else { return say_with("clock-starts", [("starts", self.starts.as_str().into())]) };
        let (away, length, from) = (day.away.clone(), self.length.clone(), day.from.clone());
        say_with("clock-counted", [("away", away.into()), ("length", length.into()), ("from", from.into())])
    }

    /// Whether its day lies behind us.
    pub(crate) fn has_passed(&self) -> bool {
        self.day.as_ref().is_some_and(|day| day.has_passed)
    }

    /// Whether it is too late for what had to be done by its day.
    pub(crate) fn is_late(&self) -> bool {
        self.day.as_ref().is_some_and(|day| day.has_passed && !day.is_earliest)
    }

    /// A clock that runs for the family, or may.
    pub(crate) fn of(picture: &Picture, one: &Running) -> ClockView {
        ClockView { may_not_run: !one.sure, ..ClockView::from(picture, one.clock, Some(one.start)) }
    }

    /// A clock counted from a day, where that is known.
    pub(crate) fn from(picture: &Picture, clock: &Clock, start: Option<Date>) -> ClockView {
        let cites: Vec<_> = clock.cites.iter().map(|cite| picture.day.citation(cite)).collect();
        let end = |start: Date| clock.deadline(start, &picture.day.law.holidays);
        let today = picture.day.date;
        ClockView {
            id: clock.id.clone(),
            title: clock.title.clone(),
            day: start.and_then(|start| Some((start, end(start)?))).map(|(start, end)| Day {
                name: language::weekday(end),
                away: away(today, end),
                from: language::date(start),
                is_earliest: clock.bound.as_deref() == Some("at least"),
                has_passed: end < today,
            }),
            length: length(&clock.length),
            starts: clock.starts.clone(),
            owed_by: clock.owed_by.clone(),
            means: clock.runs.as_ref().map(|runs| runs.means.clone()),
            may_not_run: false,
            sure: show::sureness(clock.verified),
            is_read: matches!(clock.verified, Sureness::Seen | Sureness::Excerpt),
            cites: CiteView::all(&cites),
        }
    }
}

/// How long a time limit runs.
fn length(length: &Length) -> Said {
    let (key, many) = match length {
        Length::Hours(many) => ("length-hours", many),
        Length::Days(many) => ("length-days", many),
        Length::WorkingDays(many) => ("length-working-days", many),
        Length::Weeks(many) => ("length-weeks", many),
        Length::Months(many) => ("length-months", many),
        Length::Years(many) => ("length-years", many),
        Length::Open => return say("length-open"),
        Length::Precondition => return say("length-first"),
        Length::SetByCouncil => return say("length-council"),
    };
    say_many(key, *many)
}

/// How far off a day is.
fn away(today: Date, day: Date) -> Said {
    let days = today.until(day).map_or(0, |span| span.get_days());
    match days {
        0 => say("away-today"),
        1 => say("away-tomorrow"),
        -1 => say("away-yesterday"),
        2..=13 => say_many("away-days", days),
        14..60 => say_many("away-weeks", days / 7),
        60..730 => say_many("away-months", days / 30),
        730.. => say_many("away-years", days / 365),
        -13..=-2 => say_many("away-days-ago", -days),
        -59..=-14 => say_many("away-weeks-ago", -days / 7),
        -729..=-60 => say_many("away-months-ago", -days / 30),
        _ => say_many("away-years-ago", -days / 365),
    }
}

fn say_many(key: &str, many: i32) -> Said {
    say_with(key, [("many", usize::try_from(many).unwrap_or_default().into())])
}

#[cfg(test)]
mod tests {
    use super::away;
    use jiff::civil::date;

    #[test]
    fn how_far_off_a_day_is() {
        let today = date(2026, 11, 25);
        for (day, words) in [
            (date(2026, 11, 25), "Today"),
            (date(2026, 11, 26), "Tomorrow"),
            (date(2026, 11, 24), "Yesterday"),
            (date(2026, 12, 5), "In 10 days"),
            (date(2026, 12, 16), "In about 3 weeks"),
            (date(2027, 3, 25), "In about 4 months"),
            (date(2029, 11, 25), "In about 3 years"),
            (date(2026, 11, 20), "5 days ago"),
            (date(2026, 10, 25), "About 4 weeks ago"),
        ] {
            assert_eq!(away(today, day).english(), words);
        }
    }
}
