//! Which council's desk, and beginning one.

use crate::App;
use crate::account::{Deed, Reach, SignedIn, reach};
use crate::find::Fields;
use crate::keeper::{ActError, Doing};
use crate::language::say;
use crate::ui::shell::Part;
use crate::ui::{Fault, Shell, page};
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use offer::publish::Act;
use offer::{Record, RecordId};
use store::IdempotencyKey;

#[derive(Template)]
#[template(path = "publish/choose.html")]
struct ChoosePage {
    shell: Shell,
    name: String,
    desks: Vec<(String, String)>,
    may_begin: bool,
    sees_installation: bool,
    councils: Vec<(String, String)>,
    key: String,
    typed: String,
    wrong: Option<String>,
}

/// `/publish`.
pub(super) async fn show(State(app): State<App>, signed: SignedIn) -> Response {
    page(&app, &signed, String::new(), None)
}

fn page(app: &App, signed: &SignedIn, typed: String, wrong: Option<String>) -> Response {
    let may = |slug: &str| {
        let deeds = [Deed::Read, Deed::Team];
        deeds.into_iter().any(|deed| reach(&signed.grants, deed, Some(slug)) != Reach::No)
    };
    let all = signed.keeper.desks();
    let desks = all.iter().filter(|(slug, _)| may(slug));
    let title = |slug: &str| match app.places().councils().iter().find(|council| council.slug == slug) {
        Some(council) => council.name.clone(),
        None => slug.to_owned(),
    };
    let begun = |slug: &str| all.iter().any(|(known, _)| known == slug);
    let councils = app.places().councils().iter().filter(|council| !begun(&council.slug));
    let is_wrong = wrong.is_some();
    let page = ChoosePage {
        shell: Shell::said(&say("desk-choose-title"), Part::Desk),
        name: signed.account.name.clone(),
        desks: desks.map(|(slug, _)| (slug.clone(), title(slug))).collect(),
        may_begin: reach(&signed.grants, Deed::Found, None) == Reach::All,
        sees_installation: reach(&signed.grants, Deed::Installation, None) == Reach::All,
        councils: councils.map(|council| (council.slug.clone(), council.name.clone())).collect(),
        key: crate::account::form_key(),
        typed,
        wrong,
    };
    page::form(is_wrong, &page)
}

/// Begins a council's offer: its head, and nothing else.
pub(super) async fn begin(State(app): State<App>, signed: SignedIn, sent: Fields) -> Result<Response, Response> {
    if reach(&signed.grants, Deed::Found, None) != Reach::All {
        return Err(Fault::not_yours().into_response());
    }
    let (chosen, typed) = (sent.get("council"), sent.get("name"));
    let council = app.places().councils().iter().find(|council| council.slug == chosen);
    let (slug, name, code) = match council {
        Some(council) => (council.slug.clone(), council.name.clone(), council.code.to_string()),
        None if typed.is_empty() => {
            return Ok(page(&app, &signed, String::new(), Some(say("desk-choose-wrong").plain().to_owned())));
        }
        None => (slug_of(typed), typed.to_owned(), "not stated".to_owned()),
    };
    let head = RecordId::new("offer", &slug).and_then(|id| {
        let fields = [
            ("council", name.as_str()),
            ("authority", code.as_str()),
            ("title", "Our kinship local offer"),
            ("status", "draft"),
            ("layout", "need-led"),
        ];
        let fields: Vec<(String, String)> = fields.map(|(key, value)| (key.to_owned(), value.to_owned())).into();
        Record::from_fields(id, &fields).map_err(|fault| fault.to_string())
    });
    let record = match head {
        Ok(record) => record,
        Err(words) => return Ok(page(&app, &signed, typed.to_owned(), Some(words))),
    };
    let clock = app.clock();
    let doing = Doing {
        council: &slug,
        act: Act::Save { record, seen: None },
        by: signed.account.id,
        grants: &signed.grants,
        at: clock.now(),
        today: clock.today(),
        law: app.law(),
        key: IdempotencyKey::new(sent.get("key")).ok(),
        mail: Vec::new(),
    };
    match signed.keeper.act(doing).await {
        Ok(_) => Ok(Redirect::to(&format!("/publish/{slug}/team")).into_response()),
        Err(ActError::Store(error)) => Err(Fault::store(error)),
        Err(error) => Ok(page(&app, &signed, typed.to_owned(), Some(error.to_string()))),
    }
}

/// A name in addresses, made from a council's name.
fn slug_of(name: &str) -> String {
    let letters = name.to_lowercase();
    let words = letters.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let kept: Vec<&str> =
        words.filter(|word| !["council", "county", "borough", "city", "the", "of"].contains(word)).collect();
    if kept.is_empty() { "council".to_owned() } else { kept.join("-") }
}
