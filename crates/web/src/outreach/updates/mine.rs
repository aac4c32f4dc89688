//! What a person's own link opens: confirming, changing, stopping. Whoever opens a link only looks; a form changes.

use super::choices::{Choices, Chosen, named_said};
use super::sign_up::SaidPage;
use crate::App;
use crate::account::Open;
use crate::find::{Fields, Wrong};
use crate::language::{Said, say, say_with};
use crate::ui::shell::Part;
use crate::ui::{Fault, Shell, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use store::{Subscriber, UpdatesToken};

#[derive(Template)]
#[template(path = "outreach/updates/sure.html")]
struct SurePage {
    shell: Shell,
    title: Said,
    words: Vec<Said>,
    action: String,
    button: Said,
    links: Vec<(String, Said)>,
}

#[derive(Template)]
#[template(path = "outreach/updates/mine.html")]
struct MinePage {
    shell: Shell,
    wrong: Vec<Wrong>,
    host: String,
    choices: Choices,
    token: String,
    is_changed: bool,
}

impl MinePage {
    fn wrong_of(&self, field: &str) -> Option<&Said> {
        self.wrong.iter().find(|wrong| wrong.field == field).map(|wrong| &wrong.words)
    }
}

/// Whose link it is. A link that is nobody's is told like a page that is not there.
async fn whose(open: &Open, text: &str) -> Result<(UpdatesToken, Subscriber), Response> {
    let gone = || Fault::not_found().into_response();
    let token: UpdatesToken = text.parse().map_err(|_| gone())?;
    let found = open.0.store().subscriber(&token).await.map_err(Fault::store)?;
    found.map(|found| (token, found)).ok_or_else(gone)
}

fn name(app: &App, slug: &str) -> String {
    app.host(slug).map_or_else(|| slug.to_owned(), |host| host.name)
}

fn chosen(known: &Subscriber) -> Chosen {
    Chosen { wants: known.wants.parse().unwrap_or_else(|_| Chosen::default().wants), pace: known.pace }
}

/// `/updates/confirm/{token}`.
pub(super) async fn ask(State(app): State<App>, open: Open, Path(text): Path<String>) -> Result<Response, Response> {
    let (_, known) = whose(&open, &text).await?;
    if known.confirmed.is_some() {
        return Ok(confirmed(&app, &known, &text));
    }
    let wants = named_said(app.published().needs(), &chosen(&known).wants);
    let pieces = [("host", name(&app, &known.host).as_str().into()), ("topics", wants.into())];
    Ok(page::ok(&SurePage {
        shell: Shell::said(&say("updates-confirm-tab"), Part::Find),
        title: say("updates-confirm"),
        words: vec![say_with("updates-confirm-what", pieces)],
        action: format!("/updates/confirm/{text}"),
        button: say("updates-confirm-yes"),
        links: Vec::new(),
    }))
}

/// Confirms.
pub(super) async fn confirm(
    State(app): State<App>,
    open: Open,
    Path(text): Path<String>,
) -> Result<Response, Response> {
    let (token, _) = whose(&open, &text).await?;
    let known = open.0.store().subscriber_confirm(&token, app.clock().now()).await.map_err(Fault::store)?;
    let known = known.ok_or_else(|| Fault::not_found().into_response())?;
    Ok(confirmed(&app, &known, &text))
}

fn confirmed(app: &App, known: &Subscriber, text: &str) -> Response {
    page::ok(&SaidPage {
        shell: Shell::said(&say("updates-mine"), Part::Find),
        title: say("updates-confirmed"),
        words: vec![
            say_with("updates-confirmed-when", [("host", name(app, &known.host).as_str().into())]),
            say("updates-confirmed-links"),
        ],
        links: vec![
            (format!("/updates/mine/{text}"), say("updates-confirmed-mine")),
            ("/".to_owned(), say("frame-find")),
        ],
    })
}

fn draw(app: &App, known: &Subscriber, chosen: &Chosen, text: &str, wrong: Vec<Wrong>, is_changed: bool) -> Response {
    let title = say(if wrong.is_empty() { "updates-mine" } else { "updates-mine-wrong" });
    let page = MinePage {
        shell: Shell::said(&title, Part::Find),
        host: name(app, &known.host),
        choices: Choices::new(app, chosen),
        token: text.to_owned(),
        is_changed,
        wrong,
    };
    page::form(!page.wrong.is_empty(), &page)
}

/// `/updates/mine/{token}`.
pub(super) async fn show(State(app): State<App>, open: Open, Path(text): Path<String>) -> Result<Response, Response> {
    let (_, known) = whose(&open, &text).await?;
    Ok(draw(&app, &known, &chosen(&known), &text, Vec::new(), false))
}

/// Changes what somebody hears about, and how often.
pub(super) async fn change(
    State(app): State<App>,
    open: Open,
    Path(text): Path<String>,
    sent: Fields,
) -> Result<Response, Response> {
    let (token, known) = whose(&open, &text).await?;
    match Choices::read(&app, &sent) {
        Err((chosen, wrong)) => Ok(draw(&app, &known, &chosen, &text, vec![wrong], false)),
        Ok(chosen) => {
            let wants = chosen.wants.to_string();
            open.0.store().subscriber_change(&token, &wants, chosen.pace).await.map_err(Fault::store)?;
            Ok(draw(&app, &known, &chosen, &text, Vec::new(), true))
        }
    }
}

/// `/updates/stop/{token}`.
pub(super) async fn leave(State(app): State<App>, open: Open, Path(text): Path<String>) -> Result<Response, Response> {
    let (_, known) = whose(&open, &text).await?;
    Ok(page::ok(&SurePage {
        shell: Shell::said(&say("updates-stop-tab"), Part::Find),
        title: say("updates-stop"),
        words: vec![say_with("updates-stop-what", [("host", name(&app, &known.host).as_str().into())])],
        action: format!("/updates/stop/{text}"),
        button: say("updates-stop-do"),
        links: vec![(format!("/updates/mine/{text}"), say("updates-stop-change"))],
    }))
}

/// Stops updates, for the page's own form and for the one click of a mail program (RFC 8058). Asked twice, the answer is the
/// same: nothing more comes.
pub(super) async fn stop(open: Open, Path(text): Path<String>) -> Result<Response, Response> {
    if let Ok(token) = text.parse::<UpdatesToken>() {
        open.0.store().unsubscribe(&token).await.map_err(Fault::store)?;
    }
    Ok(page::ok(&SaidPage {
        shell: Shell::said(&say("updates-stopped-tab"), Part::Find),
        title: say("updates-stopped"),
        words: vec![say("updates-stopped-how")],
        links: vec![("/updates".to_owned(), say("updates-stopped-again"))],
    }))
}
