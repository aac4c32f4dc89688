//! “Ask a question”: to a host's advice team, with a promise of when it answers. No account, and no more than the question and
//! what is safe.

use super::lines::{days, nation};
use super::team;
use crate::App;
use crate::account::{self, Deed, Open, form_key, may_try};
use crate::cases::code::{LENGTH, digest, fresh, plain};
use crate::cases::{FieldView, Shape};
use crate::find::Fields;
use crate::language::{Said, say, say_same, say_with, weekday};
use crate::outreach::form::Maker;
use crate::ui::shell::Part;
use crate::ui::show::capital;
use crate::ui::{Fault, Shell, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use casework::Channel;
use jiff::SignedDuration;
use outreach::Host;
use outreach::advice::{Asking, Nation, Question, State as Stands, Team, promised};
use outreach::form::Wrong;
use store::{NewQuestion, StoreError};

/// How many questions one team takes in a quarter of an hour.
const MOST: i64 = 60;
/// How long after it was sent the same form still tells a code: a page that did not come is asked for again.
const SENT_TWICE: SignedDuration = SignedDuration::from_mins(30);
/// How many signs a reference has.
const REFERENCE: usize = 8;

#[derive(Template)]
#[template(path = "outreach/ask.html")]
struct AskPage {
    shell: Shell,
    host: Host,
    team: Option<Team>,
    by: Option<Said>,
    fields: Vec<FieldView>,
    safe: Vec<FieldView>,
    wrong: Vec<Wrong>,
    refused: Option<Said>,
    key: String,
}

impl AskPage {
    /// Within how long a team means to answer.
    fn lead(&self, team: &Team) -> Said {
        let (name, within) = (team.name.as_str().into(), days(team).into());
        match &self.by {
            Some(by) => say_with("ask-lead-by", [("team", name), ("within", within), ("day", by.clone().into())]),
            None => say_with("ask-lead", [("team", name), ("within", within)]),
        }
    }
}

#[derive(Template)]
#[template(path = "outreach/asked.html")]
pub(super) struct AskedPage {
    pub shell: Shell,
    pub host: Host,
    pub reference: String,
    pub code: String,
    /// The day by which an answer is promised.
    pub by: Option<Said>,
    /// What an adviser reads it out for; none where whoever asked sees this.
    pub read_out: Option<ReadOut>,
}

/// What an adviser reads a code out for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ReadOut {
    /// The summary of a call.
    Summary,
    /// A code in place of one that was lost.
    NewCode,
}

/// `/advice/{slug}/ask`.
pub(super) async fn show(State(app): State<App>, open: Open, Path(slug): Path<String>) -> Result<Response, Response> {
    let team = takes(&app, &open, &slug).await?;
    draw(&app, &slug, team, Fields::default(), Vec::new(), None)
}

/// The team of a host that takes questions here, as long as somebody with the role can be reached to answer them.
async fn takes(app: &App, open: &Open, slug: &str) -> Result<Option<Team>, Response> {
    let Some(team) = team(app, slug) else { return Ok(None) };
    let advisers = account::addresses(open.0.store(), slug, Deed::Advise, None).await.map_err(Fault::store)?;
    Ok((!advisers.is_empty()).then_some(team))
}

fn draw(
    app: &App,
    slug: &str,
    team: Option<Team>,
    typed: Fields,
    wrong: Vec<Wrong>,
    refused: Option<Said>,
) -> Result<Response, Response> {
    let host = app.host(slug).ok_or_else(|| Fault::not_found().into_response())?;
    let today = app.clock().today();
    let by = team.as_ref().and_then(|team| promised(&app.law().holidays, today, team.within));
    let make = Maker { typed: &typed, wrong: &wrong };
    let nations = Nation::ALL.map(|one| (one.word(), nation(one)));
    let is_wrong = !wrong.is_empty() || refused.is_some();
    let page = AskPage {
        shell: Shell { dense: true, ..Shell::said(&say("ask-title"), Part::Find) },
        host,
        team,
        by: by.map(weekday),
        fields: vec![
            make.words("words", say("ask-words"), say("ask-words-hint")),
            make.select("nation", say("ask-nation"), say("ask-nation-hint"), &nations),
            make.may("name", say("ask-name"), say("ask-name-hint")),
        ],
        safe: safe_fields(app, &make),
        refused,
        key: match typed.get("key") {
            "" => form_key(),
            known => known.to_owned(),
        },
        wrong,
    };
    Ok(page::form(is_wrong, &page))
}

/// How it is safe to reach somebody: the ways of casework, and what nobody must do.
pub(super) fn safe_fields(app: &App, make: &Maker) -> Vec<FieldView> {
    let ways = ways(app);
    let ways: Vec<(&str, Said)> = ways.iter().map(|(name, words)| (name.as_str(), way_said(name, words))).collect();
    vec![
        make.boxes("safe_channels", say("ask-ways"), say("ask-ways-hint"), &ways),
        make.may("email", say("ask-email"), say("ask-email-hint")),
        make.may("phone", say("ask-phone"), ""),
        make.may("address", say("ask-address"), ""),
        make.may("safe_times", say("ask-times"), say("ask-times-hint")),
        make.may("code_word", say("ask-code-word"), ""),
        make.may("must_not", say("ask-must-not"), say("ask-must-not-hint")),
    ]
}

/// A way in which somebody can be reached, in the words of the page.
fn way_said(name: &str, words: &str) -> Said {
    let way = Channel::ALL.into_iter().find(|way| way.word() == name);
    let key = way.map(|way| match way {
        Channel::Post => "ask-way-post",
        Channel::Email => "ask-way-email",
        Channel::Text => "ask-way-text",
        Channel::Phone => "ask-way-phone",
        Channel::Voicemail => "ask-way-voicemail",
        Channel::Page => "ask-way-page",
    });
    say_same(key, &capital(words))
}

/// The ways in which somebody can be reached, as casework words them; its own page is this site here.
pub(super) fn ways(app: &App) -> Vec<(String, String)> {
    let caseload = app.caseload();
    let field = caseload.as_ref().and_then(|caseload| caseload.practice().fields.get("safe_channels"));
    let options = field.map(|field| field.options()).unwrap_or_default().iter();
    let words = |name: &str, words: &str| match name == Channel::Page.word() {
        true => "on this site, with the code".to_owned(),
        false => words.to_owned(),
    };
    options.map(|one| (one.name.clone(), words(&one.name, &one.words))).collect()
}

/// Keeps the question, and tells reference and code.
pub(super) async fn take(
    State(app): State<App>,
    open: Open,
    Path(slug): Path<String>,
    sent: Fields,
) -> Result<Response, Response> {
    let host = app.host(&slug).ok_or_else(|| Fault::not_found().into_response())?;
    let Some(team) = takes(&app, &open, &slug).await? else {
        return draw(&app, &slug, None, sent, Vec::new(), None);
    };
    let asking = match Asking::read(&sent) {
        Ok(asking) => asking,
        Err(wrong) => return draw(&app, &slug, Some(team), sent, wrong, None),
    };
    if !may_try(&app, &open.0, &format!("question {slug}"), MOST).await.map_err(Fault::store)? {
        return draw(&app, &slug, Some(team), sent, Vec::new(), Some(say("ask-busy")));
    }
    let today = app.clock().today();
    let by = promised(&app.law().holidays, today, team.within);
    let key = match sent.get("key") {
        "" => form_key(),
        key => key.chars().take(100).collect(),
    };
    let question = Question { asking, ..Question::default() };
    let new = Keeping { host: &slug, form: &key, question: &question, stands: Stands::Waiting, due: by };
    let mail = super::to_team(&app, &open, &slug).await.map_err(Fault::store)?;
    match keep(&app, &open, new, &mail).await.map_err(Fault::store)? {
        Some((reference, code)) => {
            let shell = Shell { dense: true, ..Shell::said(&say("asked-tab"), Part::Find) };
            Ok(page::ok(&AskedPage { shell, host, reference, code, by: by.map(weekday), read_out: None }))
        }
        None => draw(&app, &slug, Some(team), sent, Vec::new(), Some(say("ask-twice"))),
    }
}

/// A question to be kept.
pub(super) struct Keeping<'a> {
    pub host: &'a str,
    pub form: &'a str,
    pub question: &'a Question,
    pub stands: Stands,
    pub due: Option<jiff::civil::Date>,
}

/// Keeps a question, with the letters that go out because of it; its reference and a code. None where the form was sent too
/// long ago.
pub(super) async fn keep(
    app: &App,
    open: &Open,
    new: Keeping<'_>,
    mail: &[store::NewMail],
) -> Result<Option<(String, String)>, StoreError> {
    let (reference, code, at) = (format!("A{}", fresh::<REFERENCE>()?), fresh::<LENGTH>()?, app.clock().now());
    let new = NewQuestion {
        host: new.host.to_owned(),
        reference: plain(&reference),
        form: new.form.to_owned(),
        state: new.stands.word().to_owned(),
        due: new.due,
        body: serde_json::to_string(new.question).map_err(|why| StoreError::Invalid(why.to_string()))?,
        at,
    };
    let kept = open.0.store().question_add(&new, &digest(&code), at - SENT_TWICE, mail).await?;
    Ok(kept.map(|(_, reference)| (shown(&reference), code)))
}

/// A reference as people read it: `A2345-ABCD`.
pub(super) fn shown(reference: &str) -> String {
    match reference.split_at_checked(5) {
        Some((head, tail)) => format!("{head}-{tail}"),
        None => reference.to_owned(),
    }
}

/// The words for a way, of those that casework knows.
pub(super) fn way_words(app: &App, channel: Channel) -> String {
    let found = ways(app).into_iter().find(|(name, _)| name == channel.word());
    found.map_or_else(|| channel.word().to_owned(), |(_, words)| words)
}
