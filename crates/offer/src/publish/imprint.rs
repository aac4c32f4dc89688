//! What publishing writes into the head of an offer, so that an edition says of itself which it is.

use super::edition::{Approval, Edition};
use crate::head::Status;
use crate::offer::Offer;
use crate::stated::Stated;
use crate::written::{Url, Written};
use jiff::civil::Date;

/// What publishing puts into the head of an offer.
pub(super) struct Imprint<'a> {
    pub(super) number: u32,
    pub(super) effective: Date,
    pub(super) approval: &'a Approval,
}

impl<'a> Imprint<'a> {
    pub(super) fn of(edition: &'a Edition) -> Imprint<'a> {
        Imprint { number: edition.number, effective: edition.effective, approval: &edition.approval }
    }
}

/// The draft as it is published: its head says which edition it is, since when it counts and who approved it.
pub(super) fn fair_copy(offer: &Offer, imprint: &Imprint) -> Offer {
    let mut copy = offer.clone();
    let head = &mut copy.head;
    head.status = Status::Published;
    head.edition = Stated::Is(imprint.number.to_string());
    head.effective_from = Stated::Is(imprint.effective);
    head.effective_to = Stated::NotSeen;
    head.approved_by = String::read(&imprint.approval.body).map_or(Stated::NotStated, Stated::Is);
    head.approved_on = imprint.approval.on.map_or(Stated::NotStated, Stated::Is);
    let link = imprint.approval.link.as_deref().and_then(|link| Url::read(link.trim()).ok());
    head.minutes = link.map_or(Stated::NotStated, Stated::Is);
    copy
}
