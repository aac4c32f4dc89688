//! “Somebody is on the phone”: an adviser goes through the questions of the finder with a carer, and hands over the summary by
//! post, by email or on this site. It goes only where the carer says, and an email holds no word of it unless they choose so.

use super::ask::{AskedPage, Keeping, ReadOut, keep, safe_fields};
use super::one::something_to_read;
use crate::App;
use crate::account::{Deed, Open, SignedIn, form_key};
use crate::cases::{FieldView, Shape};
use crate::find::{Fields, Session, whole_answer, wipe};
use crate::language::{self, say};
use crate::outreach::HostSeat;
use crate::outreach::form::Maker;
use crate::ui::shell::Part;
use crate::ui::{Fault, Shell, page, show};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use casework::Channel;
use outreach::Host;
use outreach::advice::{Asking, By, Question, Said, State as Stands};
use outreach::form::Wrong;
use paper::{Block, Document};
use store::NewMail;

#[derive(Template)]
#[template(path = "outreach/call.html")]
struct CallPage {
    shell: Shell,
    host: Host,
    /// How many answers are given.
    answers: usize,
    safe: Vec<FieldView>,
    wrong: Vec<Wrong>,
    refused: Option<language::Said>,
    key: String,
    is_whole: bool,
    note: String,
}

#[derive(Template)]
#[template(path = "outreach/call_post.html")]
struct PostPage {
    shell: Shell,
    host: Host,
    document: Document,
}

#[derive(Template)]
#[template(path = "outreach/call_mailed.html")]
struct MailedPage {
    shell: Shell,
    host: Host,
}

/// `/hosts/{slug}/questions/call`.
pub(super) async fn show(
    State(app): State<App>,
    signed: SignedIn,
    session: Session,
    Path(slug): Path<String>,
) -> Result<Response, Response> {
    let seat = HostSeat::take(signed, &app, &slug, Deed::Advise)?;
    Ok(draw(&app, &seat, &session, &Fields::default(), Vec::new(), None))
}

fn draw(
    app: &App,
    seat: &HostSeat,
    session: &Session,
    typed: &Fields,
    wrong: Vec<Wrong>,
    refused: Option<language::Said>,
) -> Response {
    let is_wrong = !wrong.is_empty() || refused.is_some();
    let page = CallPage {
        shell: Shell::said(&say("call-tab"), Part::Desk),
        host: seat.host.clone(),
        answers: session.answered().count(),
        safe: safe_fields(app, &Maker { typed, wrong: &wrong }),
        refused,
        key: form_key(),
        is_whole: typed.get("whole") == "yes",
        note: typed.lines("note").unwrap_or_default(),
        wrong,
    };
    session.keep(app, page::form(is_wrong, &page))
}

/// Begins, or hands the summary over.
pub(super) async fn take(
    State(app): State<App>,
    signed: SignedIn,
    session: Session,
    Path(slug): Path<String>,
    sent: Fields,
) -> Result<Response, Response> {
    let seat = HostSeat::take(signed, &app, &slug, Deed::Advise)?;
    match sent.get("do") {
        // What somebody answered before must not be taken for this carer's.
        "begin" => return Ok(wipe(&app, Redirect::to("/").into_response())),
        "clear" => return Ok(wipe(&app, Redirect::to(&format!("/hosts/{slug}/questions/call")).into_response())),
        "post" | "email" | "page" => {}
        _ => return Ok(draw(&app, &seat, &session, &sent, Vec::new(), None)),
    }
    if session.is_empty() {
        let words = say("call-no-answers");
        return Ok(draw(&app, &seat, &session, &sent, Vec::new(), Some(words)));
    }
    let safe = match Asking::read_safe(&sent) {
        Ok(safe) => safe,
        Err(wrong) => return Ok(draw(&app, &seat, &session, &sent, wrong, None)),
    };
    let needed = match sent.get("do") {
        "post" => Some((Channel::Post, "address", say("call-needs-address"))),
        "email" => Some((Channel::Email, "email", say("call-needs-email"))),
        _ => None,
    };
    if let Some((_, field, says)) = needed.filter(|(channel, _, _)| !safe.may(*channel)) {
        let wrong = vec![Wrong { field, says: says.plain().to_owned() }];
        return Ok(draw(&app, &seat, &session, &sent, wrong, None));
    }
    let document = whole_answer(&app, &session);
    match sent.get("do") {
        "post" => Ok(session.keep(&app, post(&app, &seat, document, safe.address.as_deref().unwrap_or_default()))),
        "email" if sent.get("whole") == "yes" => {
            let to = safe.email.as_deref().and_then(|email| email.parse().ok());
            let to = to.ok_or_else(|| Fault::bad_request().into_response())?;
            let mail = NewMail { to, subject: "What we talked about".to_owned(), body: document.to_text(), due: None };
            seat.signed.keeper.store().post(&mail, app.clock().now()).await.map_err(Fault::store)?;
            let shell = Shell::said(&say("call-tab-sent"), Part::Desk);
            Ok(session.keep(&app, page::ok(&MailedPage { shell, host: seat.host })))
        }
        _ => leave_to_read(&app, &seat, &session, &sent, document, safe).await,
    }
}

/// The summary with an address at its head, to be printed and put into an envelope.
fn post(app: &App, seat: &HostSeat, mut document: Document, address: &str) -> Response {
    let lines = address.split([',', '\n']).map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
    document.blocks.insert(0, Block::Lines { lines, right: false });
    document.blocks.insert(1, Block::paragraph(show::date(app.clock().today())));
    let shell = Shell::said(&say("call-tab-for-the-post"), Part::Desk);
    page::ok(&PostPage { shell, host: seat.host.clone(), document })
}

/// The summary, kept so that the carer reads it here with a reference and a code, which the adviser tells them.
async fn leave_to_read(
    app: &App,
    seat: &HostSeat,
    session: &Session,
    sent: &Fields,
    document: Document,
    safe: outreach::advice::Safe,
) -> Result<Response, Response> {
    let note = sent.lines("note").unwrap_or_default();
    if note.is_empty() || note.chars().count() > outreach::advice::LONGEST_WORDS {
        let wrong = vec![Wrong { field: "note", says: say("call-needs-note").plain().to_owned() }];
        return Ok(draw(app, seat, session, sent, wrong, None));
    }
    let by = By::Adviser(seat.officer().as_str().to_owned());
    let said = vec![Said { by, at: app.clock().now(), words: note.clone(), cites: Vec::new() }];
    let asking = Asking { safe, ..Asking::default() };
    let question = Question { asking, said, advised: Some(note), summary: Some(document.to_text()) };
    // Only where the adviser chose email does one go out.
    let mail = if sent.get("do") == "email" { something_to_read(app, &question) } else { None };
    let key = sent.get("key").chars().take(100).collect::<String>();
    let new = Keeping { host: &seat.host.slug, form: &key, question: &question, stands: Stands::Closed, due: None };
    let open = Open(seat.signed.keeper.clone());
    match keep(app, &open, new, mail.as_slice()).await.map_err(Fault::store)? {
        Some((reference, code)) => {
            let shell = Shell::said(&say("call-tab-kept"), Part::Desk);
            let page = AskedPage {
                shell,
                host: seat.host.clone(),
                reference,
                code,
                by: None,
                read_out: Some(ReadOut::Summary),
            };
            Ok(session.keep(app, page::ok(&page)))
        }
        None => Ok(draw(app, seat, session, sent, Vec::new(), Some(say("call-sent-before")))),
    }
}
