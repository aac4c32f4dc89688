//! Whom to ask, who decides and by when, and how to complain, as a page shows them.

use super::remark::{self, RemarkView};
use super::say::{self, Para, Stating};
use crate::language::{Piece, Said, date, in_english, say_with};
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
    pub notes: Vec<Said>,
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
    pub decides: Said,
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
    pub about: Said,
    pub steps: Vec<String>,
    pub stating: Stating,
    pub web: Option<String>,
    /// Whom to ask.
    pub asks: Option<Said>,
}

/// A number as people write it and as a telephone dials it.
pub(super) fn phones(phones: &offer::Stated<Vec<String>>) -> Vec<(String, String)> {
    let numbers = phones.value().map(Vec::as_slice).unwrap_or_default();
    numbers.iter().map(|number| (number.clone(), number.chars().filter(char::is_ascii_digit).collect())).collect()
}

/// A contact as the page shows it.
pub(super) fn contact(offer: &Offer, contact: &offer::Contact) -> ContactView {
    let mut stating = Stating::of(offer);
    stating.one("label-hours", &contact.hours);
    stating.one("label-area", &contact.area);
    stating.one("label-answers", &contact.role);
    stating.many("label-languages", &contact.languages);
    stating.one("label-safe-contact", &contact.safe_contact);
    stating.said("label-last-tried", contact.checked.map(|day| date(*day)));
    ContactView {
        id: say::contact_place(&contact.id),
        name: contact.name.clone(),
        purposes: contact.purposes.clone(),
        phones: phones(&contact.phones),
        email: contact.email.value().cloned(),
        post: contact.post.value().cloned(),
        web: contact.form.value().map(|url| url.as_str().to_owned()),
        stating: stating.quiet(&["label-answers", "label-languages", "label-safe-contact", "label-last-tried"]),
        notes: contact.notes.iter().map(in_english).collect(),
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
    stating.one("label-reports-to", &organisation.reports_to);
    ContactView {
        id: format!("organisation-{}", organisation.id),
        name: organisation.name.clone(),
        purposes: vec![organisation.summary.clone()],
        phones: phones(&organisation.phones),
        email: None,
        post: None,
        web: organisation.web.value().map(|url| url.as_str().to_owned()),
        stating: stating.quiet(&["label-reports-to"]),
        notes: organisation.notes.iter().map(in_english).collect(),
    }
}

/// Somebody who decides, as the page shows them.
pub(super) fn body(offer: &Offer, body: &offer::Body) -> BodyView {
    let mut stating = Stating::of(offer);
    stating.one("label-members", &body.members);
    stating.one("label-meets", &body.frequency);
    stating.one("label-told", &body.notice);
    stating.one("label-think-again", &body.appeal);
    let decides = say_with("offer-body-decides", [("what", Piece::written(&body.decides.join("; ")))]);
    BodyView { name: body.name.clone(), decides, stating: stating.quiet(&["label-members"]) }
}

/// A period as the page shows it.
pub(super) fn clock_view(day: &Day, offer: &Offer, clock: &offer::Clock) -> ClockView {
    let mut stating = Stating::of(offer);
    stating.one("label-starts", &clock.starts);
    stating.one("label-length", &clock.length);
    stating.one("label-otherwise", &clock.extension);
    stating.one("label-must-act", &clock.owed_by);
    stating.one("label-if-not", &clock.consequence);
    ClockView {
        title: clock.title.clone(),
        stating: stating.quiet(&["label-otherwise", "label-if-not"]),
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
    stating.many("label-say", &complaint.asks);
    stating.many("label-not-for", &complaint.not_for);
    stating.one("label-someone-else", &complaint.for_another);
    ComplaintView {
        name: complaint.name.clone(),
        about: say_with("offer-complain-for", [("about", Piece::written(&complaint.about))]),
        steps: complaint.steps.clone(),
        stating,
        web: complaint.web.value().map(|url| url.as_str().to_owned()),
        asks: say::asks(offer, &complaint.contacts),
    }
}
