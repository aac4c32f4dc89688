//! How a council's offer stands against the law, guidance and good practice: three layers apart, and after them what
//! turns on legal status, what is out of date and what is hard to read.

use crate::App;
use crate::language::{Said, in_english, say, say_with};
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
    parts: Vec<(&'static str, Said)>,
    layers: Vec<PartView>,
    others: Vec<PartView>,
}

/// One part of the report.
struct PartView {
    key: &'static str,
    heading: Said,
    means: Said,
    counts: Vec<(&'static str, Said)>,
    lines: Vec<LineView>,
    /// How many lines are well and not listed.
    well: Option<Said>,
}

/// One finding.
struct LineView {
    key: &'static str,
    says: Said,
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
    heading: Said,
    differs: Vec<(String, String)>,
    council: (&'static str, Said),
    law: Option<(&'static str, Said)>,
}

/// The layers of the checklist: each with the keys of its heading and of what it means. They are never merged.
pub(crate) const LAYERS: [(Layer, &str, &str); 3] = [
    (Layer::Statute, "law-layer-must", "law-layer-must-means"),
    (Layer::Guidance, "law-layer-should", "law-layer-should-means"),
    (Layer::GoodPractice, "law-layer-could", "checks-could-means"),
];

const OTHERS: [(Check, &str, &str, &str); 4] = [
    (Check::Fairness, "fairness", "checks-fairness", "checks-fairness-means"),
    (Check::Overlay, "overlay", "checks-overlay", "checks-overlay-means"),
    (Check::Freshness, "freshness", "checks-freshness", "checks-freshness-means"),
    (Check::Words, "words", "checks-plain", "checks-plain-means"),
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
                true => Shell::said(&say("checks-title-draft"), Part::Desk),
                false => {
                    let council = ("council", offer.head.council.as_str().into());
                    Shell::said(&say_with("checks-tab", [council]), Part::Councils)
                }
            },
            is_draft,
            parts: layers.iter().chain(&others).map(|part| (part.key, part.heading.clone())).collect(),
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
    let counts = counts
        .map(|verdict| {
            (
                tag(*verdict),
                say_with("checks-count", [("says", says(key, *verdict).into()), ("many", count(verdict).into())]),
            )
        })
        .collect();
    let lines = findings.iter().map(|finding| line(key, finding, place)).collect();
    PartView { key, heading: say(heading), means: say(means), counts, lines, well: None }
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
fn says(part: &str, verdict: Verdict) -> Said {
    say(match (part, verdict) {
        ("fairness", Verdict::Pass) => "checks-need-decides",
        ("fairness", Verdict::Fail) => "checks-choice",
        ("fairness", Verdict::Partly) => "checks-not-same",
        ("overlay", Verdict::Pass) => "checks-gives",
        ("overlay", Verdict::Fail) => "checks-gives-less",
        ("freshness" | "words", Verdict::Fail) => "checks-put-right",
        ("freshness" | "words", Verdict::Partly) => "checks-look-at",
        (_, verdict) => return in_english(verdict.plain()),
    })
}

fn well_words(check: Check, count: usize) -> Said {
    let key = if check == Check::Fairness { "checks-well-fairness" } else { "checks-well-overlay" };
    say_with(key, [("many", count.into())])
}

fn line(part: &str, finding: &Finding, place: &impl Fn(&Record) -> (String, String)) -> LineView {
    LineView {
        key: tag(finding.verdict),
        says: match finding.id.as_str() {
            "status_by_law" => say("checks-national"),
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
        heading: say(match (at, other) {
            (0, true) => "checks-one-family",
            (_, true) => "checks-another-family",
            _ => "checks-family",
        }),
        differs: facts(family, true),
        council: outcome(family.council),
        law: family.law.map(outcome),
    }
}

/// An answer as a mark and words.
fn outcome(outcome: Outcome) -> (&'static str, Said) {
    let (key, words) = match outcome {
        Outcome::Right => ("right", "checks-yes"),
        Outcome::May => ("may", "checks-maybe"),
        Outcome::No => ("no", "checks-no"),
        Outcome::Depends => ("depends", "checks-look-first"),
        Outcome::UnknownRule => ("unclear", "checks-unclear"),
    };
    (key, say(words))
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
