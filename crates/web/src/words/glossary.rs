//! The glossary: each legal word in a line.

use crate::App;
use crate::language::say;
use crate::ui::shell::Part;
use crate::ui::{Shell, page, show};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use law::glossary::Term;

#[derive(Template)]
#[template(path = "words/glossary.html")]
struct GlossaryPage {
    shell: Shell,
    letters: Vec<(char, Vec<Row>)>,
}

struct Row {
    id: String,
    term: String,
    means: String,
    also: String,
}

/// `/glossary`
pub(super) async fn show(State(app): State<App>) -> Response {
    let mut terms: Vec<&Term> = app.law().terms.iter().collect();
    terms.sort_by_key(|term| term.term.to_lowercase());
    let mut letters: Vec<(char, Vec<Row>)> = Vec::new();
    for term in terms {
        let letter = term.term.chars().next().map_or('#', |letter| letter.to_ascii_uppercase());
        let row = Row {
            id: anchor(&term.term),
            term: show::capital(&term.term),
            means: term.means.clone(),
            also: term.also.join(", "),
        };
        match letters.last_mut() {
            Some((last, rows)) if *last == letter => rows.push(row),
            _ => letters.push((letter, vec![row])),
        }
    }
    page::ok(&GlossaryPage { shell: Shell::said(&say("frame-glossary"), Part::Words), letters })
}

fn anchor(term: &str) -> String {
    term.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter.to_ascii_lowercase() } else { '-' }).collect()
}
