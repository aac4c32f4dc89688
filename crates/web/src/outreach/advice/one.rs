//! One question, for the advisers of a host: how it is safe to answer, what was said, an answer that begins with a template, and
//! what was advised.

use super::answers::cited;
use super::ask::{AskedPage, ReadOut, shown, way_words};
use super::read::{SaidView, change, question, said};
use super::templates;
use crate::App;
use crate::account::{Deed, Open, SignedIn};
use crate::cases::code::{LENGTH, digest, fresh};
use crate::find::Fields;
use crate::language::{Said, say, say_with, weekday};
use crate::outreach::HostSeat;
use crate::ui::shell::Part;
use crate::ui::show::{CiteView, capital};
use crate::ui::{Fault, Shell, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use casework::Channel;
use outreach::Host;
use outreach::advice::{Act, Question, State as Stands, overdue_by};
use store::{KeptQuestion, NewMail};

#[derive(Template)]
#[template(path = "outreach/question.html")]
struct QuestionPage {
    shell: Shell,
    host: Host,
    reference: String,
    version: i64,
    /// By when, and how many working days late.
    due: Option<(Said, Option<usize>)>,
    /// How it is safe to reach them: label and words.
    safe: Vec<(Said, String)>,
    is_mailed: bool,
    said: Vec<SaidView>,
    advised: Option<String>,
    summary: Option<String>,
    templates: Vec<(String, String)>,
    answer: String,
    /// The provisions the answer names, one to a line.
    cites: String,
    cited: Vec<CiteView>,
    closing: String,
    may_close: bool,
    refused: Option<Said>,
}

/// What stands in the form.
#[derive(Default)]
struct Typed {
    answer: String,
    cites: String,
    closing: String,
    refused: Option<Said>,
}

/// `/hosts/{slug}/questions/{id}`.
pub(super) async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Path((slug, id)): Path<(String, String)>,
) -> Result<Response, Response> {
    let seat = HostSeat::take(signed, &app, &slug, Deed::Advise)?;
    let kept = find(&seat, &id).await?;
    draw(&app, &seat, &kept, question(&kept)?, Typed::default())
}

async fn find(seat: &HostSeat, id: &str) -> Result<KeptQuestion, Response> {
    let id = id.parse().map_err(|_| Fault::not_found().into_response())?;
    let found = seat.signed.keeper.store().question(&seat.host.slug, id).await.map_err(Fault::store)?;
    found.ok_or_else(|| Fault::not_found().into_response())
}

fn draw(
    app: &App,
    seat: &HostSeat,
    kept: &KeptQuestion,
    question: Question,
    typed: Typed,
) -> Result<Response, Response> {
    let today = app.clock().today();
    let due = kept.due.filter(|_| kept.state == Stands::Waiting.word());
    let page = QuestionPage {
        shell: Shell::said(&say("question-desk"), Part::Desk),
        host: seat.host.clone(),
        reference: shown(&kept.reference),
        version: kept.version,
        due: due.map(|day| (weekday(day), overdue_by(&app.law().holidays, day, today))),
        safe: safe(app, &question),
        is_mailed: question.asking.safe.may(Channel::Email),
        said: said(app, kept, &question, false),
        may_close: kept.state != Stands::Waiting.word() && question.advised.is_none(),
        advised: question.advised,
        summary: question.summary,
        templates: templates(app).into_iter().map(|one| (one.id, one.title)).collect(),
        cited: cited(app, &lines(&typed.cites)),
        answer: typed.answer,
        cites: typed.cites,
        closing: typed.closing,
        refused: typed.refused,
    };
    Ok(page::form(page.refused.is_some(), &page))
}

/// How it is safe to reach whoever asked. What is not safe is not shown as a way.
fn safe(app: &App, question: &Question) -> Vec<(Said, String)> {
    let safe = &question.asking.safe;
    let ways: Vec<String> =
        Channel::ALL.into_iter().filter(|way| safe.may(*way)).map(|way| way_words(app, way)).collect();
    let mut rows = vec![(say("question-desk-ways"), capital(&ways.join(", ")))];
    let mut row = |key, words: Option<String>| rows.extend(words.map(|words| (say(key), words)));
    row("question-desk-must-not", safe.must_not.clone());
    row("question-desk-times", safe.times.clone());
    row("question-desk-code-word", safe.code_word.clone());
    row(
        "question-desk-phone",
        safe.phone
            .clone()
            .filter(|_| [Channel::Phone, Channel::Text, Channel::Voicemail].into_iter().any(|way| safe.may(way))),
    );
    row("question-desk-email", safe.email.clone().filter(|_| safe.may(Channel::Email)));
    row("question-desk-address", safe.address.clone().filter(|_| safe.may(Channel::Post)));
    row("question-desk-name", question.asking.name.clone());
    row("question-desk-nation", question.asking.nation.map(|nation| nation.word().to_owned()));
    rows
}

fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// Begins with a template, answers, closes or erases.
pub(super) async fn take(
    State(app): State<App>,
    signed: SignedIn,
    Path((slug, id)): Path<(String, String)>,
    sent: Fields,
) -> Result<Response, Response> {
    let seat = HostSeat::take(signed, &app, &slug, Deed::Advise)?;
    let kept = find(&seat, &id).await?;
    let mut question = question(&kept)?;
    let here = format!("/hosts/{}/questions/{}", seat.host.slug, kept.id);
    let mut typed = Typed {
        answer: sent.lines("answer").unwrap_or_default(),
        cites: sent.lines("cites").unwrap_or_default(),
        closing: sent.lines("closing").unwrap_or_default(),
        refused: None,
    };
    if sent.get("do") == "erase" {
        seat.signed.keeper.store().question_erase(&seat.host.slug, kept.id).await.map_err(Fault::store)?;
        return Ok(Redirect::to(&format!("/hosts/{}/questions", seat.host.slug)).into_response());
    }
    if sent.get("do") == "code" {
        return new_code(&seat, &kept).await;
    }
    if let Some(template) =
        templates(&app).into_iter().find(|one| sent.get("do") == "begin" && one.id == sent.get("template"))
    {
        let gap = if typed.answer.is_empty() { "" } else { "\n\n" };
        typed.answer = format!("{}{gap}{}", typed.answer, template.words);
        let mut cites = lines(&typed.cites);
        cites.extend(template.cites);
        cites.dedup();
        typed.cites = cites.join("\n");
        return draw(&app, &seat, &kept, question, typed);
    }
    let cites = lines(&typed.cites);
    if let Some(unknown) = cites.iter().find(|id| app.law().provision(id).is_none()) {
        typed.refused = Some(say_with("question-desk-unknown", [("provision", unknown.as_str().into())]));
        return draw(&app, &seat, &kept, question, typed);
    }
    let by = seat.officer().as_str().to_owned();
    let (act, stands) = match sent.get("do") {
        "close" => (Act::Close { advised: typed.closing.clone() }, Stands::Closed),
        "answer" => (Act::Answer { by, words: typed.answer.clone(), cites }, Stands::Answered),
        _ => return draw(&app, &seat, &kept, question, typed),
    };
    let before = question.clone();
    // Somebody may have written while this page lay open: what was not read is not answered.
    if sent.get("version") != kept.version.to_string() {
        typed.refused = Some(say("question-desk-crossed"));
        return draw(&app, &seat, &kept, before, typed);
    }
    if let Err(why) = question.act(act, app.clock().now()) {
        typed.refused = Some(why.to_string().into());
        return draw(&app, &seat, &kept, before, typed);
    }
    let mail = if stands == Stands::Answered { something_to_read(&app, &question) } else { None };
    let mail = mail.into_iter().collect();
    let open = Open(seat.signed.keeper.clone());
    match change(&app, &open, &kept, &question, stands, None, mail).await.map_err(Fault::store)? {
        true => Ok(Redirect::to(&here).into_response()),
        false => {
            typed.refused = Some(say("question-desk-faster"));
            draw(&app, &seat, &kept, before, typed)
        }
    }
}

/// Another code in place of one that was lost, to be read out.
async fn new_code(seat: &HostSeat, kept: &KeptQuestion) -> Result<Response, Response> {
    let code = fresh::<LENGTH>().map_err(Fault::store)?;
    let store = seat.signed.keeper.store();
    let reference = store.question_new_code(&seat.host.slug, kept.id, &digest(&code)).await.map_err(Fault::store)?;
    let reference = reference.ok_or_else(|| Fault::not_found().into_response())?;
    let shell = Shell::said(&say("code-new"), Part::Desk);
    let (host, read_out) = (seat.host.clone(), Some(ReadOut::NewCode));
    Ok(page::ok(&AskedPage { shell, host, reference: shown(&reference), code, by: None, read_out }))
}

/// The letter that says that there is something to read and no more, where email is safe.
pub(super) fn something_to_read(app: &App, question: &Question) -> Option<NewMail> {
    let safe = &question.asking.safe;
    let to = safe.email.as_deref().filter(|_| safe.may(Channel::Email))?.parse().ok()?;
    Some(NewMail {
        to,
        subject: say("sent-new").english().to_owned(),
        body: format!(
            "{}\n\n{}/advice/question\n\n{}\n",
            say("sent-new-open").english(),
            app.address(),
            say("sent-new-not-you").english()
        ),
        due: None,
    })
}
