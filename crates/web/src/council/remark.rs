//! What a careful reader notices in an offer, told in one place and marked beside each line it is about.

use super::say::{self, Para};
use crate::language::{Said, say};
use law::Day;
use offer::{Id, Offer, Remark, RemarkKind};

/// Something noticed, as the page shows it.
pub(super) struct RemarkView {
    pub id: String,
    pub kind: Said,
    pub title: String,
    pub says: Vec<Para>,
}

/// A remark as the page shows it.
pub(super) fn view(day: &Day, remark: &Remark) -> RemarkView {
    let kind = match remark.kind {
        RemarkKind::Defect => "remark-defect",
        RemarkKind::Gap => "remark-gap",
        RemarkKind::Change => "remark-change",
        RemarkKind::Good => "remark-good",
        RemarkKind::Shared => "remark-shared",
    };
    RemarkView {
        id: place(&remark.id),
        kind: say(kind),
        title: remark.title.clone(),
        says: say::paras(day, &remark.says),
    }
}

/// A word on each defect noticed in a line, with a link to it, so that what is wrong or out of date never stands there unmarked.
pub(super) fn marks(offer: &Offer, is_about: impl Fn(&Remark) -> bool) -> Vec<Said> {
    (offer.remarks.iter())
        .filter(|remark| remark.kind == RemarkKind::Defect && is_about(remark))
        .map(|remark| say::leading("thing-note", &format!("#{}", place(&remark.id)), "remark", &remark.title))
        .collect()
}

/// Where a remark stands on the page.
fn place(id: &Id) -> String {
    format!("remark-{id}")
}
