//! What a council's kinship local offer must, should and may hold, in three layers that are never merged.

use crate::App;
use crate::language::Said;
use crate::ui::condition;
use crate::ui::shell::Part;
use crate::ui::show::CiteView;
use crate::ui::{Shell, page, show};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use law::duty::{Duty, Layer};

#[derive(Template)]
#[template(path = "law/duties.html")]
struct DutiesPage {
    shell: Shell,
    parts: Vec<(&'static str, &'static str)>,
    layers: Vec<LayerView>,
}

struct LayerView {
    key: &'static str,
    heading: &'static str,
    means: &'static str,
    duties: Vec<DutyView>,
}

struct DutyView {
    title: String,
    asks: String,
    shown_by: String,
    sure: Said,
    verified: bool,
    cites: Vec<CiteView>,
    notes: Vec<String>,
}

const LAYERS: [(Layer, &str, &str); 3] = [
    (Layer::Statute, "Must: what the Act says", "Every council in England has had to do this since 29 June 2026."),
    (
        Layer::Guidance,
        "Should: what the government expects",
        "Councils must follow this unless they have a good reason.",
    ),
    (
        Layer::GoodPractice,
        "Could: what good councils do",
        "No rule asks for this. Families and councils say that it helps.",
    ),
];

/// `/law/offer-duties`
pub(super) async fn list(State(app): State<App>) -> Response {
    let day = app.today();
    let view = |duty: &Duty| DutyView {
        title: duty.title.clone(),
        asks: duty.asks.clone(),
        shown_by: duty.shown_by.iter().map(|shown| shown.words()).collect::<Vec<_>>().join("; "),
        sure: show::sureness(duty.verified),
        verified: duty.verified.is_verified(),
        cites: condition::cites(&day, &duty.cites),
        notes: duty.notes.clone(),
    };
    let layers = LAYERS.iter().map(|(layer, heading, means)| {
        let mut duties: Vec<&Duty> = day.law.duties.iter().filter(|duty| duty.layer == *layer).collect();
        duties.sort_by_key(|duty| duty.no);
        LayerView { key: layer.word(), heading, means, duties: duties.into_iter().map(view).collect() }
    });
    let shell = Shell::new("What your council must offer", Part::Law);
    page::ok(&DutiesPage {
        shell,
        parts: LAYERS.iter().map(|(layer, heading, _)| (layer.word(), *heading)).collect(),
        layers: layers.collect(),
    })
}
