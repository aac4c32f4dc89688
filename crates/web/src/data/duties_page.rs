//! `/compare/duties`: the same duty across all councils, by layer; and one duty with what every offer shows of it.

use super::bars::{Bar, bars};
use super::comparison::{MOST_LISTED, region_id};
use super::duties::{Standing, place};
use crate::App;
use crate::council::{LAYERS, tag};
use crate::language::{Said, in_english, say};
use crate::ui::shell::Part;
use crate::ui::show::CiteView;
use crate::ui::{Fault, Shell, page, show};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use law::duty::Duty;
use offer::check::Verdict;
use offer::place::Region;
use serde::Deserialize;

/// What is asked for: the name of a duty.
#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    duty: String,
}

#[derive(Template)]
#[template(path = "data/compare_duties.html")]
struct DutiesPage {
    shell: Shell,
    seen: Seen,
    layers: Vec<LayerView>,
}

#[derive(Template)]
#[template(path = "data/compare_duty.html")]
struct DutyPage {
    shell: Shell,
    seen: Seen,
    title: String,
    asks: String,
    layer: Option<Said>,
    means: Option<Said>,
    bars: Vec<Bar>,
    cites: Vec<CiteView>,
    regions: Vec<RegionView>,
}

/// How much is known here.
struct Seen {
    on: String,
    held: usize,
    total: usize,
    has_examples: bool,
}

struct LayerView {
    key: &'static str,
    heading: Said,
    means: Said,
    duties: Vec<DutyView>,
}

struct DutyView {
    id: String,
    title: String,
    bars: Vec<Bar>,
    /// Where few offers are held: each verdict, as a mark and words, with the councils' names.
    groups: Vec<(Option<&'static str>, Said, String)>,
}

struct RegionView {
    name: &'static str,
    id: String,
    total: usize,
    unknown: usize,
    rows: Vec<RowView>,
}

/// What one council's offer shows.
struct RowView {
    slug: String,
    name: String,
    key: &'static str,
    says: Said,
    what: String,
}

/// The parts of a bar, in the order of the verdicts.
const PARTS: [(&str, &str); 5] = [
    ("right", "compare-shown"),
    ("may", "compare-in-part"),
    ("no", "compare-not-shown"),
    ("depends", "compare-cannot-tell"),
    ("unclear", "compare-not-asked"),
];

/// `/compare/duties`
pub(super) async fn show(State(app): State<App>, Query(asked): Query<Asked>) -> Response {
    let standing = app.published().standing(&app).await;
    let seen = Seen {
        on: show::date(app.clock().today()),
        held: standing.held(&app).count(),
        total: app.places().councils().len(),
        has_examples: standing.held(&app).any(|(_, report)| report.example),
    };
    if asked.duty.is_empty() {
        let layers = LAYERS.iter().map(|(layer, heading, means)| {
            let duties = app.law().duties.iter().filter(|duty| duty.layer == *layer);
            let duties = duties.map(|duty| duty_view(&app, &standing, duty, seen.held)).collect();
            LayerView { key: layer.word(), heading: say(heading), means: say(means), duties }
        });
        let layers = layers.collect();
        return page::ok(&DutiesPage { shell: Shell::said(&say("compare-duty-title"), Part::Councils), seen, layers });
    }
    match app.law().duties.iter().find(|duty| duty.id == asked.duty) {
        Some(duty) => page::ok(&duty_page(&app, &standing, duty, seen)),
        None => Fault::not_found().into_response(),
    }
}

/// How many of the councils held show what.
fn counts(app: &App, standing: &Standing, duty: &Duty) -> [usize; 5] {
    let mut counts = [0; 5];
    let found = standing.held(app).filter_map(|(_, report)| report.duty(&duty.id));
    found.for_each(|finding| counts[place(finding.verdict)] += 1);
    counts
}

fn duty_view(app: &App, standing: &Standing, duty: &Duty, held: usize) -> DutyView {
    let group = |verdict: &Verdict| {
        let is_so = |report: &offer::check::Report| report.duty(&duty.id).is_some_and(|one| one.verdict == *verdict);
        let names = standing.held(app).filter(|(_, report)| is_so(report)).map(|(council, _)| council.name.as_str());
        let names = names.collect::<Vec<_>>().join(", ");
        (!names.is_empty()).then(|| (Some(tag(*verdict)), in_english(verdict.plain()), names))
    };
    let groups = if held > MOST_LISTED { Vec::new() } else { Verdict::ALL.iter().filter_map(group).collect() };
    let bars = bars(PARTS, counts(app, standing, duty));
    DutyView { id: duty.id.clone(), title: duty.title.clone(), bars, groups }
}

fn duty_page(app: &App, standing: &Standing, duty: &Duty, seen: Seen) -> DutyPage {
    let layer = LAYERS.iter().find(|(layer, ..)| *layer == duty.layer);
    let regions = Region::ALL.iter().map(|region| {
        let here = standing.held(app).filter(|(council, _)| council.region == *region);
        let row = |(council, report): (&offer::place::Council, &offer::check::Report)| {
            let finding = report.duty(&duty.id)?;
            let (key, says, what) = (tag(finding.verdict), in_english(finding.verdict.plain()), finding.what.clone());
            Some(RowView { slug: council.slug.clone(), name: council.name.clone(), key, says, what })
        };
        let mut rows: Vec<RowView> = here.filter_map(row).collect();
        rows.sort_by(|a, b| a.name.cmp(&b.name));
        let total = app.places().councils().iter().filter(|council| council.region == *region).count();
        let (name, unknown) = (region.as_str(), total - rows.len());
        RegionView { name, id: region_id(*region), total, unknown, rows }
    });
    let cites = standing.reports.first().and_then(|(_, report)| report.duty(&duty.id));
    DutyPage {
        shell: Shell::new(&duty.title, Part::Councils),
        title: duty.title.clone(),
        asks: duty.asks.clone(),
        layer: layer.map(|(_, heading, _)| say(heading)),
        means: layer.map(|(.., means)| say(means)),
        bars: bars(PARTS, counts(app, standing, duty)),
        cites: cites.map(|finding| CiteView::all(&finding.cites)).unwrap_or_default(),
        regions: regions.collect(),
        seen,
    }
}
