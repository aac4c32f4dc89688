//! Bank holidays: the days that are easily got wrong, and all of them against an independent list where one is given.
#![allow(clippy::unwrap_used, reason = "tests fail loudly")]

mod common;

use jiff::civil::{Date, Weekday, date};
use std::collections::BTreeMap;

/// The years that are checked.
const YEARS: std::ops::RangeInclusive<i16> = 2020..=2030;

fn named(name: &str) -> Vec<Date> {
    let law = common::law();
    law.holidays.iter().filter(|(_, known)| *known == name).map(|(day, _)| day).collect()
}

#[test]
fn easter_mondays() {
    let easter = [
        (2020, 4, 13),
        (2021, 4, 5),
        (2022, 4, 18),
        (2023, 4, 10),
        (2024, 4, 1),
        (2025, 4, 21),
        (2026, 4, 6),
        (2027, 3, 29),
        (2028, 4, 17),
        (2029, 4, 2),
        (2030, 4, 22),
    ];
    let days: Vec<Date> = easter.into_iter().map(|(year, month, day)| date(year, month, day)).collect();
    assert_eq!(named("Easter Monday"), days);
    let fridays: Vec<Date> = days.into_iter().map(|monday| monday - jiff::Span::new().days(3)).collect();
    assert_eq!(named("Good Friday"), fridays);
}

#[test]
fn moved_added_and_substitute_days() {
    let law = common::law();
    let off = [
        date(2020, 5, 8),   // moved to VE Day
        date(2022, 6, 2),   // moved for the Jubilee
        date(2022, 6, 3),   // the Jubilee
        date(2022, 9, 19),  // the Queen's funeral
        date(2023, 5, 8),   // the Coronation
        date(2020, 12, 28), // substitutes from here on
        date(2021, 12, 27),
        date(2021, 12, 28),
        date(2022, 1, 3),
        date(2022, 12, 27),
        date(2023, 1, 2),
        date(2026, 12, 28),
        date(2027, 12, 27),
        date(2027, 12, 28),
        date(2028, 1, 3),
    ];
    for day in off {
        assert!(!law.holidays.is_working_day(day), "{day}");
    }
    let on = [
        date(2020, 5, 4),
        date(2022, 5, 30),
        date(2022, 12, 28),
        date(2026, 12, 29),
        date(2026, 12, 31),
        date(2021, 1, 4),
        // Days off only in Scotland or Northern Ireland.
        date(2026, 1, 2),
        date(2026, 3, 17),
        date(2026, 7, 13),
        date(2026, 8, 3),
        date(2026, 11, 30),
    ];
    for day in on {
        assert!(law.holidays.is_working_day(day), "{day}");
    }
}

#[test]
fn each_year_has_its_eight_days_and_what_was_added() {
    let law = common::law();
    for year in YEARS {
        assert!(law.holidays.knows(date(year, 7, 1)), "{year}");
        let days = law.holidays.iter().filter(|(day, _)| day.year() == year);
        let weekdays = days.filter(|(day, _)| !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)).count();
        let added = match year {
            2022 => 2,
            2023 => 1,
            _ => 0,
        };
        assert_eq!(weekdays, 8 + added, "{year}");
    }
    assert!(!law.holidays.knows(date(2031, 7, 1)));
}

#[test]
fn an_independent_list_agrees() {
    // Lines of `2026-12-25,Christmas Day`.
    let Ok(path) = std::env::var("KITH_HOLIDAYS") else { return };
    let list = std::fs::read_to_string(path).unwrap();
    let theirs: BTreeMap<Date, String> = list
        .lines()
        .filter_map(|line| line.split_once(','))
        .filter_map(|(day, name)| Some((day.trim().parse::<Date>().ok()?, our_name(name.trim()))))
        .filter(|(day, _)| YEARS.contains(&day.year()))
        .collect();
    let law = common::law();
    let ours: BTreeMap<Date, String> = law
        .holidays
        .iter()
        .filter(|(day, _)| YEARS.contains(&day.year()))
        .map(|(day, name)| (day, name.split(" (moved").next().unwrap_or_default().to_owned()))
        .collect();
    assert_eq!(ours, theirs);
}

/// The name we give a day that the independent list names otherwise.
fn our_name(theirs: &str) -> String {
    let (plain, observed) = match theirs.strip_suffix(" (observed)") {
        Some(plain) => (plain, " (substitute day)"),
        None => (theirs, ""),
    };
    let plain = match plain {
        "May Day" => "Early May bank holiday",
        "Spring Bank Holiday" => "Spring bank holiday",
        "Late Summer Bank Holiday" => "Summer bank holiday",
        "Platinum Jubilee of Elizabeth II" => "Platinum Jubilee of Queen Elizabeth II",
        "Coronation of Charles III" => "Coronation of King Charles III",
        other => other,
    };
    format!("{plain}{observed}")
}
