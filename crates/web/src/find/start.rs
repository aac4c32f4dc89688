//! The start: a postcode or a council, what that says of where the family lives, and where to go outside England.

use super::form::{Fields, Wrong};
use super::session::Session;
use super::way::Way;
use crate::App;
use crate::language::{Said, say, say_with};
use crate::ui::shell::Part;
use crate::ui::{Shell, page};
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use law::value::{Answer, Value};
use offer::place::{Council, Found, Island, PlaceError};

#[derive(Template)]
#[template(path = "find/start.html")]
struct StartPage {
    shell: Shell,
    postcode: String,
    wrong: Option<Wrong>,
    /// The postcode that was perhaps meant.
    meant: Option<String>,
    /// The answers so far can be gone on with.
    under_way: bool,
    expired: bool,
}

/// `/`
pub(super) async fn show(State(app): State<App>, session: Session) -> Response {
    let page = StartPage {
        shell: Shell { title: "Kith".to_owned(), ..Shell::said(&say("start-title"), Part::Find) },
        postcode: String::new(),
        wrong: None,
        meant: None,
        under_way: !session.is_empty(),
        expired: session.expired,
    };
    session.keep(&app, page::ok(&page))
}

/// A postcode, sent from `/`.
pub(super) async fn take(State(app): State<App>, mut session: Session, fields: Fields) -> Response {
    let typed = fields.get("postcode");
    match app.places().find(typed) {
        Ok(Found::England { council, .. }) => {
            session.packet.way = Way::Already;
            set_council(&app, &mut session, council);
            session.go(&app, "/find/council")
        }
        Ok(Found::Unplaced { likely, .. }) => {
            choose(&app, &session, &likely, Some(Wrong { words: say("postcode-unplaced"), field: "value-1" }))
        }
        Ok(found) => {
            session.packet.elsewhere = match found {
                Found::Wales(_) => 1,
                Found::Scotland(_) => 2,
                Found::NorthernIreland(_) => 3,
                Found::CrownDependency(_, Island::IsleOfMan) => 4,
                Found::CrownDependency(_, Island::Jersey) => 5,
                _ => 6,
            };
            session.go(&app, "/find/elsewhere")
        }
        Err(error) => {
            let page = StartPage {
                shell: Shell::said(&say("frame-error"), Part::Find),
                postcode: typed.chars().take(12).collect(),
                wrong: Some(Wrong { words: postcode_words(&error), field: "postcode" }),
                meant: error.suggestion().map(|meant| meant.to_string()),
                under_way: false,
                expired: false,
            };
            page::html(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
    }
}

fn postcode_words(error: &PlaceError) -> Said {
    match error {
        PlaceError::Empty => say("postcode-empty"),
        PlaceError::HalfOnly => say("postcode-half"),
        PlaceError::Malformed { suggestion: Some(meant) } | PlaceError::Unknown { suggestion: Some(meant) } => {
            say_with("postcode-meant", &[("postcode", meant.to_string().as_str().into())])
        }
        PlaceError::Malformed { suggestion: None } => say("postcode-malformed"),
        PlaceError::Unknown { suggestion: None } => say("postcode-unknown"),
    }
}

fn set_council(app: &App, session: &mut Session, council: &Council) {
    session.packet.elsewhere = 0;
    if let Some(fact) = app.law().facts.find("carer_council") {
        session.set(fact, Answer::Is(Value::Council(council.code.to_string())));
    }
}

#[derive(Template)]
#[template(path = "find/council.html")]
struct CouncilPage {
    shell: Shell,
    council: Option<&'static Council>,
    likely: Vec<(String, String)>,
    others: Vec<(String, String)>,
    wrong: Option<Wrong>,
    /// The list is shown open, because no council is known.
    choosing: bool,
    /// The page with what was found so far.
    so_far: &'static str,
}

/// `/find/council`: the council found, and a way to choose another.
pub(super) async fn council(State(app): State<App>, session: Session) -> Response {
    let response = choose(&app, &session, &[], None);
    session.keep(&app, response)
}

/// A council chosen from the list.
pub(super) async fn take_council(State(app): State<App>, mut session: Session, fields: Fields) -> Response {
    let chosen = fields.get("council").parse().ok().and_then(|code| app.places().council(&code));
    match chosen {
        Some(council) => {
            set_council(&app, &mut session, council);
            session.go(&app, "/find/council")
        }
        None => choose(&app, &Session::default(), &[], Some(Wrong { words: say("council-wrong"), field: "value-1" })),
    }
}

fn choose(app: &App, session: &Session, likely: &[&Council], wrong: Option<Wrong>) -> Response {
    let council = if wrong.is_some() { None } else { session.council(app) };
    let pair = |council: &Council| (council.code.to_string(), council.name.clone());
    let mut others: Vec<(String, String)> = app.places().councils().iter().map(pair).collect();
    others.sort_by(|a, b| a.1.cmp(&b.1));
    let is_wrong = wrong.is_some();
    let page = CouncilPage {
        shell: Shell::said(&say(if wrong.is_some() { "council-title-wrong" } else { "council-title" }), Part::Find),
        choosing: council.is_none(),
        so_far: session.packet.way.end(),
        council,
        likely: likely.iter().map(|council| pair(council)).collect(),
        others,
        wrong,
    };
    page::form(is_wrong, &page)
}

/// Where else a family may live, and how it is called.
const COUNTRIES: [&str; 6] = ["Wales", "Scotland", "Northern Ireland", "the Isle of Man", "Jersey", "Guernsey"];

#[derive(Template)]
#[template(path = "find/elsewhere.html")]
struct ElsewherePage {
    shell: Shell,
    country: String,
}

/// `/find/elsewhere`: kind words and where to go outside England.
pub(super) async fn elsewhere(State(app): State<App>, session: Session) -> Response {
    let place = usize::from(session.packet.elsewhere).checked_sub(1);
    let Some(country) = place.and_then(|place| COUNTRIES.get(place)) else {
        return Redirect::to("/").into_response();
    };
    let shell = Shell::said(&say("elsewhere-tab"), Part::Find);
    session.keep(&app, page::ok(&ElsewherePage { shell, country: country.to_string() }))
}
