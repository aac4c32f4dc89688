//! `/groups`: every peer group we know, with filters and distance. What is looked for is in the body of a POST alone.

use super::asked::{Ask, DISTANCES};
use super::view::{GroupView, in_offers};
use super::{group, public};
use crate::App;
use crate::find::Fields;
use crate::language::{Said, day_name, say, say_with};
use crate::ui::shell::Part;
use crate::ui::{Shell, filters, page};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use jiff::civil::Weekday;
use offer::Welcome;
use offer::place::CouncilCode;
use offer::search::weekday_name;
use outreach::group::{CONFIRMED_FOR, DayPart, Room};

/// How many of each part are shown.
const MOST: usize = 100;

/// One choice of a list.
struct Choice {
    value: String,
    label: Said,
    on: bool,
}

#[derive(Template)]
#[template(path = "outreach/groups.html")]
struct GroupsPage {
    shell: Shell,
    ask: Ask,
    has_asked: bool,
    hows: Vec<Choice>,
    days: Vec<Choice>,
    parts: Vec<Choice>,
    whom: Vec<Choice>,
    distances: Vec<Choice>,
    council: Option<(String, String)>,
    found: Found,
    confirmed_for: usize,
}

/// What was found.
#[derive(Default)]
struct Found {
    /// Kept true by their hosts, and fitting.
    fits: Vec<GroupView>,
    /// Something that was asked for is not stated.
    may_fit: Vec<GroupView>,
    /// Named by councils' offers.
    offers: Vec<GroupView>,
    /// How many there are that do not fit.
    other: usize,
}

impl Found {
    fn is_empty(&self) -> bool {
        self.fits.is_empty() && self.may_fit.is_empty() && self.offers.is_empty()
    }
}

/// `/groups`.
pub(super) async fn show(State(app): State<App>) -> Response {
    draw(&app, Ask::begin(), false).await
}

/// Looks for what was asked.
pub(super) async fn look(State(app): State<App>, fields: Fields) -> Response {
    let ask = Ask::read(&app, &fields);
    draw(&app, ask, true).await
}

async fn draw(app: &App, ask: Ask, has_asked: bool) -> Response {
    let found = find(app, &ask).await;
    let wanted = &ask.wanted;
    let choice = |value: &str, label: Said, on: bool| Choice { value: value.to_owned(), label, on };
    let week = Weekday::Monday.cycle_forward().take(7);
    let page = GroupsPage {
        shell: Shell::said(&say("groups-title"), Part::Find),
        hows: vec![
            choice("face", say("way-face"), wanted.online == Some(false)),
            choice("online", say("way-online"), wanted.online == Some(true)),
        ],
        days: week.map(|day| choice(weekday_name(day), day_name(day), wanted.day == Some(day))).collect(),
        parts: DayPart::ALL
            .into_iter()
            .map(|part| choice(part.word(), say_part(part), wanted.part == Some(part)))
            .collect(),
        whom: Welcome::ALL
            .iter()
            .map(|whom| choice(whom.word(), filters::whom(*whom).capital(), wanted.welcome == Some(*whom)))
            .collect(),
        distances: DISTANCES
            .into_iter()
            .map(|miles| choice(&miles.to_string(), within(miles), miles == ask.within))
            .collect(),
        council: ask.council.map(|council| (council.name.clone(), format!("/council/{}", council.slug))),
        has_asked,
        found,
        ask,
        confirmed_for: usize::try_from(CONFIRMED_FOR / 30).unwrap_or_default(),
    };
    page::form(page.ask.wrong.is_some(), &page)
}

fn say_part(part: DayPart) -> Said {
    say(match part {
        DayPart::Morning => "groups-morning",
        DayPart::Afternoon => "groups-afternoon",
        DayPart::Evening => "groups-evening",
    })
}

fn within(miles: u8) -> Said {
    say_with("groups-within", [("miles", usize::from(miles).into())])
}

async fn find(app: &App, ask: &Ask) -> Found {
    let mut found = Found::default();
    for (name, standing) in public(app) {
        let Some(view) = GroupView::of(app, &name, &standing.thing, ask) else { continue };
        let is_near = ask.near.is_none() || {
            let one = group(&standing.thing);
            let is_here = ask.council.is_some_and(|council| council.slug == name.host);
            let is_hidden = one.and_then(|one| one.room.as_ref()).is_some_and(Room::is_sensitive);
            // A place that is not shown is told to the families of its council; what is online is near everybody.
            let is_online = one.is_some_and(|one| one.is_online);
            is_online || (is_hidden && is_here) || view.miles.is_some_and(|miles| miles <= f32::from(ask.within))
        };
        match (is_near && !view.is_other, view.not_stated.is_empty()) {
            (false, _) => found.other += 1,
            (true, true) => found.fits.push(view),
            (true, false) => found.may_fit.push(view),
        }
    }
    let published = app.published();
    let here: Option<CouncilCode> = ask.council.map(|council| council.code);
    for (offer, service, listing) in in_offers(published.search().await) {
        let view = GroupView::of_offer(app, offer, service, listing, ask);
        let is_near = view.miles.is_some_and(|miles| miles <= f32::from(ask.within));
        match (here.is_none() || listing.council == here || is_near) && !view.is_other {
            true => found.offers.push(view),
            false => found.other += 1,
        }
    }
    for list in [&mut found.fits, &mut found.may_fit, &mut found.offers] {
        let far = |view: &GroupView| view.miles.unwrap_or(f32::MAX);
        list.sort_by(|a, b| far(a).total_cmp(&far(b)).then_with(|| a.title.cmp(&b.title)));
        list.truncate(MOST);
    }
    found
}
