//! What nobody has confirmed for too long: it is marked or, where the council has so decided, leaves what is shown as
//! current. What has left is not a no: its name stays, with the day it left and whom to ask.

use crate::check::last_day_of_year;
use crate::cited::Source;
use crate::contact::Contact;
use crate::key::Shape;
use crate::money::{Amount, Payment};
use crate::offer::{Offer, Offers, find};
use crate::service::Service;
use crate::stated::Stated;
use crate::written::{Id, Written};
use jiff::ToSpan;
use jiff::civil::Date;
use std::sync::Arc;

/// How many days what a record says may stand without being looked at again.
const KEEPS: [(&str, i32); 4] = [("contact", 90), ("service", 365), ("payment", 365), ("organisation", 365)];
/// The words before and after the days.
const LEAVE: (&str, &str) = ("leave after ", " days");

/// What becomes of facts that nobody has confirmed in time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StaleFacts {
    /// They stay, and are marked.
    #[default]
    AreMarked,
    /// They leave once they have been overdue for so many days.
    LeaveAfter(u16),
}

impl Written for StaleFacts {
    const SHAPE: Shape = Shape::Words;

    fn read(text: &str) -> Result<Self, String> {
        if text == "are marked" {
            return Ok(StaleFacts::AreMarked);
        }
        let days = text.strip_prefix(LEAVE.0).and_then(|rest| rest.strip_suffix(LEAVE.1)?.parse().ok());
        days.map(StaleFacts::LeaveAfter).ok_or_else(|| "write `are marked`, or `leave after 90 days`".to_owned())
    }

    fn write(&self) -> String {
        match self {
            StaleFacts::AreMarked => "are marked".to_owned(),
            StaleFacts::LeaveAfter(days) => format!("{}{days}{}", LEAVE.0, LEAVE.1),
        }
    }
}

/// What has left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftKind {
    /// A contact.
    Contact,
    /// A service.
    Service,
    /// The sums of a payment; the payment itself stays.
    Amount,
}

/// Something that has left an offer, because nobody confirmed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// What it was.
    pub kind: LeftKind,
    /// The name of its record in the files.
    pub id: Id,
    /// What a reader calls it.
    pub name: String,
    /// The first day it was no longer shown.
    pub on: Date,
}

impl Offer {
    /// The offer as it is shown as current on a day: without what has left by then.
    pub fn current_on(self: &Arc<Offer>, day: Date) -> Arc<Offer> {
        let Some(StaleFacts::LeaveAfter(days)) = self.head.stale_facts else { return self.clone() };
        let mut left = Vec::new();
        let mut take = |kind, id: &Id, name: &str, due: Option<Date>| {
            let on = due.and_then(|due| due.checked_add((i32::from(days) + 1).days()).ok()).filter(|on| *on <= day);
            left.extend(on.map(|on| Left { kind, id: id.clone(), name: name.to_owned(), on }));
            on.is_some()
        };
        let (mut contacts, mut services, mut payments) =
            (self.contacts.clone(), self.services.clone(), self.payments.clone());
        contacts.retain(|one| !take(LeftKind::Contact, &one.id, &one.name, self.contact_due(one)));
        services.retain(|one| !take(LeftKind::Service, &one.id, &one.name, self.service_due(one)));
        for one in payments.iter_mut().filter(|one| one.gives_sums()) {
            if take(LeftKind::Amount, &one.id, &one.name, self.sums_due(one)) {
                (one.amount, one.bands) = (Stated::NotStated, Stated::NotStated);
            }
        }
        if left.is_empty() {
            return self.clone();
        }
        let whole = Some(self.clone());
        Arc::new(Offer { contacts, services, payments, left, whole, ..Offer::clone(self) })
    }

    /// The offer with all that has left it: what the council answers for, and what the checks look at.
    pub fn whole(&self) -> &Offer {
        self.whole.as_deref().unwrap_or(self)
    }

    /// Whether a service or a payment has left, so that what is still listed is not all there may be.
    pub fn may_give_more(&self) -> bool {
        self.left.iter().any(|left| left.kind == LeftKind::Service)
    }

    /// Somebody to ask, who was confirmed, and how: for where something has left.
    pub fn somebody_to_ask(&self) -> Option<(&str, &str)> {
        self.contacts.iter().find_map(|one| {
            let phone = one.phones.value().and_then(|phones| phones.first());
            phone.or(one.email.value()).map(|way| (one.name.as_str(), way.as_str()))
        })
    }

    /// When something was last checked: itself, a page it stands on or, of a council's own offer, the whole.
    pub(crate) fn last_checked(&self, checked: Option<&Date>, sources: &[Source]) -> Option<Date> {
        let pages = sources.iter().filter_map(|source| find(&self.pages, &source.page));
        let seen = pages.filter_map(|page| page.seen.value()).max();
        // A council's own offer has no pages it was read from: what it says was so when the whole was last looked at.
        let head = &self.head;
        let whole = [&head.last_review, &head.effective_from, &head.approved_on].into_iter().filter_map(Stated::value);
        let whole = whole.max().filter(|_| self.pages.is_empty());
        checked.max(seen).max(whole).copied()
    }

    fn due(&self, kind: &str, checked: Option<&Date>, sources: &[Source]) -> Option<Date> {
        self.last_checked(checked, sources)?.checked_add(keeps(kind).days()).ok()
    }

    fn contact_due(&self, one: &Contact) -> Option<Date> {
        self.due("contact", one.checked.value(), &one.sources)
    }

    fn service_due(&self, one: &Service) -> Option<Date> {
        earlier(self.due("service", None, &one.sources), one.to.value().copied())
    }

    fn sums_due(&self, one: &Payment) -> Option<Date> {
        let year = one.year.value().and_then(|words| last_day_of_year(words));
        earlier(self.due("payment", None, &one.sources), year)
    }
}

impl Payment {
    /// Whether it gives a sum, of which there is one for each year.
    fn gives_sums(&self) -> bool {
        let is_sum = |amount: &Stated<Amount>| matches!(amount, Stated::Is(Amount::Sum(..)));
        is_sum(&self.amount) || self.bands.value().is_some_and(|bands| bands.iter().any(|band| is_sum(&band.amount)))
    }
}

impl Offers {
    /// The offers as they are shown as current on a day.
    pub fn current_on(&self, day: Date) -> Offers {
        self.map(|offer| offer.current_on(day))
    }
}

/// How many days what a record of a kind says may stand without being looked at again.
pub(crate) fn keeps(kind: &str) -> i32 {
    KEEPS.iter().find(|(known, _)| *known == kind).map_or(365, |(_, days)| *days)
}

fn earlier(one: Option<Date>, other: Option<Date>) -> Option<Date> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        _ => one.or(other),
    }
}

#[cfg(test)]
mod tests;
