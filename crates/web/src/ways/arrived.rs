//! A child has just come: five questions at most, then what to ask, to write down and to do, with the soonest dates.

use super::dates::{self, Dates};
use super::words::Words;
use super::{line, standing};
use crate::App;
use crate::find::{Line, Session, Way};
use crate::language::{Said, say};
use crate::letters::Onward;
use crate::ui::shell::Part;
use crate::ui::{Shell, page};
use askama::Template;
use axum::extract::State;
use axum::response::Response;

#[derive(Template)]
#[template(path = "ways/arrived.html")]
struct ArrivedPage {
    shell: Shell,
    expired: bool,
}

/// `/arrived`
pub(super) async fn show(State(app): State<App>, session: Session) -> Response {
    let page = ArrivedPage { shell: Shell::said(&say("arrived-tab"), Part::Find), expired: session.expired };
    session.keep(&app, page::ok(&page))
}

/// Begins the short questions.
pub(super) async fn begin(State(app): State<App>, session: Session) -> Response {
    session.begin(&app, Way::Arrived)
}

#[derive(Template)]
#[template(path = "ways/arrived_now.html")]
struct NowPage<'a> {
    shell: Shell,
    expired: bool,
    is_empty: bool,
    /// The council may have placed the child.
    is_placed: bool,
    is_private_fostering: bool,
    before_yes: Words,
    first_week: Words,
    dates: Dates,
    /// Which council it is, with the way to its page.
    council: Option<Said>,
    first: Vec<Line<'a>>,
    letters: Vec<Onward>,
}

/// The letters that help; the first two only where they fit.
pub(super) const LETTERS: [&str; 5] =
    ["private-fostering-notice", "decision-in-writing", "parent-authority", "child-benefit", "child-needs-assessment"];

/// How many things to ask for are named.
const FIRST: usize = 3;

/// `/arrived/now`
pub(super) async fn now(State(app): State<App>, session: Session) -> Response {
    let picture = session.picture(&app);
    let is_placed = standing::may_be_placed(&picture);
    let is_private_fostering = standing::may_be_private_fostering(&picture);
    let fits = |letter: &str| match letter {
        "private-fostering-notice" => is_private_fostering,
        "decision-in-writing" => is_placed,
        _ => true,
    };
    let wanted: Vec<&str> = LETTERS.into_iter().filter(|letter| fits(letter)).collect();
    let mut before_yes = Words::of(include_str!("../../../../content/en/ways/before-you-say-yes.md"));
    // The first week ends with the same numbers to call; once is enough.
    before_yes.take("someone-to-talk-to");
    let page = NowPage {
        shell: Shell::said(&say("now-title"), Part::Find),
        expired: session.expired,
        is_empty: session.is_empty(),
        is_placed,
        is_private_fostering,
        before_yes,
        first_week: Words::of(include_str!("../../../../content/en/ways/first-week.md")),
        dates: dates::soonest(&picture),
        council: session.say_council(&app, "now-council"),
        first: line::first(&picture, FIRST),
        letters: Onward::named(&app, &wanted),
    };
    session.keep(&app, page::ok(&page))
}
