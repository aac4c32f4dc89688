//! Whom to ask, who decides and by when, and how to complain, as a page shows them.

use super::remark::{self, RemarkView};
use super::say::{self, Para, Stating};
use crate::ui::show;
use law::Day;
use offer::place::Places;
use offer::{DistrictContacts, DistrictsBy, Offer};

/// A contact, a team or an organisation.
pub(crate) struct ContactView {
    pub id: String,
    pub name: String,
    pub purposes: Vec<String>,
    pub phones: Vec<(String, String)>,
    pub email: Option<String>,
    pub post: Option<String>,
    pub web: Option<String>,
    pub stating: Stating,
    pub notes: Vec<String>,
}

/// A district of the county, and the lines that answer for it.
pub(super) struct DistrictView {
    pub name: String,
    pub lines: Vec<ContactView>,
    /// Whether the council's page does not list the districts, and we read them from elsewhere.
    pub is_reading: bool,
}

/// Somebody who decides.
pub(super) struct BodyView {
    pub name: String,
    pub decides: Vec<String>,
    pub stating: Stating,
}

/// A period the offer states.
pub(super) struct ClockView {
    pub title: String,
    pub stating: Stating,
    pub law: Vec<Para>,
    pub national: Option<String>,
    /// What a careful reader notices about it.
    pub remarks: Vec<RemarkView>,
}

/// A way to complain.
pub(super) struct ComplaintView {
    pub name: String,
    pub about: String,
    pub steps: Vec<String>,
    pub stating: Stating,
    pub web: Option<String>,
    pub contacts: Vec<(String, String)>,
}

/// A number as people write it and as a telephone dials it.
pub(super) fn phones(phones: &offer::Stated<Vec<String>>) -> Vec<(String, String)> {
    let numbers = phones.value().map(Vec::as_slice).unwrap_or_default();
    numbers.iter().map(|number| (number.clone(), number.chars().filter(char::is_ascii_digit).collect())).collect()
}

/// A contact as the page shows it.
pub(super) fn contact(offer: &Offer, contact: &offer::Contact) -> ContactView {
    let mut stating = Stating::of(offer);
    stating.one("Hours", &contact.hours);
    stating.one("Area", &contact.area);
    stating.one("Who answers", &contact.role);
    stating.many("Languages", &contact.languages);
    stating.one("Contacting you safely", &contact.safe_contact);
    stating.one("Last tried", &contact.checked.map(|day| show::date(*day)));
    ContactView {
        id: say::contact_place(&contact.id),
        name: contact.name.clone(),
        purposes: contact.purposes.clone(),
        phones: phones(&contact.phones),
        email: contact.email.value().cloned(),
        post: contact.post.value().cloned(),
        web: contact.form.value().map(|url| url.as_str().to_owned()),
        stating: stating.quiet(&["Who answers", "Languages", "Contacting you safely", "Last tried"]),
        notes: contact.notes.clone(),
    }
}

/// Which contact answers where, district by district; empty where that is the same everywhere.
pub(super) fn districts(offer: &Offer) -> Vec<DistrictView> {
    let found = offer.contacts_by_district(Places::embedded());
    let view = |one: DistrictContacts| DistrictView {
        name: one.district.name.clone(),
        lines: one.contacts.iter().map(|line| contact(offer, line)).collect(),
        is_reading: one.contacts.iter().any(|contact| contact.districts_by == Some(DistrictsBy::Reading)),
    };
    found.into_iter().map(view).collect()
}

/// A team or an organisation as the page shows it.
pub(super) fn organisation(offer: &Offer, organisation: &offer::Organisation) -> ContactView {
    let mut stating = Stating::of(offer);
    stating.one("Reports to", &organisation.reports_to);
    ContactView {
        id: format!("organisation-{}", organisation.id),
        name: organisation.name.clone(),
        purposes: vec![organisation.summary.clone()],
        phones: phones(&organisation.phones),
        email: None,
        post: None,
        web: organisation.web.value().map(|url| url.as_str().to_owned()),
        stating: stating.quiet(&["Reports to"]),
        notes: organisation.notes.clone(),
    }
}

/// Somebody who decides, as the page shows them.
pub(super) fn body(offer: &Offer, body: &offer::Body) -> BodyView {
    let mut stating = Stating::of(offer);
    stating.one("Who sits on it", &body.members);
    stating.one("How often it meets", &body.frequency);
    stating.one("How you are told", &body.notice);
    stating.one("How to ask it to think again", &body.appeal);
    BodyView { name: body.name.clone(), decides: body.decides.clone(), stating: stating.quiet(&["Who sits on it"]) }
}

/// A period as the page shows it.
pub(super) fn clock_view(day: &Day, offer: &Offer, clock: &offer::Clock) -> ClockView {
    let mut stating = Stating::of(offer);
    stating.one("Starts when", &clock.starts);
    stating.one("How long", &clock.length);
    stating.one("Otherwise", &clock.extension);
    stating.one("Who must act", &clock.owed_by);
    stating.one("If they do not", &clock.consequence);
    ClockView {
        title: clock.title.clone(),
        stating: stating.quiet(&["Otherwise", "If they do not"]),
        law: say::paras(day, &clock.law),
        national: clock.restates.as_ref().map(|id| format!("/law/clock/{}", show::part(id.as_str()))),
        remarks: (offer.remarks.iter())
            .filter(|remark| remark.clocks.contains(&clock.id))
            .map(|remark| remark::view(day, remark))
            .collect(),
    }
}

/// A way to complain as the page shows it.
pub(super) fn complaint_view(offer: &Offer, complaint: &offer::Complaint) -> ComplaintView {
    let mut stating = Stating::of(offer);
    stating.many("What to say", &complaint.asks);
    stating.many("What it is not for", &complaint.not_for);
    stating.one("If you complain for someone else", &complaint.for_another);
    ComplaintView {
        name: complaint.name.clone(),
        about: complaint.about.clone(),
        steps: complaint.steps.clone(),
        stating,
        web: complaint.web.value().map(|url| url.as_str().to_owned()),
        contacts: say::contacts(offer, &complaint.contacts),
    }
}
