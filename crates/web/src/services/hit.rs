//! Something found, as the page shows it: what it is, why, what it costs, how fresh that is.

use super::ask::Ask;
use super::family::{Family, Outcome};
use crate::App;
use crate::council::left_amount;
use crate::council::when;
use crate::find::Band;
use crate::ui::show;
use jiff::civil::Date;
use law::Day;
use offer::place::Spot;
use offer::search::{Asked, Fit, Listing, Thing};
use offer::{Id, Offer, Payment, PolicyStatus, Service, Stated, all};

/// After so many days what was seen is marked as old.
const FRESH_DAYS: i32 = 90;

/// Something found.
#[derive(Clone, Default)]
pub(super) struct HitView {
    /// Its number in the picture of the places.
    pub number: Option<usize>,
    /// Where it is.
    pub spot: Option<Spot>,
    pub key: String,
    pub title: String,
    pub href: String,
    pub summary: String,
    /// The council; none for what is national.
    pub council: Option<String>,
    /// What follows for the family, where anything is known of it.
    pub outcome: Option<Outcome>,
    /// What is stated: label and words.
    pub facts: Vec<(&'static str, String)>,
    /// Numbers to call: as written, and as dialled.
    pub phones: Vec<(String, String)>,
    pub email: Option<String>,
    pub distance: Option<String>,
    /// What was asked for and is not stated.
    pub not_stated: Vec<&'static str>,
    /// What it does not answer to.
    pub not: Vec<&'static str>,
    /// What to mind about it.
    pub minds: Vec<String>,
    /// The national support it belongs to: title and address.
    pub support: Option<(String, String)>,
    pub seen: Option<String>,
    pub is_old: bool,
    pub is_kept: bool,
}

impl HitView {
    /// The group in which it stands: for the family, open, not for it.
    pub(super) fn rank(&self) -> u8 {
        match self.outcome.as_ref().map(|outcome| outcome.band) {
            Some(Band::Right | Band::May) => 0,
            Some(Band::No) => 2,
            _ => 1,
        }
    }

    pub(super) fn of(app: &App, family: &Family, ask: &Ask, listing: &Listing, thing: &Thing) -> HitView {
        let day = app.today();
        let mut view = HitView {
            number: None,
            spot: listing.spot,
            key: listing.key.clone(),
            title: thing.name().to_owned(),
            href: href(thing),
            summary: thing.summary(),
            council: listing.council.and_then(|code| app.places().council(&code)).map(|council| council.name.clone()),
            outcome: family.outcome(listing, thing),
            facts: Vec::new(),
            phones: Vec::new(),
            email: None,
            distance: ask.near.and_then(|from| listing.spot.map(|to| from.miles_to(to).to_string())),
            not_stated: Vec::new(),
            not: Vec::new(),
            minds: Vec::new(),
            support: support(app, thing),
            seen: listing.seen.map(show::date),
            is_old: is_old(listing.seen, day.date),
            is_kept: ask.kept.contains(&listing.key),
        };
        match thing {
            Thing::Service(offer, one) => view.service(offer, one, &day),
            Thing::Payment(offer, one) => view.payment(offer, one),
            Thing::Contact(_, one) => {
                view.fact("When they answer", &one.hours);
                view.phones = numbers(&one.phones);
                view.email = one.email.value().cloned();
                view.minds.extend(one.notes.iter().cloned());
            }
            Thing::Organisation(_, one) => {
                view.phones = numbers(&one.phones);
                view.minds.extend(one.notes.iter().cloned());
            }
            Thing::Support(one) => view.facts.extend(one.ask.iter().map(|ask| ("How to ask", ask.clone()))),
        }
        view
    }

    fn fact<T: ToString>(&mut self, label: &'static str, value: &Stated<T>) {
        self.facts.extend(value.value().map(|value| (label, value.to_string())));
    }

    /// Says what was asked for and is not stated.
    pub(super) fn note_silence(&mut self, fit: Fit) {
        if let Fit::NotStated(list) = fit {
            self.not_stated = list.into_iter().map(asked).collect();
        }
    }

    fn service(&mut self, offer: &Offer, one: &Service, day: &Day) {
        let list = |words: &Vec<String>| words.join("; ");
        self.facts.extend(when::next(day, one).map(|next| ("Next", next)));
        self.facts.extend(when::words(one).into_iter().map(|words| ("When", words)));
        let welcomes: Vec<&str> = one.welcomes.iter().map(|whom| whom.word()).collect();
        self.facts.extend((!welcomes.is_empty()).then(|| ("For these above all", welcomes.join(", "))));
        self.fact("Cost", &one.cost);
        self.fact("How", &one.delivery.map(|list| list.iter().map(|how| how.word()).collect::<Vec<_>>().join(", ")));
        self.fact("How often", &one.frequency);
        self.fact("Where", &one.place);
        self.fact("Languages", &one.languages.map(list));
        self.fact("Access", &one.accessibility.map(list));
        self.fact("How to reach it", &one.reach.map(list));
        self.phones = first_numbers(offer, &one.contacts);
        if offer.is_earlier(one) {
            self.minds
                .push("This stood on an earlier version of the council’s page. Ask if it still holds.".to_owned());
        }
        if let Some(end) = one.to.value().filter(|end| **end < day.date) {
            self.minds.push(format!("This ended on {}.", show::date(*end)));
        }
    }

    fn payment(&mut self, offer: &Offer, one: &Payment) {
        self.fact("How much", &one.amount);
        self.minds.extend(left_amount(offer, &one.id).map(|left| left.english().to_owned()));
        self.phones = first_numbers(offer, &one.contacts);
        match one.status.value() {
            Some(PolicyStatus::Past) => self.minds.push("This is an old policy. Ask what holds now.".to_owned()),
            Some(PolicyStatus::Proposed) => {
                self.minds.push("The council asked people about this plan. We did not see if it is in use.".to_owned());
            }
            Some(PolicyStatus::Current) | None => {}
        }
    }
}

/// Whether something was seen too long ago, or nobody knows when.
fn is_old(seen: Option<Date>, today: Date) -> bool {
    seen.is_none_or(|day| (today - day).get_days() > FRESH_DAYS)
}

/// What was asked for, in words.
pub(super) fn asked(asked: Asked) -> &'static str {
    match asked {
        Asked::Need => "what it helps with",
        Asked::Delivery => "how it is given",
        Asked::Cost => "what it costs",
        Asked::Day => "the day",
        Asked::Language => "the language",
        Asked::Welcome => "who it is made for",
        Asked::Access => "how it is made easy to use",
    }
}

fn href(thing: &Thing) -> String {
    let at = |offer: &Offer, kind: &str, id: &Id| format!("/council/{}#{kind}-{id}", show::part(offer.slug()));
    match thing {
        Thing::Service(offer, one) => at(offer, "service", &one.id),
        Thing::Payment(offer, one) => at(offer, "payment", &one.id),
        Thing::Contact(offer, one) => at(offer, "contact", &one.id),
        Thing::Organisation(offer, one) => at(offer, "organisation", &one.id),
        Thing::Support(one) => format!("/find/answer/{}", show::part(&one.id)),
    }
}

fn support(app: &App, thing: &Thing) -> Option<(String, String)> {
    thing.offer()?;
    let support = app.law().support(thing.support()?)?;
    Some((support.title.clone(), format!("/law/support/{}", show::part(&support.id))))
}

fn first_numbers(offer: &Offer, contacts: &[Id]) -> Vec<(String, String)> {
    all(&offer.contacts, contacts)
        .map(|contact| numbers(&contact.phones))
        .find(|list| !list.is_empty())
        .unwrap_or_default()
}

pub(super) fn numbers(phones: &Stated<Vec<String>>) -> Vec<(String, String)> {
    let list = phones.value().map(Vec::as_slice).unwrap_or_default();
    list.iter().map(|number| (number.clone(), number.chars().filter(char::is_ascii_digit).collect())).collect()
}

#[cfg(test)]
mod tests {
    use super::is_old;
    use jiff::civil::date;

    #[test]
    fn what_was_seen_more_than_ninety_days_ago_is_old() {
        let today = date(2026, 11, 22);
        for (seen, old) in [(date(2026, 11, 22), false), (date(2026, 8, 24), false), (date(2026, 8, 23), true)] {
            assert_eq!(is_old(Some(seen), today), old, "{seen}");
        }
        assert!(is_old(None, today));
    }
}
