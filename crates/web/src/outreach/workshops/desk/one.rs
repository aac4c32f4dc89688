//! One workshop at the desk: whether it is public, its days, what people thought, what they can read afterwards.

use super::{Desk, follow, list, refused, tell_changed};
use crate::App;
use crate::account::{SignedIn, form_key};
use crate::find::Fields;
use crate::language::{Said, say};
use crate::outreach::workshops::{key, view};
use crate::ui::shell::Part;
use crate::ui::{Fault, Shell, page};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use outreach::workshop::{Act, Helped, Kept, Material, Opinion, Summary, When};
use std::collections::{BTreeMap, HashMap};
use store::IdempotencyKey;

#[derive(Template)]
#[template(path = "outreach/workshops/one.html")]
struct OnePage {
    shell: Shell,
    slug: String,
    id: String,
    title: String,
    state: Said,
    is_public: bool,
    has_changes: bool,
    is_off: bool,
    days: Vec<DayLine>,
    past: Vec<DayLine>,
    summary: Summary,
    materials: String,
    refused: Option<Said>,
    kept: bool,
    key: String,
}

/// A day with how full it is.
struct DayLine {
    when: When,
    words: String,
    taken: i64,
    waiting: i64,
    places: Option<u32>,
    called_off: Option<String>,
}

/// `/hosts/{slug}/workshops/{id}`.
pub(super) async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Path((slug, id)): Path<(String, String)>,
    Query(asked): Query<BTreeMap<String, String>>,
) -> Result<Response, Response> {
    let desk = Desk::take(&app, signed, &slug)?;
    draw(&app, &desk, &id, None, asked.contains_key("kept"), None).await
}

async fn draw(
    app: &App,
    desk: &Desk,
    id: &str,
    refused: Option<Said>,
    kept: bool,
    typed: Option<String>,
) -> Result<Response, Response> {
    let standing = desk.get(id)?;
    let thing = &standing.thing;
    let Some(draft) = &thing.draft else { return Err(Fault::not_found().into_response()) };
    let shown = thing.public.as_ref().unwrap_or(draft);
    let store = desk.boards.store();
    let full: HashMap<_, _> =
        store.occasions().await.map_err(Fault::store)?.into_iter().map(|one| (one.key.clone(), one)).collect();
    let today = app.clock().today();
    let (mut days, mut past) = (Vec::new(), Vec::new());
    for occasion in shown.occasions(app.law(), &thing.called_off) {
        let known = full.get(&key(&desk.name(id), occasion.when));
        let line = DayLine {
            when: occasion.when,
            words: view::days(&occasion.days, shown.times.hours),
            taken: known.map_or(0, |known| known.taken),
            waiting: known.map_or(0, |known| known.waiting),
            places: shown.places,
            called_off: occasion.called_off.clone(),
        };
        if occasion.last() >= today { days.push(line) } else { past.push(line) }
    }
    let opinions = store.opinions(&desk.seat.host.slug, id).await.map_err(Fault::store)?;
    let opinions: Vec<Opinion> = opinions.iter().filter_map(|one| serde_json::from_str(one).ok()).collect();
    let materials = typed.unwrap_or_else(|| lines(&thing.materials));
    let page = OnePage {
        shell: Shell::said(&say("workshop-one-tab"), Part::Desk),
        slug: desk.seat.host.slug.clone(),
        id: id.to_owned(),
        title: draft.title.clone(),
        state: list::state(thing),
        is_public: thing.public.is_some(),
        has_changes: thing.has_changes(),
        is_off: thing.called_off.contains_key(&When::Whole),
        days,
        past,
        summary: Summary::of(&opinions),
        materials,
        refused: refused.clone(),
        kept,
        key: form_key(),
    };
    Ok(page::form(refused.is_some(), &page))
}

/// What there is to read afterwards, as it is typed: a line for each, its name, a bar, its address.
fn lines(materials: &[Material]) -> String {
    materials.iter().map(|one| format!("{} | {}\n", one.title, one.link)).collect()
}

fn materials(text: &str) -> Vec<Material> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines
        .map(|line| {
            let (title, link) = line.rsplit_once('|').unwrap_or((line, ""));
            Material { title: title.trim().to_owned(), link: link.trim().to_owned() }
        })
        .collect()
}

/// Publishes it, calls it off, or puts there what to read.
pub(super) async fn take(
    State(app): State<App>,
    signed: SignedIn,
    Path((slug, id)): Path<(String, String)>,
    sent: Fields,
) -> Result<Response, Response> {
    let desk = Desk::take(&app, signed, &slug)?;
    let before = desk.get(&id)?;
    let act = match sent.get("do") {
        "publish" => Act::Publish,
        "call_off" => Act::CallOff { why: sent.lines("why").unwrap_or_default() },
        "materials" => Act::GiveMaterials(materials(&sent.lines("materials").unwrap_or_default())),
        _ => return Err(Fault::bad_request().into_response()),
    };
    let name = desk.name(&id);
    match desk.act(&app, &name, &act, sent.get("key")).await {
        Ok(after) => {
            follow(&app, &desk, &name).await.map_err(Fault::store)?;
            if act == Act::Publish && changed(&before.thing, &after.thing) {
                let key = IdempotencyKey::new(&format!("changed-{}", after.version)).map_err(Fault::store)?;
                let to_come = after.thing.to_come(app.law(), app.clock().today());
                tell_changed(&app, &desk, &name, &key, &to_come).await.map_err(Fault::store)?;
            }
            Ok(Redirect::to(&format!("/hosts/{slug}/workshops/{id}?kept=1")).into_response())
        }
        Err(error) => {
            let words = refused(error)?;
            let typed = (sent.get("do") == "materials").then(|| sent.lines("materials").unwrap_or_default());
            draw(&app, &desk, &id, Some(words), false, typed).await
        }
    }
}

/// Whether something changed that whoever comes must know: when, where, or how to join.
fn changed(before: &Kept, after: &Kept) -> bool {
    match (&before.public, &after.public) {
        (Some(before), Some(after)) => {
            before.times.hours != after.times.hours
                || before.venue != after.venue
                || before.online != after.online
                || before.way != after.way
        }
        _ => false,
    }
}

impl OnePage {
    fn helped(&self, helped: &Helped) -> Said {
        match helped {
            Helped::ALot => say("workshop-one-helped-lot"),
            Helped::ALittle => say("workshop-one-helped-little"),
            Helped::Not => say("workshop-one-helped-not"),
        }
    }
}
