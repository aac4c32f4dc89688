//! Schedules read back, give the right days, and say what is wrong with them.

use super::*;
use jiff::civil::date;

const CHRISTMAS: Date = date(2026, 12, 25);

/// Lines of `schedule => the next three days from 22 November 2026, where Christmas Day is the bank holiday`.
const DAYS: &[(&str, &str)] = &[
    ("weekly | Thursday", "2026-11-26 2026-12-03 2026-12-10"),
    ("weekly | Sunday", "2026-11-22 2026-11-29 2026-12-06"),
    ("weekly | Thursday | 18:00 to 19:30 | from 2026-09-03 | to 2026-12-03", "2026-11-26 2026-12-03"),
    ("weekly | Thursday | from 2027-01-01", "2027-01-07 2027-01-14 2027-01-21"),
    ("weekly | Thursday | to 2026-11-21", ""),
    ("every 2 weeks | Thursday | from 2026-09-03", "2026-11-26 2026-12-10 2026-12-24"),
    ("every 2 weeks | Thursday | from 2026-09-10", "2026-12-03 2026-12-17 2026-12-31"),
    ("monthly | second Tuesday | 10:00 to 12:00 | from 2026-01-13", "2026-12-08 2027-01-12 2027-02-09"),
    ("monthly | last Friday", "2026-11-27 2026-12-25 2027-01-29"),
    ("monthly | last Friday | not on bank holidays", "2026-11-27 2027-01-29 2027-02-26"),
    ("monthly | last Friday | not on 2026-11-27 | not on 2027-01-29", "2026-12-25 2027-02-26 2027-03-26"),
    ("monthly | fourth Sunday | 10:00", "2026-11-22 2026-12-27 2027-01-24"),
    ("every 3 months | first Monday | from 2026-01-06", "2027-02-01 2027-05-03 2027-08-02"),
    ("every 12 months | first Monday | from 2026-12-01", "2026-12-07 2027-12-06 2028-12-04"),
];

#[test]
fn the_days_of_a_schedule_follow_from_it() {
    for (text, expected) in DAYS {
        let schedule: Schedule = text.parse().unwrap();
        assert_eq!(schedule.write(), *text);
        let days = schedule.days_from(date(2026, 11, 22), &|day| day == CHRISTMAS).take(3);
        let days: Vec<String> = days.map(|day| day.to_string()).collect();
        assert_eq!(days.join(" "), *expected, "{text}");
    }
}

#[test]
fn a_schedule_is_told_in_words() {
    for (text, words) in [
        ("weekly | Thursday | 18:00 to 19:30", "Every Thursday, 18:00 to 19:30"),
        ("every 2 weeks | Monday | 09:30 | from 2026-01-05", "Every 2 weeks on a Monday, 09:30"),
        ("monthly | second Tuesday", "The second Tuesday of each month"),
        ("every 3 months | last Friday | from 2026-01-01", "Every 3 months, on the last Friday"),
    ] {
        assert_eq!(text.parse::<Schedule>().unwrap().to_string(), words);
    }
}

#[test]
fn a_wrong_schedule_says_what_to_write() {
    for (text, says) in [
        ("", "has no day"),
        ("weekly", "has no day"),
        ("fortnightly | Monday", "every 2 weeks"),
        ("every 1 weeks | Monday", "is not how often"),
        ("every 999 weeks | Monday", "is not how often"),
        ("weekly | Mon", "day of the week"),
        ("weekly | second Monday", "day of the week"),
        ("monthly | Monday", "second Tuesday"),
        ("monthly | fifth Monday", "is not one of: first"),
        ("every 2 weeks | Monday", "add the first day"),
        ("weekly | Monday | 10 to 12", "is none of"),
        ("weekly | Monday | 25:00", "is none of"),
        ("weekly | Monday | 12:00 to 10:00", "ends before it begins"),
        ("weekly | Monday | 10:00 | 11:00", "write it once"),
        ("weekly | Monday | from 1 May", "2026-11-22"),
        ("weekly | Monday | from 2026-05-04 | to 2026-05-01", "before it begins"),
        ("weekly | Monday | in term", "is none of"),
    ] {
        let fault = text.parse::<Schedule>().unwrap_err();
        assert!(fault.contains(says), "{text}: {fault}");
    }
}

#[test]
fn the_calendar_ends_where_days_end() {
    let weekly: Schedule = "weekly | Monday".parse().unwrap();
    assert!(weekly.days_from(Date::MAX, &|_| true).next().is_none());
    let monthly: Schedule = "monthly | last Monday".parse().unwrap();
    assert!(monthly.days_from(Date::MAX, &|_| false).next().is_none());
}
