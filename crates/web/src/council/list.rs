//! All 153 councils that answer for children in England, by region.

use crate::App;
use crate::language::{Piece, Said, say, say_with};
use crate::ui::shell::Part;
use crate::ui::{Shell, page};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use offer::place::Region;

#[derive(Template)]
#[template(path = "council/list.html")]
struct ListPage {
    shell: Shell,
    lead: Said,
    regions: Vec<RegionView>,
}

struct RegionView {
    name: &'static str,
    id: String,
    councils: Vec<(String, String, Option<Said>)>,
}

/// `/councils`
pub(super) async fn show(State(app): State<App>) -> Response {
    let councils = app.places().councils();
    let regions = Region::ALL.iter().map(|region| {
        let mut here: Vec<_> = (councils.iter())
            .filter(|council| council.region == *region)
            .map(|council| {
                let trust = council.delivered_by.as_ref();
                let trust = trust.map(|trust| say_with("councils-run-by", [("trust", Piece::written(&trust.name))]));
                (council.slug.clone(), council.name.clone(), trust)
            })
            .collect();
        here.sort_by(|a, b| a.1.cmp(&b.1));
        RegionView { name: region.as_str(), id: region.as_str().to_lowercase().replace(' ', "-"), councils: here }
    });
    page::ok(&ListPage {
        shell: Shell::said(&say("councils-title"), Part::Councils),
        lead: say_with("councils-lead", [("total", councils.len().into())]),
        regions: regions.collect(),
    })
}
