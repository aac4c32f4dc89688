//! Being let into a restricted case: for a time, with a reason, by a manager; or in an emergency by oneself, for two hours.
//! Each is written down.

use super::caseload::CaseId;
use super::colleagues::Colleagues;
use super::desk::{CaseDesk, Sees};
use super::home::href;
use crate::App;
use crate::account::{Deed, SignedIn};
use crate::find::Fields;
use crate::language::{Said, say};
use crate::ui::shell::Part;
use crate::ui::{Fault, Shell, page, show};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use jiff::SignedDuration;
use store::NewAccess;

/// How long somebody lets themselves in for, when there is nobody to ask.
const EMERGENCY: SignedDuration = SignedDuration::from_hours(2);
/// How long a manager may let somebody in for, in days.
const LONGEST: i64 = 90;

#[derive(Template)]
#[template(path = "cases/let_in.html")]
struct LetInPage {
    shell: Shell,
    slug: String,
    sees: Sees,
    reference: String,
    decides: bool,
    colleagues: Colleagues,
    let_in: Vec<LetInView>,
    wrong: Option<Said>,
    typed: Fields,
}

/// Somebody who was let in.
struct LetInView {
    account: String,
    who: String,
    why: String,
    until: String,
    /// Whether they let themselves in.
    by_self: bool,
    /// Whether they still can look.
    is_open: bool,
}

/// `/cases/{slug}/let-in/{case}`.
pub(super) async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Path((slug, case)): Path<(String, String)>,
) -> Result<Response, Response> {
    let desk = CaseDesk::take(&app, signed, &slug, Deed::Cases)?;
    draw(&app, &desk, case, None, Fields::default()).await
}

async fn draw(
    app: &App,
    desk: &CaseDesk,
    name: String,
    wrong: Option<Said>,
    typed: Fields,
) -> Result<Response, Response> {
    let now = app.clock().now();
    let id = CaseId { council: desk.slug.clone(), case: name };
    let case = desk.caseload.case(&id).ok_or_else(|| Fault::not_found().into_response())?;
    let stream = id.stream().map_err(Fault::store)?;
    let colleagues = desk.colleagues().await.map_err(Fault::store)?;
    let accesses = desk.caseload.store().accesses(&stream).await.map_err(Fault::store)?;
    let decides = desk.who.roles.contains(&casework::Role::Manager);
    let let_in = accesses.iter().filter(|_| decides).map(|one| {
        let account = one.account.to_string();
        LetInView {
            who: colleagues.name(&account),
            account,
            why: one.reason.text().unwrap_or_default().to_owned(),
            until: show::moment(one.until),
            by_self: one.account == one.by,
            is_open: now < one.until,
        }
    });
    let let_in = let_in.collect();
    let page = LetInPage {
        shell: Shell::said(&say("let-in-title"), Part::Desk),
        slug: desk.slug.clone(),
        sees: desk.sees(),
        reference: case.reference.clone(),
        decides,
        let_in,
        colleagues,
        wrong,
        typed,
    };
    Ok(page::form(page.wrong.is_some(), &page))
}

/// Lets somebody in.
pub(super) async fn take(
    State(app): State<App>,
    signed: SignedIn,
    Path((slug, case)): Path<(String, String)>,
    sent: Fields,
) -> Result<Response, Response> {
    let desk = CaseDesk::take(&app, signed, &slug, Deed::Cases)?;
    let (id, me, now) = (CaseId { council: slug, case: case.clone() }, desk.signed.account.id, app.clock().now());
    desk.caseload.case(&id).ok_or_else(|| Fault::not_found().into_response())?;
    let is_manager = desk.who.roles.contains(&casework::Role::Manager);
    let door = format!("/cases/{}/let-in/{}", id.council, id.case);
    let stream = id.stream().map_err(Fault::store)?;
    if sent.get("do") == "end" {
        let whom = sent.get("whom").parse().ok().filter(|_| is_manager);
        let whom = whom.ok_or_else(|| Fault::not_yours().into_response())?;
        desk.caseload.store().end_access(&stream, whom, me, now).await.map_err(Fault::store)?;
        return Ok(Redirect::to(&door).into_response());
    }
    let reason = sent.get("reason");
    if reason.is_empty() {
        return draw(&app, &desk, case, Some(say("let-in-why-wrong")), sent).await;
    }
    let (account, until) = match sent.get("do") {
        "let in" if is_manager => {
            let colleagues = desk.colleagues().await.map_err(Fault::store)?;
            let whom = sent.get("whom");
            let whom = whom.parse().ok().filter(|_| colleagues.find(whom).is_some());
            let days = sent.get("days").parse::<i64>().ok().filter(|days| (1..=LONGEST).contains(days));
            let (Some(whom), Some(days)) = (whom, days) else {
                return draw(&app, &desk, case, Some(say("let-in-whom-wrong")), sent).await;
            };
            (whom, now + SignedDuration::from_hours(24 * days))
        }
        "emergency" => (me, now + EMERGENCY),
        _ => return Err(Fault::not_yours().into_response()),
    };
    let access = NewAccess { account, reason, by: me, at: now, from: now, until };
    desk.caseload.store().grant_access(&stream, &access).await.map_err(Fault::store)?;
    let to = if account == me { href(&id) } else { door };
    Ok(Redirect::to(&to).into_response())
}
