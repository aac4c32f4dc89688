//! `/groups/met/{token}`: an organiser says that a group met. Opening the link says nothing, because mail programs open links
//! to look at them; the one button on its page does.

use super::{group, met_again};
use crate::App;
use crate::account::Open;
use crate::find::Fields;
use crate::language::{Said, date, say, say_with, weekday};
use crate::outreach::{Name, Writing};
use crate::ui::shell::Part;
use crate::ui::{Fault, Shell, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use outreach::form;
use outreach::group::{Event, Record, Standing, Told};
use store::{GroupLink, GroupToken};

#[derive(Template)]
#[template(path = "outreach/group_met.html")]
struct MetPage {
    shell: Shell,
    /// The group, where the link works.
    title: Option<String>,
    /// The meeting that is asked about: its day as forms hold it, and as people say it.
    about: Option<(String, Said)>,
    today: String,
    wrong: Option<Said>,
    /// What was kept.
    thanks: Option<Said>,
}

/// The page with the button.
pub(super) async fn show(State(app): State<App>, open: Open, Path(token): Path<String>) -> Result<Response, Response> {
    match found(&app, &open, &token).await? {
        Some((link, title, record)) => Ok(draw(&app, title, about(&app, &link, &record), None, None)),
        None => Ok(gone()),
    }
}

/// The group of a link that works.
async fn found(app: &App, open: &Open, token: &str) -> Result<Option<(GroupLink, String, Record)>, Response> {
    let Ok(token) = token.parse::<GroupToken>() else { return Ok(None) };
    let link = open.0.store().group_link(&token, app.clock().now()).await.map_err(Fault::store)?;
    Ok(link.and_then(|link| {
        let name = Name { host: link.host.clone(), id: link.item.clone() };
        let standing = app.boards()?.groups.get(&name)?;
        let title = group(&standing.thing)?.name.clone();
        Some((link, title, standing.thing.clone()))
    }))
}

/// The meeting to ask about: the newest of which nothing is known, or the one of the letter.
fn about(app: &App, link: &GroupLink, record: &Record) -> Option<Date> {
    let day = app.today();
    record.unsaid(day.date, &day.law.holidays).or(link.about)
}

fn gone() -> Response {
    let page = MetPage {
        shell: Shell::new(say("met-tab").english(), Part::Find),
        title: None,
        about: None,
        today: String::new(),
        wrong: None,
        thanks: None,
    };
    page::html(StatusCode::NOT_FOUND, &page)
}

fn draw(app: &App, title: String, about: Option<Date>, wrong: Option<Said>, thanks: Option<Said>) -> Response {
    let page = MetPage {
        shell: Shell::new(say("met-tab").english(), Part::Find),
        title: Some(title),
        about: about.map(|day| (day.to_string(), weekday(day))),
        today: app.clock().today().to_string(),
        wrong,
        thanks,
    };
    page::form(page.wrong.is_some(), &page)
}

/// What to do where the day of a meeting is none.
pub(super) fn which_day() -> Said {
    say("met-wrong")
}

/// The day of a meeting, as it was typed.
pub(super) fn met_on(typed: &str, today: Date) -> Option<Date> {
    let long_ago = today.checked_sub(jiff::Span::new().days(MOST_BACK)).unwrap_or(today);
    form::day(typed).filter(|day| (long_ago..=today).contains(day))
}

/// Keeps what the organiser says.
pub(super) async fn take(
    State(app): State<App>,
    open: Open,
    Path(token): Path<String>,
    sent: Fields,
) -> Result<Response, Response> {
    let Some((link, title, record)) = found(&app, &open, &token).await? else { return Ok(gone()) };
    let today = app.clock().today();
    let Some(on) = met_on(sent.get("on"), today) else {
        return Ok(draw(&app, title, about(&app, &link, &record), Some(which_day()), None));
    };
    let told = Told::Organiser;
    let event = if sent.get("do") == "missed" { Event::GroupMissed { on, told } } else { Event::GroupMet { on, told } };
    let boards = app.boards().ok_or_else(|| Fault::not_found().into_response())?;
    let name = Name { host: link.host, id: link.item };
    let writing = Writing { name: &name, by: None, at: app.clock().now(), key: None };
    // Said twice, it is kept once.
    let decide = |known: &Record| {
        let is_known = met_again(known, &event);
        Ok::<_, std::convert::Infallible>(if is_known { Vec::new() } else { vec![event.clone()] })
    };
    let standing = boards.groups.act(writing, decide).await.map_err(IntoResponse::into_response)?;
    let name = ("title", title.as_str().into());
    let thanks = match standing.thing.standing(today) {
        Standing::On(until) => say_with("met-stays", [name, ("day", date(until).into())]),
        Standing::Left(_) => say_with("met-left", [name]),
        Standing::Off => say_with("met-off", [name]),
    };
    Ok(draw(&app, title, None, None, Some(thanks)))
}

/// How many days back a meeting may lie of which an organiser tells.
const MOST_BACK: i32 = 183;
