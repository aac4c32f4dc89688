//! One time limit as every page shows it: the day where it is known, what it means, who must act, how it is counted.

use super::session::Picture;
use crate::ui::show::{self, CiteView};
use jiff::civil::Date;
use law::cite::Sureness;
use law::clock::Clock;
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
    pub length: String,
    /// What starts it.
    pub starts: String,
    /// Who must act.
    pub owed_by: String,
    /// What the day means, in a carer's words, where the law has them; it speaks of "this day".
    pub means: Option<String>,
    /// Something still unknown decides whether it runs at all.
    pub may_not_run: bool,
    /// How sure we are.
    pub sure: &'static str,
    /// Whether the words of the source were read.
    pub is_read: bool,
    /// What it rests on.
    pub cites: Vec<CiteView>,
}

/// The day a time limit leads to.
#[derive(Clone, Debug)]
pub(crate) struct Day {
    /// With its day of the week.
    pub name: String,
    /// How far off it is, as a sentence.
    pub away: String,
    /// The day counted from.
    pub from: String,
    /// Something begins on that day; otherwise it is the last day to act.
    pub is_earliest: bool,
    /// It lies behind us.
    pub has_passed: bool,
}

impl ClockView {
    /// By which day or from which day; how long, where no day is known.
    pub(crate) fn when(&self) -> String {
        match &self.day {
            Some(day) if day.is_earliest => format!("From {}", day.name),
            Some(day) => format!("By {}", day.name),
            None => show::capital(&self.length),
        }
    }

    /// How it is counted, in a sentence or two.
    pub(crate) fn counted(&self) -> String {
        match &self.day {
            Some(day) => format!("{}. {} from {}.", day.away, show::capital(&self.length), day.from),
            None => format!("Counted from this: {}.", self.starts),
        }
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
                name: show::weekday(end),
                away: show::capital(&away(today, end)),
                from: show::date(start),
                is_earliest: clock.bound.as_deref() == Some("at least"),
                has_passed: end < today,
            }),
            length: clock.length.to_string(),
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

/// How far off a day is.
fn away(today: Date, day: Date) -> String {
    let days = today.until(day).map_or(0, |span| span.get_days());
    match days {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        -1 => "yesterday".to_owned(),
        2..=13 => format!("in {days} days"),
        14.. => format!("in about {}", span(days)),
        -13..=-2 => format!("{} days ago", -days),
        _ => format!("about {} ago", span(-days)),
    }
}

fn span(days: i32) -> String {
    match days {
        ..60 => show::count(usize::try_from(days / 7).unwrap_or_default(), "week"),
        60..730 => show::count(usize::try_from(days / 30).unwrap_or_default(), "month"),
        _ => show::count(usize::try_from(days / 365).unwrap_or_default(), "year"),
    }
}

#[cfg(test)]
mod tests {
    use super::away;
    use jiff::civil::date;

    #[test]
    fn how_far_off_a_day_is() {
        let today = date(2026, 11, 25);
        for (day, words) in [
            (date(2026, 11, 25), "today"),
            (date(2026, 11, 26), "tomorrow"),
            (date(2026, 11, 24), "yesterday"),
            (date(2026, 12, 5), "in 10 days"),
            (date(2026, 12, 16), "in about 3 weeks"),
            (date(2027, 3, 25), "in about 4 months"),
            (date(2029, 11, 25), "in about 3 years"),
            (date(2026, 11, 20), "5 days ago"),
            (date(2026, 10, 25), "about 4 weeks ago"),
        ] {
            assert_eq!(away(today, day), words);
        }
    }
}
