//! A group as the public sees it: one that a host keeps true, or one that a council's offer names.

use super::asked::Ask;
use super::group;
use crate::App;
use crate::language::{Piece, Said, date, in_english, list, say, say_with, weekday};
use crate::outreach::Name;
use crate::ui::{filters, show};
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
    pub facts: Vec<(Said, Said)>,
    /// Numbers to call: as written, and as dialled.
    pub phones: Vec<(String, String)>,
    pub email: Option<String>,
    pub distance: Option<Said>,
    /// How far it is in miles, to put it in order.
    pub miles: Option<f32>,
    /// What is known of its last meeting, or when the council's page was read.
    pub fresh: Said,
    /// Whether that is long ago.
    pub is_old: bool,
    /// What was asked for and is not stated.
    pub not_stated: Vec<Asked>,
    /// Whether it does not answer to something that was asked for.
    pub is_other: bool,
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
            distance: miles.map(filters::miles),
            miles: miles.map(|miles| miles.0),
            fresh: met(record),
            is_old: false,
            not_stated: Vec::new(),
            is_other: false,
        };
        if one.room.as_ref().is_some_and(Room::is_sensitive) && ask.near.is_some() {
            view.distance = Some(say("group-hidden"));
        }
        view.note(ask.wanted.fit(one));
        Some(view)
    }

    /// A group that a council's offer names.
    pub(super) fn of_offer(app: &App, offer: &Offer, service: &Service, listing: &Listing, ask: &Ask) -> GroupView {
        let miles = ask.near.zip(listing.spot).map(|(from, to)| from.miles_to(to));
        let mut facts = Vec::new();
        facts.extend(crate::council::when::next(&app.today(), service).map(|next| (say("group-next"), next.into())));
        facts.extend(crate::council::when::words(service).into_iter().map(|words| (say("group-when"), words.into())));
        let mut state = |label, value: Option<Said>| facts.extend(value.map(|words| (say(label), words)));
        let one = |words: &Stated<String>| words.value().map(in_english);
        let many = |words: &Stated<Vec<String>>| words.value().map(|list| list.join("; ").into());
        state("group-often", one(&service.frequency));
        state("group-where", one(&service.place));
        state("stated-above-all", filters::above_all(&service.welcomes));
        state("group-languages", many(&service.languages));
        state("group-access", many(&service.accessibility));
        state("stated-cost", one(&service.cost));
        state("group-reach", many(&service.reach));
        let seen = listing.seen;
        let mut view = GroupView {
            title: service.name.clone(),
            href: format!("/council/{}#service-{}", show::part(offer.slug()), service.id),
            host: offer.head.council.clone(),
            summary: service.summary.clone(),
            facts,
            phones: Vec::new(),
            email: None,
            distance: miles.map(filters::miles),
            miles: miles.map(|miles| miles.0),
            fresh: match seen {
                Some(day) => say_with("group-seen", [("day", date(day).into())]),
                None => say("group-not-seen"),
            },
            is_old: seen.is_none_or(|day| (app.clock().today() - day).get_days() > FRESH_DAYS),
            not_stated: Vec::new(),
            is_other: false,
        };
        view.note(ask.wanted.fit_service(service));
        view
    }

    /// Notes how it answers to what is looked for.
    fn note(&mut self, fit: Fit) {
        match fit {
            Fit::Yes => {}
            Fit::NotStated(list) => self.not_stated = list,
            Fit::No(_) => self.is_other = true,
        }
    }

    /// What was asked for and is not stated, in a sentence.
    pub(super) fn silence(&self) -> Option<Said> {
        let what = list(self.not_stated.iter().copied().map(asked))?;
        Some(say_with("group-not-stated", [("what", what.into())]))
    }
}

/// Something that can be looked for.
fn asked(asked: Asked) -> Said {
    say(match asked {
        Asked::Online => "group-asked-online",
        Asked::Day => "group-asked-day",
        Asked::Part => "group-asked-part",
        Asked::Language => "group-asked-language",
        Asked::Welcome => "group-asked-whom",
        Asked::Culture => "group-asked-culture",
    })
}

/// What is stated of a group of a host.
fn facts(app: &App, record: &Record, one: &Group) -> Vec<(Said, Said)> {
    let day = app.today();
    let mut facts = Vec::new();
    let mut state = |label, value: Option<Said>| facts.extend(value.map(|words| (say(label), words)));
    state("group-next", record.next(day.date, &day.law.holidays).map(weekday));
    state("group-when", one.when.as_ref().map(|when| when.to_string().into()));
    state("group-where", one.room.as_ref().map(place));
    let online = if one.room.is_some() { "group-online-also" } else { "group-online-only" };
    state("group-online", one.is_online.then(|| say(online)));
    state("stated-above-all", filters::above_all(&one.welcomes).map(Said::capital));
    state("group-culture", one.culture.as_ref().map(in_english));
    state("group-languages", (!one.languages.is_empty()).then(|| one.languages.join("; ").into()));
    state("group-access", (!one.access.is_empty()).then(|| one.access.join("; ").into()));
    state("stated-cost", one.cost.as_ref().map(in_english));
    facts
}

/// Where it meets, as far as that may be told.
fn place(room: &Room) -> Said {
    match room.is_sensitive() {
        true => say_with("group-where-ask", [("area", Piece::written(&show::capital(&room.words())))]),
        false => room.words().into(),
    }
}

/// What is known of the last meeting.
pub(super) fn met(record: &Record) -> Said {
    let on = |key: &'static str, day| say_with(key, [("day", date(day).into())]);
    match (record.met, record.listed) {
        (Some((day, Told::Organiser)), _) => on("group-met-organiser", day),
        (Some((day, Told::Desk)), _) => on("group-met", day),
        (None, Some(day)) => on("group-new", day),
        (None, None) => say("group-not-listed"),
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
