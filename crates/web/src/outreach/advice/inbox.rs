//! An adviser's inbox: what waits, by when an answer is promised, and what is late.

use super::ask::shown;
use super::read::question;
use super::team;
use crate::App;
use crate::account::{Deed, SignedIn};
use crate::language::say;
use crate::outreach::HostSeat;
use crate::ui::shell::Part;
use crate::ui::{Fault, Shell, page, show};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use outreach::Host;
use outreach::advice::{State as Stands, overdue_by};

/// How many are shown.
const SHOWN: usize = 500;
/// How many letters of a question are shown in the list.
const GLANCE: usize = 90;

#[derive(Template)]
#[template(path = "outreach/inbox.html")]
struct InboxPage {
    shell: Shell,
    host: Host,
    /// Within how many working days the team means to answer; none where it takes no questions.
    within: Option<i32>,
    waiting: Vec<Row>,
    answered: Vec<Row>,
    closed: Vec<Row>,
    late: usize,
}

/// A question in the inbox.
struct Row {
    id: String,
    reference: String,
    glance: String,
    came: String,
    /// By when, and how many working days late.
    due: Option<(String, Option<usize>)>,
}

/// `/hosts/{slug}/questions`.
pub(super) async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
) -> Result<Response, Response> {
    let seat = HostSeat::take(signed, &app, &slug, Deed::Advise)?;
    let list = seat.signed.keeper.store().questions(&seat.host.slug, SHOWN).await.map_err(Fault::store)?;
    let today = app.clock().today();
    let mut page = InboxPage {
        shell: Shell::said(&say("inbox-title"), Part::Desk),
        within: team(&app, &seat.host.slug).map(|team| team.within),
        host: seat.host,
        waiting: Vec::new(),
        answered: Vec::new(),
        closed: Vec::new(),
        late: 0,
    };
    for kept in list {
        let words = question(&kept)?.asking.words;
        let glance: String = words.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(GLANCE).collect();
        let is_waiting = kept.state == Stands::Waiting.word();
        let due = kept.due.filter(|_| is_waiting);
        let row = Row {
            id: kept.id.to_string(),
            reference: shown(&kept.reference),
            glance: if glance.is_empty() { say("inbox-summary").plain().to_owned() } else { glance },
            came: show::moment(kept.created),
            due: due.map(|day| (show::weekday(day), overdue_by(&app.law().holidays, day, today))),
        };
        page.late += usize::from(row.due.as_ref().is_some_and(|(_, late)| late.is_some()));
        match kept.state.as_str() {
            state if state == Stands::Waiting.word() => page.waiting.push(row),
            state if state == Stands::Answered.word() => page.answered.push(row),
            _ => page.closed.push(row),
        }
    }
    Ok(page::ok(&page))
}
