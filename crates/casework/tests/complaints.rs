//! The yearly report on complaints, counted over the stories.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

mod data;

use casework::Case;
use casework::complaints::{Counts, Report, Year, report, years};
use casework::story::{Story, Told, run};
use data::{LAW, TABLE, files};
use jiff::civil::{Date, date};
use std::sync::LazyLock;

static TOLD: LazyLock<Vec<(String, Told)>> = LazyLock::new(|| {
    let files = files("casework");
    let stories: Vec<Story> =
        files.iter().filter(|file| file.path.starts_with("stories/")).flat_map(|file| Story::read(file).0).collect();
    let told = run(&stories, &TABLE.0, &LAW);
    stories.into_iter().map(|story| story.name).zip(told).collect()
});

fn case(story: &str) -> &'static Case {
    TOLD.iter().find(|(name, _)| name == story).map(|(_, told)| &told.case).unwrap()
}

fn of(cases: &[&Case], year: i16, today: Date) -> Report {
    report(cases.iter().copied(), &TABLE.0, &LAW, Year::beginning(year).unwrap(), today)
}

/// The number in a table.
fn number(counts: &Counts, row: &str, column: &str) -> usize {
    let place =
        counts.columns.iter().position(|known| known == column).unwrap_or_else(|| panic!("{column}: {counts:?}"));
    let found = counts.rows.iter().find(|(words, _)| words.contains(row));
    found.map_or(0, |(_, numbers)| numbers[place])
}

const LATER: Date = date(2028, 1, 1);

#[test]
fn a_complaint_that_goes_all_the_way_is_counted_at_each_stage() {
    let durham = of(&[case("durham-22-005-725")], 2026, LATER);
    assert_eq!((durham.received, durham.open), (1, 0));
    for (step, times) in [
        ("Came in", 1),
        ("First answers", 1),
        ("Investigations asked for", 1),
        ("Second answers", 1),
        ("Panels asked for", 1),
        ("Panels held", 1),
        ("Last answers", 1),
    ] {
        assert_eq!(number(&durham.steps, step, "Children’s procedure"), times, "{step}");
    }
    assert_eq!(number(&durham.kinds, "Special guardianship support", "Number"), 1);
    assert_eq!((number(&durham.who, "child", "Number"), number(&durham.who, "adult", "Number")), (0, 1));
    assert_eq!(number(&durham.outcomes, "First answer", "Not right"), 1);
    assert_eq!(number(&durham.outcomes, "Second answer", "Right in part"), 1);
    assert_eq!(number(&durham.endings, "last answer was given", "Number"), 1);
    let clock = |row, column| number(&durham.clocks, row, column);
    assert_eq!((clock("stage 1", "In time"), clock("stage 1", "Late"), clock("stage 1", "Longer")), (1, 0, 1));
    assert_eq!((clock("stage 2", "In time"), clock("stage 2", "Longer")), (1, 1));
    assert_eq!((clock("panel meets", "In time"), clock("panel's report", "In time")), (1, 1));
    assert_eq!(clock("final answer", "In time"), 1);
    assert!(!durham.clocks.rows.iter().any(|(words, _)| words.contains("Asking for")), "not the council’s own time");
}

#[test]
fn it_is_counted_as_it_stood_at_the_end_of_the_year_or_today() {
    let cases = [case("durham-22-005-725")];
    let in_june = of(&cases, 2026, date(2026, 6, 1));
    assert_eq!((in_june.received, in_june.open, in_june.until), (1, 1, date(2026, 6, 1)));
    assert_eq!(number(&in_june.steps, "Second answers", "Children’s procedure"), 0, "it was given in July");
    assert_eq!(number(&in_june.clocks, "stage 2", "Running"), 1);
    assert!(in_june.endings.rows.is_empty());
    let before = of(&cases, 2025, LATER);
    assert_eq!((before.received, before.open), (0, 0), "it came in on the first day of the next");
    let after = of(&cases, 2027, LATER);
    assert_eq!((after.received, after.open, after.steps.rows.len()), (0, 0, 0));
    assert_eq!(years(cases, date(2027, 5, 1)).iter().map(|year| year.begins()).collect::<Vec<_>>(), [2027, 2026]);
}

#[test]
fn what_was_late_is_told_as_late() {
    let late = TOLD.iter().find(|(_, told)| {
        told.events
            .iter()
            .any(|happened| happened.event.act == "stage_two_extended" && happened.event.on.year() == 2027)
    });
    let case = &late.unwrap().1.case;
    let of_2026 = of(&[case], 2026, LATER);
    assert_eq!(number(&of_2026.clocks, "stage 1", "Late"), 1);
    let of_2027 = of(&[case], 2027, LATER);
    assert_eq!(number(&of_2027.clocks, "stage 2", "In time"), 1, "it ended in the next year");
}

#[test]
fn every_complaint_of_every_story_is_counted_once() {
    let cases: Vec<&Case> = TOLD.iter().map(|(_, told)| &told.case).collect();
    let complaints: usize = cases.iter().map(|case| case.of_kind("complaint").count()).sum();
    let all: Vec<Report> = years(cases.iter().copied(), LATER)
        .iter()
        .map(|year| report(cases.iter().copied(), &TABLE.0, &LAW, *year, LATER))
        .collect();
    let sum = |of: fn(&Report) -> &Counts| -> usize {
        all.iter().flat_map(|report| &of(report).rows).map(|(_, numbers)| numbers[0]).sum()
    };
    assert!(complaints > 5);
    assert_eq!(all.iter().map(|report| report.received).sum::<usize>(), complaints);
    assert_eq!((sum(|report| &report.kinds), sum(|report| &report.who)), (complaints, complaints));
    let came_in = |report: &Report| -> usize {
        let first = report.steps.rows.iter().filter(|(words, _)| words == "Came in");
        first.flat_map(|(_, numbers)| numbers).sum()
    };
    assert_eq!(all.iter().map(came_in).sum::<usize>(), complaints);
    let ended = cases.iter().flat_map(|case| case.of_kind("complaint")).filter(|matter| matter.is_ended).count();
    assert_eq!(all.first().unwrap().open, complaints - ended);
}

#[test]
fn the_paper_and_the_table_tell_no_small_number() {
    let cases: Vec<&Case> = TOLD.iter().map(|(_, told)| &told.case).collect();
    let report = of(&cases, 2026, LATER);
    let text = report.document("Testshire Council").to_text().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("Complaints from 1 April 2026 to 31 March 2027") && text.contains("fewer than 5"), "{text}");
    assert!(text.contains("that is our reading"));
    for row in report.rows().iter().filter(|row| row[0] != "learned") {
        assert!(row[3].parse::<usize>().map_or(true, |number| number == 0 || number >= 5), "{row:?}");
    }
    assert!(
        report.learned.iter().any(|words| words == "Each payment is checked in the first week."),
        "{:?}",
        report.learned
    );
}
