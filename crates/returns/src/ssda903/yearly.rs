//! The tables that say what a child is and what happened in the year, beside the episodes.

use super::episodes::episodes;
use super::table::{Rows, day, flag, maybe};
use crate::care::{CareTime, EarlierOrder};
use crate::child::Child;
use crate::code::{Code, Sex};
use crate::year::Year;

/// Who a child is. Whether she is a mother is asked of girls alone, and not of those in short breaks.
pub(super) fn header(rows: &mut Rows, year: Year, child: &Child) {
    let short = episodes(year, child).iter().all(|episode| episode.stay.legal.short_breaks());
    let asked = child.sex == Sex::Female && !short;
    let mother = year.known(child.mother_since).filter(|_| asked);
    rows.add([
        child.id.clone(),
        child.sex.code().to_owned(),
        day(child.birthday()),
        child.ethnicity.code().to_owned(),
        child.upn.text().to_owned(),
        if asked { flag(mother.is_some()) } else { String::new() },
        maybe(mother),
    ]);
}

/// Reviews held in the year.
pub(super) fn reviews(rows: &mut Rows, year: Year, child: &Child) {
    for review in child.care.iter().flat_map(|care| &care.reviews).filter(|review| year.holds(review.on)) {
        rows.add([child.id.clone(), day(child.birthday()), day(review.on), review.part.code().to_owned()]);
    }
}

/// The time in care that began last in the year: the return asks what was before it, once for a child.
pub(crate) fn newly_begun(year: Year, child: &Child) -> Option<&CareTime> {
    let began = |care: &&CareTime| care.stays.first().is_some_and(|stay| year.holds(stay.from));
    child.care.iter().rfind(began)
}

/// What a child had before this time in care.
pub(super) fn previous_permanence(rows: &mut Rows, year: Year, child: &Child) {
    let Some(EarlierOrder { kind, on, council }) =
        newly_begun(year, child).and_then(|care| care.earlier_order.as_ref())
    else {
        return;
    };
    rows.add([
        child.id.clone(),
        day(child.birthday()),
        kind.code().to_owned(),
        council.clone().unwrap_or_default(),
        maybe(*on),
    ]);
}

/// Times a child was missing in the year.
pub(super) fn missing(rows: &mut Rows, year: Year, child: &Child) {
    let absences = child.care.iter().flat_map(|care| &care.missing);
    for absence in absences.filter(|absence| year.touches(absence.from, absence.to)) {
        rows.add([
            child.id.clone(),
            day(child.birthday()),
            absence.kind.code().to_owned(),
            day(absence.from),
            maybe(year.known(absence.to)),
        ]);
    }
}

/// The child's social workers in the year. The last one's time is told as going on although the child has left care:
/// rule SW17 wants the last to have no end, and says nothing of leaving.
pub(super) fn workers(rows: &mut Rows, year: Year, child: &Child) {
    let left = episodes(year, child).last().and_then(|last| last.ended).map(|(on, _)| on);
    let mut times = child.workers.iter().filter(|time| year.touches(time.from, time.to)).peekable();
    while let Some(time) = times.next() {
        let last = times.peek().is_none();
        let ended = year.known(time.to).filter(|to| !(last && left.is_some_and(|left| *to >= left)));
        rows.add([
            child.id.clone(),
            day(child.birthday()),
            time.worker.clone(),
            day(time.from),
            maybe(ended),
            time.why.code().to_owned(),
        ]);
    }
}
