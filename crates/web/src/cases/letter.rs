//! A letter of a case, word for word as it was made: as a page, and to take away.

use super::desk::CaseDesk;
use super::home::href;
use crate::App;
use crate::account::{Deed, SignedIn};
use crate::ui::download::Format;
use crate::ui::shell::Part;
use crate::ui::{Fault, Shell, page};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use casework::{Channel, Happened, gate};
use paper::{Document, Size};
use std::collections::BTreeMap;

#[derive(Template)]
#[template(path = "cases/letter.html")]
pub(super) struct LetterPage {
    pub shell: Shell,
    pub back: String,
    pub file: String,
    pub document: Document,
    pub ways: Vec<&'static str>,
    pub has_pdf: bool,
    pub to_council: bool,
    pub why: Option<String>,
}

/// `/cases/{slug}/case/{case}/letter/{file}`: `12-0`, or with an ending as a file.
pub(super) async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Path((slug, name, file)): Path<(String, String, String)>,
    Query(asked): Query<BTreeMap<String, String>>,
) -> Result<Response, Response> {
    let desk = CaseDesk::take(&app, signed, &slug, Deed::Cases)?;
    let (id, case) = desk.case(&app, &name).await?;
    let events = desk.caseload.events(&id).await.map_err(Fault::store)?;
    let large = asked.get("size").is_some_and(|size| size == "large");
    let (letter, ending) = found(&events, &file, large).ok_or_else(|| Fault::not_found().into_response())?;
    desk.looked(&app, &id, "a letter").await.map_err(Fault::store)?;
    let person = case.person(letter.to);
    let ways = person.map(gate::ways).unwrap_or_default();
    let ways = ways.iter().map(|way| match way {
        Channel::Post => "by letter",
        Channel::Email => "by email (only that there is something to read)",
        Channel::Text => "by text (only that there is something to read)",
        Channel::Phone => "by a call",
        Channel::Voicemail => "by a message on the phone",
        Channel::Page => "on the tracking page",
    });
    answer(&app, letter.document, ending, &file, &href(&id), ways.collect(), true).await
}

/// A letter among the events, by `12-0`, perhaps with an ending.
pub(super) fn found(
    events: &[Happened],
    file: &str,
    large: bool,
) -> Option<(casework::letter::Letter, Option<Format>)> {
    let (name, ending) = match file.split_once('.') {
        Some((name, ending)) => (name, Some(Format::of(ending)?)),
        None => (file, None),
    };
    let (version, place) = name.split_once('-')?;
    let (version, place): (u64, usize) = (version.parse().ok()?, place.parse().ok()?);
    let event = events.iter().find(|happened| happened.version == version)?;
    let mut letter = event.event.letters.get(place)?.clone();
    letter.document.size = if large { Size::Large } else { Size::Usual };
    Some((letter, ending))
}

/// A letter as a page, or as a file under a name that tells nothing.
pub(super) async fn answer(
    app: &App,
    document: Document,
    ending: Option<Format>,
    file: &str,
    back: &str,
    ways: Vec<&'static str>,
    to_council: bool,
) -> Result<Response, Response> {
    let mut why = None;
    if let Some(format) = ending {
        match format.write(app, &document).await {
            Ok(bytes) => return Ok(format.send("letter", bytes)),
            Err(words) => why = Some(words),
        }
    }
    let page = LetterPage {
        shell: Shell::dense("A letter", if to_council { Part::Desk } else { Part::Find }),
        back: back.to_owned(),
        file: file.split('.').next().unwrap_or_default().to_owned(),
        document,
        ways,
        has_pdf: app.pdf().is_some(),
        to_council,
        why,
    };
    Ok(page::ok(&page))
}
