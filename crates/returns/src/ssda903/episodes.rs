//! Episodes of care: from what was written down to the chain of codes that the return wants.
//!
//! Each episode but the last ends on the day the next begins, with `X1`; the last ends as the time in care does. Why it
//! began (`RNE`) follows from what changed: the law, the placement, the carers.

use jiff::civil::Date;

use super::table::{Rows, day, maybe};
use crate::care::{CareTime, Stay};
use crate::child::Child;
use crate::code::{Ceased, Code, NewEpisode, PlaceChange};
use crate::year::Year;

/// One row of the table of episodes.
#[derive(Clone, Debug)]
pub struct Episode<'a> {
    /// The time in care it is of.
    pub care: &'a CareTime,
    /// The law and the placement.
    pub stay: &'a Stay,
    /// Why it began.
    pub began_by: NewEpisode,
    /// When and how it ended, as far as was known on 31 March.
    pub ended: Option<(Date, EndedBy)>,
    /// Why the child went on to another placement.
    pub moved_because: Option<PlaceChange>,
}

/// How an episode ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EndedBy {
    /// By another one (`X1`).
    NextEpisode,
    /// With the time in care.
    Leaving(Ceased),
}

impl EndedBy {
    fn code(self) -> &'static str {
        match self {
            Self::NextEpisode => "X1",
            Self::Leaving(how) => how.code(),
        }
    }
}

/// A child's episodes that were going on at some time in a year, oldest first.
pub fn episodes(year: Year, child: &Child) -> Vec<Episode<'_>> {
    child.care.iter().flat_map(|care| of_one(year, care)).collect()
}

fn of_one(year: Year, care: &CareTime) -> Vec<Episode<'_>> {
    let mut stays: Vec<&Stay> = Vec::new();
    for stay in care.stays.iter().filter(|stay| stay.from <= year.ends()) {
        if stays.last().is_none_or(|before| differ(before, stay)) {
            stays.push(stay);
        }
    }
    let leaving = care.ended.filter(|ended| ended.on <= year.ends());
    let befores = std::iter::once(None).chain(stays.iter().copied().map(Some));
    let afters = stays.iter().copied().skip(1).map(Some).chain(std::iter::once(None));
    let chain = befores.zip(&stays).zip(afters).map(|((before, stay), after)| Episode {
        care,
        stay,
        began_by: before.map_or(NewEpisode::Started, |before| change(before, stay)),
        ended: match after {
            Some(next) => Some((next.from, EndedBy::NextEpisode)),
            None => leaving.map(|ended| (ended.on, EndedBy::Leaving(ended.how))),
        },
        moved_because: after.filter(|next| asks_why(stay, next)).and_then(|next| next.moved_because),
    });
    chain.filter(|episode| year.touches(episode.stay.from, episode.ended.map(|(on, _)| on))).collect()
}

/// Whether the return asks why a child went from one placement to the next: not of short absences.
pub(crate) fn asks_why(stay: &Stay, next: &Stay) -> bool {
    change(stay, next) != NewEpisode::Legal && !stay.placement.temporary() && !next.placement.temporary()
}

fn change(before: &Stay, stay: &Stay) -> NewEpisode {
    let legal = before.legal != stay.legal;
    // To a short absence and back is always told as a move (rules 380 and 383), whoever cares for the child in it.
    let absent = before.placement.temporary() || stay.placement.temporary();
    match (legal, moved(before, stay), before.carers == stay.carers && !absent) {
        (true, false, _) => NewEpisode::Legal,
        (true, true, true) => NewEpisode::LegalSameCarers,
        (true, true, false) => NewEpisode::Both,
        (false, _, true) => NewEpisode::SameCarers,
        (false, _, false) => NewEpisode::Placement,
    }
}

fn moved(before: &Stay, stay: &Stay) -> bool {
    before.placement != stay.placement
        || before.provider != stay.provider
        || before.postcode != stay.postcode
        || before.urn != stay.urn
        || before.carers != stay.carers
}

/// Whether two stays differ in anything that the return tells.
pub(crate) fn differ(before: &Stay, stay: &Stay) -> bool {
    before.legal != stay.legal || moved(before, stay)
}

/// Writes a child's episodes.
pub(super) fn rows(rows: &mut Rows, year: Year, child: &Child) {
    for episode in episodes(year, child) {
        let stay = episode.stay;
        rows.add([
            child.id.clone(),
            day(stay.from),
            episode.began_by.code().to_owned(),
            stay.legal.code().to_owned(),
            episode.care.need.code().to_owned(),
            stay.placement.code().to_owned(),
            stay.provider.map(Code::code).unwrap_or_default().to_owned(),
            maybe(episode.ended.map(|(on, _)| on)),
            episode.ended.map(|(_, how)| how.code()).unwrap_or_default().to_owned(),
            episode.moved_because.map(Code::code).unwrap_or_default().to_owned(),
            episode.care.home_postcode.clone(),
            stay.postcode.clone(),
            stay.urn.clone().unwrap_or_default(),
        ]);
    }
}
