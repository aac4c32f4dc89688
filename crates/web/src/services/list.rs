//! The shortlist by itself, to print or to read out on the telephone.

use super::ask::Ask;
use super::family::Family;
use super::hit::HitView;
use super::page::kept;
use crate::App;
use crate::find::{Fields, Session};
use crate::language::{Said, date, say};
use crate::ui::download::Format;
use crate::ui::shell::Part;
use crate::ui::{Shell, page};
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

#[derive(Template)]
#[template(path = "services/list.html")]
struct ListPage {
    shell: Shell,
    kept: Vec<HitView>,
    today: Said,
    /// The same as a letter in the reader's own mail program.
    mail: String,
}

/// How long the address of a letter may be: some mail programs take no more.
const LONGEST_MAIL: usize = 1800;

/// `POST /services/list`
pub(super) async fn show(State(app): State<App>, session: Session, fields: Fields) -> Response {
    let published = app.published();
    let search = published.search().await;
    let ask = Ask::read(&app, search, &fields);
    let family = Family::of(&app, &session, &ask);
    let kept = kept(&app, search, &family, &ask);
    if fields.has("file") {
        return session.keep(&app, Format::Text.send("list", plain(&app, &kept, usize::MAX).into_bytes()));
    }
    let page = ListPage {
        shell: Shell::said(&say("services-list"), Part::Find),
        mail: mail(&app, &kept),
        kept,
        today: date(app.today().date),
    };
    session.keep(&app, page::ok(&page))
}

/// The list as plain text in English, of at most so many letters once it is written in an address.
fn plain(app: &App, kept: &[HitView], most: usize) -> String {
    let mut text = String::new();
    for (place, one) in kept.iter().enumerate() {
        let next = entry(app, place + 1, one);
        if coded(&text).len() + coded(&next).len() > most {
            text.push_str(&format!("\r\n{}\r\n", say("list-file-more").english()));
            break;
        }
        text.push_str(&next);
    }
    text
}

/// One entry: what it is, who gives it, what is stated of it, and where to read on.
fn entry(app: &App, number: usize, one: &HitView) -> String {
    let council = one.council.as_ref().map(|council| format!(" ({council})")).unwrap_or_default();
    let mut lines = vec![format!("{number}. {}{council}", one.title), one.summary.clone()];
    lines.extend(one.facts.iter().map(|(label, words)| format!("{}: {}", label.english(), words.english())));
    lines.extend(one.phones.iter().map(|(written, _)| format!("{}: {written}", say("list-file-phone").english())));
    lines.extend(one.email.iter().map(|email| format!("{}: {email}", say("list-file-email").english())));
    lines.extend(one.minds.iter().map(|mind| mind.english().to_owned()));
    // What is private has no address that leads anybody else there.
    let is_public = !one.href.starts_with("/find/");
    lines.extend(is_public.then(|| format!("{}{}", app.address(), one.href)));
    lines.join("\r\n") + "\r\n\r\n"
}

/// The address of a letter to nobody yet, with the list in it. It goes from the reader's mail program and not through us;
/// nothing in its subject tells what it is about.
fn mail(app: &App, kept: &[HitView]) -> String {
    format!("mailto:?subject=List&body={}", coded(&plain(app, kept, LONGEST_MAIL)))
}

fn coded(text: &str) -> String {
    utf8_percent_encode(text, NON_ALPHANUMERIC).to_string()
}

/// `GET /services/list`: a list lives in the page that made it, so an old address leads back there.
pub(super) async fn back() -> Response {
    Redirect::to("/services").into_response()
}
