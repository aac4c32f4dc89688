//! Checks of referrals and of what follows them.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{Faults, Rule, before_court};
use crate::cin::{asked_for, steps_asked_for};
use crate::code::{Closure, Factor};
use crate::need::{Assessment, Conference, Plan, Referral};
use crate::year::Year;

pub(super) fn check(faults: &mut Faults<'_>, year: Year) {
    let child = faults.child;
    let mut asked: Vec<&Referral> = child.referrals.iter().filter(|each| asked_for(year, each)).collect();
    asked.sort_by_key(|referral| referral.on);
    for referral in &asked {
        one(faults, year, referral);
    }
    asked.retain(|referral| !referral.no_further_action);
    for (before, after) in asked.iter().zip(asked.iter().skip(1)) {
        match closed_on(year, before) {
            None => faults.add(Rule::CaseOpenTwice, before.on),
            Some(closed) => faults.when(closed > after.on, Rule::CasesOverlap, after.on),
        }
    }
}

fn closed_on(year: Year, referral: &Referral) -> Option<Date> {
    year.known(referral.closed.map(|closed| closed.on))
}

fn one(faults: &mut Faults<'_>, year: Year, referral: &Referral) {
    if referral.no_further_action {
        let followed =
            !referral.assessments.is_empty() || !referral.enquiries.is_empty() || referral.conference.is_some();
        faults.when(followed, Rule::NothingFollows, referral.on);
        faults.when(!referral.plans.is_empty(), Rule::NoPlanAfterNothing, referral.on);
    } else {
        faults.when(referral.need.is_none(), Rule::NeedMissing, referral.on);
    }
    for (place, part) in referral.assessments.iter().enumerate() {
        let others = referral.assessments.iter().skip(place + 1);
        assessment(faults, year, referral, part);
        let still_open = |other: &Assessment| year.known(other.authorised).is_none();
        faults.when(still_open(part) && others.into_iter().any(still_open), Rule::AssessmentsAtOnce, part.began);
    }
    if let [only] = referral.assessments.as_slice() {
        let closed = year.known(referral.closed.map(|closed| closed.on)).and(referral.closed);
        let so_closed = closed.is_some_and(|closed| closed.why.after_assessment());
        let nothing = year.known(only.authorised).is_some() && only.factors.contains(&Factor::None);
        faults.when(nothing && !so_closed, Rule::NothingFoundAndHelp, only.began);
    }
    plans(faults, referral);
    protection(faults, year, referral);
    if let Some(steps) = referral.pre_proceedings.as_ref().filter(|steps| steps_asked_for(year, steps)) {
        before_court::check(faults, year, steps);
    }
    closing(faults, year, referral);
}

fn assessment(faults: &mut Faults<'_>, year: Year, referral: &Referral, part: &Assessment) {
    let done = year.known(part.authorised);
    faults.when(part.began < referral.on, Rule::AssessmentEarly, part.began);
    faults.when(done.is_some_and(|done| done < part.began), Rule::AssessmentBackwards, part.began);
    faults.when(done.is_none() && part.began < year.starts(), Rule::AssessmentStale, part.began);
    faults.when(part.authorised.is_none() && !part.factors.is_empty(), Rule::FactorsEarly, part.began);
    faults.when(done.is_some() && part.factors.is_empty(), Rule::FactorsMissing, part.began);
    let kinds: BTreeSet<_> = part.factors.iter().collect();
    faults.when(kinds.len() < part.factors.len(), Rule::FactorTwice, part.began);
    faults.when(kinds.contains(&Factor::None) && kinds.len() > 1, Rule::NothingFoundAndMore, part.began);
}

fn plans(faults: &mut Faults<'_>, referral: &Referral) {
    let mut plans: Vec<&Plan> = referral.plans.iter().collect();
    plans.sort_by_key(|plan| plan.began);
    for plan in &plans {
        faults.when(plan.began < referral.on, Rule::PlanEarly, plan.began);
        faults.when(plan.ended.is_some_and(|ended| ended < plan.began), Rule::PlanBackwards, plan.began);
        let beside = referral.protection.iter().any(|protection| {
            plan.ended.is_none_or(|ended| ended > protection.began)
                && protection.ended.is_none_or(|ended| ended > plan.began)
        });
        faults.when(beside, Rule::PlanBesideProtection, plan.began);
    }
    for (before, after) in plans.iter().zip(plans.iter().skip(1)) {
        faults.when(before.ended.is_none_or(|ended| ended > after.began), Rule::PlansOverlap, after.began);
    }
}

fn protection(faults: &mut Faults<'_>, year: Year, referral: &Referral) {
    let assessed = referral.assessments.iter().any(|part| year.touches(part.began, part.authorised));
    for enquiry in &referral.enquiries {
        faults.when(enquiry.began < referral.on, Rule::EnquiryEarly, enquiry.began);
        faults.when(!assessed && year.holds(enquiry.began), Rule::EnquiryAlone, enquiry.began);
        let late = enquiry.conference == Conference::Awaited && enquiry.target < year.ends();
        faults.when(late && year.holds(enquiry.began), Rule::EnquiryUnanswered, enquiry.began);
    }
    let enquired = referral.enquiries.iter().filter_map(|part| match part.conference {
        Conference::Held(day) => Some(day),
        Conference::Awaited | Conference::NotNeeded => None,
    });
    let conferences: BTreeSet<Date> = enquired.chain(referral.conference).collect();
    for part in &referral.protection {
        // The Department compares them only where both are of the year.
        let unlike = year.holds(part.began) && !conferences.contains(&part.began);
        faults.when(unlike, Rule::ProtectionWithoutConference, part.began);
        faults.when(part.ended.is_some_and(|ended| ended < part.began), Rule::ProtectionBackwards, part.began);
    }
}

fn closing(faults: &mut Faults<'_>, year: Year, referral: &Referral) {
    let Some(closed) = referral.closed.filter(|closed| closed.on <= year.ends()) else { return };
    faults.when(closed.on < referral.on, Rule::ClosedBeforeBegun, closed.on);
    let unfinished = referral.assessments.iter().any(|part| part.authorised.is_none());
    faults.when(unfinished, Rule::ClosedWithAssessmentOpen, closed.on);
    faults.when(last_day(referral).is_some_and(|last| last > closed.on), Rule::AfterClosing, closed.on);
    faults.when(closed.why == Closure::Died && faults.child.died.is_none(), Rule::ClosedByDeath, closed.on);
    if closed.why.after_assessment() {
        faults.when(referral.assessments.is_empty(), Rule::ClosedAfterNoAssessment, closed.on);
        let more = !referral.plans.is_empty()
            || !referral.enquiries.is_empty()
            || !referral.protection.is_empty()
            || referral.conference.is_some();
        faults.when(more, Rule::PlanAfterAssessmentOnly, closed.on);
    }
}

/// The last day on which something is written down in a case.
fn last_day(referral: &Referral) -> Option<Date> {
    let assessments = referral.assessments.iter().flat_map(|part| [Some(part.began), part.authorised]);
    let plans = referral.plans.iter().flat_map(|part| [Some(part.began), part.ended]);
    let protection = referral.protection.iter().flat_map(|part| [Some(part.began), part.ended]);
    let enquiries = referral.enquiries.iter().flat_map(|part| match part.conference {
        Conference::Held(day) => [Some(part.began), Some(day)],
        Conference::Awaited | Conference::NotNeeded => [Some(part.began), None],
    });
    assessments.chain(plans).chain(protection).chain(enquiries).chain([referral.conference]).flatten().max()
}
