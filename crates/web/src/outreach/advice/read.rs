//! The page on which somebody reads the answer to their question: reference and code, and no account.

use super::answers::cited;
use super::ask::shown;
use crate::App;
use crate::account::Open;
use crate::cases::code::{digest, plain};
use crate::find::{Fields, Purpose};
use crate::language::{Said, moment, say, weekday};
use crate::ui::cookie::Cookie;
use crate::ui::shell::Part;
use crate::ui::show::CiteView;
use crate::ui::{Fault, Opening, Shell, page};
use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use outreach::advice::{Act, By, Question, Refusal, State as Stands, promised};
use store::{KeptQuestion, QuestionChange, QuestionId, StoreError};

const COOKIE: Cookie = Cookie { name: "kith-question", secure_name: "__Host-kith-question", from_elsewhere: false };

#[derive(Template)]
#[template(path = "outreach/question_enter.html")]
struct EnterPage {
    shell: Shell,
    wrong: bool,
    reference: String,
}

/// The frame around it.
fn shell() -> Shell {
    Shell { dense: true, ..Shell::said(&say("read-tab"), Part::Find) }
}

/// `/advice/question`.
pub(super) async fn enter(_: Open) -> Response {
    page::ok(&EnterPage { shell: shell(), wrong: false, reference: String::new() })
}

/// Takes reference and code.
pub(super) async fn open(State(app): State<App>, open: Open, sent: Fields) -> Result<Response, Response> {
    let reference = sent.get("reference");
    let found = open.0.store().question_by_code(&plain(reference), &digest(sent.get("code"))).await;
    if let Some(kept) = found.map_err(Fault::store)? {
        let held = Held { kept, opening: Opening::new(&app) };
        return Ok(held.keep(&app, Redirect::to("/advice/question/read").into_response()));
    }
    let reference = reference.chars().take(20).collect();
    Ok(page::form(true, &EnterPage { shell: shell(), wrong: true, reference }))
}

/// A question that is held open.
struct Held {
    kept: KeptQuestion,
    opening: Opening,
}

impl Held {
    /// The answer, with the page kept open.
    fn keep(&self, app: &App, response: Response) -> Response {
        let plain = format!("{} {} {} {}", self.kept.host, self.kept.id, self.kept.proof, self.opening.written(app));
        match app.sealer().seal(Purpose::Question, plain.as_bytes()) {
            Some(sealed) => COOKIE.set(app, &sealed, None, response),
            None => response,
        }
    }
}

/// What the cookie of a browser names: the host, the question, what proved the code, and the page that it opened.
fn named(app: &App, headers: &HeaderMap) -> Option<(String, QuestionId, String, Opening)> {
    let sealed = COOKIE.read(app, headers)?;
    let plain = String::from_utf8(app.sealer().open(Purpose::Question, sealed)?).ok()?;
    let [host, id, proof, opening] = plain.splitn(4, ' ').collect::<Vec<_>>().try_into().ok()?;
    Some((host.to_owned(), id.parse().ok()?, proof.to_owned(), Opening::read(app, opening)?))
}

/// The question that this browser has open.
async fn held(app: &App, open: &Open, headers: &HeaderMap) -> Result<Held, Response> {
    let away = || Redirect::to("/advice/question").into_response();
    let (host, id, proof, opening) = named(app, headers).ok_or_else(away)?;
    let store = open.0.store();
    if opening.is_closed(store).await.map_err(Fault::store)? {
        return Err(forget(app, away()));
    }
    let found = store.question(&host, id).await.map_err(Fault::store)?;
    // A page that an older code opened is closed.
    let found = found.filter(|kept| kept.proof == proof);
    found.map(|kept| Held { kept, opening }).ok_or_else(|| forget(app, away()))
}

/// Closes the page of this browser in every copy, where it has one open.
pub(crate) fn closing(app: &App, headers: &HeaderMap) -> impl Future<Output = ()> + Send + use<> {
    let open = named(app, headers).zip(app.keeper()).map(|((.., opening), keeper)| (opening, keeper.store().clone()));
    async move {
        if let Some((opening, store)) = open {
            opening.close(store).await;
        }
    }
}

/// The question in a kept row.
pub(super) fn question(kept: &KeptQuestion) -> Result<Question, Response> {
    serde_json::from_str(&kept.body).map_err(|why| {
        let what = format!("the question {} is not one this version knows: {why}", kept.id);
        Fault::store(StoreError::Corrupt(what))
    })
}

/// Something that was said, as pages show it.
pub(super) struct SaidView {
    pub who: Said,
    pub at: Said,
    pub words: String,
    pub cites: Vec<CiteView>,
}

/// Everything that was said, in order.
pub(super) fn said(app: &App, kept: &KeptQuestion, question: &Question, you: bool) -> Vec<SaidView> {
    let asker = say(if you { "read-you" } else { "question-desk-they" });
    let first = (!question.asking.words.is_empty()).then(|| SaidView {
        who: asker.clone(),
        at: moment(kept.created),
        words: question.asking.words.clone(),
        cites: Vec::new(),
    });
    let rest = question.said.iter().map(|said| SaidView {
        who: match said.by {
            By::Carer => asker.clone(),
            By::Adviser(_) => say("read-adviser"),
        },
        at: moment(said.at),
        words: said.words.clone(),
        cites: cited(app, &said.cites),
    });
    first.into_iter().chain(rest).collect()
}

#[derive(Template)]
#[template(path = "outreach/question_read.html")]
struct ReadPage {
    shell: Shell,
    reference: String,
    host: String,
    said: Vec<SaidView>,
    /// By when an answer is promised, where one is owed.
    by: Option<(Said, bool)>,
    advised: Option<String>,
    summary: Option<String>,
    is_closed: bool,
    refused: Option<Said>,
    typed: String,
}

/// `/advice/question/read`.
pub(super) async fn show(State(app): State<App>, open: Open, headers: HeaderMap) -> Result<Response, Response> {
    let held = held(&app, &open, &headers).await?;
    let question = question(&held.kept)?;
    Ok(held.keep(&app, draw(&app, &held.kept, question, None, String::new())))
}

fn draw(app: &App, kept: &KeptQuestion, question: Question, refused: Option<Said>, typed: String) -> Response {
    let today = app.clock().today();
    let is_waiting = kept.state == Stands::Waiting.word();
    let page = ReadPage {
        shell: shell(),
        reference: shown(&kept.reference),
        host: app.host(&kept.host).map_or_else(|| kept.host.clone(), |host| host.name),
        said: said(app, kept, &question, true),
        by: kept.due.filter(|_| is_waiting).map(|day| (weekday(day), day < today)),
        is_closed: question.advised.is_some(),
        advised: question.advised,
        summary: question.summary,
        refused,
        typed,
    };
    page::form(page.refused.is_some(), &page)
}

/// Writes again, erases it all, or closes the page.
pub(super) async fn take(
    State(app): State<App>,
    open: Open,
    headers: HeaderMap,
    sent: Fields,
) -> Result<Response, Response> {
    if sent.get("do") == "leave" {
        closing(&app, &headers).await;
        return Ok(forget(&app, Redirect::to("/").into_response()));
    }
    let held = held(&app, &open, &headers).await?;
    let kept = &held.kept;
    if sent.get("do") == "erase" {
        open.0.store().question_erase(&kept.host, kept.id).await.map_err(Fault::store)?;
        return Ok(forget(&app, Redirect::to("/advice").into_response()));
    }
    let (mut question, words) = (question(kept)?, sent.lines("words").unwrap_or_default());
    let (at, today) = (app.clock().now(), app.clock().today());
    let before = question.clone();
    if let Err(why) = question.act(Act::Write { words: words.clone() }, at) {
        return Ok(held.keep(&app, draw(&app, kept, before, Some(refused(why)), words)));
    }
    let within = super::team(&app, &kept.host).map(|team| team.within);
    // What is promised already stays promised.
    let new = || within.and_then(|within| promised(&app.law().holidays, today, within));
    let due = kept.due.filter(|_| kept.state == Stands::Waiting.word()).or_else(new);
    let mail = super::to_team(&app, &open, &kept.host).await.map_err(Fault::store)?;
    if !change(&app, &open, kept, &question, Stands::Waiting, due, mail).await.map_err(Fault::store)? {
        let why = say("read-refused-crossed");
        return Ok(held.keep(&app, draw(&app, kept, before, Some(why), words)));
    }
    Ok(held.keep(&app, Redirect::to("/advice/question/read").into_response()))
}

/// Why something cannot be written, in the words of the page.
fn refused(why: Refusal) -> Said {
    match why {
        Refusal::Empty => say("read-refused-empty"),
        Refusal::Long => say("read-refused-long"),
        Refusal::Closed => say("read-refused-closed"),
        Refusal::Full => say("read-refused-full"),
        Refusal::Unanswered => why.to_string().into(),
    }
}

/// Keeps a change of a question. False where somebody else was faster.
pub(super) async fn change(
    app: &App,
    open: &Open,
    kept: &KeptQuestion,
    question: &Question,
    stands: Stands,
    due: Option<jiff::civil::Date>,
    mail: Vec<store::NewMail>,
) -> Result<bool, StoreError> {
    let change = QuestionChange {
        version: kept.version,
        state: stands.word().to_owned(),
        due,
        body: serde_json::to_string(question).map_err(|why| StoreError::Invalid(why.to_string()))?,
        at: app.clock().now(),
        mail,
    };
    open.0.store().question_change(&kept.host, kept.id, &change).await
}

/// The answer, with the page closed in this browser.
pub(crate) fn forget(app: &App, response: Response) -> Response {
    COOKIE.wipe(app, response)
}
