//! What pages of results are built of, with made-up words: lines, sums, days, a contact.

use crate::council::{ContactView, Stating};
use crate::find::{Band, Bar, ClockDay, ClockView, DateLine, Line, Missing, SumLine, Timeline, Worth};
use crate::ui::show::CiteView;
use law::cite::Sureness;
use offer::Stated;

/// One line of each group.
pub(super) fn lines() -> Vec<Line<'static>> {
    Band::ALL.into_iter().map(line).collect()
}

fn line(band: Band) -> Line<'static> {
    let is_open = band == Band::Depends;
    let missing = Missing { short: "the child’s age", href: Some("/glossary".to_owned()), decided_by: None };
    Line {
        id: "child_benefit",
        title: "The name of a kind of help",
        band,
        because: "One plain sentence says why.",
        worth: worth(),
        force: "What kind of promise it is",
        ask: Some("Whom to ask, and how."),
        topic: "Money".into(),
        missing: if is_open { vec![missing] } else { Vec::new() },
        missing_more: usize::from(is_open),
        weight: 0,
        place: 0,
    }
}

fn worth() -> Vec<Worth> {
    let worth = |label: &str, text: &str| Worth {
        label: label.to_owned(),
        text: text.to_owned(),
        caution: None,
        dates: Some("6 April 2026 to 5 April 2027".to_owned()),
        href: Some("/law/rates".to_owned()),
    };
    let old = Worth {
        caution: Some("last known figure, for 2025-26; it may have changed".to_owned()),
        dates: None,
        ..worth("A sum of an earlier year", "£1.00 a week")
    };
    vec![worth("A sum that is known", "£1.00 a week"), old]
}

/// Sources of every sureness a line can show.
pub(super) fn cites() -> Vec<CiteView> {
    let cite = |name: &str, mark, verified| CiteView {
        name: name.to_owned(),
        title: "what it is about".to_owned(),
        href: "/law/instruments".to_owned(),
        mark,
        verified,
    };
    vec![
        cite("A law, section 1", Sureness::Seen, true),
        cite("A rule, 2", Sureness::SecondHand, false),
        cite("A guide, 3", Sureness::Unsure, false),
    ]
}

/// Sums at two paces: one known, one that may be theirs, one with no pace.
pub(super) fn sums() -> Vec<SumLine> {
    let sum = |label: &str, week: Option<&str>, month: Option<&str>, sure| SumLine {
        label: label.to_owned(),
        week: week.map(str::to_owned),
        month: month.map(str::to_owned),
        published: "£1.00 a week".to_owned(),
        year: Some("2026-27".to_owned()),
        caution: None,
        sure,
        href: Some("/law/rates".to_owned()),
    };
    vec![
        sum("First child", Some("£1.00"), Some("£4.33"), true),
        sum("Each other child", Some("£1.00"), Some("£4.33"), false),
        sum("Once", None, None, true),
    ]
}

/// A contact with everything a contact can have.
pub(super) fn contact() -> ContactView {
    let mut stating = Stating::default();
    stating.one("design-open", &Stated::Is("Monday to Friday"));
    stating.one::<&str>("design-call", &Stated::NotStated);
    ContactView {
        id: "team".to_owned(),
        name: "The kinship team".to_owned(),
        purposes: vec!["first questions".to_owned(), "support plans".to_owned()],
        phones: vec![("020 7946 0000".to_owned(), "02079460000".to_owned())],
        email: Some("team@example.org".to_owned()),
        post: Some("1 Long Lane, London".to_owned()),
        web: Some("https://example.org/".to_owned()),
        stating,
        notes: vec!["A note says what to mind.".into()],
    }
}

/// A day that is past, one that is near, and one that may not be theirs.
pub(super) fn dates() -> Vec<DateLine> {
    let date = |number, day: &str, away: &str, has_passed, may_not_run| DateLine {
        number,
        clock: ClockView {
            id: "social_care_assessment".to_owned(),
            title: "What must be done by then".to_owned(),
            day: Some(ClockDay {
                name: day.into(),
                away: away.into(),
                from: "2 November 2026".into(),
                is_earliest: false,
                has_passed,
            }),
            length: "10 working days".into(),
            starts: "the day of the request".to_owned(),
            owed_by: "the council".to_owned(),
            means: Some("One sentence says what the day means.".to_owned()),
            may_not_run,
            sure: "We have this second hand".into(),
            is_read: false,
            cites: cites(),
        },
    };
    vec![
        date(1, "Monday 16 November 2026", "9 days ago", true, false),
        date(2, "Friday 4 December 2026", "In 9 days", false, false),
        date(3, "Friday 1 January 2027", "In about 5 weeks", false, true),
    ]
}

/// The same days as a picture.
pub(super) fn picture() -> Timeline {
    let bar = |number, top, left, width, past| Bar { number, top, left, width, text: left + width + 8, past };
    Timeline {
        height: 116,
        today: 240,
        bars: vec![bar(1, 26, 10, 140, true), bar(2, 56, 60, 260, false), bar(3, 86, 200, 380, false)],
        alt: "3 time limits drawn as bars. The list below says the same in words.".into(),
    }
}
