//! What a council's kinship local offer must, should and may hold, in three layers that are never merged.

use crate::App;
use crate::language::{Said, say};
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
    parts: Vec<(&'static str, Said)>,
    layers: Vec<LayerView>,
}

struct LayerView {
    key: &'static str,
    heading: Said,
    means: Said,
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

/// The layers, each with the keys of its heading and of what it means.
const LAYERS: [(Layer, &str, &str); 3] = [
    (Layer::Statute, "law-layer-must", "law-layer-must-means"),
    (Layer::Guidance, "law-layer-should", "law-layer-should-means"),
    (Layer::GoodPractice, "law-layer-could", "law-layer-could-means"),
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
        LayerView {
            key: layer.word(),
            heading: say(heading),
            means: say(means),
            duties: duties.into_iter().map(view).collect(),
        }
    });
    let shell = Shell::said(&say("law-duties"), Part::Law);
    page::ok(&DutiesPage {
        shell,
        parts: LAYERS.iter().map(|(layer, heading, _)| (layer.word(), say(heading))).collect(),
        layers: layers.collect(),
    })
}
