//! Workshops as pages show them: a line of a list, and the days with what can be booked.

use super::{Shown, now};
use crate::App;
use crate::language::{Said, date, in_english, list, say, say_with, weekday};
use crate::ui::filters;
use jiff::civil::Date;
use outreach::workshop::{Booked, Occasion, Slot, Way, When};
use std::collections::HashMap;
use store::{Fullness, OccasionKey};

/// How full each day is, where the database can tell.
pub(super) struct Fill(Option<HashMap<OccasionKey, Fullness>>);

impl Fill {
    /// As it is now.
    pub(super) async fn now(app: &App) -> Fill {
        let Some(boards) = app.boards() else { return Fill(None) };
        match boards.store().occasions().await {
            Ok(list) => Fill(Some(list.into_iter().map(|one| (one.key.clone(), one)).collect())),
            Err(error) => {
                tracing::warn!(%error, "how many places are left could not be read");
                Fill(None)
            }
        }
    }
}

/// A day, or a course, with what can be booked.
pub(super) struct DayView {
    /// As it stands in addresses.
    pub when: When,
    /// The day or days and the hours.
    pub words: Said,
    /// How it stands.
    pub state: Said,
    /// Whether a place, or a place in the line, can be asked for; the words of the button.
    pub book: Option<Said>,
    /// Why it was called off.
    pub called_off: Option<String>,
}

/// A number of people or places, as texts take it.
pub(super) fn number(many: i64) -> usize {
    usize::try_from(many).unwrap_or_default()
}

/// Days and hours in words.
pub(super) fn days(days: &[Date], hours: Slot) -> Said {
    let hours = filters::hours(hours.from, hours.to).into();
    match days {
        [] => "".into(),
        [day] => say_with("workshops-one-day", [("day", weekday(*day).into()), ("hours", hours)]),
        [rest @ .., last] => {
            let rest = list(rest.iter().copied().map(date)).unwrap_or_else(|| "".into());
            say_with("workshops-many-days", [("days", rest.into()), ("last", date(*last).into()), ("hours", hours)])
        }
    }
}

impl DayView {
    pub(super) fn of(app: &App, shown: &Shown, occasion: &Occasion, fill: &Fill) -> DayView {
        let workshop = &shown.workshop;
        let key = super::key(&shown.name, occasion.when);
        let known = fill.0.as_ref();
        let (taken, waiting) = known.and_then(|known| known.get(&key)).map_or((0, 0), |one| (one.taken, one.waiting));
        let is_open = shown.is_open(occasion, now(app));
        let left = workshop.places.map(|places| (i64::from(places) - taken).max(0));
        let book = || Some(say("place-book"));
        let (state, book) = match (&occasion.called_off, workshop.booked) {
            (Some(_), _) => (say("place-off"), None),
            (None, Booked::Open) => (say("place-come"), None),
            _ if !is_open => (say("place-closed"), None),
            _ if known.is_none() => (say("place-not-known"), book()),
            _ => match left {
                None => (say("place-all"), book()),
                Some(left) if left > 0 && waiting == 0 => {
                    (say_with("place-left", [("many", number(left).into())]), book())
                }
                _ if workshop.waits => {
                    (say_with("place-waits", [("many", number(waiting).into())]), Some(say("place-join")))
                }
                _ => (say("place-full"), None),
            },
        };
        let words = days(&occasion.days, workshop.times.hours);
        DayView { when: occasion.when, words, state, book, called_off: occasion.called_off.clone() }
    }
}

/// A line of a list.
pub(super) struct CardView {
    pub title: String,
    pub href: String,
    pub summary: String,
    pub host: String,
    /// When it is next, and how many more days there are.
    pub next: Said,
    pub state: Said,
    pub way: Said,
    pub place: Option<String>,
    pub miles: Option<Said>,
    pub whom: Option<Said>,
    pub cost: Said,
    /// Whether something that was asked for is not stated.
    pub is_silent: bool,
    /// When it is next, to put it in order.
    pub first: Date,
}

impl CardView {
    /// As it stands in a list; none where nothing is still to come.
    pub(super) fn of(app: &App, shown: &Shown, fill: &Fill) -> Option<CardView> {
        let to_come = shown.to_come(app);
        let mut held = to_come.iter().filter(|one| one.called_off.is_none());
        // The next in which a place can be asked for, or the next at all.
        let open = to_come.iter().find(|one| shown.is_open(one, now(app)));
        let next = open.or_else(|| held.next())?;
        let day = DayView::of(app, shown, next, fill);
        let workshop = &shown.workshop;
        let today = app.clock().today();
        let more = to_come.iter().filter(|one| one.called_off.is_none()).count().saturating_sub(1);
        Some(CardView {
            title: workshop.title.clone(),
            href: shown.address(),
            summary: workshop.summary.clone(),
            host: shown.host.name.clone(),
            next: say_with("workshops-next-more", [("day", day.words.into()), ("many", more.into())]),
            state: day.state,
            way: filters::way(workshop.way),
            place: (workshop.way != Way::Online).then(|| workshop.venue.name.clone()),
            miles: None,
            whom: filters::above_all(&workshop.welcomes),
            cost: cost(&workshop.cost),
            is_silent: false,
            first: next.days.iter().copied().find(|day| *day >= today).unwrap_or(next.first()),
        })
    }
}

/// What it costs, in words.
pub(super) fn cost(words: &str) -> Said {
    if words.trim().is_empty() { say("workshop-free") } else { in_english(words) }
}
