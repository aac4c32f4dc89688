//! Instruments and provisions: what each says in our words, when it is in force, and what rests on it.

use super::period;
use crate::App;
use crate::language::{Said, say};
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
    kinds: Vec<Kind>,
}

/// The instruments of one kind.
struct Kind {
    id: String,
    name: Said,
    instruments: Vec<(String, String, usize)>,
}

/// `/law/instruments`
pub(super) async fn list(State(app): State<App>) -> Response {
    let law = app.law();
    let count = |id: &str| law.provisions.iter().filter(|provision| provision.instrument() == id).count();
    let mut kinds: Vec<Kind> = Vec::new();
    for one in &law.instruments {
        let row = (show::part(&one.id).into_owned(), one.title.clone(), count(&one.id));
        match kinds.iter_mut().find(|kind| kind.id == one.kind) {
            Some(kind) => kind.instruments.push(row),
            None => kinds.push(Kind { id: one.kind.clone(), name: kind_words(&one.kind), instruments: vec![row] }),
        }
    }
    kinds.iter_mut().for_each(|kind| kind.instruments.sort_by(|a, b| a.1.cmp(&b.1)));
    page::ok(&ListPage { shell: Shell::said(&say("law-instruments-tab"), Part::Law), kinds })
}

#[derive(Template)]
#[template(path = "law/instrument.html")]
struct InstrumentPage {
    shell: Shell,
    id: String,
    title: String,
    kind: Said,
    url: Option<String>,
    notes: Vec<String>,
    /// The sections of a long one, by number: where each begins.
    sections: Vec<(String, String)>,
    provisions: Vec<Row>,
}

struct Row {
    /// Where the first row of a section stands.
    place: Option<String>,
    href: String,
    name: String,
    title: String,
    sure: Said,
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
    let mut sections: Vec<(String, String)> = Vec::new();
    let row = |provision: &Provision| Row {
        place: begins(provision, &mut sections),
        href: show::provision_href(&provision.id),
        name: found.cite(provision),
        title: provision.title.clone(),
        sure: show::sureness(provision.verified),
        verified: provision.verified.is_verified(),
    };
    let rows: Vec<Row> = provisions.map(row).collect();
    page::ok(&InstrumentPage {
        shell: Shell::new(&found.title, Part::Law),
        id: found.id.clone(),
        title: found.title.clone(),
        kind: kind_words(&found.kind),
        url: found.url.clone().filter(|url| url.starts_with("https://")),
        notes: found.notes.clone(),
        sections: if rows.len() > LONG { sections } else { Vec::new() },
        provisions: rows,
    })
}

#[derive(Template)]
#[template(path = "law/provision.html")]
struct ProvisionPage {
    shell: Shell,
    name: String,
    title: String,
    says: String,
    force: Option<Said>,
    binds: Option<String>,
    period: Option<Said>,
    url: Option<String>,
    sure: Said,
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
        force: found.force.as_deref().map(force_words),
        binds: found.binds.as_deref().map(show::capital),
        period: period::words(&found.period, app.clock().today(), app.places()),
        url: url.filter(|url| url.starts_with("https://")),
        sure: show::sureness(found.verified),
        verified: found.verified.is_verified(),
        notes: found.notes.clone(),
        instrument: (show::part(&of.id).into_owned(), of.title.clone()),
        data: format!("{}.json", show::provision_href(&id)),
        supports: supports.map(|one| (show::part(&one.id).into_owned(), one.title.clone())).collect(),
        clocks,
        rates,
    })
}

/// A list of more provisions than this has a list of its sections above it.
const LONG: usize = 30;

/// The place on the page of a section that begins here, which is taken down; none where it goes on, or has no number.
fn begins(provision: &Provision, sections: &mut Vec<(String, String)>) -> Option<String> {
    let number = provision.number();
    let section = number.split(['(', '-']).next().unwrap_or_default();
    let is_new = sections.last().is_none_or(|last| last.1 != section) && section.contains(|c: char| c.is_ascii_digit());
    let place = format!("section-{section}");
    let is_known = sections.iter().any(|known| known.0 == place);
    (is_new && !is_known).then(|| {
        sections.push((place.clone(), section.to_owned()));
        place
    })
}

/// What kind of words a provision is, in plain words.
fn force_words(force: &str) -> Said {
    say(match force {
        "must" => "law-force-must",
        "may" => "law-force-may",
        "should" => "law-force-should",
        "definition" => "law-force-definition",
        "status" => "law-force-status",
        "limit" => "law-force-limit",
        "case" => "law-force-case",
        "practice" => "law-force-practice",
        _ => "law-force-other",
    })
}

/// What kind of source an instrument is, in plain words.
fn kind_words(kind: &str) -> Said {
    say(match kind {
        "act" => "law-kind-acts",
        "regulations" => "law-kind-regulations",
        "guidance" => "law-kind-guidance",
        "case-list" => "law-kind-cases",
        "page-list" => "law-kind-pages",
        _ => "law-kind-other",
    })
}

/// The clocks and rates that rest on a provision, as names in addresses and titles.
fn users(law: &Law, id: &str) -> (Links, Links) {
    let cites = |list: &[law::cite::Cite]| list.iter().any(|cite| cite.provision == id);
    let clocks = law.clocks.iter().filter(|clock| cites(&clock.cites));
    let rates = law.rates.iter().filter(|rate| rate.values.iter().any(|value| cites(&value.cites)));
    (
        clocks.map(|one| (show::part(&one.id).into_owned(), one.title.clone())).collect(),
        rates.map(|one| (show::part(&one.id).into_owned(), one.title.clone())).collect(),
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
