//! Something found, as the page shows it: what it is, why, what it costs, how fresh that is.

use super::ask::Ask;
use super::family::{Family, Outcome};
use super::words::asked_said;
use crate::App;
use crate::council::left_amount;
use crate::council::when;
use crate::find::Band;
use crate::language::{self, Said, say, say_with};
use crate::ui::{filters, show};
use jiff::civil::Date;
use law::Day;
use offer::place::Spot;
use offer::search::{Fit, Listing, Thing};
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
    pub facts: Vec<(Said, Said)>,
    /// Numbers to call: as written, and as dialled.
    pub phones: Vec<(String, String)>,
    pub email: Option<String>,
    pub distance: Option<Said>,
    /// What was asked for and is not stated.
    pub not_stated: Vec<Said>,
    /// What it does not answer to.
    pub not: Vec<Said>,
    /// What to mind about it.
    pub minds: Vec<Said>,
    /// The national support it belongs to: title and address.
    pub support: Option<(String, String)>,
    pub seen: Option<Said>,
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
            distance: ask.near.and_then(|from| listing.spot.map(|to| filters::miles(from.miles_to(to)))),
            not_stated: Vec::new(),
            not: Vec::new(),
            minds: Vec::new(),
            support: support(app, thing),
            seen: listing.seen.map(language::date),
            is_old: is_old(listing.seen, day.date),
            is_kept: ask.kept.contains(&listing.key),
        };
        match thing {
            Thing::Service(offer, one) => view.service(offer, one, &day),
            Thing::Payment(offer, one) => view.payment(offer, one),
            Thing::Contact(_, one) => {
                view.fact("services-hours", &one.hours);
                view.phones = numbers(&one.phones);
                view.email = one.email.value().cloned();
                view.minds.extend(one.notes.iter().map(|note| note.as_str().into()));
            }
            Thing::Organisation(_, one) => {
                view.phones = numbers(&one.phones);
                view.minds.extend(one.notes.iter().map(|note| note.as_str().into()));
            }
            Thing::Support(one) => {
                view.facts.extend(one.ask.iter().map(|ask| (say("services-ask-how"), ask.as_str().into())))
            }
        }
        view
    }

    fn fact<T: ToString>(&mut self, key: &str, value: &Stated<T>) {
        self.facts.extend(value.value().map(|value| (say(key), value.to_string().into())));
    }

    /// Says what was asked for and is not stated.
    pub(super) fn note_silence(&mut self, fit: Fit) {
        if let Fit::NotStated(list) = fit {
            self.not_stated = list.into_iter().map(asked_said).collect();
        }
    }

    /// What was asked for and is not stated, where there is any.
    pub(super) fn not_stated(&self) -> Option<Said> {
        let list = language::list(self.not_stated.iter().cloned())?;
        Some(say_with("services-not-stated", [("list", list.into())]))
    }

    /// What it does not answer to.
    pub(super) fn does_not_fit(&self) -> Said {
        let list = language::list(self.not.iter().cloned()).unwrap_or_else(|| "".into());
        say_with("services-does-not-fit", [("list", list.into())])
    }

    fn service(&mut self, offer: &Offer, one: &Service, day: &Day) {
        let list = |words: &Vec<String>| words.join("; ");
        self.facts.extend(when::next(day, one).map(|next| (say("services-next"), next.into())));
        self.facts.extend(when::words(one).into_iter().map(|words| (say("services-when"), words.into())));
        let welcomes: Vec<&str> = one.welcomes.iter().map(|whom| whom.word()).collect();
        self.facts.extend((!welcomes.is_empty()).then(|| (say("services-above-all"), welcomes.join(", ").into())));
        self.fact("services-cost", &one.cost);
        self.fact(
            "services-given",
            &one.delivery.map(|list| list.iter().map(|how| how.word()).collect::<Vec<_>>().join(", ")),
        );
        self.fact("services-often", &one.frequency);
        self.fact("services-where", &one.place);
        self.fact("services-languages", &one.languages.map(list));
        self.fact("services-access-to", &one.accessibility.map(list));
        self.fact("services-reach", &one.reach.map(list));
        self.phones = first_numbers(offer, &one.contacts);
        if offer.is_earlier(one) {
            self.minds.push(say("services-earlier"));
        }
        if let Some(end) = one.to.value().filter(|end| **end < day.date) {
            self.minds.push(say_with("services-ended", [("day", language::date(*end).into())]));
        }
    }

    fn payment(&mut self, offer: &Offer, one: &Payment) {
        self.fact("services-amount", &one.amount);
        self.minds.extend(left_amount(offer, &one.id));
        self.phones = first_numbers(offer, &one.contacts);
        match one.status.value() {
            Some(PolicyStatus::Past) => self.minds.push(say("services-past")),
            Some(PolicyStatus::Proposed) => self.minds.push(say("services-proposed")),
            Some(PolicyStatus::Current) | None => {}
        }
    }
}

/// Whether something was seen too long ago, or nobody knows when.
fn is_old(seen: Option<Date>, today: Date) -> bool {
    seen.is_none_or(|day| (today - day).get_days() > FRESH_DAYS)
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
