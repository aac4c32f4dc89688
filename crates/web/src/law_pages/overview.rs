//! The whole law at a glance: every support by subject, and the ways into everything else.

use crate::App;
use crate::language::say;
use crate::ui::shell::Part;
use crate::ui::{Shell, page, show};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use law::rule::Support;
use serde_json::{Value, json};

#[derive(Template)]
#[template(path = "law/overview.html")]
struct OverviewPage {
    shell: Shell,
    topics: Vec<Topic>,
    supports: usize,
    provisions: usize,
    verified: usize,
    today: String,
}

struct Topic {
    id: &'static str,
    name: &'static str,
    supports: Vec<(String, String, &'static str)>,
}

/// `/law`
pub(super) async fn show(State(app): State<App>) -> Response {
    let law = app.law();
    let row = |support: &Support| (support.id.clone(), support.title.clone(), show::force(support.force));
    let topics = show::TOPICS.iter().map(|(id, name)| {
        let mut supports: Vec<_> = law.supports.iter().filter(|support| support.group == *id).collect();
        supports.sort_by(|a, b| b.weight.cmp(&a.weight).then_with(|| a.title.cmp(&b.title)));
        Topic { id, name, supports: supports.into_iter().map(row).collect() }
    });
    page::ok(&OverviewPage {
        shell: Shell::said(&say("law-title"), Part::Law),
        topics: topics.filter(|topic| !topic.supports.is_empty()).collect(),
        supports: law.supports.len(),
        provisions: law.provisions.len(),
        verified: law.provisions.iter().filter(|provision| provision.verified.is_verified()).count(),
        today: show::date(app.clock().today()),
    })
}

/// `/law.json`: where every entry is found as data.
pub(super) async fn json(State(app): State<App>) -> Response {
    let law = app.law();
    let entry = |kind: &str, id: &str, title: &str| -> Value {
        json!({ "id": id, "title": title, "href": format!("/law/{kind}/{}.json", show::part(id)) })
    };
    let provisions = law.provisions.iter().map(
        |one| json!({ "id": one.id, "title": one.title, "href": format!("{}.json", show::provision_href(&one.id)) }),
    );
    page::json(&json!({
        "on": app.clock().today().to_string(),
        "supports": law.supports.iter().map(|one| entry("support", &one.id, &one.title)).collect::<Vec<_>>(),
        "provisions": provisions.collect::<Vec<_>>(),
        "clocks": law.clocks.iter().map(|one| entry("clock", &one.id, &one.title)).collect::<Vec<_>>(),
        "rates": law.rates.iter().map(|one| entry("rate", &one.id, &one.title)).collect::<Vec<_>>(),
        "stories": law.stories.iter().map(|one| entry("story", &one.id, &one.title)).collect::<Vec<_>>(),
        "facts": law.facts.iter().map(|(_, fact)| super::fact::json(law, fact)).collect::<Vec<_>>(),
    }))
}
