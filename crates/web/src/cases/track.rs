//! The page on which a carer follows what they asked for: reference and code, and no account.

use super::act::Opened;
use super::caseload::{CaseId, Caseload};
use super::chart::{self, Bar};
use super::code::{digest, plain, renewals};
use super::colleagues::Colleagues;
use super::docket::council_name;
use super::home::{ActView, DoneView, LetterView, Seeing, letters};
use super::letter;
use super::paper::{self, PaperView};
use super::sent::Sent;
use crate::App;
use crate::account::Open;
use crate::find::{Fields, Purpose};
use crate::language::say;
use crate::safety;
use crate::ui::cookie::Cookie;
use crate::ui::shell::Part;
use crate::ui::{Fault, Opening, Shell, page, show};
use askama::Template;
use axum::extract::{FromRequestParts, Path, Query, State};
use axum::http::HeaderMap;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};
use casework::{Case, Due, Officer, PersonId, Role, Who, due};
use std::collections::BTreeMap;
use std::sync::Arc;
use store::Note;

const COOKIE: Cookie = Cookie { name: "kith-track", secure_name: "__Host-kith-track", from_elsewhere: false };
/// What is only done when a case is opened.
const OPENING: [&str; 2] = ["case_opened", "person_added"];

/// A carer who has shown reference and code.
pub(super) struct Tracker {
    pub caseload: Arc<Caseload>,
    pub id: CaseId,
    pub case: Arc<Case>,
    /// The carer.
    pub person: PersonId,
    /// The page that this opened.
    opening: Opening,
}

impl FromRequestParts<App> for Tracker {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Tracker, Response> {
        let away = || Redirect::to("/track").into_response();
        let found = Tracker::here(app, &parts.headers).ok_or_else(away)?;
        match found.opening.is_closed(found.caseload.store()).await.map_err(Fault::store)? {
            true => Err(away()),
            false => Ok(found),
        }
    }
}

impl Tracker {
    /// Who it is by the cookie of a browser. Whether the page was closed is asked apart.
    fn here(app: &App, headers: &HeaderMap) -> Option<Tracker> {
        COOKIE.read(app, headers).and_then(|sealed| Tracker::of(app, sealed))
    }

    /// Who a sealed cookie says it is: council, case, carer, how often their code had been made anew, and the page that
    /// reference and code opened.
    fn of(app: &App, sealed: &str) -> Option<Tracker> {
        let plain = String::from_utf8(app.sealer().open(Purpose::Tracking, sealed)?).ok()?;
        let [council, name, person, renewed, opening] = plain.splitn(5, ' ').collect::<Vec<_>>().try_into().ok()?;
        let opening = Opening::read(app, opening)?;
        let caseload = app.caseload()?;
        let id = CaseId { council: council.to_owned(), case: name.to_owned() };
        let case = caseload.case(&id)?;
        // A code that was made anew closes the pages that the old one opened.
        let person = PersonId(person.parse().ok()?);
        (renewals(&case, person).to_string() == renewed).then_some(())?;
        // Who is no carer of the child any more does not see the page any more.
        case.person(person).filter(|person| person.part == "carer")?;
        Some(Tracker { caseload, id, case, person, opening })
    }

    fn who(&self) -> Who {
        Who { officer: Officer::of(self.person), roles: vec![Role::Carer] }
    }

    /// The people a carer may see and name: themselves and the children.
    fn people(&self) -> Vec<PersonId> {
        let children = self.case.with_part("child").map(|child| child.id);
        children.chain([self.person]).collect()
    }
}

/// The answer, with the page kept open.
fn keep(app: &App, tracker: &Tracker, response: Response) -> Response {
    let Tracker { id, case, person, opening, .. } = tracker;
    let (renewed, opening) = (renewals(case, *person), opening.written(app));
    let plain = format!("{} {} {} {renewed} {opening}", id.council, id.case, person.0);
    match app.sealer().seal(Purpose::Tracking, plain.as_bytes()) {
        Some(sealed) => COOKIE.set(app, &sealed, None, response),
        None => response,
    }
}

#[derive(Template)]
#[template(path = "cases/track.html")]
struct TrackPage {
    shell: Shell,
    wrong: bool,
    reference: String,
}

/// `/track`.
pub(super) async fn show() -> Response {
    let page =
        TrackPage { shell: Shell::dense(say("track-tab").plain(), Part::Find), wrong: false, reference: String::new() };
    page::ok(&page)
}

/// Takes reference and code.
pub(super) async fn take(State(app): State<App>, open: Open, sent: Fields) -> Result<Response, Response> {
    let reference = sent.get("reference");
    let found = open.0.store().tracking(&plain(reference), &digest(sent.get("code"))).await.map_err(Fault::store)?;
    if let (Some((stream, holder)), Some(caseload)) = (found, app.caseload()) {
        caseload.catch_up().await.map_err(Fault::store)?;
        let id = CaseId::of(&stream);
        let found = id.and_then(|id| Some((caseload.case(&id)?, PersonId(holder.parse().ok()?), id)));
        if let Some((case, person, id)) = found {
            let (at, deed) = (app.clock().now(), "opened the page of a carer");
            let tracker = Tracker { caseload, id, case, person, opening: Opening::new(&app) };
            let note = Note { by: None, at, deed, stream: Some(&stream), reason: None };
            tracker.caseload.store().note(&tracker.id.council, &note).await.map_err(Fault::store)?;
            safety::tracked(true);
            return Ok(keep(&app, &tracker, Redirect::to("/track/case").into_response()));
        }
    }
    safety::tracked(false);
    let reference = reference.chars().take(20).collect();
    Ok(page::form(
        true,
        &TrackPage { shell: Shell::dense(say("track-tab").plain(), Part::Find), wrong: true, reference },
    ))
}

#[derive(Template)]
#[template(path = "cases/tracked.html")]
struct TrackedPage {
    shell: Shell,
    reference: String,
    council: String,
    /// Who works on it, where somebody does.
    worker: Option<String>,
    bars: Vec<Bar>,
    decided: Vec<DoneView>,
    matters: Vec<TrackedMatter>,
    begin: Vec<ActView>,
    letters: Vec<LetterView>,
    papers: Vec<PaperView>,
}

/// A matter, as a carer sees it.
struct TrackedMatter {
    title: String,
    stage: String,
    is_ended: bool,
    acts: Vec<ActView>,
    done: Vec<(String, String)>,
}

/// `/track/case`.
pub(super) async fn case(State(app): State<App>, tracker: Tracker) -> Result<Response, Response> {
    let practice = tracker.caseload.practice();
    let (case, today) = (&tracker.case, app.clock().today());
    let people = tracker.people();
    let colleagues = Colleagues::default();
    let see =
        Seeing { app: &app, case, practice, colleagues: &colleagues, roles: &[Role::Carer], people: Some(&people) };
    // How long the council keeps the case is not about the family.
    let is_work = |id: u64| case.matter(id).is_some_and(|matter| matter.is_work);
    let theirs = |due: &Due| is_work(due.matter) && case.matter(due.matter).is_some_and(|m| m.is_open_to(&people));
    let dues: Vec<Due> = due(case, app.law()).into_iter().filter(theirs).collect();
    // What is only about others, such as who may be told what, is not shown here.
    let shown = |done: &&casework::matter::Done| {
        practice
            .act(&done.act)
            .is_some_and(|act| !act.to.is_empty() || act.who.contains(&Role::Carer) || !act.tells.is_empty())
    };
    let views = see.matters().into_iter().filter(|view| is_work(view.id)).map(|view| {
        let matter = case.matter(view.id);
        // How the case was opened is told by the letters.
        let done = matter
            .filter(|matter| matter.within.is_some())
            .map(|matter| matter.done.iter().rev().filter(shown).collect::<Vec<_>>())
            .unwrap_or_default();
        TrackedMatter {
            title: view.title,
            stage: view.stage,
            is_ended: view.is_ended,
            acts: view.acts.into_iter().filter(|act| !OPENING.contains(&act.name.as_str())).collect(),
            done: done
                .into_iter()
                .filter_map(|done| Some((show::date(done.on), practice.act(&done.act)?.done.clone())))
                .collect(),
        }
    });
    let page = TrackedPage {
        shell: Shell::dense(say("track-tab").plain(), Part::Find),
        reference: case.reference.clone(),
        council: council_name(&app, &tracker.id.council),
        worker: worker(&tracker).await.map_err(Fault::store)?,
        bars: chart::bars(&dues, today),
        // The letters say it in full; here is only that it was decided.
        decided: see.decided().into_iter().map(|done| DoneView { said: Vec::new(), ..done }).collect(),
        matters: views.collect(),
        begin: see.begin(true),
        letters: letters(case)
            .into_iter()
            .zip(case.letters.iter().rev())
            .filter(|(_, sent)| sent.to == tracker.person)
            .map(|(view, _)| view)
            .collect(),
        papers: paper::papers(case, practice, Some(&tracker.who().officer)),
    };
    Ok(keep(&app, &tracker, page::ok(&page)))
}

/// What the worker of the case is called, where they are still there: letters send carers here for the name.
async fn worker(tracker: &Tracker) -> Result<Option<String>, store::StoreError> {
    let Some(worker) = &tracker.case.worker else { return Ok(None) };
    let colleagues = Colleagues::at(tracker.caseload.store(), &tracker.id.council).await?;
    Ok(colleagues.find(worker.as_str()).map(str::to_owned))
}

fn opened(tracker: Tracker, act: &str, matter: Option<u64>) -> Result<Opened, Response> {
    let found = tracker.caseload.practice().act(act).filter(|act| !OPENING.contains(&act.name.as_str()));
    let act = found.cloned().ok_or_else(|| Fault::not_found().into_response())?;
    let (who, people) = (tracker.who(), Some(tracker.people()));
    Opened {
        caseload: tracker.caseload,
        id: tracker.id,
        case: tracker.case,
        act,
        matter,
        who,
        account: None,
        people,
        back: "/track/case".to_owned(),
        part: Part::Find,
    }
    .checked()
}

/// `/track/do/{act}`.
pub(super) async fn form(
    State(app): State<App>,
    tracker: Tracker,
    Path(act): Path<String>,
    Query(asked): Query<BTreeMap<String, String>>,
) -> Result<Response, Response> {
    let matter = asked.get("matter").and_then(|id| id.parse().ok());
    opened(tracker, &act, matter)?.draw(&app, None, None).await
}

/// Does the act.
pub(super) async fn act(
    State(app): State<App>,
    tracker: Tracker,
    Path(act): Path<String>,
    Query(asked): Query<BTreeMap<String, String>>,
    sent: Sent,
) -> Result<Response, Response> {
    let matter = asked.get("matter").and_then(|id| id.parse().ok());
    opened(tracker, &act, matter)?.send(&app, sent).await
}

/// `/track/case/letter/{file}`: a letter to this carer.
pub(super) async fn read(
    State(app): State<App>,
    tracker: Tracker,
    Path(file): Path<String>,
    Query(asked): Query<BTreeMap<String, String>>,
) -> Result<Response, Response> {
    let events = tracker.caseload.events(&tracker.id).await.map_err(Fault::store)?;
    if let Some(happened) = letter::invited(&events, &file, Some(tracker.person)) {
        let calendar = super::invitation::calendar(happened, &tracker.id.case);
        return calendar.ok_or_else(|| Fault::not_found().into_response());
    }
    let large = asked.get("size").is_some_and(|size| size == "large");
    let found = letter::found(&events, &file, large).filter(|(letter, _)| letter.to == tracker.person);
    let (letter, ending) = found.ok_or_else(|| Fault::not_found().into_response())?;
    let invites = letter::invites(&events, &file);
    let reading = letter::Reading { file: &file, back: "/track/case", ways: None, invites };
    letter::answer(&app, letter.document, ending, reading).await
}

/// Closes the page.
pub(super) async fn leave(State(app): State<App>, headers: HeaderMap) -> Response {
    closing(&app, &headers).await;
    forget(&app, Redirect::to("/").into_response())
}

/// Closes the page of this browser in every copy, where it has one open.
pub(crate) fn closing(app: &App, headers: &HeaderMap) -> impl Future<Output = ()> + Send + use<> {
    let open = Tracker::here(app, headers).map(|tracker| (tracker.opening, tracker.caseload.store().clone()));
    async move {
        if let Some((opening, store)) = open {
            opening.close(store).await;
        }
    }
}

/// The answer, with the page closed in this browser.
pub(crate) fn forget(app: &App, response: Response) -> Response {
    COOKIE.wipe(app, response)
}
