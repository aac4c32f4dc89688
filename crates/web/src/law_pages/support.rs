//! One support: the page a carer reads, and the rule behind it.

use super::period;
use super::rule::{self, LineView};
use crate::App;
use crate::find::Worth;
use crate::language::Said;
use crate::ui::shell::Part;
use crate::ui::{Fault, Shell, markdown, page, show};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use law::rule::Support;
use law::{Case, Day};
use serde_json::{Value, json};

#[derive(Template)]
#[template(path = "law/support.html")]
struct SupportPage {
    shell: Shell,
    id: String,
    title: String,
    topic: String,
    topic_id: String,
    force: &'static str,
    provider: String,
    ask: Option<String>,
    proof: Option<String>,
    refused: Option<String>,
    period: Option<Said>,
    checked: String,
    notes: Vec<String>,
    worth: Vec<Worth>,
    body: String,
    rule: Vec<LineView>,
}

/// `/law/support/{id}`
pub(super) async fn show(State(app): State<App>, Path(name): Path<String>) -> Response {
    let (id, as_data) = page::split_json(&name);
    let day = app.today();
    let Some(place) = day.law.support_place(id) else { return Fault::not_found().into_response() };
    let support = &day.law.supports[place];
    if as_data {
        return page::json(&json(&day, support));
    }
    let findings = day.find(&Case::on(day.date));
    page::ok(&SupportPage {
        shell: Shell::new(&support.title, Part::Law),
        id: support.id.clone(),
        title: support.title.clone(),
        topic: show::topic(&support.group).into_owned(),
        topic_id: support.group.clone(),
        force: show::force(support.force),
        provider: support.provider.clone(),
        ask: support.ask.clone(),
        proof: support.proof.clone(),
        refused: support.refused.clone(),
        period: period::words(&support.period, day.date, app.places()),
        checked: show::checked(&support.checked),
        notes: support.notes.clone(),
        worth: day.amounts(&findings, place).iter().map(Worth::of).collect(),
        body: markdown::render(&support.body, 0),
        rule: rule::view(&day, support),
    })
}

fn json(day: &Day, support: &Support) -> Value {
    let findings = day.find(&Case::on(day.date));
    let place = day.law.support_place(&support.id).unwrap_or_default();
    json!({
        "id": support.id,
        "code": support.code,
        "title": support.title,
        "group": support.group,
        "force": support.force.word(),
        "for": support.for_whom,
        "provider": support.provider,
        "ask": support.ask,
        "proof": support.proof,
        "refused": support.refused,
        "in_force": period::json(&support.period),
        "weight": support.weight,
        "checked": support.checked,
        "notes": support.notes,
        "amounts": day.amounts(&findings, place),
        "rule": rule::rule_json(day, &support.rule),
        "body": support.body,
    })
}
