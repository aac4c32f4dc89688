//! All 153 councils that answer for children in England, by region.

use crate::App;
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
    total: usize,
    regions: Vec<RegionView>,
}

struct RegionView {
    name: &'static str,
    id: String,
    councils: Vec<(String, String, Option<String>)>,
}

/// `/councils`
pub(super) async fn show(State(app): State<App>) -> Response {
    let councils = app.places().councils();
    let regions = Region::ALL.iter().map(|region| {
        let mut here: Vec<_> = (councils.iter())
            .filter(|council| council.region == *region)
            .map(|council| {
                let trust = council.delivered_by.as_ref().map(|trust| trust.name.clone());
                (council.slug.clone(), council.name.clone(), trust)
            })
            .collect();
        here.sort_by(|a, b| a.1.cmp(&b.1));
        RegionView { name: region.as_str(), id: region.as_str().to_lowercase().replace(' ', "-"), councils: here }
    });
    page::ok(&ListPage {
        shell: Shell::new("Councils", Part::Councils),
        total: councils.len(),
        regions: regions.collect(),
    })
}
