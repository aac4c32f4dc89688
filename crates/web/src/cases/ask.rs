//! "Ask the council for this": what a carer answered becomes a request. Exactly what is sent is shown first, and nothing is
//! sent or kept before that.

use super::caseload::{Acts, CaseError, CaseId, Caseload};
use super::code::renew;
use super::docket::council_name;
use super::open::{Opening, reference, told};
use crate::App;
use crate::account::{Deed, Open, Reach, form_key, may_try, reach};
use crate::find::{Fields, Session};
use crate::language::{Said, say};
use crate::ui::shell::Part;
use crate::ui::{Fault, Shell, page, show};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use casework::{Case, Form, Officer, Refusal, Who};
use jiff::SignedDuration;
use std::collections::BTreeSet;
use store::{AccountState, IdempotencyKey};

/// How many requests one council takes through the site in a quarter of an hour.
const MOST: i64 = 60;
/// How long after it was sent the same form still tells a code: a page that did not come is asked for again.
const SENT_TWICE: SignedDuration = SignedDuration::from_mins(30);
const SENT_BEFORE: &str = "this was sent before, and the council has it; to follow it, use the code you were told then, or ask \
    the council for a new one";
/// What the form asks, in its order, with the key of the words by which the preview tells it.
const FIELDS: [(&str, &str); 13] = [
    ("carer_name", "request-said-name"),
    ("carer_is", "request-said-is"),
    ("child_name", "request-said-child"),
    ("child_born", "request-said-born"),
    ("what_happened", "request-said-happened"),
    ("what_is_needed", "request-said-needed"),
    ("email", "request-said-email"),
    ("phone", "request-said-phone"),
    ("address", "request-said-address"),
    ("safe_times", "request-said-times"),
    ("code_word", "request-said-word"),
    ("hide_name", "request-said-hide"),
    ("hide_is", "request-said-hide-is"),
];

#[derive(Template)]
#[template(path = "cases/ask.html")]
struct AskPage {
    shell: Shell,
    slug: String,
    council: String,
    takes: bool,
    answers: Vec<(String, String)>,
    typed: Fields,
    channels: Vec<(String, String, bool)>,
    refused: Option<Said>,
    preview: bool,
    sent: Vec<(Said, String)>,
    key: String,
}

#[derive(Template)]
#[template(path = "cases/asked.html")]
struct AskedPage {
    shell: Shell,
    council: String,
    reference: String,
    code: String,
}

/// Whether somebody at the council takes requests here: somebody whose account may be used.
async fn takes(open: &Open, slug: &str) -> Result<bool, store::StoreError> {
    let store = open.0.store();
    let active = store.accounts().await?.into_iter().filter(|account| account.state == AccountState::Active);
    let active: BTreeSet<_> = active.map(|account| account.id).collect();
    let grants = store.grants_at(Some(slug)).await?.into_iter();
    let grants: Vec<_> = grants.filter(|(account, _)| active.contains(account)).map(|(_, grant)| grant).collect();
    Ok(reach(&grants, Deed::Cases, Some(slug)) == Reach::All)
}

/// What a carer answered, as the request would tell it: each fact, its question and the answer.
fn facts(app: &App, session: &Session) -> Vec<(String, String, String)> {
    let law = app.law();
    let answers = session.answers().filter_map(|(fact, answer)| {
        let known = &law.facts[fact];
        let law::value::Answer::Is(value) = answer else { return None };
        let words = crate::find::answer_words(app, known, answer);
        Some((known.name.clone(), known.kind.write(value), format!("{}: {words}", known.short)))
    });
    answers.collect()
}

/// `/ask/{slug}`.
pub(super) async fn show(
    State(app): State<App>,
    open: Open,
    session: Session,
    Path(slug): Path<String>,
) -> Result<Response, Response> {
    draw(&app, &open, &session, slug, Fields::default(), None, false).await
}

async fn draw(
    app: &App,
    open: &Open,
    session: &Session,
    slug: String,
    typed: Fields,
    refused: Option<Said>,
    preview: bool,
) -> Result<Response, Response> {
    app.places()
        .by_slug(&slug)
        .map(|_| ())
        .or_else(|| open.0.desk(&slug).map(|_| ()))
        .ok_or_else(|| Fault::not_found().into_response())?;
    let caseload = app.caseload().ok_or_else(|| Fault::not_found().into_response())?;
    let field = caseload.practice().fields.get("safe_channels");
    let chosen: Vec<&str> = typed.all("safe_channels").collect();
    let channels = field.map(|field| field.options()).unwrap_or_default();
    let is_wrong = refused.is_some();
    let page = AskPage {
        shell: Shell::dense(say("request-title").plain(), Part::Find),
        council: council_name(app, &slug),
        takes: takes(open, &slug).await.map_err(Fault::store)?,
        answers: facts(app, session)
            .into_iter()
            .filter_map(|(_, _, told)| told.split_once(": ").map(|(a, b)| (a.to_owned(), b.to_owned())))
            .collect(),
        channels: channels
            .iter()
            .map(|one| (one.name.clone(), one.words.clone(), chosen.contains(&one.name.as_str())))
            .collect(),
        sent: sent_words(&typed, channels),
        typed,
        refused,
        preview,
        key: form_key(),
        slug,
    };
    Ok(session.keep(app, page::form(is_wrong, &page)))
}

/// Exactly what would be sent, in words.
fn sent_words(typed: &Fields, channels: &[casework::practice::Opt]) -> Vec<(Said, String)> {
    let filled = FIELDS.iter();
    let mut words: Vec<(Said, String)> =
        filled.filter_map(|(name, key)| Some((say(key), typed.lines(name)?))).collect();
    let safe: Vec<&str> = typed
        .all("safe_channels")
        .filter_map(|way| channels.iter().find(|one| one.name == way))
        .map(|one| one.words.as_str())
        .collect();
    if !safe.is_empty() {
        words.push((say("request-said-ways"), safe.join(", ")));
    }
    words
}

/// Shows what would be sent, or sends it.
pub(super) async fn take(
    State(app): State<App>,
    open: Open,
    session: Session,
    Path(slug): Path<String>,
    sent: Fields,
) -> Result<Response, Response> {
    if !takes(&open, &slug).await.map_err(Fault::store)? {
        return draw(&app, &open, &session, slug, sent, None, false).await;
    }
    let lacking = [
        ("carer_name", "request-lacks-name"),
        ("child_name", "request-lacks-child"),
        ("what_is_needed", "request-lacks-needed"),
    ];
    let lacks = lacking.iter().find(|(name, _)| sent.get(name).is_empty()).map(|(_, key)| say(key));
    if lacks.is_some() || sent.get("do") != "send" {
        let preview = lacks.is_none() && sent.get("do") == "preview";
        return draw(&app, &open, &session, slug, sent, lacks, preview).await;
    }
    if sent.get("consent") != "yes" {
        return draw(&app, &open, &session, slug, sent, Some(say("request-lacks-consent")), true).await;
    }
    if !may_try(&app, &open.0, &format!("ask {slug}"), MOST).await.map_err(Fault::store)? {
        return draw(&app, &open, &session, slug, sent, Some(say("request-often")), true).await;
    }
    match ask(&app, &session, &slug, &sent).await {
        Ok((reference, code)) => {
            let page = AskedPage {
                shell: Shell::dense(say("request-sent").plain(), Part::Find),
                council: council_name(&app, &slug),
                reference,
                code,
            };
            Ok(session.keep(&app, page::ok(&page)))
        }
        Err(CaseError::Store(error)) => Err(Fault::store(error)),
        Err(error) => draw(&app, &open, &session, slug, sent, Some(show::capital(&told(&error)).into()), true).await,
    }
}

async fn ask(app: &App, session: &Session, slug: &str, sent: &Fields) -> Result<(String, String), CaseError> {
    let caseload = app.caseload().ok_or(CaseError::Busy)?;
    // The same form sent twice names the same case, so that it is one request.
    let id = CaseId::of_form(slug, sent.get("key"))?;
    if let Some(case) = caseload.case(&id) {
        // Sent twice, it is one request; the code that is told last is the one that opens it. Whoever sends it again later,
        // perhaps from somebody else's browser, gets no code.
        let is_again = case.begun.is_none_or(|begun| app.clock().now().duration_since(begun) > SENT_TWICE);
        if is_again {
            return Err(CaseError::Refused(Box::new(Refusal::Day(SENT_BEFORE.to_owned()))));
        }
        return told_once(&caseload, &id, &case).await;
    }
    let today = app.clock().today();
    let who = Who { officer: Officer::new("the carer"), roles: vec![casework::Role::Carer] };
    let opening = opening(app, session, sent, reference(&id));
    let law = app.today();
    let acts = Acts {
        id: &id,
        doing: opening.acts(app, caseload.practice(), &who),
        account: None,
        at: app.clock().now(),
        today,
        day: &law,
        council: &council_name(app, slug),
        key: None::<IdempotencyKey>,
        form: None,
        file: None,
    };
    caseload.act(acts, |case, events| super::notice::mail(app, case, events)).await?;
    told_once(&caseload, &id, &caseload.case(&id).unwrap_or_default()).await
}

/// The reference, and a code of whoever asked.
async fn told_once(caseload: &Caseload, id: &CaseId, case: &Case) -> Result<(String, String), CaseError> {
    let person = case.with_part("carer").next().map(|carer| carer.id).ok_or(CaseError::Busy)?;
    Ok((case.reference.clone(), renew(caseload, id, case, person).await?))
}

/// The acts of a request: the case, the people, how to reach the carer, and what is asked.
fn opening(app: &App, session: &Session, sent: &Fields, reference: String) -> Opening {
    let get = |name: &str| sent.lines(name).unwrap_or_default();
    let form = |pairs: Vec<(&str, String)>| {
        Form(
            pairs
                .into_iter()
                .filter(|(_, text)| !text.is_empty())
                .map(|(name, text)| (name.to_owned(), text))
                .collect(),
        )
    };
    let person =
        |name: String, part: &str, is: String| vec![("name", name), ("part", part.to_owned()), ("relationship", is)];
    let or = |text: String, other: &str| if text.is_empty() { other.to_owned() } else { text };
    let mut child = person(get("child_name"), "child", "the child".to_owned());
    child.push(("born", get("child_born")));
    let mut carer = person(get("carer_name"), "carer", or(get("carer_is"), "the carer"));
    carer.extend([("address", get("address")), ("email", get("email")), ("phone", get("phone"))]);
    let mut acts = vec![
        (
            "case_opened",
            form(vec![("reference", reference), ("opened_because", "Asked for through this site".to_owned())]),
        ),
        ("person_added", form(child)),
        ("person_added", form(carer)),
    ];
    if !get("hide_name").is_empty() {
        acts.push(("person_added", form(person(get("hide_name"), "network", or(get("hide_is"), "not said")))));
    }
    let mut safe = vec![
        ("person", get("carer_name")),
        ("safe_times", get("safe_times")),
        ("code_word", get("code_word")),
        ("hide_from", get("hide_name")),
    ];
    let ways: Vec<String> = sent.all("safe_channels").map(str::to_owned).collect();
    safe.extend(
        if ways.is_empty() { vec!["page".to_owned()] } else { ways }.into_iter().map(|way| ("safe_channels", way)),
    );
    acts.push(("safe_contact_set", form(safe)));
    let mut request = vec![
        ("asked_by", or(get("asked_by"), "carer")),
        ("asked_how", "site".to_owned()),
        ("asked_on", app.clock().today().to_string()),
        ("what_happened", or(get("what_happened"), "Not said.")),
        ("what_is_needed", get("what_is_needed")),
        ("consent", get("consent")),
    ];
    let told: Vec<(String, String)> = match sent.get("with_answers") {
        "yes" => facts(app, session).into_iter().map(|(name, text, _)| (format!("facts.{name}"), text)).collect(),
        _ => Vec::new(),
    };
    request.extend(told.iter().map(|(name, text)| (name.as_str(), text.clone())));
    acts.push(("request_made", form(request)));
    Opening(acts)
}
