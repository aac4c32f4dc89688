//! A letter of a case, word for word as it was made: as a page, and to take away.

use super::desk::CaseDesk;
use super::home::href;
use crate::App;
use crate::account::{Deed, SignedIn};
use crate::language::{Said, say, say_with};
use crate::ui::download::Format;
use crate::ui::shell::Part;
use crate::ui::{Fault, Shell, page};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use casework::{Channel, Happened, PersonId, gate};
use paper::{Document, Size};
use std::collections::BTreeMap;

#[derive(Template)]
#[template(path = "cases/letter.html")]
pub(super) struct LetterPage {
    pub shell: Shell,
    pub back: String,
    pub file: String,
    pub document: Document,
    pub ways: Option<Said>,
    pub has_pdf: bool,
    pub invites: bool,
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
    desk.looked(&app, &id, "a letter").await.map_err(Fault::store)?;
    if let Some(happened) = invited(&events, &file, None) {
        let calendar = super::invitation::calendar(happened, &id.case);
        return calendar.ok_or_else(|| Fault::not_found().into_response());
    }
    let large = asked.get("size").is_some_and(|size| size == "large");
    let (letter, ending) = found(&events, &file, large).ok_or_else(|| Fault::not_found().into_response())?;
    let person = case.person(letter.to);
    let ways = person.map(gate::ways).unwrap_or_default();
    let ways = ways.iter().map(|way| {
        say(match way {
            Channel::Post => "case-letter-by-letter",
            Channel::Email => "case-letter-by-email",
            Channel::Text => "case-letter-by-text",
            Channel::Phone => "case-letter-by-call",
            Channel::Voicemail => "case-letter-by-voicemail",
            Channel::Page => "case-letter-on-page",
        })
        .plain()
        .to_owned()
    });
    let ways: Vec<String> = ways.collect();
    let ways = match ways.is_empty() {
        true => say("case-letter-safe-none"),
        false => say_with("case-letter-safe", [("ways", ways.join(", ").as_str().into())]),
    };
    let (invites, back) = (invites(&events, &file), href(&id));
    let reading = Reading { file: &file, back: &back, ways: Some(ways), invites };
    answer(&app, letter.document, ending, reading).await
}

fn event_of<'a>(events: &'a [Happened], file: &str) -> Option<(&'a Happened, usize)> {
    let (version, place) = file.split('.').next()?.split_once('-')?;
    let version: u64 = version.parse().ok()?;
    Some((events.iter().find(|happened| happened.version == version)?, place.parse().ok()?))
}

/// Whether a letter invites to a day.
pub(super) fn invites(events: &[Happened], file: &str) -> bool {
    event_of(events, file).is_some_and(|(happened, _)| super::invitation::invites(&happened.event))
}

/// The event whose invitation is asked for as an entry for a calendar: that of a letter to this person, where only theirs is
/// asked for.
pub(super) fn invited<'a>(events: &'a [Happened], file: &str, to: Option<PersonId>) -> Option<&'a Happened> {
    let (happened, place) = event_of(events, file.strip_suffix(".ics")?)?;
    let letter = happened.event.letters.get(place)?;
    to.is_none_or(|to| letter.to == to).then_some(happened)
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
    let (event, place) = event_of(events, name)?;
    let mut letter = event.event.letters.get(place)?.clone();
    letter.document.size = if large { Size::Large } else { Size::Usual };
    Some((letter, ending))
}

/// Who reads a letter, and where.
pub(super) struct Reading<'a> {
    /// What of the address names the letter.
    pub file: &'a str,
    /// The page to go back to.
    pub back: &'a str,
    /// The ways in which it is safe to reach whom it goes to; none where they read it themselves.
    pub ways: Option<Said>,
    /// Whether it invites to a day.
    pub invites: bool,
}

/// A letter as a page, or as a file under a name that tells nothing.
pub(super) async fn answer(
    app: &App,
    document: Document,
    ending: Option<Format>,
    reading: Reading<'_>,
) -> Result<Response, Response> {
    let mut why = None;
    if let Some(format) = ending {
        match format.write(app, &document).await {
            Ok(bytes) => return Ok(format.send("letter", bytes)),
            Err(words) => why = Some(words),
        }
    }
    let page = LetterPage {
        shell: Shell::dense(
            say("case-letter-title").plain(),
            if reading.ways.is_some() { Part::Desk } else { Part::Find },
        ),
        back: reading.back.to_owned(),
        file: reading.file.split('.').next().unwrap_or_default().to_owned(),
        document,
        ways: reading.ways,
        has_pdf: app.pdf().is_some(),
        invites: reading.invites,
        why,
    };
    Ok(page::ok(&page))
}
