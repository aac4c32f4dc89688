//! What a careful reader notices in an offer, told in one place and marked beside each line it is about.

use super::say::{self, Para};
use law::Day;
use offer::{Id, Offer, Remark, RemarkKind};

/// Something noticed, as the page shows it.
pub(super) struct RemarkView {
    pub id: String,
    pub kind: &'static str,
    pub title: String,
    pub says: Vec<Para>,
}

/// A remark as the page shows it.
pub(super) fn view(day: &Day, remark: &Remark) -> RemarkView {
    let kind = match remark.kind {
        RemarkKind::Defect => "To put right",
        RemarkKind::Gap => "Missing",
        RemarkKind::Change => "Texts differ",
        RemarkKind::Good => "Good",
        RemarkKind::Shared => "Shared with other councils",
    };
    RemarkView { id: place(&remark.id), kind, title: remark.title.clone(), says: say::paras(day, &remark.says) }
}

/// Links to the defects noticed in a line, so that what is wrong or out of date never stands there unmarked.
pub(super) fn marks(offer: &Offer, is_about: impl Fn(&Remark) -> bool) -> Vec<(String, String)> {
    (offer.remarks.iter())
        .filter(|remark| remark.kind == RemarkKind::Defect && is_about(remark))
        .map(|remark| (place(&remark.id), remark.title.clone()))
        .collect()
}

/// Where a remark stands on the page.
fn place(id: &Id) -> String {
    format!("remark-{id}")
}
