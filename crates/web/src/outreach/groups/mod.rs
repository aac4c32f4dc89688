//! Peer groups: found by everybody, looked after at a host's desk, and kept true by their organisers.

mod asked;
mod confirm;
mod desk;
mod list;
mod one;
mod remind;
mod view;

pub(super) use view::dialled;

use super::{Name, Standing};
use crate::App;
use axum::Router;
use axum::routing::get;
use outreach::group::{Event, Group, Record};
use std::sync::Arc;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/groups", get(list::show).post(list::look))
        .route("/groups/met/{token}", get(confirm::show).post(confirm::take))
        .route("/groups/{slug}/{file}", get(one::show))
        .route("/hosts/{slug}/groups", get(desk::list))
        .route("/hosts/{slug}/groups/new", get(desk::new).post(desk::take_new))
        .route("/hosts/{slug}/groups/{id}", get(desk::show).post(desk::take))
}

/// The groups that the public sees today. Without a database there are none.
fn public(app: &App) -> Vec<(Name, Arc<Standing<Record>>)> {
    let today = app.clock().today();
    let all = app.boards().map(|boards| boards.groups.all()).unwrap_or_default();
    all.into_iter().filter(|(_, standing)| is_public(&standing.thing, today)).collect()
}

fn is_public(record: &Record, today: jiff::civil::Date) -> bool {
    matches!(record.standing(today), outreach::group::Standing::On(_))
}

/// A group as it is described, where it is.
fn group(record: &Record) -> Option<&Group> {
    record.group.as_ref()
}

/// Whether what is said of a meeting is known already.
fn met_again(known: &Record, event: &Event) -> bool {
    match event {
        Event::GroupMet { on, .. } => known.met.is_some_and(|(day, _)| day >= *on),
        Event::GroupMissed { on, .. } => known.missed.is_some_and(|day| day >= *on),
        _ => false,
    }
}
