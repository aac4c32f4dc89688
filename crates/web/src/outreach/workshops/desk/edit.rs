//! Writing a workshop, and writing it anew.

use super::form::{self, REMINDERS};
use super::{Desk, refused};
use crate::App;
use crate::account::{SignedIn, form_key};
use crate::find::{Fields, Wrong};
use crate::language::{Said, say, say_with};
use crate::outreach::Name;
use crate::outreach::workshops::list::Choice;
use crate::outreach::workshops::page::arrangements;
use crate::ui::shell::Part;
use crate::ui::{Shell, page, show};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use offer::Welcome;
use offer::search::Access;
use outreach::workshop::{Act, Booked, Fault, Way};

#[derive(Template)]
#[template(path = "outreach/workshops/edit.html")]
struct EditPage {
    shell: Shell,
    slug: String,
    host: String,
    /// Its name in addresses; none for a new one.
    id: Option<String>,
    typed: Fields,
    wrong: Vec<Wrong>,
    ways: Vec<Choice>,
    rhythms: Vec<Choice>,
    booked: Vec<Choice>,
    reminders: Vec<Choice>,
    arrangements: Vec<Choice>,
    welcomes: Vec<Choice>,
    access: Vec<Choice>,
    key: String,
}

impl EditPage {
    fn wrong_of(&self, field: &str) -> Option<&Said> {
        self.wrong.iter().find(|wrong| wrong.field == field).map(|wrong| &wrong.words)
    }
}

fn draw(app: &App, desk: &Desk, id: Option<&str>, typed: Fields, wrong: Vec<Fault>) -> Response {
    let has = |name: &str, value: &str| typed.all(name).any(|known| known == value);
    let booked = |one: Booked| match one {
        Booked::EachDay => say("workshop-edit-booked-day"),
        Booked::Course => say("workshop-edit-booked-course"),
        Booked::Open => say("workshop-edit-booked-open"),
    };
    let is_wrong = !wrong.is_empty();
    let title = if is_wrong { say("workshop-edit-title-wrong") } else { say("workshops-desk-write-workshop") };
    let page = EditPage {
        shell: Shell::said(&title, Part::Desk),
        slug: desk.seat.host.slug.clone(),
        host: desk.seat.host.name.clone(),
        id: id.map(str::to_owned),
        wrong: wrong.into_iter().map(|fault| Wrong { words: fault.words.into(), field: fault.field }).collect(),
        ways: Way::ALL.iter().map(|way| Choice::new(way.word(), way.says(), has("way", way.word()))).collect(),
        rhythms: form::RHYTHMS
            .map(|word| Choice::new(word, form::rhythm(word).plain(), typed.get("again") == word))
            .into(),
        booked: Booked::ALL
            .iter()
            .map(|one| Choice::new(one.word(), booked(*one).plain(), has("booked", one.word())))
            .collect(),
        reminders: (REMINDERS.into_iter())
            .map(|days| {
                let label = say_with("workshop-edit-reminder", [("days", u32::from(days).into())]);
                Choice::new(&days.to_string(), label.plain(), has("reminders", &days.to_string()))
            })
            .collect(),
        arrangements: (arrangements(app).iter())
            .map(|(code, words)| Choice::new(code, words, has("arrangement", code)))
            .collect(),
        welcomes: (Welcome::ALL.iter())
            .map(|whom| Choice::new(whom.word(), &show::capital(whom.word()), has("whom", whom.word())))
            .collect(),
        access: Access::ALL.iter().map(|one| Choice::new(one.word(), one.name(), has("access", one.word()))).collect(),
        key: if typed.get("key").is_empty() { form_key() } else { typed.get("key").to_owned() },
        typed,
    };
    page::form(is_wrong, &page)
}

/// `/hosts/{slug}/workshops/new`.
pub(super) async fn begin(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
) -> Result<Response, Response> {
    let desk = Desk::take(&app, signed, &slug)?;
    Ok(draw(&app, &desk, None, form::empty(), Vec::new()))
}

/// Makes a new one.
pub(super) async fn make(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
    sent: Fields,
) -> Result<Response, Response> {
    let desk = Desk::take(&app, signed, &slug)?;
    let called = match crate::outreach::form::slug(sent.get("title")) {
        none if none.is_empty() => "workshop".to_owned(),
        called => called,
    };
    let name = desk.seat.name(desk.boards.workshops(), &called, sent.get("key")).await?;
    keep(&app, &desk, &name, None, sent).await
}

/// `/hosts/{slug}/workshops/{id}/edit`.
pub(super) async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Path((slug, id)): Path<(String, String)>,
) -> Result<Response, Response> {
    let desk = Desk::take(&app, signed, &slug)?;
    let standing = desk.get(&id)?;
    let typed = standing.thing.draft.as_ref().map(form::fields).unwrap_or_default();
    Ok(draw(&app, &desk, Some(&id), typed, Vec::new()))
}

/// Keeps what was written.
pub(super) async fn take(
    State(app): State<App>,
    signed: SignedIn,
    Path((slug, id)): Path<(String, String)>,
    sent: Fields,
) -> Result<Response, Response> {
    let desk = Desk::take(&app, signed, &slug)?;
    desk.get(&id)?;
    keep(&app, &desk, &desk.name(&id), Some(&id), sent).await
}

async fn keep(app: &App, desk: &Desk, name: &Name, id: Option<&str>, sent: Fields) -> Result<Response, Response> {
    let workshop = match form::read(&sent) {
        Ok(workshop) => workshop,
        Err(faults) => return Ok(draw(app, desk, id, sent, faults)),
    };
    let faults = workshop.faults(app.law(), app.clock().today());
    if !faults.is_empty() {
        return Ok(draw(app, desk, id, sent, faults));
    }
    match desk.act(app, name, &Act::Save(Box::new(workshop)), sent.get("key")).await {
        Ok(_) => Ok(Redirect::to(&format!("/hosts/{}/workshops/{}?kept=1", name.host, name.id)).into_response()),
        Err(error) => {
            let words = refused(error)?;
            Ok(draw(app, desk, id, sent, vec![Fault { field: "title", words: words.plain().to_owned() }]))
        }
    }
}
