//! `/hosts/{slug}/workshops`: everything a host has written.

use super::Desk;
use crate::App;
use crate::account::SignedIn;
use crate::language::{Said, say};
use crate::outreach::workshops::view;
use crate::ui::shell::Part;
use crate::ui::{Shell, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use outreach::workshop::{Kept, When};

#[derive(Template)]
#[template(path = "outreach/workshops/desk_list.html")]
struct ListPage {
    shell: Shell,
    slug: String,
    host: String,
    list: Vec<LineView>,
}

/// A workshop in the list.
struct LineView {
    id: String,
    title: String,
    state: Said,
    next: String,
}

/// How a workshop stands, in words.
pub(super) fn state(kept: &Kept) -> Said {
    match (kept.public.is_some(), kept.called_off.contains_key(&When::Whole), kept.has_changes()) {
        (_, true, _) => say("workshops-desk-off"),
        (false, ..) => say("workshops-desk-draft"),
        (true, _, true) => say("workshops-desk-changed"),
        (true, _, false) => say("workshops-desk-public"),
    }
}

pub(super) async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
) -> Result<Response, Response> {
    let desk = Desk::take(&app, signed, &slug)?;
    let today = app.clock().today();
    let line = |(name, standing): (crate::outreach::Name, std::sync::Arc<crate::outreach::Standing<Kept>>)| {
        let kept = &standing.thing;
        let written = kept.draft.as_ref()?;
        let days = written.occasions(app.law(), &kept.called_off);
        let next = days.iter().find(|one| one.last() >= today && one.called_off.is_none());
        let next = next.map(|one| view::days(&one.days, written.times.hours));
        Some(LineView {
            id: name.id,
            title: written.title.clone(),
            state: state(kept),
            next: next.unwrap_or_else(|| say("workshops-desk-next-none").plain().to_owned()),
        })
    };
    let list = desk.boards.workshops().of(&slug).into_iter().filter_map(line).collect();
    let host = desk.seat.host.name.clone();
    Ok(page::ok(&ListPage { shell: Shell::said(&say("frame-workshops"), Part::Desk), slug, host, list }))
}
