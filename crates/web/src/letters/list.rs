//! The list of letters: those that fit this family first, each with the reason.

use crate::App;
use crate::find::{Missing, Picture, Session, missing};
use crate::language::say;
use crate::ui::shell::Part;
use crate::ui::{Shell, page};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use law::Family;
use paper::{Fit, Letter};

#[derive(Template)]
#[template(path = "letters/list.html")]
struct ListPage<'a> {
    shell: Shell,
    is_empty: bool,
    expired: bool,
    fitting: Vec<Row<'a>>,
    possible: Vec<Row<'a>>,
    others: Vec<Row<'a>>,
}

struct Row<'a> {
    id: String,
    title: String,
    what: String,
    because: Option<String>,
    missing: Vec<Missing<'a>>,
}

/// How many open facts are named beside a letter.
const NAMED: usize = 3;

/// `/letters`
pub(super) async fn show(State(app): State<App>, session: Session) -> Response {
    let picture = session.picture(&app);
    let rows = |fit: Fit| -> Vec<Row> {
        let letters = app.letters().letters.iter();
        letters.filter_map(|letter| row(letter, &picture, fit)).collect()
    };
    let page = ListPage {
        shell: Shell::said(&say("letters-title"), Part::Find),
        is_empty: session.is_empty(),
        expired: session.expired,
        fitting: rows(Fit::Fits),
        possible: rows(Fit::Could),
        others: rows(Fit::No),
    };
    session.keep(&app, page::ok(&page))
}

fn row<'a>(letter: &Letter, picture: &'a Picture, wanted: Fit) -> Option<Row<'a>> {
    let family = Family { day: &picture.day, findings: &picture.findings, case: &picture.case };
    let fitting = letter.fitting(&family);
    (fitting.fit == wanted).then(|| Row {
        id: letter.id.clone(),
        title: letter.title.clone(),
        what: letter.what.clone(),
        because: fitting.because.map(str::to_owned),
        missing: fitting.missing.iter().take(NAMED).map(|fact| missing(&picture.day.law, *fact)).collect(),
    })
}
