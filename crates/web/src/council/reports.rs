//! What the checks find in the offers held, kept for the day.

use law::Day;
use offer::Offer;
use offer::check::{Check, Finding, Report, Verdict};
use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

/// The reports on offers, by their names in addresses, each made when first asked for on a day.
#[derive(Debug, Default)]
pub(crate) struct Reports(RwLock<BTreeMap<String, Arc<Report>>>);

impl Reports {
    /// The report on an offer on a day.
    pub(crate) fn of(&self, day: &Day, offer: &Offer) -> Arc<Report> {
        let kept = self.0.read().unwrap_or_else(PoisonError::into_inner).get(offer.slug()).cloned();
        if let Some(kept) = kept.filter(|kept| kept.on == day.date) {
            return kept;
        }
        let made = Arc::new(offer.check(day));
        self.0.write().unwrap_or_else(PoisonError::into_inner).insert(offer.slug().to_owned(), made.clone());
        made
    }
}

/// What to say beside something that has not been checked for long.
pub(super) fn stale(report: &Report, kind: &str, id: &str) -> Option<String> {
    report.about(kind, id).find(|finding| finding.since.is_some()).map(|finding| finding.what.clone())
}

/// The services and payments whose answer turns on status, and whether national law makes it so.
pub(super) fn fairness(report: &Report) -> Vec<(String, String, bool)> {
    let turns =
        report.of(Check::Fairness).filter(|finding| matches!(finding.id.as_str(), "status_chosen" | "status_by_law"));
    let of = |finding: &Finding| {
        let record = finding.records.first()?;
        Some((format!("{}-{}", record.kind, record.id), record.name.clone(), finding.verdict == Verdict::Pass))
    };
    turns.filter_map(of).collect()
}
