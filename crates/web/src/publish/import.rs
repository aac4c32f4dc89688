//! An offer as one text, taken out and brought in: the form a council may keep in git.

use crate::App;
use crate::account::{Deed, Seat, SignedIn, form_key};
use crate::find::Fields;
use crate::keeper::ActError;
use crate::ui::shell::Part;
use crate::ui::{Fault, Shell, html};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use offer::publish::Act;
use offer::{Record, differences};

use super::changes::{ChangeView, views};

#[derive(Template)]
#[template(path = "publish/import.html")]
struct ImportPage {
    shell: Shell,
    slug: String,
    key: String,
    from: String,
    text: String,
    refused: Option<String>,
    faults: Vec<String>,
    /// What would change, once it was read.
    changes: Option<Vec<ChangeView>>,
}

/// `/publish/{slug}/import`.
pub(super) async fn show(signed: SignedIn, Path(slug): Path<String>) -> Result<Response, Response> {
    let seat = Seat::take(signed, &slug, Deed::Arrange)?;
    Ok(draw(&seat, String::new(), String::new(), None, Vec::new(), None))
}

fn draw(
    seat: &Seat,
    from: String,
    text: String,
    refused: Option<String>,
    faults: Vec<String>,
    changes: Option<Vec<ChangeView>>,
) -> Response {
    let status = match refused.is_some() || !faults.is_empty() {
        true => StatusCode::UNPROCESSABLE_ENTITY,
        false => StatusCode::OK,
    };
    let (shell, slug) = (Shell::new("Bring in and take out", Part::Desk), seat.slug.clone());
    html(status, &ImportPage { shell, slug, key: form_key(), from, text, refused, faults, changes })
}

/// Reads the text, shows what would change, and on the second sending brings it in.
pub(super) async fn take(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
    sent: Fields,
) -> Result<Response, Response> {
    let seat = Seat::take(signed, &slug, Deed::Arrange)?;
    let (from, text) = (sent.get("from").to_owned(), sent.raw("text").to_owned());
    let (records, faults) = Record::read_all(&text, "text");
    if !faults.is_empty() {
        let faults = faults.iter().map(ToString::to_string).collect();
        return Ok(draw(&seat, from, text, None, faults, None));
    }
    if records.is_empty() {
        let words = "No record was found in the text. A record begins with its kind and its name";
        return Ok(draw(&seat, from, text, Some(words.to_owned()), Vec::new(), None));
    }
    if sent.get("do") != "bring" {
        let before = seat.desk.draft.records();
        let mut after = before.clone();
        for record in records {
            match after.iter_mut().find(|known| known.id() == record.id()) {
                Some(known) => *known = record,
                None => after.push(record),
            }
        }
        let changes = views(&app, differences(&before, &after));
        return Ok(draw(&seat, from, text, None, Vec::new(), Some(changes)));
    }
    match seat.act(&app, Act::Import { from: from.clone(), records }, sent.get("key"), Vec::new()).await {
        Ok(_) => Ok(Redirect::to(&format!("/publish/{slug}")).into_response()),
        Err(ActError::Store(error)) => Err(Fault::store(error)),
        Err(error) => Ok(draw(&seat, from, text, Some(error.to_string()), Vec::new(), None)),
    }
}

/// `/publish/{slug}/offer.law`: the whole draft as one text.
pub(super) async fn export(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
) -> Result<Response, Response> {
    let seat = Seat::whole(signed, &slug, Deed::Read)?;
    let (offer, faults) = seat.desk.draft.offer(app.law());
    // What cannot be read yet is given as it was typed, so that nothing is lost on the way.
    let typed = || seat.desk.draft.held().map(|held| held.record.text()).collect::<Vec<_>>().join("\n");
    let text = if faults.is_empty() { offer.text(app.law()) } else { typed() };
    let name = format!("attachment; filename=\"{slug}.law\"");
    Ok(([(header::CONTENT_TYPE, "text/plain; charset=utf-8".to_owned()), (header::CONTENT_DISPOSITION, name)], text)
        .into_response())
}
