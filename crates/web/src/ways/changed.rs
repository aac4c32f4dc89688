//! Something has changed: what to do and by when, the few answers it touches, and the supports most concerned as they
//! stand now.

use super::dates::{self, day_of};
use super::line;
use super::row::Row;
use super::words::Words;
use crate::App;
use crate::find::{ClockView, Line, Picture, Session};
use crate::language::{Said, date, say};
use crate::letters::Onward;
use crate::ui::shell::Part;
use crate::ui::{Fault, Shell, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use jiff::ToSpan;
use jiff::civil::Date;

/// One kind of change.
pub(super) struct Change {
    /// The name in addresses.
    slug: &'static str,
    /// The key of its title.
    title: &'static str,
    text: &'static str,
    facts: &'static [&'static str],
    supports: &'static [&'static str],
    pub(super) letters: &'static [&'static str],
    /// Clocks, and the fact each is counted from where it can be.
    clocks: &'static [(&'static str, Option<&'static str>)],
}

pub(super) const CHANGES: [Change; 5] = [
    Change {
        slug: "order",
        title: "changed-order",
        text: include_str!("../../../../content/en/ways/changed-order.md"),
        facts: &[
            "order_type",
            "order_date",
            "order_is_interim",
            "order_ended",
            "child_looked_after_immediately_before_order",
        ],
        supports: &[
            "sgo_support_assessment",
            "sgo_allowance",
            "cao_allowance",
            "pp_plus_plac",
            "asgsf_therapy",
            "parental_responsibility",
            "s24_sgo",
        ],
        letters: &["special-guardianship-support", "school-evidence", "child-benefit", "decision-in-writing"],
        clocks: &[
            ("special_guardianship_first_council", Some("order_date")),
            ("special_guardianship_service_review", None),
        ],
    },
    Change {
        slug: "council",
        title: "changed-council",
        text: include_str!("../../../../content/en/ways/changed-council.md"),
        facts: &["carer_council", "order_type", "order_date"],
        supports: &["sgo_support_assessment", "s17_assessment", "admissions_priority", "gp_registration"],
        letters: &["kinship-local-offer", "special-guardianship-support"],
        clocks: &[
            ("special_guardianship_first_council", Some("order_date")),
            ("private_fostering_change_notice", None),
        ],
    },
    Change {
        slug: "money",
        title: "changed-money",
        text: include_str!("../../../../content/en/ways/changed-money.md"),
        facts: &["order_type", "receiving_reg_2005_sgo_support", "child_looked_after_now", "uc_household"],
        supports: &[
            "sgo_allowance",
            "cao_allowance",
            "fostering_allowance",
            "s17_money",
            "complaint_and_ombudsman",
            "crisis_payment",
        ],
        letters: &["allowance-review", "decision-in-writing", "complaint-stage-1"],
        clocks: &[
            ("special_guardianship_representations", None),
            ("special_guardianship_money_review", None),
            ("special_guardian_statement_reminder", None),
            ("complaint_in_time", None),
            ("ombudsman_complaint", None),
        ],
    },
    Change {
        slug: "birthday",
        title: "changed-birthday",
        text: include_str!("../../../../content/en/ways/changed-birthday.md"),
        facts: &["child_dob", "school_year", "child_qualifying_young_person"],
        supports: &[
            "child_benefit",
            "early_ed_2yo",
            "early_ed_3_4",
            "bursary_16_19_vulnerable",
            "s24_sgo",
            "care_leaver_core",
            "staying_put",
        ],
        letters: &["allowance-review", "young-person-help"],
        clocks: &[],
    },
    Change {
        slug: "needs",
        title: "changed-needs",
        text: include_str!("../../../../content/en/ways/changed-needs.md"),
        facts: &["likely_in_need", "child_disabled", "child_dla_care", "child_ehcp"],
        supports: &["s17_assessment", "s17_money", "child_dla", "ehcp", "asgsf_therapy", "camhs", "respite"],
        letters: &["child-needs-assessment", "allowance-review"],
        clocks: &[("social_care_assessment", None)],
    },
];

#[derive(Template)]
#[template(path = "ways/changed.html")]
struct ListPage {
    shell: Shell,
    expired: bool,
    changes: Vec<(&'static str, Said)>,
}

/// `/changed`
pub(super) async fn list(State(app): State<App>, session: Session) -> Response {
    let page = ListPage {
        shell: Shell::said(&say("start-changed"), Part::Find),
        expired: session.expired,
        changes: CHANGES.iter().map(|change| (change.slug, say(change.title))).collect(),
    };
    session.keep(&app, page::ok(&page))
}

#[derive(Template)]
#[template(path = "ways/changed_one.html")]
struct ChangePage<'a> {
    shell: Shell,
    expired: bool,
    title: Said,
    words: Words,
    /// The next birthday and the age it brings, on the page about birthdays.
    birthdays: Vec<(Said, usize)>,
    rows: Vec<Row>,
    is_empty: bool,
    lines: Vec<Line<'a>>,
    clocks: Vec<ClockView>,
    letters: Vec<Onward>,
}

/// `/changed/{what}`
pub(super) async fn show(State(app): State<App>, session: Session, Path(what): Path<String>) -> Response {
    let Some(change) = CHANGES.iter().find(|change| change.slug == what) else {
        return Fault::not_found().into_response();
    };
    let picture = session.picture(&app);
    let page = ChangePage {
        shell: Shell::said(&say("start-changed"), Part::Find),
        expired: session.expired,
        title: say(change.title),
        words: Words::of(change.text),
        birthdays: if change.slug == "birthday" { birthdays(&picture) } else { Vec::new() },
        rows: Row::all(&app, &picture, change.facts, change.slug, false),
        is_empty: session.is_empty(),
        lines: line::of(&picture, change.supports),
        clocks: dates::some(&picture, change.clocks),
        letters: Onward::named(&app, change.letters),
    };
    session.keep(&app, page::ok(&page))
}

/// The ages at which help most often starts or stops.
const TURNING_AGES: [i16; 4] = [16, 18, 21, 25];

/// The next birthday, and the turning ages still to come.
fn birthdays(picture: &Picture) -> Vec<(Said, usize)> {
    let Some(born) = day_of(picture, "child_dob") else { return Vec::new() };
    let today = picture.day.date;
    let turns = |age: i16| -> Option<Date> { birthday(born, age) };
    let next = (1..=26).find(|age| turns(*age).is_some_and(|day| day >= today));
    let mut ages: Vec<i16> = next.into_iter().chain(TURNING_AGES).collect();
    ages.sort_unstable();
    ages.dedup();
    let dated = ages.into_iter().filter_map(|age| turns(age).map(|day| (day, age)));
    dated.filter(|(day, _)| *day >= today).map(|(day, age)| (date(day), usize::from(age.unsigned_abs()))).collect()
}

/// The day a child turns an age; who was born on 29 February does so on 1 March, as the law's own count of years has it.
fn birthday(born: Date, age: i16) -> Option<Date> {
    let day = born.checked_add(age.years()).ok()?;
    if day.day() == born.day() { Some(day) } else { day.tomorrow().ok() }
}
