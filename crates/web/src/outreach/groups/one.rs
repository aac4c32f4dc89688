//! `/groups/{host}/{id}`: one group, as a page, as JSON, and its days as a calendar file. All are made from what the public may
//! know: of a sensitive place that is the area.

use super::asked::Ask;
use super::view::{GroupView, dialled, met};
use super::{group, is_public};
use crate::App;
use crate::council::when;
use crate::language::{Piece, Said, say, say_with};
use crate::outreach::Name;
use crate::ui::shell::Part;
use crate::ui::{Fault, Shell, page, show};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use outreach::group::{Group, Record, Room, Standing};
use serde_json::json;

#[derive(Template)]
#[template(path = "outreach/group.html")]
struct GroupPage {
    shell: Shell,
    view: GroupView,
    join: Option<String>,
    is_sensitive: bool,
    calendar: Option<String>,
    data: String,
    phone: Option<(String, String)>,
}

impl GroupPage {
    /// Whom to call for the address.
    fn call(&self) -> Option<Said> {
        let (shown, dialled) = self.phone.as_ref()?;
        let link = Piece::link(format!("tel:{dialled}"));
        let pieces = [("link", link), ("phone", Piece::written(shown)), ("end", Piece::end("a"))];
        Some(say_with("group-area-call", pieces))
    }
}

#[derive(Template)]
#[template(path = "outreach/group_gone.html")]
struct GonePage {
    shell: Shell,
    title: String,
    host: String,
    /// Whether it left because nobody said that it met.
    is_unsaid: bool,
}

/// The page, or the file that its ending asks for.
pub(super) async fn show(State(app): State<App>, Path((host, file)): Path<(String, String)>) -> Response {
    let (id, ending) = file.split_once('.').map_or((file.as_str(), ""), |(id, ending)| (id, ending));
    let name = Name { host, id: id.to_owned() };
    let found = app.boards().and_then(|boards| boards.groups.get(&name));
    let Some(found) = found else { return Fault::not_found().into_response() };
    let record = &found.thing;
    let (Some(one), Some(host)) = (group(record), app.host(&name.host)) else {
        return Fault::not_found().into_response();
    };
    let today = app.clock().today();
    if !is_public(record, today) {
        // Who has the address may know that it is gone, and no more.
        let is_unsaid = matches!(record.standing(today), Standing::Left(_));
        let shell = Shell::said(&say("group-tab"), Part::Find);
        let gone = GonePage { shell, title: one.name.clone(), host: host.name, is_unsaid };
        return if ending.is_empty() {
            page::html(StatusCode::GONE, &gone)
        } else {
            Fault::not_found().into_response()
        };
    }
    match ending {
        "" => whole(&app, &name, record, one),
        "json" => data(&app, &name, record, one),
        "ics" => calendar(&app, &name, one),
        _ => Fault::not_found().into_response(),
    }
}

fn whole(app: &App, name: &Name, record: &Record, one: &Group) -> Response {
    let Some(view) = GroupView::of(app, name, record, &Ask::begin()) else { return Fault::not_found().into_response() };
    page::ok(&GroupPage {
        shell: Shell { dense: true, ..Shell::said(&say("group-tab"), Part::Find) },
        join: one.join.clone(),
        is_sensitive: one.room.as_ref().is_some_and(Room::is_sensitive),
        calendar: one.when.is_some().then(|| format!("{}.ics", view.href)),
        data: format!("{}.json", view.href),
        phone: one.phone.as_deref().map(dialled),
        view,
    })
}

fn data(app: &App, name: &Name, record: &Record, one: &Group) -> Response {
    let day = app.today();
    page::json(&json!({
        "name": one.name,
        "host": name.host,
        "page": format!("{}/groups/{}/{}", app.address(), show::part(&name.host), show::part(&name.id)),
        "summary": one.summary,
        "schedule": one.when.as_ref().map(|when| when.text()),
        "next": record.next(day.date, &day.law.holidays),
        "where": one.room.as_ref().map(Room::words),
        "is_area_only": one.room.as_ref().map(Room::is_sensitive),
        "online": one.is_online,
        "welcomes": one.welcomes.iter().map(|whom| whom.word()).collect::<Vec<_>>(),
        "culture": one.culture,
        "languages": one.languages,
        "access": one.access,
        "cost": one.cost,
        "join": one.join,
        "phone": one.phone,
        "email": one.email,
        "last_met": record.met.map(|(on, _)| on),
        "fresh": met(record).english(),
    }))
}

fn calendar(app: &App, name: &Name, one: &Group) -> Response {
    let Some(meets) = one.when.as_ref() else { return Fault::not_found().into_response() };
    let address = format!("{}/groups/{}/{}", app.address(), show::part(&name.host), show::part(&name.id));
    let entry = when::Entry {
        uid: format!("group-{}-{}", name.host, name.id),
        title: one.name.clone(),
        says: format!("Ask if it still holds before you go: {address}"),
        place: one.room.as_ref().map(Room::words),
    };
    when::one_file(app, meets.schedule(), &entry)
}
