//! A group as the public sees it: one that a host keeps true, or one that a council's offer names.

use super::asked::Ask;
use super::group;
use crate::App;
use crate::outreach::Name;
use crate::ui::show;
use offer::search::{Kind, Listing, Search, Thing};
use offer::{Offer, Service, Stated};
use outreach::group::{Asked, Fit, Group, Record, Room, Told};

/// After so many days what was seen is marked as old, as on “Help near you”.
const FRESH_DAYS: i32 = 90;

/// A group in a list or on its own page.
pub(super) struct GroupView {
    pub title: String,
    pub href: String,
    /// Who runs it, or whose offer names it.
    pub host: String,
    pub summary: String,
    /// What is stated: label and words.
    pub facts: Vec<(&'static str, String)>,
    /// Numbers to call: as written, and as dialled.
    pub phones: Vec<(String, String)>,
    pub email: Option<String>,
    pub distance: Option<String>,
    /// How far it is in miles, to put it in order.
    pub miles: Option<f32>,
    /// What is known of its last meeting, or when the council's page was read.
    pub fresh: String,
    /// Whether that is long ago.
    pub is_old: bool,
    /// What was asked for and is not stated.
    pub not_stated: Vec<&'static str>,
    /// What it does not answer to.
    pub not: Vec<&'static str>,
}

/// A number as it is written, and as it is dialled.
pub(in crate::outreach) fn dialled(number: &str) -> (String, String) {
    (number.to_owned(), number.chars().filter(|sign| sign.is_ascii_digit() || *sign == '+').collect())
}

impl GroupView {
    /// A group of a host.
    pub(super) fn of(app: &App, name: &Name, record: &Record, ask: &Ask) -> Option<GroupView> {
        let one = group(record)?;
        let spot = one.room.as_ref().and_then(|room| room.spot(app.places()));
        let miles = ask.near.zip(spot).map(|(from, to)| from.miles_to(to));
        let mut view = GroupView {
            title: one.name.clone(),
            href: format!("/groups/{}/{}", show::part(&name.host), show::part(&name.id)),
            host: app.host(&name.host).map_or_else(|| name.host.clone(), |host| host.name),
            summary: one.summary.clone(),
            facts: facts(app, record, one),
            phones: one.phone.iter().map(|phone| dialled(phone)).collect(),
            email: one.email.clone(),
            distance: miles.map(|miles| miles.to_string()),
            miles: miles.map(|miles| miles.0),
            fresh: met(record),
            is_old: false,
            not_stated: Vec::new(),
            not: Vec::new(),
        };
        if one.room.as_ref().is_some_and(Room::is_sensitive) && ask.near.is_some() {
            view.distance = Some("not shown, to keep the place safe".to_owned());
        }
        view.note(ask.wanted.fit(one));
        Some(view)
    }

    /// A group that a council's offer names.
    pub(super) fn of_offer(app: &App, offer: &Offer, service: &Service, listing: &Listing, ask: &Ask) -> GroupView {
        let miles = ask.near.zip(listing.spot).map(|(from, to)| from.miles_to(to));
        let mut facts = Vec::new();
        facts.extend(crate::council::when::next(&app.today(), service).map(|next| ("Next", next)));
        facts.extend(crate::council::when::words(service).into_iter().map(|words| ("When", words)));
        let mut state = |label, value: Option<String>| facts.extend(value.map(|words| (label, words)));
        state("How often", service.frequency.value().cloned());
        state("Where", service.place.value().cloned());
        let list = |words: &Stated<Vec<String>>| words.value().map(|list| list.join("; "));
        let welcomes: Vec<&str> = service.welcomes.iter().map(|whom| whom.word()).collect();
        state("For these above all", (!welcomes.is_empty()).then(|| welcomes.join(", ")));
        state("Languages", list(&service.languages));
        state("Access", list(&service.accessibility));
        state("Cost", service.cost.value().cloned());
        state("How to reach it", list(&service.reach));
        let seen = listing.seen;
        let mut view = GroupView {
            title: service.name.clone(),
            href: format!("/council/{}#service-{}", show::part(offer.slug()), service.id),
            host: offer.head.council.clone(),
            summary: service.summary.clone(),
            facts,
            phones: Vec::new(),
            email: None,
            distance: miles.map(|miles| miles.to_string()),
            miles: miles.map(|miles| miles.0),
            fresh: match seen {
                Some(day) => format!("From the council’s offer, last checked {}", show::date(day)),
                None => "From the council’s offer. We do not know when it was checked".to_owned(),
            },
            is_old: seen.is_none_or(|day| (app.clock().today() - day).get_days() > FRESH_DAYS),
            not_stated: Vec::new(),
            not: Vec::new(),
        };
        view.note(ask.wanted.fit_service(service));
        view
    }

    /// Notes how it answers to what is looked for.
    fn note(&mut self, fit: Fit) {
        let words = |list: Vec<Asked>| list.into_iter().map(Asked::words).collect();
        match fit {
            Fit::Yes => {}
            Fit::NotStated(list) => self.not_stated = words(list),
            Fit::No(list) => self.not = words(list),
        }
    }
}

/// What is stated of a group of a host.
fn facts(app: &App, record: &Record, one: &Group) -> Vec<(&'static str, String)> {
    let day = app.today();
    let mut facts = Vec::new();
    let mut state = |label, value: Option<String>| facts.extend(value.map(|words| (label, words)));
    state("Next", record.next(day.date, &day.law.holidays).map(show::weekday));
    state("When", one.when.as_ref().map(ToString::to_string));
    state(
        "Where",
        one.room.as_ref().map(|room| match room.is_sensitive() {
            true => format!("{}. Ask for the address", show::capital(&room.words())),
            false => room.words(),
        }),
    );
    state("Online", one.is_online.then(|| if one.room.is_some() { "Also online" } else { "Only online" }.to_owned()));
    let welcomes: Vec<&str> = one.welcomes.iter().map(|whom| whom.word()).collect();
    state("For these above all", (!welcomes.is_empty()).then(|| show::capital(&welcomes.join(", "))));
    state("Culture or faith", one.culture.clone());
    state("Languages", (!one.languages.is_empty()).then(|| one.languages.join("; ")));
    state("Access", (!one.access.is_empty()).then(|| one.access.join("; ")));
    state("Cost", one.cost.clone());
    facts
}

/// What is known of the last meeting.
pub(super) fn met(record: &Record) -> String {
    match (record.met, record.listed) {
        (Some((day, Told::Organiser)), _) => format!("Met on {}, its organiser says", show::date(day)),
        (Some((day, Told::Desk)), _) => format!("Met on {}", show::date(day)),
        (None, Some(day)) => format!("New here since {}", show::date(day)),
        (None, None) => "Not on the list".to_owned(),
    }
}

/// The services of councils' offers that are peer groups, with their places in the search.
pub(super) fn in_offers(search: &Search) -> impl Iterator<Item = (&Offer, &Service, &Listing)> {
    let services = search.listings().iter().filter(|listing| matches!(listing.kind, Kind::Service { .. }));
    services.filter_map(|listing| match search.thing(listing)? {
        Thing::Service(offer, service) => {
            let is_group = service.tie.support().is_some_and(|id| id.is("peer_groups"));
            is_group.then_some((offer, service, listing))
        }
        _ => None,
    })
}
