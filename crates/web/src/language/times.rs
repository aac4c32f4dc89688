//! Small words that depend on a value: lists, days, times.

use super::said::{Piece, Said, say_with};
use jiff::Timestamp;
use jiff::civil::{Date, Time, Weekday};

/// Texts one after the other, as one.
pub(crate) fn list(items: impl IntoIterator<Item = Said>) -> Option<Said> {
    items.into_iter().reduce(|list, next| say_with("list", [("list", list.into()), ("next", next.into())]))
}

/// The name of a day of the week.
pub(crate) fn day_name(day: Weekday) -> Said {
    let number = usize::from(day.to_monday_one_offset().unsigned_abs());
    say_with("day-name", [("number", number.into())])
}

/// A day of a year that is not told.
pub(crate) fn day_of_month(day: Date) -> Said {
    let number = |number: i8| Piece::from(usize::from(number.unsigned_abs()));
    say_with("day-of-month", [("day", number(day.day())), ("month", number(day.month()))])
}

/// A time as people say it: `9.30am`, `3pm`, `noon`.
pub(crate) fn time(time: Time) -> Said {
    let (hour, minute) = (time.hour(), time.minute());
    let half = match (hour, minute) {
        (12, 0) => "noon",
        (..12, _) => "morning",
        (12..16, _) => "afternoon",
        (16..20, _) => "evening",
        _ => "night",
    };
    let hour = if hour % 12 == 0 { 12 } else { hour % 12 };
    let shown = if minute == 0 { hour.to_string() } else { format!("{hour}.{minute:02}") };
    say_with("time", [("half", half.into()), ("time", shown.as_str().into())])
}

/// A moment by the clocks of London.
pub(crate) fn moment(at: Timestamp) -> Said {
    let at = crate::clock::london(at);
    let time = at.strftime("%H:%M").to_string();
    say_with("moment", [("day", date(at.date()).into()), ("time", time.as_str().into())])
}

/// A date as people write it.
pub(crate) fn date(day: Date) -> Said {
    let number = |number: i16| Piece::from(usize::from(number.unsigned_abs()));
    let pieces =
        [("day", number(day.day().into())), ("month", number(day.month().into())), ("year", number(day.year()))];
    say_with("date", &pieces)
}

/// A date with its day of the week.
pub(crate) fn weekday(day: Date) -> Said {
    let name = usize::from(day.weekday().to_monday_one_offset().unsigned_abs());
    say_with("weekday", [("name", name.into()), ("date", date(day).into())])
}
