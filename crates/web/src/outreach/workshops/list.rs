//! `/workshops`: what is on, and what of it fits. What is looked for is in the body of a POST, and kept nowhere.

use super::Shown;
use super::view::{CardView, Fill};
use crate::App;
use crate::find::{Fields, Session};
use crate::language::{Said, in_english, say, say_with};
use crate::ui::shell::Part;
use crate::ui::{Fault, Shell, filters, page, show};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use law::Outcome;
use offer::Welcome;
use offer::place::Found;
use offer::search::Access;
use outreach::workshop::{Fit, Wanted, Way};
use std::collections::BTreeMap;

/// How many miles may be chosen.
const DISTANCES: [u8; 5] = [2, 5, 10, 20, 40];
const USUAL: u8 = 20;
/// The longest text that is looked for.
const LONGEST: usize = 200;

#[derive(Template)]
#[template(path = "outreach/workshops/list.html")]
struct ListPage {
    shell: Shell,
    typed: Fields,
    hosts: Vec<Choice>,
    ways: Vec<Choice>,
    welcomes: Vec<Choice>,
    access: Vec<Choice>,
    distances: Vec<Choice>,
    wrong: Option<Said>,
    wrong_day: Option<Said>,
    is_narrowed: bool,
    fits: Vec<CardView>,
    silent: Vec<CardView>,
    /// How many are not for this family.
    others: Vec<CardView>,
    /// How many there are at all.
    all: usize,
    calendar: String,
}

/// Something to choose in a form.
pub(super) struct Choice {
    pub value: String,
    pub label: Said,
    pub on: bool,
}

impl Choice {
    pub(super) fn new(value: &str, label: &str, on: bool) -> Choice {
        Choice::said(value, label.into(), on)
    }

    pub(super) fn said(value: &str, label: Said, on: bool) -> Choice {
        Choice { value: value.to_owned(), label, on }
    }
}

/// `/workshops`.
pub(super) async fn show(State(app): State<App>, session: Session) -> Response {
    draw(&app, &session, Fields::default()).await
}

/// `POST /workshops`: the same page with what fits.
pub(super) async fn look(State(app): State<App>, session: Session, typed: Fields) -> Response {
    draw(&app, &session, typed).await
}

/// What was asked for, of words that say nothing of who asks. An address may hold them.
pub(super) fn wanted(get: &dyn Fn(&str) -> String) -> Wanted {
    let date = |name: &str| get(name).parse().ok();
    Wanted {
        host: Some(get("host")).filter(|host| !host.is_empty()),
        way: Way::read(&get("way")),
        welcome: Welcome::ALL.iter().copied().find(|whom| whom.word() == get("whom")),
        access: Access::ALL.iter().copied().find(|access| access.word() == get("access")),
        from: date("from"),
        to: date("to"),
        near: None,
        words: Vec::new(),
    }
}

/// Whether something was typed for a day that is none.
fn is_no_day(typed: &str) -> bool {
    !typed.is_empty() && outreach::form::day(typed).is_none()
}

async fn draw(app: &App, session: &Session, typed: Fields) -> Response {
    let mut wanted = wanted(&|name| typed.get(name).to_owned());
    let words = typed.get("look").chars().take(LONGEST).collect::<String>().to_lowercase();
    wanted.words = words.split_whitespace().map(str::to_owned).collect();
    let miles = typed.get("within").parse().ok().filter(|miles| DISTANCES.contains(miles)).unwrap_or(USUAL);
    let mut wrong = None;
    if !typed.get("postcode").is_empty() {
        match app.places().find(typed.get("postcode")) {
            Ok(Found::England { near: Some(near), .. }) => wanted.near = Some((near, miles)),
            Ok(_) => wrong = Some(filters::nowhere()),
            Err(error) => wrong = Some(filters::postcode(&error)),
        }
    }
    let wrong_day = ["from", "to"].iter().any(|name| is_no_day(typed.get(name)));
    let wrong_day = wrong_day.then(|| say("workshops-wrong-day"));
    let fill = Fill::now(app).await;
    let picture = session.has_told(app).then(|| session.picture(app));
    let all = Shown::all(app);
    let (mut fits, mut silent, mut others, mut count) = (Vec::new(), Vec::new(), Vec::new(), 0);
    for shown in &all {
        let Some(mut card) = CardView::of(app, shown, &fill) else { continue };
        count += 1;
        let days: Vec<_> =
            shown.to_come(app).into_iter().filter(|one| one.called_off.is_none()).flat_map(|one| one.days).collect();
        let fit = wanted.fits(&shown.name.host, &shown.workshop, &days, app.places());
        let (Fit::Yes(miles) | Fit::NotStated(miles)) = fit else { continue };
        card.miles = miles.map(filters::miles);
        card.is_silent = matches!(fit, Fit::NotStated(_));
        let answer = picture.as_ref().and_then(|picture| {
            Some(shown.workshop.audience.eligibility(app.law()).ok()?.answer(&picture.family()).outcome)
        });
        match (answer, card.is_silent) {
            (Some(Outcome::No), _) => others.push(card),
            (_, true) => silent.push(card),
            _ => fits.push(card),
        }
    }
    for list in [&mut fits, &mut silent, &mut others] {
        list.sort_by(|a, b| (a.first, &a.title).cmp(&(b.first, &b.title)));
    }
    let hosts: BTreeMap<&str, &str> = all.iter().map(|one| (one.name.host.as_str(), one.host.name.as_str())).collect();
    let page = ListPage {
        shell: Shell::said(&say("workshops-title"), Part::Find),
        hosts: (hosts.iter())
            .map(|(slug, name)| Choice::said(slug, in_english(name), wanted.host.as_deref() == Some(slug)))
            .collect(),
        ways: [Way::InPerson, Way::Online]
            .map(|way| Choice::said(way.word(), filters::way(way), wanted.way == Some(way)))
            .into(),
        welcomes: (Welcome::ALL.iter())
            .map(|whom| Choice::said(whom.word(), filters::whom(*whom).capital(), wanted.welcome == Some(*whom)))
            .collect(),
        access: Access::ALL
            .iter()
            .map(|one| Choice::said(one.word(), filters::access(*one), wanted.access == Some(*one)))
            .collect(),
        distances: DISTANCES.map(|one| Choice::said(&one.to_string(), up_to(one), one == miles)).into(),
        is_narrowed: wanted != Wanted::default() || wrong.is_some() || wrong_day.is_some(),
        calendar: calendar_address(&wanted),
        wrong,
        wrong_day,
        typed,
        fits,
        silent,
        others,
        all: count,
    };
    session.keep(app, page::form(page.wrong.is_some() || page.wrong_day.is_some(), &page))
}

fn up_to(miles: u8) -> Said {
    say_with("workshops-up-to", [("miles", usize::from(miles).into())])
}

/// The address of the same search as a calendar. It holds nothing that says where or who somebody is.
fn calendar_address(wanted: &Wanted) -> String {
    let pairs = [
        ("host", wanted.host.clone()),
        ("way", wanted.way.map(|way| way.word().to_owned())),
        ("whom", wanted.welcome.map(|whom| whom.word().to_owned())),
        ("access", wanted.access.map(|access| access.word().to_owned())),
        ("from", wanted.from.map(|day| day.to_string())),
        ("to", wanted.to.map(|day| day.to_string())),
    ];
    let parts = pairs.into_iter().filter_map(|(name, value)| Some(format!("{name}={}", show::part(&value?))));
    let query = parts.collect::<Vec<_>>().join("&");
    if query.is_empty() { "/workshops/calendar.ics".to_owned() } else { format!("/workshops/calendar.ics?{query}") }
}

#[derive(Template)]
#[template(path = "outreach/workshops/host.html")]
struct HostPage {
    shell: Shell,
    name: String,
    slug: String,
    list: Vec<CardView>,
}

/// `/workshops/{host}`: those of one council or charity.
pub(super) async fn of_host(State(app): State<App>, Path(slug): Path<String>) -> Response {
    let Some(host) = app.host(&slug) else { return Fault::not_found().into_response() };
    let fill = Fill::now(&app).await;
    let theirs = Shown::all(&app).into_iter().filter(|shown| shown.name.host == slug);
    let mut list: Vec<CardView> = theirs.filter_map(|shown| CardView::of(&app, &shown, &fill)).collect();
    list.sort_by(|a, b| (a.first, &a.title).cmp(&(b.first, &b.title)));
    page::ok(&HostPage { shell: Shell::said(&say("workshops-title"), Part::Find), name: host.name, slug, list })
}
