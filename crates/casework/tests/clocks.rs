//! Clocks against a calendar of its own, counted day by day.
#![allow(clippy::unwrap_used, reason = "tests fail loudly")]

mod data;

use data::LAW;
use jiff::civil::{Date, Weekday, date};
use law::clock::{Clock, Length};
use proptest::prelude::*;

/// Easter Sunday, as the Gregorian calendar reckons it.
fn easter(year: i16) -> Date {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    date(year, i8::try_from(n / 31).unwrap(), i8::try_from(n % 31 + 1).unwrap())
}

/// The day so many days later, one by one.
fn later(from: Date, days: i32) -> Date {
    (0..days).fold(from, |day, _| day.tomorrow().unwrap())
}

fn is_monday(day: Date, from: i8, to: i8) -> bool {
    day.weekday() == Weekday::Monday && (from..=to).contains(&day.day())
}

/// Whether a day is a bank holiday of England and Wales by the rules for them, with the days that were moved or added.
fn is_bank_holiday(day: Date) -> bool {
    let (year, month, of_month) = (day.year(), day.month(), day.day());
    let added = [date(2020, 5, 8), date(2022, 6, 2), date(2022, 6, 3), date(2022, 9, 19), date(2023, 5, 8)];
    let moved = [date(2020, 5, 4), date(2022, 5, 30)];
    if added.contains(&day) || moved.contains(&day) {
        return added.contains(&day);
    }
    let sunday = easter(year);
    let weekday = day.weekday();
    // A holiday on a weekend is had on the next days of the week that are not holidays themselves.
    let new_year = month == 1 && (of_month == 1 || (of_month <= 3 && weekday == Weekday::Monday));
    let christmas = month == 12
        && (matches!(of_month, 25 | 26)
            || (of_month == 27 && matches!(weekday, Weekday::Monday | Weekday::Tuesday))
            || (of_month == 28 && matches!(weekday, Weekday::Monday | Weekday::Tuesday)));
    new_year
        || christmas
        || later(day, 2) == sunday
        || day == later(sunday, 1)
        || (month == 5 && (is_monday(day, 1, 7) || is_monday(day, 25, 31)))
        || (month == 8 && is_monday(day, 25, 31))
}

fn is_working_day(day: Date) -> bool {
    !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) && !is_bank_holiday(day)
}

/// The last day in time, counted by walking from the first.
fn counted(start: Date, length: Length, counts_first: bool) -> Date {
    let back = i32::from(counts_first);
    let before = |day: Date| if counts_first { day.yesterday().unwrap() } else { day };
    match length {
        Length::WorkingDays(days) => {
            let mut day = if counts_first { start } else { start.tomorrow().unwrap() };
            let mut left = days;
            loop {
                left -= i32::from(is_working_day(day));
                if left == 0 {
                    return day;
                }
                day = day.tomorrow().unwrap();
            }
        }
        Length::Days(days) => later(start, days - back),
        Length::Weeks(weeks) => before(later(start, weeks * 7)),
        Length::Months(months) => before(months_later(start, months)),
        Length::Years(years) => before(months_later(start, years * 12)),
        _ => start,
    }
}

/// The same day of a later month, or its last day where it has none such.
fn months_later(start: Date, months: i32) -> Date {
    let mut day = start;
    let mut turned = 0;
    loop {
        let next = day.tomorrow().unwrap();
        let is_last = next.month() != day.month();
        if turned == months && (day.day() == start.day() || is_last) {
            return day;
        }
        turned += i32::from(is_last);
        day = next;
    }
}

fn lengths() -> impl Strategy<Value = Length> {
    prop_oneof![
        (1..90).prop_map(Length::WorkingDays),
        (1..400).prop_map(Length::Days),
        (1..60).prop_map(Length::Weeks),
        (1..30).prop_map(Length::Months),
        (1..4).prop_map(Length::Years),
    ]
}

fn clock(length: Length, counts_first_day: bool) -> Clock {
    Clock { length, counts_first_day, ..LAW.clock("complaint_stage_one").unwrap().clone() }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_deadline_is_what_counting_day_by_day_gives(from in 0..2550_i32, length in lengths(), first in any::<bool>()) {
        let start = later(date(2020, 1, 1), from);
        let deadline = clock(length, first).deadline(start, &LAW.holidays);
        prop_assert_eq!(deadline, Some(counted(start, length, first)), "{} from {}", length, start);
    }
}

#[test]
fn the_holidays_are_those_of_the_law() {
    let mut day = date(2020, 1, 1);
    while day.year() <= 2030 {
        assert_eq!(is_working_day(day), LAW.holidays.is_working_day(day), "{day}");
        day = day.tomorrow().unwrap();
    }
}

#[test]
fn every_clock_that_casework_starts_counts_so() {
    let start = date(2026, 12, 23);
    for act in &data::TABLE.0.acts {
        for starts in &act.starts {
            let clock = LAW.clock(&starts.clock).unwrap();
            let counted = counted(start, clock.length, clock.counts_first_day);
            assert_eq!(clock.deadline(start, &LAW.holidays), Some(counted), "{}", clock.id);
        }
    }
}
