//! Checks on a whole offer: what is not there, who is kept out, and what is no longer so. Each finding names what it
//! was judged from, what it rests on and what to do.

mod fairness;
mod freshness;
mod gaps;
mod overlay;
mod period;
mod proofs;
mod record;
mod report;
mod texts;
mod words;
mod year;

pub use report::{Check, Finding, Record, Report, Verdict, Witness, WitnessFact};

pub(crate) use year::last_day as last_day_of_year;

use crate::offer::Offer;
use law::Day;
use law::prove::Ground;
use proofs::{Proofs, Ruled};

impl Offer {
    /// Everything the checks find on a day.
    pub fn check(&self, day: &Day) -> Report {
        let mut report = None;
        each(day, &[self], &Check::ALL, &mut |_, found| report = Some(found));
        report.unwrap_or_else(|| Checker::new(day, Proofs::none(day), &[]).report(self))
    }
}

/// What some checks find in several offers on a day, sharing what their rules have in common.
pub fn each<'a>(day: &Day, offers: &[&'a Offer], checks: &[Check], take: &mut dyn FnMut(&'a Offer, Report)) {
    let of_all = proofs::of_all(&day.law);
    let all: Vec<Ruled> = offers.iter().flat_map(|offer| proofs::ruled(offer.whole())).collect();
    match Ground::new(day.law.clone(), day.date, all.iter().map(|ruled| ruled.rule), &of_all) {
        Ok(ground) => {
            let mut checker = Checker::new(day, Proofs::new(day, &ground, &of_all), checks);
            offers.iter().for_each(|offer| take(offer, checker.report(offer)));
        }
        // Too much for one ground: each half of the offers has its own.
        Err(_) if offers.len() > 1 => {
            let (first, second) = offers.split_at(offers.len() / 2);
            each(day, first, checks, take);
            each(day, second, checks, take);
        }
        Err(_) => {
            let mut checker = Checker::new(day, Proofs::none(day), checks);
            offers.iter().for_each(|offer| take(offer, checker.report(offer)));
        }
    }
}

/// What the checks of one day share.
struct Checker<'g> {
    day: &'g Day,
    proofs: Proofs<'g>,
    checks: &'g [Check],
    jargon: Option<words::Jargon<'g>>,
}

impl<'g> Checker<'g> {
    fn new(day: &'g Day, proofs: Proofs<'g>, checks: &'g [Check]) -> Checker<'g> {
        let jargon = checks.contains(&Check::Words).then(|| words::Jargon::new(&day.law));
        Checker { day, proofs, checks, jargon }
    }

    fn report(&mut self, offer: &Offer) -> Report {
        // Also what has left is the council's to look after.
        let offer = offer.whole();
        let wanted = |check| self.checks.contains(&check);
        let mut findings = Vec::new();
        // Whether need comes before status is a line of the checklist too.
        if wanted(Check::Duty) || wanted(Check::Fairness) {
            let fairness = fairness::findings(offer, &mut self.proofs);
            let chosen = fairness.iter().filter(|finding| finding.id == fairness::CHOSEN);
            let unfair: Vec<Record> = chosen.filter_map(|finding| finding.records.first().cloned()).collect();
            findings.extend(gaps::findings(offer, self.day, &unfair));
            findings.extend(fairness);
        }
        if wanted(Check::Overlay) {
            findings.extend(overlay::findings(offer, &mut self.proofs));
        }
        if wanted(Check::Freshness) || self.jargon.is_some() {
            let texts = texts::texts(offer);
            findings.extend(freshness::findings(offer, &texts, self.day));
            findings.extend(self.jargon.iter().flat_map(|jargon| words::findings(offer, &texts, jargon)));
        }
        findings.retain(|finding| wanted(finding.check));
        let head = &offer.head;
        let (offer, council) = (offer.slug().to_owned(), head.council.clone());
        Report { offer, council, on: self.day.date, example: head.example, findings }
    }
}

/// A day as people write it.
fn on(day: jiff::civil::Date) -> String {
    day.strftime("%-d %B %Y").to_string()
}
