//! Instruments and provisions: what each says in our words, when it is in force, and what rests on it.

use super::period;
use crate::App;
use crate::ui::shell::Part;
use crate::ui::{Fault, Shell, page, show};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use law::Law;
use law::condition::Lines;
use law::instrument::Provision;
use serde_json::json;

#[derive(Template)]
#[template(path = "law/instruments.html")]
struct ListPage {
    shell: Shell,
    instruments: Vec<(String, String, String, usize)>,
}

/// `/law/instruments`
pub(super) async fn list(State(app): State<App>) -> Response {
    let law = app.law();
    let count = |id: &str| law.provisions.iter().filter(|provision| provision.instrument() == id).count();
    let row = |one: &law::instrument::Instrument| {
        (show::part(&one.id), one.title.clone(), one.kind.replace('-', " "), count(&one.id))
    };
    let instruments = law.instruments.iter().map(row).collect();
    page::ok(&ListPage { shell: Shell::new("Sources of law", Part::Law), instruments })
}

#[derive(Template)]
#[template(path = "law/instrument.html")]
struct InstrumentPage {
    shell: Shell,
    id: String,
    title: String,
    kind: String,
    url: Option<String>,
    notes: Vec<String>,
    provisions: Vec<Row>,
}

struct Row {
    href: String,
    name: String,
    title: String,
    sure: &'static str,
    verified: bool,
}

/// `/law/instrument/{id}`
pub(super) async fn show(State(app): State<App>, Path(name): Path<String>) -> Response {
    let (id, as_data) = page::split_json(&name);
    let law = app.law();
    let Some(found) = law.instrument(id) else { return Fault::not_found().into_response() };
    let provisions = law.provisions.iter().filter(|provision| provision.instrument() == id);
    if as_data {
        return page::json(&json!({
            "id": found.id, "title": found.title, "short": found.short, "kind": found.kind, "url": found.url,
            "notes": found.notes,
            "provisions": provisions.map(|one| one.id.as_str()).collect::<Vec<_>>(),
        }));
    }
    let row = |provision: &Provision| Row {
        href: show::provision_href(&provision.id),
        name: found.cite(provision),
        title: provision.title.clone(),
        sure: show::sureness(provision.verified),
        verified: provision.verified.is_verified(),
    };
    page::ok(&InstrumentPage {
        shell: Shell::new(&found.title, Part::Law),
        id: found.id.clone(),
        title: found.title.clone(),
        kind: found.kind.replace('-', " "),
        url: found.url.clone().filter(|url| url.starts_with("https://")),
        notes: found.notes.clone(),
        provisions: provisions.map(row).collect(),
    })
}

#[derive(Template)]
#[template(path = "law/provision.html")]
struct ProvisionPage {
    shell: Shell,
    name: String,
    title: String,
    says: String,
    force: Option<String>,
    binds: Option<String>,
    period: Option<String>,
    url: Option<String>,
    sure: &'static str,
    verified: bool,
    notes: Vec<String>,
    instrument: (String, String),
    data: String,
    supports: Links,
    clocks: Links,
    rates: Links,
}

/// Names in addresses, and titles.
type Links = Vec<(String, String)>;

/// `/law/provision/{instrument}/{number}`
pub(super) async fn provision(State(app): State<App>, Path((instrument, name)): Path<(String, String)>) -> Response {
    let (number, as_data) = page::split_json(&name);
    let law = app.law();
    let id = format!("{instrument}/{number}");
    let (Some(found), Some(of)) = (law.provision(&id), law.instrument(&instrument)) else {
        return Fault::not_found().into_response();
    };
    let supports = law.supports.iter().filter(|support| rests_on(&support.rule, &id));
    if as_data {
        return page::json(&json!({
            "id": found.id, "name": of.cite(found), "title": found.title, "says": found.says, "force": found.force,
            "binds": found.binds, "in_force": period::json(&found.period), "url": found.url,
            "sureness": found.verified, "verified": found.verified.is_verified(), "notes": found.notes,
            "instrument": of.id, "supports": supports.map(|one| one.id.as_str()).collect::<Vec<_>>(),
        }));
    }
    let (clocks, rates) = users(law, &id);
    let url = found.url.clone().or_else(|| of.url.clone());
    page::ok(&ProvisionPage {
        shell: Shell::new(&of.cite(found), Part::Law),
        name: of.cite(found),
        title: found.title.clone(),
        says: found.says.clone(),
        force: found.force.clone(),
        binds: found.binds.clone(),
        period: period::words(&found.period, app.clock().today(), app.places()),
        url: url.filter(|url| url.starts_with("https://")),
        sure: show::sureness(found.verified),
        verified: found.verified.is_verified(),
        notes: found.notes.clone(),
        instrument: (show::part(&of.id), of.title.clone()),
        data: format!("{}.json", show::provision_href(&id)),
        supports: supports.map(|one| (show::part(&one.id), one.title.clone())).collect(),
        clocks,
        rates,
    })
}

/// The clocks and rates that rest on a provision, as names in addresses and titles.
fn users(law: &Law, id: &str) -> (Links, Links) {
    let cites = |list: &[law::cite::Cite]| list.iter().any(|cite| cite.provision == id);
    let clocks = law.clocks.iter().filter(|clock| cites(&clock.cites));
    let rates = law.rates.iter().filter(|rate| rate.values.iter().any(|value| cites(&value.cites)));
    (
        clocks.map(|one| (show::part(&one.id), one.title.clone())).collect(),
        rates.map(|one| (show::part(&one.id), one.title.clone())).collect(),
    )
}

fn rests_on(rule: &Lines, id: &str) -> bool {
    rule.all().any(|line| {
        let mut found = line.cites.iter().any(|cite| cite.provision == id);
        if let Some(when) = &line.when {
            when.walk(&mut |part| found |= part.cites.iter().any(|cite| cite.provision == id));
        }
        found
    })
}
