//! Checks of times in care: placements, how care ended, and what is told beside them.

use jiff::ToSpan;
use jiff::civil::Date;

use super::{Faults, Rule};
use crate::care::{CareTime, EarlierOrder, Ended, Stay};
use crate::code::{
    Ceased, LegalStatus, Participation, Placement, PreviousPermanence, PrimaryNeed, Provider, WorkerChange,
};
use crate::ssda903::{asks_why, episodes, newly_begun};
use crate::year::{Year, birthday};

pub(super) fn check(faults: &mut Faults<'_>, year: Year) {
    let child = faults.child;
    for care in child.care.iter().filter(|care| in_year(year, care)) {
        stays(faults, year, care);
        if let Some(ended) = care.ended.filter(|ended| ended.on <= year.ends()) {
            leaving(faults, year, care, ended);
        }
        beside(faults, year, care);
    }
    for (before, after) in child.care.iter().zip(child.care.iter().skip(1)) {
        let Some(began) = after.stays.first().map(|stay| stay.from).filter(|day| *day <= year.ends()) else { continue };
        let order = before.ended.and_then(|ended| ended.how.permanence());
        let told = after.earlier_order.as_ref().map(|order| order.kind);
        let other = order.is_some_and(|order| told.is_some_and(|told| told != order));
        faults.when(other, Rule::EarlierOrderOther, began);
        match before.ended.map(|ended| ended.on) {
            Some(ended) if ended == began => faults.add(Rule::CareAgainSameDay, began),
            Some(ended) => faults.when(ended > began, Rule::CareTimesOverlap, began),
            None => faults.add(Rule::CareTimesOverlap, began),
        }
    }
    earlier_order(faults, year);
    workers(faults, year);
}

fn in_year(year: Year, care: &CareTime) -> bool {
    // One without a placement has no day to place it in a year: it is told in every year.
    care.stays.first().is_none_or(|first| year.touches(first.from, care.ended.map(|ended| ended.on)))
}

fn stays(faults: &mut Faults<'_>, year: Year, care: &CareTime) {
    let known: Vec<&Stay> = care.stays.iter().filter(|stay| stay.from <= year.ends()).collect();
    let Some(first) = known.first() else {
        faults.when(care.stays.is_empty(), Rule::CareWithoutStay, None);
        return;
    };
    faults.when(first.from < faults.child.birthday(), Rule::CareBeforeBirth, first.from);
    faults.when(birthday(faults.child.birthday(), 18) <= first.from, Rule::CareOfAdult, first.from);
    let not_for_care = matches!(care.need, PrimaryNeed::NotInNeed | PrimaryNeed::NotStated);
    faults.when(not_for_care, Rule::NeedNotForCare, first.from);
    for stay in &known {
        one(faults, care, stay);
    }
    faults.when(first.placement.temporary(), Rule::AbsenceFirst, first.from);
    for ((before, absence), after) in known.iter().zip(known.iter().skip(1)).zip(known.iter().skip(2)) {
        let elsewhere = after.placement != before.placement || after.legal != absence.legal;
        faults.when(absence.placement.temporary() && elsewhere, Rule::AbsenceToElsewhere, after.from);
    }
    let until = year.known(care.ended.map(|ended| ended.on)).unwrap_or(year.ends());
    for (law, days, rule) in LIMITED {
        if let Some((from, to)) = longest(&known, until, *law) {
            faults.when(to.saturating_sub(days.days()) > from, *rule, from);
        }
    }
    for (before, after) in known.iter().zip(known.iter().skip(1)) {
        faults.when(after.from < before.from, Rule::StaysOutOfOrder, after.from);
        faults.when(after.from == before.from, Rule::StayOfNoDays, after.from);
        let unexplained = asks_why(before, after) && after.moved_because.is_none();
        faults.when(unexplained, Rule::MoveWithoutReason, after.from);
    }
}

/// Laws under which a child can be kept for so many days only.
const LIMITED: &[(LegalStatus, i32, Rule)] = &[
    (LegalStatus::PoliceProtection, 3, Rule::PoliceTooLong),
    (LegalStatus::EmergencyProtection, 21, Rule::EmergencyTooLong),
];

/// The longest time without a break under one law: its first day, and the day it ended.
fn longest(stays: &[&Stay], until: Date, law: LegalStatus) -> Option<(Date, Date)> {
    let ends = stays.iter().skip(1).map(|stay| stay.from).chain([until]);
    let mut spells: Vec<(Date, Date)> = Vec::new();
    for (stay, end) in stays.iter().zip(ends).filter(|(stay, _)| stay.legal == law) {
        match spells.last_mut() {
            Some(spell) if spell.1 == stay.from => spell.1 = end,
            _ => spells.push((stay.from, end)),
        }
    }
    spells.into_iter().max_by_key(|(from, to)| to.duration_since(*from))
}

fn one(faults: &mut Faults<'_>, care: &CareTime, stay: &Stay) {
    let on = stay.from;
    let placement = stay.placement;
    if placement.has_provider() {
        faults.when(stay.provider.is_none(), Rule::ProviderMissing, on);
    } else {
        faults.when(stay.provider.is_some(), Rule::ProviderNotAsked, on);
    }
    let homely = placement.fostered() || placement == Placement::Parents || placement == Placement::ChildrensHome;
    faults.when(stay.provider == Some(Provider::OtherPublic) && homely, Rule::ProviderPublic, on);
    let parents = stay.provider == Some(Provider::Parents) && placement != Placement::Parents;
    faults.when(parents, Rule::ProviderParents, on);
    if placement.registered() {
        faults.when(stay.urn.is_none(), Rule::UrnMissing, on);
    } else if placement.has_provider() || placement.temporary() {
        faults.when(stay.urn.is_some(), Rule::UrnNotAsked, on);
    }
    let short = stay.legal.short_breaks();
    if !short {
        let missing = care.home_postcode.trim().is_empty() || stay.postcode.trim().is_empty();
        faults.when(missing, Rule::PostcodeMissing, on);
        let same = !missing && squeezed(&care.home_postcode) == squeezed(&stay.postcode);
        faults.when(same && placement != Placement::Parents, Rule::PostcodesSame, on);
    }
    faults.when(short && placement.long_term(), Rule::ShortBreakLongTerm, on);
    let with_parents = stay.legal == LegalStatus::Section20 && placement == Placement::Parents;
    faults.when(with_parents, Rule::ParentsBySection20, on);
}

fn squeezed(postcode: &str) -> String {
    postcode.chars().filter(|letter| !letter.is_whitespace()).collect::<String>().to_uppercase()
}

fn leaving(faults: &mut Faults<'_>, year: Year, care: &CareTime, ended: Ended) {
    let on = ended.on;
    let Some(last) = care.stays.iter().rfind(|stay| stay.from <= year.ends()) else { return };
    faults.when(on < last.from, Rule::LeftBeforeStay, on);
    faults.when(on == last.from, Rule::StayOfNoDays, on);
    let placement = last.placement;
    faults.when(placement.temporary(), Rule::AbsenceLast, on);
    match ended.how {
        Ceased::GuardianRelativeFosterer | Ceased::GuardianFosterer if !placement.fostered() => {
            faults.add(Rule::GuardianNotFosterer, on);
        }
        Ceased::GuardianRelativeFosterer => faults.when(!placement.kinship(), Rule::GuardianRelative, on),
        Ceased::GuardianFosterer => faults.when(placement.kinship(), Rule::GuardianNotRelative, on),
        Ceased::GuardianRelative => faults.when(placement.kinship(), Rule::GuardianFosteredLast, on),
        Ceased::HomeWithoutResponsibility => {
            faults.when(placement == Placement::Parents, Rule::HomeFromPlacementWithParents, on);
        }
        how if how.adopted() => faults.when(year.holds(on), Rule::AdoptionNotWritten, on),
        _ => {}
    }
    let adult = birthday(faults.child.birthday(), 18) <= on;
    faults.when(ended.how.guardianship() && adult, Rule::GuardianAdult, on);
}

fn beside(faults: &mut Faults<'_>, year: Year, care: &CareTime) {
    let four = birthday(faults.child.birthday(), 4);
    let began = care.stays.first().map(|stay| stay.from);
    let left = care.ended.filter(|ended| ended.on <= year.ends());
    for review in care.reviews.iter().filter(|review| year.holds(review.on)) {
        let outside = began.is_none_or(|began| review.on < began) || left.is_some_and(|left| left.on < review.on);
        faults.when(outside, Rule::ReviewOutsideCare, review.on);
        let small = review.part == Participation::UnderFour;
        faults.when(small && review.on > four, Rule::ReviewAge, review.on);
        faults.when(!small && review.on < four, Rule::ReviewAgeOver, review.on);
    }
    for absence in care.missing.iter().filter(|absence| year.touches(absence.from, absence.to)) {
        faults.when(began.is_some_and(|began| absence.from < began), Rule::MissingBeforeCare, absence.from);
        faults.when(absence.to.is_some_and(|to| to < absence.from), Rule::MissingBackwards, absence.from);
        faults.when(left.is_some() && absence.to.is_none(), Rule::MissingAfterLeaving, absence.from);
    }
}

fn earlier_order(faults: &mut Faults<'_>, year: Year) {
    let Some(care) = newly_begun(year, faults.child) else { return };
    let began = care.stays.first().map(|stay| stay.from);
    match &care.earlier_order {
        None => faults.add(Rule::EarlierOrderMissing, began),
        Some(EarlierOrder { kind: PreviousPermanence::None, on, council }) => {
            faults.when(on.is_some() || council.is_some(), Rule::EarlierOrderWhole, began);
        }
        Some(order) => {
            faults.when(order.on.is_none() || order.council.is_none(), Rule::EarlierOrderMissing, began);
            faults.when(order.on >= began, Rule::EarlierOrderLate, began);
        }
    }
}

fn workers(faults: &mut Faults<'_>, year: Year) {
    let child = faults.child;
    let times: Vec<_> = child.workers.iter().filter(|time| year.touches(time.from, time.to)).collect();
    for time in &times {
        let registered = time.worker.starts_with("SW") || time.worker.starts_with("XX");
        faults.when(!registered || time.worker.len() < 4, Rule::WorkerNumber, time.from);
    }
    for (before, after) in times.iter().zip(times.iter().skip(1)) {
        let overlap = before.to.is_none_or(|to| to > after.from);
        faults.when(overlap && after.why == WorkerChange::First, Rule::WorkersOverlap, after.from);
    }
    let episodes = episodes(year, child);
    let in_care = episodes.last().is_some_and(|last| last.ended.is_none() && !last.stay.legal.short_breaks());
    let nobody = !times.iter().any(|time| year.known(time.to).is_none());
    faults.when(in_care && nobody, Rule::WorkerMissing, year.ends());
}
