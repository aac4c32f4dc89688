//! A case as it happened, and the pack for somebody who asks what is held about them.

use super::desk::CaseDesk;
use super::home::href;
use crate::App;
use crate::account::{Deed, SignedIn};
use crate::language::say;
use crate::ui::download::Format;
use crate::ui::shell::Part;
use crate::ui::{Fault, Shell, page};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use casework::chronology::{Mark, Pack, chronology, marks};
use casework::{Case, Happened, PersonId};
use paper::Document;
use std::collections::BTreeSet;

#[derive(Template)]
#[template(path = "cases/chronology.html")]
struct ChronologyPage {
    shell: Shell,
    back: String,
    people: Vec<(u64, String, bool)>,
    document: Document,
    marks: Vec<MarkView>,
    query: String,
    has_pdf: bool,
}

/// Something that tells of somebody else.
struct MarkView {
    name: String,
    words: String,
    told: bool,
}

/// What was asked for: for whom, and what may be told.
struct Asked {
    subject: Option<PersonId>,
    told: BTreeSet<Mark>,
}

impl Asked {
    fn read(pairs: &[(String, String)]) -> Asked {
        let subject = pairs.iter().find(|(name, _)| name == "for").and_then(|(_, id)| id.parse().ok()).map(PersonId);
        let told = pairs.iter().filter(|(name, _)| name == "tell").filter_map(|(_, mark)| {
            let (version, field) = mark.split_once('-')?;
            Some(Mark { version: version.parse().ok()?, field: field.to_owned() })
        });
        Asked { subject, told: told.collect() }
    }

    fn document(&self, app: &App, desk: &CaseDesk, case: &Case, events: &[Happened]) -> Document {
        let subject = self.subject.and_then(|id| case.person(id));
        let pack = subject.map(|subject| Pack { subject, told: &self.told });
        chronology(case, desk.caseload.practice(), app.law(), events, pack)
    }
}

/// `/cases/{slug}/case/{case}/chronology`.
pub(super) async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Path((slug, name)): Path<(String, String)>,
    Query(pairs): Query<Vec<(String, String)>>,
) -> Result<Response, Response> {
    let desk = CaseDesk::take(&app, signed, &slug, Deed::Cases)?;
    let (id, case) = desk.case(&app, &name).await?;
    let events = desk.caseload.events(&id).await.map_err(Fault::store)?;
    let asked = Asked::read(&pairs);
    let subject = asked.subject.and_then(|id| case.person(id));
    let all = subject.map(|person| marks(&case, desk.caseload.practice(), app.law(), &events, person));
    let view = |(mark, words): (Mark, String)| MarkView {
        name: format!("{}-{}", mark.version, mark.field),
        told: asked.told.contains(&mark),
        words,
    };
    let query = pairs.iter().map(|(name, text)| format!("{name}={}", crate::ui::show::part(text)));
    let page = ChronologyPage {
        shell: Shell::said(&say("chronology-tab"), Part::Desk),
        back: href(&id),
        people: case.people.iter().map(|one| (one.id.0, one.name.clone(), asked.subject == Some(one.id))).collect(),
        document: asked.document(&app, &desk, &case, &events),
        marks: all.unwrap_or_default().into_iter().map(view).collect(),
        query: query.collect::<Vec<_>>().join("&"),
        has_pdf: app.pdf().is_some(),
    };
    desk.looked(&app, &id, "the chronology").await.map_err(Fault::store)?;
    Ok(page::ok(&page))
}

/// `/cases/{slug}/case/{case}/chronology/{file}`: the same as a file.
pub(super) async fn file(
    State(app): State<App>,
    signed: SignedIn,
    Path((slug, name, file)): Path<(String, String, String)>,
    Query(pairs): Query<Vec<(String, String)>>,
) -> Result<Response, Response> {
    let desk = CaseDesk::take(&app, signed, &slug, Deed::Cases)?;
    let (id, case) = desk.case(&app, &name).await?;
    let format =
        file.strip_prefix("chronology.").and_then(Format::of).ok_or_else(|| Fault::not_found().into_response())?;
    let events = desk.caseload.events(&id).await.map_err(Fault::store)?;
    let document = Asked::read(&pairs).document(&app, &desk, &case, &events);
    desk.looked(&app, &id, "the chronology, taken away").await.map_err(Fault::store)?;
    match format.write(&app, &document).await {
        Ok(bytes) => Ok(format.send("chronology", bytes)),
        Err(_) => Err(Fault::of(axum::http::StatusCode::SERVICE_UNAVAILABLE).into_response()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_be_told_is_read_from_the_address() {
        let pairs = [("for", "3"), ("tell", "5-note"), ("tell", "x"), ("other", "1")];
        let asked = Asked::read(&pairs.map(|(name, text)| (name.to_owned(), text.to_owned())));
        assert_eq!(asked.subject, Some(PersonId(3)));
        assert_eq!(asked.told.len(), 1);
    }
}
