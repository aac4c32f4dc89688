//! Workshops as pages show them: a line of a list, and the days with what can be booked.

use super::{Shown, now};
use crate::App;
use crate::ui::show;
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
    pub words: String,
    /// How it stands.
    pub state: String,
    /// Whether a place, or a place in the line, can be asked for; the words of the button.
    pub book: Option<&'static str>,
    /// Why it was called off.
    pub called_off: Option<String>,
}

/// Days and hours in words.
pub(super) fn days(days: &[Date], hours: Slot) -> String {
    match days {
        [] => String::new(),
        [day] => format!("{}, {hours}", show::weekday(*day)),
        [rest @ .., last] => {
            let rest: Vec<String> = rest.iter().map(|day| show::date(*day)).collect();
            format!("{} and {}, {hours}", rest.join(", "), show::date(*last))
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
        let (state, book) = match (&occasion.called_off, workshop.booked) {
            (Some(_), _) => ("Called off".to_owned(), None),
            (None, Booked::Open) => ("You need not book. Just come".to_owned(), None),
            _ if !is_open => ("Booking has closed".to_owned(), None),
            _ if known.is_none() => {
                ("We cannot tell just now how many places are left".to_owned(), Some("Book a place"))
            }
            _ => match left {
                None => ("There is room for all".to_owned(), Some("Book a place")),
                Some(left) if left > 0 && waiting == 0 => {
                    let words = if left == 1 { "1 place left".to_owned() } else { format!("{left} places left") };
                    (words, Some("Book a place"))
                }
                _ if workshop.waits => {
                    let words = match waiting {
                        0 => "Full. Nobody waits yet".to_owned(),
                        1 => "Full. 1 person waits for a place".to_owned(),
                        many => format!("Full. {many} people wait for a place"),
                    };
                    (words, Some("Join the waiting list"))
                }
                _ => ("Full".to_owned(), None),
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
    pub next: String,
    /// How many more days there are.
    pub more: usize,
    pub state: String,
    pub way: &'static str,
    pub place: Option<String>,
    pub miles: Option<String>,
    pub whom: Option<String>,
    pub cost: String,
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
        let welcomes: Vec<&str> = workshop.welcomes.iter().map(|whom| whom.word()).collect();
        Some(CardView {
            title: workshop.title.clone(),
            href: shown.address(),
            summary: workshop.summary.clone(),
            host: shown.host.name.clone(),
            next: day.words,
            more: to_come.iter().filter(|one| one.called_off.is_none()).count().saturating_sub(1),
            state: day.state,
            way: workshop.way.says(),
            place: (workshop.way != Way::Online).then(|| workshop.venue.name.clone()),
            miles: None,
            whom: (!welcomes.is_empty()).then(|| welcomes.join(", ")),
            cost: cost(&workshop.cost),
            is_silent: false,
            first: next.days.iter().copied().find(|day| *day >= today).unwrap_or(next.first()),
        })
    }
}

/// What it costs, in words.
pub(super) fn cost(words: &str) -> String {
    if words.trim().is_empty() { "Free".to_owned() } else { words.to_owned() }
}
