//! `/updates`: asking for updates by email. The answer is the same whether or not an address gets them already.

use super::choices::{Choices, Chosen};
use super::letter;
use crate::App;
use crate::account::{Open, may_try};
use crate::find::{Fields, Wrong};
use crate::language::{Said, say, say_with};
use crate::ui::shell::Part;
use crate::ui::{Fault, Shell, page};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use outreach::{Charities, Host};
use serde::Deserialize;
use store::{Email, NewSubscriber};

/// How many letters an address is sent in a quarter of an hour: whoever asks may be a stranger.
const MOST: i64 = 3;
/// How many may ask at all in a quarter of an hour.
const MOST_OF_ALL: i64 = 600;

/// What the address may say.
#[derive(Default, Deserialize)]
pub(super) struct Asked {
    /// The host, by its name in addresses.
    #[serde(default)]
    host: String,
}

#[derive(Template)]
#[template(path = "outreach/updates/sign_up.html")]
struct SignUpPage {
    shell: Shell,
    wrong: Vec<Wrong>,
    hosts: Vec<(String, String, bool)>,
    choices: Choices,
    email: String,
    /// The host that was chosen, and its feed.
    feed: Option<(String, String)>,
}

impl SignUpPage {
    fn wrong_of(&self, field: &str) -> Option<&Said> {
        self.wrong.iter().find(|wrong| wrong.field == field).map(|wrong| &wrong.words)
    }
}

#[derive(Template)]
#[template(path = "outreach/updates/said.html")]
pub(super) struct SaidPage {
    pub shell: Shell,
    pub title: Said,
    pub words: Vec<Said>,
    pub links: Vec<(String, Said)>,
}

/// Everybody who may send updates: councils whose offer stands here, the other councils, charities.
fn hosts(app: &App, chosen: &str) -> Vec<(String, String, bool)> {
    let charities = Charities::embedded().iter().map(|charity| (charity.slug.clone(), charity.name.clone()));
    let councils = app.places().councils().iter().map(|council| (council.slug.clone(), council.full_name.clone()));
    let mut list: Vec<(String, String)> = councils.collect();
    let others = app.keeper().map(|keeper| keeper.desks()).unwrap_or_default();
    for (slug, _) in others {
        if !list.iter().any(|(known, _)| *known == slug)
            && let Some(host) = app.host(&slug)
        {
            list.push((slug, host.name));
        }
    }
    list.sort_by(|a, b| a.1.cmp(&b.1));
    list.extend(charities);
    list.into_iter().map(|(slug, name)| (slug.clone(), name, slug == chosen)).collect()
}

fn draw(app: &App, host: &str, chosen: &Chosen, email: &str, wrong: Vec<Wrong>) -> Response {
    let title = say(if wrong.is_empty() { "frame-updates" } else { "updates-title-wrong" });
    let page = SignUpPage {
        shell: Shell::said(&title, Part::Words),
        hosts: hosts(app, host),
        choices: Choices::new(app, chosen),
        email: email.to_owned(),
        feed: app.host(host).map(|host| (format!("/updates/feed/{}.atom", host.slug), host.name)),
        wrong,
    };
    page::form(!page.wrong.is_empty(), &page)
}

/// `/updates`. Where nothing can be sent, the feeds are there all the same.
pub(super) async fn show(State(app): State<App>, Query(asked): Query<Asked>) -> Response {
    if app.keeper().is_none() {
        return page::ok(&SaidPage {
            shell: Shell::said(&say("frame-updates"), Part::Words),
            title: say("updates-none"),
            words: vec![say("updates-none-how")],
            links: vec![("/data/changes.atom".to_owned(), say("updates-none-feed"))],
        });
    }
    draw(&app, &asked.host, &Chosen::default(), "", Vec::new())
}

/// Sends a letter that asks to confirm.
pub(super) async fn take(State(app): State<App>, Open(keeper): Open, sent: Fields) -> Result<Response, Response> {
    let mut wrong = Vec::new();
    let host = app.host(sent.get("host"));
    if host.is_none() {
        wrong.push(Wrong { words: say("updates-host-wrong"), field: "host" });
    }
    let chosen = Choices::read(&app, &sent).unwrap_or_else(|(chosen, fault)| {
        wrong.push(fault);
        chosen
    });
    let email = sent.get("email").parse::<Email>();
    if email.is_err() {
        wrong.push(Wrong { words: say("updates-email-wrong"), field: "email" });
    }
    let (Some(host), Ok(email), true) = (host, email, wrong.is_empty()) else {
        return Ok(draw(&app, sent.get("host"), &chosen, sent.get("email"), wrong));
    };
    if !may_try(&app, &keeper, "updates", MOST_OF_ALL).await.map_err(Fault::store)? {
        let wrong = vec![Wrong { words: say("updates-busy"), field: "email" }];
        return Ok(draw(&app, &host.slug, &chosen, email.as_str(), wrong));
    }
    let bucket = format!("updates {} {email}", host.slug);
    if may_try(&app, &keeper, &bucket, MOST).await.map_err(Fault::store)? {
        let new = NewSubscriber {
            host: &host.slug,
            email: &email,
            wants: &chosen.wants.to_string(),
            pace: chosen.pace,
            at: app.clock().now(),
        };
        let words = (letter::ask(&app, &host), letter::already(&app, &host));
        keeper.store().subscribe(&new, &words.0, &words.1).await.map_err(Fault::store)?;
    }
    Ok(sent_to(&host).into_response())
}

fn sent_to(host: &Host) -> Response {
    page::ok(&SaidPage {
        shell: Shell::said(&say("updates-sent"), Part::Words),
        title: say("updates-sent"),
        words: vec![say_with("updates-sent-open", [("host", host.name.as_str().into())]), say("updates-sent-junk")],
        links: vec![("/".to_owned(), say("frame-find"))],
    })
}
