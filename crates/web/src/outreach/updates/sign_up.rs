//! `/updates`: asking for updates by email. The answer is the same whether or not an address gets them already.

use super::choices::{Choices, Chosen};
use super::letter;
use crate::App;
use crate::account::{Open, may_try};
use crate::find::{Fields, Wrong};
use crate::language::Said;
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
    pub title: String,
    pub words: Vec<String>,
    pub links: Vec<(String, String)>,
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
    let title = if wrong.is_empty() { "Updates by email" } else { "Error: Updates by email" };
    let page = SignUpPage {
        shell: Shell::new(title, Part::Words),
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
            shell: Shell::new("Updates by email", Part::Words),
            title: "No updates by email here".to_owned(),
            words: vec!["This site cannot send emails. You can follow what councils change as a feed.".to_owned()],
            links: vec![("/data/changes.atom".to_owned(), "What councils have changed".to_owned())],
        });
    }
    draw(&app, &asked.host, &Chosen::default(), "", Vec::new())
}

/// Sends a letter that asks to confirm.
pub(super) async fn take(State(app): State<App>, Open(keeper): Open, sent: Fields) -> Result<Response, Response> {
    let mut wrong = Vec::new();
    let host = app.host(sent.get("host"));
    if host.is_none() {
        let words = "Choose the council or charity you want to hear from".to_owned();
        wrong.push(Wrong { words: words.into(), field: "host" });
    }
    let chosen = Choices::read(&app, &sent).unwrap_or_else(|(chosen, fault)| {
        wrong.push(fault);
        chosen
    });
    let email = sent.get("email").parse::<Email>();
    if email.is_err() {
        let words = "Enter an email address, like name@example.org".to_owned();
        wrong.push(Wrong { words: words.into(), field: "email" });
    }
    let (Some(host), Ok(email), true) = (host, email, wrong.is_empty()) else {
        return Ok(draw(&app, sent.get("host"), &chosen, sent.get("email"), wrong));
    };
    if !may_try(&app, &keeper, "updates", MOST_OF_ALL).await.map_err(Fault::store)? {
        let words = "Many people are asking just now. Send this again in a quarter of an hour".to_owned();
        return Ok(draw(
            &app,
            &host.slug,
            &chosen,
            email.as_str(),
            vec![Wrong { words: words.into(), field: "email" }],
        ));
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
        shell: Shell::new("Look at your mail", Part::Words),
        title: "Look at your mail".to_owned(),
        words: vec![
            format!("We have sent you an email about updates from {}. Open it and press the button in it.", host.name),
            "Nothing else is sent until you do. If it does not come in a few minutes, look in your junk mail."
                .to_owned(),
        ],
        links: vec![("/".to_owned(), "Find support".to_owned())],
    })
}
