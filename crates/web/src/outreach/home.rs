//! A host's desk: what it runs, and where each is looked after.

use super::HostSeat;
use crate::App;
use crate::account::{Deed, Reach, SignedIn, reach};
use crate::language::{Said, say};
use crate::ui::shell::Part;
use crate::ui::{Shell, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use outreach::{Charities, Host};
use std::collections::BTreeSet;

#[derive(Template)]
#[template(path = "outreach/choose.html")]
struct ChoosePage {
    shell: Shell,
    name: String,
    hosts: Vec<(String, String)>,
    /// Charities whose people somebody may look after.
    charities: Vec<(String, String)>,
}

/// `/hosts`.
pub(super) async fn choose(State(app): State<App>, signed: SignedIn) -> Response {
    let slugs: BTreeSet<&str> = signed.grants.iter().filter_map(|grant| grant.council.as_deref()).collect();
    let may = |slug: &&str| reach(&signed.grants, Deed::Host, Some(slug)) != Reach::No;
    let hosts = slugs.into_iter().filter(may).filter_map(|slug| app.host(slug));
    let theirs = |slug: &str| reach(&signed.grants, Deed::Team, Some(slug)) != Reach::No;
    let charities = Charities::embedded().iter().filter(|charity| theirs(&charity.slug));
    page::ok(&ChoosePage {
        shell: Shell::said(&say("host-choose-title"), Part::Desk),
        name: signed.account.name.clone(),
        hosts: hosts.map(|host| (host.slug, host.name)).collect(),
        charities: charities.map(|charity| (charity.slug.clone(), charity.name.clone())).collect(),
    })
}

#[derive(Template)]
#[template(path = "outreach/home.html")]
struct HomePage {
    shell: Shell,
    host: Host,
    rooms: Vec<Room>,
}

/// A part of the desk.
struct Room {
    path: &'static str,
    name: Said,
    what: Said,
}

/// The parts of the desk, and the deed each is for.
fn rooms() -> [(Deed, Room); 5] {
    let room = |path, name, what| Room { path, name, what };
    [
        (Deed::Host, room("workshops", say("host-home-workshops"), say("host-home-workshops-what"))),
        (Deed::Host, room("groups", say("host-home-groups"), say("host-home-groups-what"))),
        (Deed::Host, room("advice", say("host-home-advice"), say("host-home-advice-what"))),
        (Deed::Advise, room("questions", say("host-home-questions"), say("host-home-questions-what"))),
        (Deed::Host, room("updates", say("host-home-updates"), say("host-home-updates-what"))),
    ]
}

/// `/hosts/{slug}`.
pub(super) async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
) -> Result<Response, Response> {
    let seat = HostSeat::enter(signed, &app, &slug, Deed::Host)?;
    let rooms = rooms().into_iter().filter(|(deed, _)| seat.may(*deed)).map(|(_, room)| room).collect();
    Ok(page::ok(&HomePage { shell: Shell::said(&say("host-choose-title"), Part::Desk), host: seat.host, rooms }))
}
