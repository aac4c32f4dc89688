//! Pictures of a case: its clocks as bars, and what happened on a line of time.

use crate::language::{Piece, Said, say_with};
use crate::ui::show;
use casework::practice::Practice;
use casework::{Case, Due, Standing};
use jiff::civil::Date;

/// A clock as a bar: everything in hundredths of its time.
pub(super) struct Bar {
    pub title: String,
    pub class: &'static str,
    /// How much of the time has gone, from 0 to 100.
    pub gone: i32,
    pub words: Said,
}

/// Something that happened, as a dot on a line.
pub(super) struct Dot {
    /// Where it stands, from 0 to 1000.
    pub at: i32,
    pub words: String,
    pub day: String,
}

/// The clocks that still run, each as a bar.
pub(super) fn bars(due: &[Due], today: Date) -> Vec<Bar> {
    let open = due.iter().filter(|due| due.is_open());
    let bar = |due: &Due| {
        let whole = (due.last - due.from).get_days().max(1);
        let gone = (today - due.from).get_days().clamp(0, whole);
        let standing = due.standing(today);
        let class = match standing {
            Standing::Late => "is-late",
            Standing::Today | Standing::Soon => "is-soon",
            Standing::Wait => "is-wait",
            _ => "is-ahead",
        };
        let day = [("day", Piece::words(show::date(due.last)))];
        let words = match standing {
            Standing::Late => say_with("case-was-due", day),
            Standing::Wait => say_with("cases-not-before", day),
            _ => say_with("case-due-by", day),
        };
        Bar { title: due.title.clone(), class, gone: gone * 100 / whole, words }
    };
    open.map(bar).collect()
}

/// What happened, on a line from the first day to the last.
pub(super) fn dots(case: &Case, practice: &Practice) -> Vec<Dot> {
    let mut done: Vec<(Date, &str)> = case
        .matters
        .iter()
        .flat_map(|matter| &matter.done)
        .filter_map(|done| {
            let act = practice.act(&done.act)?;
            // What moves nothing and tells nobody is in the chronology.
            (act.begins && act.matter != "case" || !act.to.is_empty()).then_some((done.on, act.done.as_str()))
        })
        .collect();
    done.sort_by_key(|(day, _)| *day);
    let (Some((first, _)), Some((last, _))) = (done.first().copied(), done.last().copied()) else { return Vec::new() };
    // All on one day, it is no line.
    if first == last {
        return Vec::new();
    }
    let whole = (last - first).get_days();
    let dots = done.iter().map(|(day, words)| Dot {
        at: (*day - first).get_days() * 1000 / whole,
        words: (*words).to_owned(),
        day: show::date(*day),
    });
    dots.collect()
}
