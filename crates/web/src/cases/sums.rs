//! The regular sums of a council's families: what is paid, what changes with the rates of April and at a birthday, and to whom
//! else a support was or should have been given when it is found that one rule was applied wrongly.

use super::caseload::CaseId;
use super::desk::{CaseDesk, Sees};
use super::docket::{council_name, who};
use super::home::href;
use crate::App;
use crate::account::{Deed, SignedIn};
use crate::language::{Piece, Said, say, say_with};
use crate::ui::shell::Part;
use crate::ui::{Fault, Shell, page, show};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use casework::money::{Why, changes, payments};
use casework::practice::Practice;
use casework::{Case, Value};
use jiff::ToSpan;
use jiff::civil::Date;
use law::calculation::{Money, Region};
use law::{Day, Outcome};

use offer::place::NMA_REGION_CAUTION;
use std::collections::BTreeMap;
use std::sync::Arc;

#[derive(Template)]
#[template(path = "cases/sums.html")]
struct SumsPage {
    shell: Shell,
    slug: String,
    sees: Sees,
    council: String,
    until: String,
    /// Whether the rates of this council's region are known.
    region: Option<&'static str>,
    caution: &'static str,
    changes: Vec<ChangeView>,
    sums: Vec<SumView>,
    supports: Vec<(String, String, bool)>,
    /// The support that was asked about.
    about: Option<String>,
    affected: Vec<AffectedView>,
}

/// A regular sum.
struct SumView {
    href: String,
    who: String,
    need: String,
    sum: String,
    from: String,
    basis: String,
}

/// A change that follows from the rates.
struct ChangeView {
    href: String,
    who: String,
    on: String,
    why: Said,
    from: Said,
    to: Said,
}

/// A family in which a support was thought of, or to which the law gives it by the facts that are written down.
struct AffectedView {
    href: String,
    who: String,
    thought: String,
    law: Said,
}

/// The cases of a council.
type Cases = [(CaseId, Arc<Case>)];

/// `/cases/{slug}/sums`.
pub(super) async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
    Query(asked): Query<BTreeMap<String, String>>,
) -> Result<Response, Response> {
    let desk = CaseDesk::take(&app, signed, &slug, Deed::Oversee)?;
    let cases = desk.caseload.cases(&slug);
    let today = app.clock().today();
    let year = today.checked_add(1.year()).unwrap_or(today);
    let until = asked.get("until").and_then(|day| day.parse().ok()).filter(|day| (today..=later(today)).contains(day));
    let until: Date = until.unwrap_or(year);
    let region = app.places().by_slug(&slug).and_then(|council| Region::from_code(council.nma_region.as_str()));
    let support = asked.get("support").and_then(|id| app.law().support(id));
    let practice = desk.caseload.practice();
    let page = SumsPage {
        shell: Shell::said(&say("sums-desk-title"), Part::Desk),
        sees: desk.sees(),
        council: council_name(&app, &slug),
        region: region.map(Region::code),
        caution: NMA_REGION_CAUTION,
        changes: region.map(|region| changed(&app, &cases, region, today, until)).unwrap_or_default(),
        sums: cases.iter().flat_map(|(id, case)| sums(id, case, practice)).collect(),
        supports: app
            .law()
            .supports
            .iter()
            .map(|one| (one.id.clone(), one.title.clone(), support.is_some_and(|asked| asked.id == one.id)))
            .collect(),
        affected: support.map(|support| affected(&cases, &app.today(), &support.id)).unwrap_or_default(),
        about: support.map(|support| support.title.clone()),
        until: until.to_string(),
        slug,
    };
    desk.looked_over(&app, "the sums of all cases").await.map_err(Fault::store)?;
    Ok(page::ok(&page))
}

/// The latest day that is looked ahead to.
fn later(today: Date) -> Date {
    today.checked_add(5.years()).unwrap_or(today)
}

fn sums(id: &CaseId, case: &Case, practice: &Practice) -> Vec<SumView> {
    let words = |field: &str, word: &str| {
        practice.fields.get(field).and_then(|field| field.words_of(word)).unwrap_or(word).to_owned()
    };
    let one = |payment: casework::money::Payment| SumView {
        href: href(id),
        who: who(case),
        need: if case.restricted.is_some() { String::new() } else { payment.need },
        sum: format!("{} {}", payment.sum, words("every", &payment.every)),
        from: payment.start.map(show::date).unwrap_or_default(),
        basis: words("basis", &payment.basis),
    };
    payments(case).into_iter().map(one).collect()
}

fn changed(app: &App, cases: &Cases, region: Region, today: Date, until: Date) -> Vec<ChangeView> {
    let rate = |sum: Option<Money>| {
        sum.map_or_else(|| say("sums-desk-unknown"), |sum| say_with("sums-desk-a-week", [("sum", Piece::words(sum))]))
    };
    let all = cases.iter().flat_map(|(id, case)| {
        changes(case, app.law(), region, today, until).into_iter().map(move |change| (id, case, change))
    });
    let mut all: Vec<_> = all.collect();
    all.sort_by_key(|(_, _, change)| change.on);
    let view = |(id, case, change): (&CaseId, &Arc<Case>, casework::money::Change)| ChangeView {
        href: href(id),
        who: who(case),
        on: show::date(change.on),
        why: match change.why {
            Why::April => say("sums-desk-april"),
            Why::Birthday(age) => say_with("sums-desk-birthday", [("age", Piece::words(age))]),
        },
        from: rate(change.from),
        to: rate(change.to),
    };
    all.into_iter().map(view).collect()
}

/// Whoever a support was thought of for in an assessment, and whoever the law gives it to or may, by the facts of the case.
fn affected(cases: &Cases, day: &Day, support: &str) -> Vec<AffectedView> {
    let one = |(id, case): &(CaseId, Arc<Case>)| {
        let rows = case.of_kind("assessment").filter_map(|matter| matter.value("supports_considered"));
        let mut rows = rows.flat_map(Value::rows);
        let thought = rows.find(|row| row.get("support").and_then(Value::text) == Some(support));
        let thought = thought.and_then(|row| row.get("thought")).and_then(Value::text);
        let mut family = case.family(&day.law, day.date);
        family.presume(&day.law.facts);
        let found = day.find(&family);
        let of_support =
            |finding: &&law::Finding| day.law.supports.get(finding.support).is_some_and(|one| one.id == support);
        let law = match found.iter().find(of_support).map(|finding| finding.outcome) {
            Some(Outcome::Right) => say("sums-desk-right"),
            Some(Outcome::May) => say("sums-desk-may"),
            Some(Outcome::Depends) => say("sums-desk-depends"),
            _ => "".into(),
        };
        let is_told = case.restricted.is_none();
        (thought.is_some() || !law.is_empty()).then(|| AffectedView {
            href: href(id),
            who: who(case),
            thought: thought.filter(|_| is_told).unwrap_or_default().to_owned(),
            law,
        })
    };
    cases.iter().filter_map(one).collect()
}
