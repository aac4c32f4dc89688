//! How a council's offer stands against the law, guidance and good practice: three layers apart, and after them what
//! turns on legal status, what is out of date and what is hard to read.

use crate::App;
use crate::ui::shell::Part;
use crate::ui::show::CiteView;
use crate::ui::{Fault, Shell, page, show};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use law::Outcome;
use law::duty::Layer;
use offer::Offer;
use offer::check::{Check, Finding, Record, Report, Verdict, Witness};
use offer::place::Places;

#[derive(Template)]
#[template(path = "council/checks.html")]
struct ChecksPage {
    shell: Shell,
    full_name: String,
    slug: String,
    on: String,
    notice: Option<String>,
    /// Whether it is the draft that is judged, for those who write it.
    is_draft: bool,
    parts: Vec<(&'static str, &'static str)>,
    layers: Vec<PartView>,
    others: Vec<PartView>,
}

/// One part of the report.
struct PartView {
    key: &'static str,
    heading: &'static str,
    means: &'static str,
    counts: Vec<(&'static str, String)>,
    lines: Vec<LineView>,
    /// How many lines are well and not listed.
    well: Option<String>,
}

/// One finding.
struct LineView {
    key: &'static str,
    says: &'static str,
    title: String,
    what: String,
    missing: Vec<String>,
    records: Vec<(String, String)>,
    /// Whether it stands open.
    open: bool,
    /// What is so of every family shown.
    same: Vec<(String, String)>,
    families: Vec<FamilyView>,
    cites: Vec<CiteView>,
    to_do: Option<String>,
}

/// A family that shows a finding.
struct FamilyView {
    heading: &'static str,
    differs: Vec<(String, String)>,
    council: (&'static str, &'static str),
    law: Option<(&'static str, &'static str)>,
}

/// The layers of the checklist: each with its heading and what it means. They are never merged.
pub(crate) const LAYERS: [(Layer, &str, &str); 3] = [
    (Layer::Statute, "Must: what the Act says", "Every council in England has had to do this since 29 June 2026."),
    (
        Layer::Guidance,
        "Should: what the government expects",
        "Councils must follow this unless they have a good reason.",
    ),
    (Layer::GoodPractice, "Could: what good councils do", "No rule asks for this. Families say that it helps."),
];

const OTHERS: [(Check, &str, &str, &str); 4] = [
    (
        Check::Fairness,
        "fairness",
        "Need, or legal status?",
        "Help should follow what a child needs. Here two families have the same needs, and differ only in a court order or \
         in time in care. Do they get the same answer?",
    ),
    (
        Check::Overlay,
        "overlay",
        "Does the offer give what national law gives?",
        "A council can add to what the law gives. It cannot take from it.",
    ),
    (Check::Freshness, "freshness", "Is it still so?", "What is out of date, and what has not been checked for long."),
    (Check::Words, "words", "Plain words and other forms", "Whether everybody can read it."),
];

/// `/council/{slug}/checks`
pub(super) async fn show(State(app): State<App>, Path(slug): Path<String>) -> Response {
    match held(&app, &slug, |offer, report| page::ok(&ChecksPage::new(offer, report))) {
        Some(page) => page,
        None => Fault::not_found().into_response(),
    }
}

/// The same of a draft, for those who write it: each line leads to the records it was judged from.
pub(super) fn draft(offer: &Offer, report: &Report) -> Response {
    page::ok(&ChecksPage::of(offer, report, true))
}

/// `/council/{slug}/checks.json`
pub(super) async fn data(State(app): State<App>, Path(slug): Path<String>) -> Response {
    match held(&app, &slug, |_, report| serde_json::to_value(report)) {
        Some(Ok(report)) => page::json(&report),
        _ => Fault::not_found().into_response(),
    }
}

/// What is made of a council's offer as it stands, and its report; `None` where no offer is held.
fn held<T>(app: &App, slug: &str, make: impl Fn(&Offer, &Report) -> T) -> Option<T> {
    let published = app.published();
    let offers = published.offers();
    let council = app.places().by_slug(slug);
    let offer = council.and_then(|council| offers.by_council(council.code)).or_else(|| offers.by_slug(slug))?;
    let report = published.report(&app.today(), offer);
    Some(make(offer, &report))
}

impl ChecksPage {
    fn new(offer: &Offer, report: &Report) -> ChecksPage {
        ChecksPage::of(offer, report, false)
    }

    fn of(offer: &Offer, report: &Report, is_draft: bool) -> ChecksPage {
        let slug = offer.slug();
        let place = |record: &Record| place(slug, record, is_draft);
        let council = offer.authority().and_then(|code| Places::embedded().council(&code));
        let layers = LAYERS
            .iter()
            .map(|(layer, heading, means)| part(layer.word(), heading, means, report.layer(*layer).collect(), &place));
        let others = OTHERS.iter().map(|(check, key, heading, means)| {
            let mut view = part(key, heading, means, report.of(*check).collect(), &place);
            let well = view.lines.iter().filter(|line| line.key == "right" && line.families.is_empty()).count();
            view.lines.retain(|line| line.key != "right" || !line.families.is_empty());
            view.well = (well > 0).then(|| well_words(*check, well));
            view
        });
        let (layers, others): (Vec<PartView>, Vec<PartView>) = (layers.collect(), others.collect());
        ChecksPage {
            shell: match is_draft {
                true => Shell::new("How the draft stands", Part::Desk),
                false => Shell::new(&format!("{}: how the offer stands", offer.head.council), Part::Councils),
            },
            is_draft,
            parts: layers.iter().chain(&others).map(|part| (part.key, part.heading)).collect(),
            slug: offer.slug().to_owned(),
            on: show::date(report.on),
            notice: offer.head.notice.clone(),
            full_name: council.map_or(&offer.head.council, |council| &council.full_name).clone(),
            layers,
            others,
        }
    }
}

fn part(
    key: &'static str,
    heading: &'static str,
    means: &'static str,
    findings: Vec<&Finding>,
    place: &impl Fn(&Record) -> (String, String),
) -> PartView {
    let count = |verdict: &Verdict| findings.iter().filter(|finding| finding.verdict == *verdict).count();
    let counts = Verdict::ALL.iter().filter(|verdict| count(verdict) > 0);
    let counts =
        counts.map(|verdict| (tag(*verdict), format!("{}: {}", says(key, *verdict), count(verdict)))).collect();
    let lines = findings.iter().map(|finding| line(key, finding, place)).collect();
    PartView { key, heading, means, counts, lines, well: None }
}

/// The mark that stands for a verdict.
pub(crate) fn tag(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Pass => "right",
        Verdict::Partly => "may",
        Verdict::Fail => "no",
        Verdict::CannotTell => "depends",
        Verdict::NotAsked => "unclear",
    }
}

/// A verdict in the words of its part.
fn says(part: &str, verdict: Verdict) -> &'static str {
    match (part, verdict) {
        ("fairness", Verdict::Pass) => "Need decides, or the law",
        ("fairness", Verdict::Fail) => "The council’s choice",
        ("fairness", Verdict::Partly) => "Not the same for all",
        ("overlay", Verdict::Pass) => "Gives what the law gives",
        ("overlay", Verdict::Fail) => "Gives less than the law",
        ("freshness" | "words", Verdict::Fail) => "To put right",
        ("freshness" | "words", Verdict::Partly) => "To look at",
        (_, verdict) => verdict.plain(),
    }
}

fn well_words(check: Check, count: usize) -> String {
    let lines = if count == 1 { "1 service or payment".to_owned() } else { format!("{count} services and payments") };
    match check {
        Check::Fairness => format!("{lines}: no family’s answer changes by its legal status alone."),
        _ => format!("{lines}: never a no where the law gives a right. We checked this for every family there can be."),
    }
}

fn line(part: &str, finding: &Finding, place: &impl Fn(&Record) -> (String, String)) -> LineView {
    LineView {
        key: tag(finding.verdict),
        says: match finding.id.as_str() {
            "status_by_law" => "National law decides",
            _ => says(part, finding.verdict),
        },
        title: finding.title.clone(),
        what: finding.what.clone(),
        missing: finding.missing.clone(),
        records: finding.records.iter().map(place).collect(),
        open: finding.verdict == Verdict::Fail,
        same: finding.families.first().map(|family| facts(family, false)).unwrap_or_default(),
        families: finding.families.iter().enumerate().map(|(at, family)| family_view(at, family)).collect(),
        cites: CiteView::all(&finding.cites),
        to_do: finding.to_do.clone().filter(|_| finding.check != Check::Duty),
    }
}

/// The facts in which families differ, or those that they share.
fn facts(family: &Witness, differs: bool) -> Vec<(String, String)> {
    let facts = family.facts.iter().filter(|fact| fact.differs == differs);
    facts.map(|fact| (fact.label.clone(), show::capital(&fact.words))).collect()
}

fn family_view(at: usize, family: &Witness) -> FamilyView {
    let other = family.facts.iter().any(|fact| fact.differs);
    FamilyView {
        heading: match (at, other) {
            (0, true) => "One family",
            (_, true) => "Another family",
            _ => "A family",
        },
        differs: facts(family, true),
        council: outcome(family.council),
        law: family.law.map(outcome),
    }
}

/// An answer as a mark and words.
fn outcome(outcome: Outcome) -> (&'static str, &'static str) {
    match outcome {
        Outcome::Right => ("right", "Yes"),
        Outcome::May => ("may", "Maybe: they can say yes"),
        Outcome::No => ("no", "No"),
        Outcome::Depends => ("depends", "Someone must look first"),
        Outcome::UnknownRule => ("unclear", "The page does not say"),
    }
}

/// Where a record stands, on the page of the offer or at the desk, and what it is called.
fn place(slug: &str, record: &Record, is_draft: bool) -> (String, String) {
    let anchor = match record.kind {
        "section" | "service" | "payment" | "contact" | "organisation" | "remark" => {
            format!("#{}-{}", record.kind, record.id)
        }
        "statement" => "#states".to_owned(),
        "clock" => "#decides".to_owned(),
        "complaint" => "#complain".to_owned(),
        _ => "#about-offer".to_owned(),
    };
    let name = if record.name.is_empty() { record.id.clone() } else { record.name.clone() };
    match is_draft {
        true => (format!("/publish/{slug}/record/{}/{}", record.kind, record.id), name),
        false => (format!("/council/{slug}{anchor}"), name),
    }
}
