//! Clocks: the periods the law sets, as a list, a page each, and data.

use super::rule;
use crate::App;
use crate::language::{Said, say};
use crate::ui::condition;
use crate::ui::shell::Part;
use crate::ui::show::CiteView;
use crate::ui::{Fault, Shell, page, show};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use law::clock::Clock;
use serde_json::json;

#[derive(Template)]
#[template(path = "law/clocks.html")]
struct ListPage {
    shell: Shell,
    clocks: Vec<(String, String, String, String)>,
}

/// `/law/clocks`
pub(super) async fn list(State(app): State<App>) -> Response {
    let row = |clock: &Clock| {
        (
            show::part(&clock.id).into_owned(),
            clock.title.clone(),
            show::capital(&clock.length.to_string()),
            clock.starts.clone(),
        )
    };
    let clocks = app.law().clocks.iter().map(row).collect();
    page::ok(&ListPage { shell: Shell::said(&say("law-clocks"), Part::Law), clocks })
}

#[derive(Template)]
#[template(path = "law/clock.html")]
struct ClockPage {
    shell: Shell,
    id: String,
    title: String,
    starts: String,
    length: String,
    owed_by: String,
    extension: Option<String>,
    /// How its days are counted.
    counting: [Option<Said>; 3],
    example: Option<(String, String)>,
    sure: Said,
    cites: Vec<CiteView>,
    notes: Vec<String>,
}

/// `/law/clock/{id}`
pub(super) async fn show(State(app): State<App>, Path(name): Path<String>) -> Response {
    let (id, as_data) = page::split_json(&name);
    let day = app.today();
    let Some(clock) = day.law.clock(id) else { return Fault::not_found().into_response() };
    if as_data {
        return page::json(&json!({
            "id": clock.id, "code": clock.code, "title": clock.title, "starts": clock.starts,
            "length": clock.length.to_string(), "bound": clock.bound, "extension": clock.extension,
            "day_one": if clock.counts_first_day { "the day itself" } else { "the day after" },
            "counting_assumed": clock.counting_assumed, "calendar": clock.calendar, "owed_by": clock.owed_by,
            "sureness": clock.verified, "notes": clock.notes, "cites": rule::cites_json(&day, &clock.cites),
        }));
    }
    let end = clock.deadline(day.date, &day.law.holidays);
    page::ok(&ClockPage {
        shell: Shell::new(&clock.title, Part::Law),
        id: clock.id.clone(),
        title: clock.title.clone(),
        starts: show::capital(&clock.starts),
        length: show::capital(&clock.length.to_string()),
        owed_by: show::capital(&clock.owed_by),
        extension: clock.extension.as_deref().map(show::capital),
        counting: counting(clock),
        example: end.map(|end| (show::date(day.date), show::date(end))),
        sure: show::sureness(clock.verified),
        cites: condition::cites(&day, &clock.cites),
        notes: clock.notes.clone(),
    })
}

fn counting(clock: &Clock) -> [Option<Said>; 3] {
    let first = match clock.counts_first_day {
        true => "law-count-itself",
        false => "law-count-after",
    };
    let days = match clock.calendar.as_str() {
        "calendar days" => "law-count-every",
        _ => "law-count-working",
    };
    let assumed = clock.counting_assumed.then(|| say("law-count-assumed"));
    [Some(say(first)), Some(say(days)), assumed]
}
