//! `/design`: every part the pages are built of, in every state, made by the same templates as the pages.

mod papers;
mod questions;
mod results;

use crate::App;
use crate::council::ContactView;
use crate::find::{Band, DateLine, Field, Line, SumLine, Timeline, Wrong};
use crate::letters::FieldView;
use crate::ui::shell::Part;
use crate::ui::show::CiteView;
use crate::ui::{Shell, page};
use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use paper::Document;
use questions::Asked;

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/design", get(show))
}

#[derive(Template)]
#[template(path = "design/page.html")]
struct DesignPage {
    shell: Shell,
    contents: Vec<(&'static str, &'static str)>,
    bands: [Band; 5],
    asked: Vec<Asked>,
    wrong: Option<Wrong>,
    fields: Vec<FieldView>,
    lines: Vec<Line<'static>>,
    cites: Vec<CiteView>,
    contact: ContactView,
    picture: Timeline,
    dates: Vec<DateLine>,
    sums: Vec<SumLine>,
    letter: Document,
    sheet: Document,
}

/// The parts of the page, by their ids.
const CONTENTS: [(&str, &str); 13] = [
    ("words", "Words"),
    ("press", "Links and buttons"),
    ("errors", "Errors"),
    ("questions", "Questions"),
    ("letter-fields", "Fields of a letter"),
    ("outcomes", "Outcomes"),
    ("result-lines", "Lines of a result"),
    ("notes", "Notes"),
    ("lists", "Lists and folded parts"),
    ("sums", "Sums"),
    ("council", "A council’s contact"),
    ("dates", "Dates"),
    ("paper", "Paper"),
];

/// `/design`
async fn show() -> Response {
    page::ok(&DesignPage {
        shell: Shell::new("How it looks", Part::Words),
        contents: CONTENTS.to_vec(),
        bands: Band::ALL,
        asked: questions::all(),
        wrong: questions::date_wrong(),
        fields: questions::letter_fields(),
        lines: results::lines(),
        cites: results::cites(),
        contact: results::contact(),
        picture: results::picture(),
        dates: results::dates(),
        sums: results::sums(),
        letter: papers::letter(),
        sheet: papers::sheet(),
    })
}
