//! Advice: lines that say whether they are open, questions to a team with a promise of when it answers, and answers for all.

mod answers;
mod ask;
mod call;
mod desk;
mod hours;
mod inbox;
mod lines;
mod one;
mod read;

pub(crate) use read::{closing, forget};

use super::Name;
use crate::App;
use crate::account::{self, Deed, Open};
use crate::language::say;
use axum::Router;
use axum::routing::get;
use law::text::SourceFile;
use outreach::advice::{Item, Line, Team, Template};
use std::sync::LazyLock;
use store::{NewMail, StoreError};

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/advice", get(lines::show))
        .route("/advice/answers", get(answers::show))
        .route("/advice/{slug}/ask", get(ask::show).post(ask::take))
        .route("/advice/question", get(read::enter).post(read::open))
        .route("/advice/question/read", get(read::show).post(read::take))
        .route("/hosts/{slug}/advice", get(desk::list))
        .route("/hosts/{slug}/advice/new/{kind}", get(desk::new).post(desk::take_new))
        .route("/hosts/{slug}/advice/{id}", get(desk::show).post(desk::take))
        .route("/hosts/{slug}/questions", get(inbox::show))
        .route("/hosts/{slug}/questions/call", get(call::show).post(call::take))
        .route("/hosts/{slug}/questions/{id}", get(one::show).post(one::take))
}

/// The national lines that this site knows from what it read.
fn national() -> &'static [(String, Line)] {
    static LINES: LazyLock<Vec<(String, Line)>> = LazyLock::new(|| {
        let text = include_str!("../../../../../places/advice-lines.law").to_owned();
        let (lines, faults) = outreach::advice::lines(&SourceFile { path: "places/advice-lines.law".to_owned(), text });
        faults.iter().for_each(|fault| tracing::error!(%fault, "an advice line cannot be read"));
        lines
    });
    &LINES
}

/// The beginnings of answers.
fn templates(app: &App) -> Vec<Template> {
    let text = include_str!("../../../../../content/en/advice-templates.law").to_owned();
    let file = SourceFile { path: "content/en/advice-templates.law".to_owned(), text };
    let (templates, faults) = outreach::advice::templates(&file, app.law());
    faults.iter().for_each(|fault| tracing::error!(%fault, "a beginning of an answer cannot be read"));
    templates
}

/// What hosts publish about advice, with the name of each host.
fn public(app: &App) -> Vec<(Name, Item)> {
    let all = app.boards().map(|boards| boards.advice.all()).unwrap_or_default();
    all.into_iter().filter_map(|(name, standing)| Some((name, standing.thing.public()?.clone()))).collect()
}

/// The team of a host that answers questions.
fn team(app: &App, slug: &str) -> Option<Team> {
    public(app).into_iter().find_map(|(name, item)| match item {
        Item::Team(team) if name.host == slug => Some(team),
        _ => None,
    })
}

/// Letters to the advisers of a host: something waits for an answer. They hold no word of the question.
async fn to_team(app: &App, open: &Open, host: &str) -> Result<Vec<NewMail>, StoreError> {
    let to = account::addresses(open.0.store(), host, Deed::Advise, None).await?;
    let (subject, waits) = (say("sent-waits").english().to_owned(), say("sent-waits-for"));
    let body = format!("{}\n\n{}/hosts/{host}/questions\n", waits.english(), app.address());
    let letter = |to| NewMail { to, subject: subject.clone(), body: body.clone(), due: None };
    Ok(to.into_iter().map(letter).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use law::Law;

    #[test]
    fn what_is_written_of_advice_can_be_read() {
        let text = include_str!("../../../../../places/advice-lines.law").to_owned();
        let (lines, faults) = outreach::advice::lines(&SourceFile { path: "a".into(), text });
        assert!(faults.is_empty() && lines.len() >= 3, "{faults:?}");
        assert!(lines.iter().all(|(_, line)| line.source.is_some() && line.checked.is_some()));
        let (law, _) = Law::load(&crate::routes::tests::law_texts());
        let text = include_str!("../../../../../content/en/advice-templates.law").to_owned();
        let (templates, faults) = outreach::advice::templates(&SourceFile { path: "b".into(), text }, &law);
        assert!(faults.is_empty() && templates.len() >= 5, "{faults:?}");
    }
}
