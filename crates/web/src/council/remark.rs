//! What a careful reader notices in an offer, as a page shows it.

use super::say::{self, Para};
use law::Day;
use offer::{Remark, RemarkKind};

/// Something noticed.
pub(super) struct RemarkView {
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
    };
    RemarkView { kind, title: remark.title.clone(), says: say::paras(day, &remark.says) }
}
