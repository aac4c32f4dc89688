//! `/advice/answers`: answers to common questions, each with who looks after it and when it was reviewed.

use super::public;
use crate::App;
use crate::language::{Said, date, say};
use crate::ui::markdown::render;
use crate::ui::shell::Part;
use crate::ui::show::CiteView;
use crate::ui::{Shell, page};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use jiff::civil::Date;
use law::cite::Cite;
use outreach::advice::{Answer, Item};

#[derive(Template)]
#[template(path = "outreach/answers.html")]
struct AnswersPage {
    shell: Shell,
    answers: Vec<AnswerView>,
}

/// A public answer.
struct AnswerView {
    id: String,
    question: String,
    /// The words, as HTML.
    words: String,
    cites: Vec<CiteView>,
    owner: String,
    host: String,
    reviewed: Said,
    review_by: Said,
    is_stale: bool,
}

/// `/advice/answers`.
pub(super) async fn show(State(app): State<App>) -> Response {
    let today = app.clock().today();
    let mut answers: Vec<AnswerView> = public(&app)
        .into_iter()
        .filter_map(|(name, item)| match item {
            Item::Answer(answer) => {
                let host = app.host(&name.host).map_or_else(|| name.host.clone(), |host| host.name);
                Some(AnswerView::of(&app, format!("{}-{}", name.host, name.id), host, &answer, today))
            }
            _ => None,
        })
        .collect();
    answers.sort_by(|a, b| a.question.cmp(&b.question));
    page::ok(&AnswersPage { shell: Shell::said(&say("common-title"), Part::Words), answers })
}

impl AnswerView {
    fn of(app: &App, id: String, host: String, answer: &Answer, today: Date) -> AnswerView {
        AnswerView {
            id,
            question: answer.question.clone(),
            words: render(&answer.words, 2),
            cites: cited(app, &answer.cites),
            owner: answer.owner.clone(),
            host,
            reviewed: date(answer.reviewed),
            review_by: date(answer.review_by),
            is_stale: answer.is_stale(today),
        }
    }
}

/// Provisions, as pages show them; one that the law does not hold any more is left out.
pub(super) fn cited(app: &App, provisions: &[String]) -> Vec<CiteView> {
    let day = app.today();
    let known = provisions.iter().filter(|id| app.law().provision(id).is_some());
    let cites: Vec<_> = known
        .map(|id| day.citation(&Cite { provision: id.clone(), mark: None, spot: law::fault::Spot::default() }))
        .collect();
    CiteView::all(&cites)
}
