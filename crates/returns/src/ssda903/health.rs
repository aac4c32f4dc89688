//! The yearly health record (OC2), asked of children who were looked after all year.

use super::episodes::{EndedBy, episodes};
use super::table::{Rows, day, flag};
use crate::care::{Health, Score, Substances};
use crate::child::Child;
use crate::code::{Code, NewEpisode};
use crate::year::{Year, age, birthday};

/// Whether a child was in care on 31 March and had been all year, other than in short breaks.
pub fn looked_after_all_year(year: Year, child: &Child) -> bool {
    let episodes = episodes(year, child);
    let in_care_at_end = episodes.last().is_some_and(|last| last.ended.is_none_or(|(on, _)| on >= year.ends()));
    in_care_at_end
        && episodes.iter().all(|episode| {
            let began = episode.began_by == NewEpisode::Started && episode.stay.from > year.starts();
            let left = episode.ended.is_some_and(|(on, how)| how != EndedBy::NextEpisode && on < year.ends());
            !began && !left && !episode.stay.legal.short_breaks()
        })
}

/// Which parts of the record are asked of a child, by age.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asked {
    /// Strengths and difficulties: 4 or older when the year ended, and not yet 17 when it began.
    pub(crate) score: bool,
    /// Convictions: 10 or older when it ended.
    pub(crate) convicted: bool,
    /// Checks of growth: under 5 when it ended.
    pub(crate) development: bool,
}

/// What is asked of a child in a year, and the record of it.
pub(crate) fn record_asked(year: Year, child: &Child) -> (Asked, Option<&Health>) {
    (asked(year, child), record(year, child))
}

fn asked(year: Year, child: &Child) -> Asked {
    let born = child.birthday();
    let at_end = age(born, year.ends());
    Asked {
        score: birthday(born, 4) <= year.ends() && birthday(born, 17) > year.starts(),
        convicted: at_end >= 10,
        development: at_end < 5,
    }
}

fn record(year: Year, child: &Child) -> Option<&Health> {
    child.health.iter().find(|record| record.year == year)
}

/// Writes a child's record.
pub(super) fn row(rows: &mut Rows, year: Year, child: &Child) {
    let Some(record) = record(year, child).filter(|_| looked_after_all_year(year, child)) else { return };
    let asked = asked(year, child);
    let (score, reason) = match record.score.filter(|_| asked.score) {
        Some(Score::Of(score)) => (score.to_string(), ""),
        Some(Score::Missing(why)) => (String::new(), why.code()),
        None => (String::new(), ""),
    };
    let only = |asked: bool, value: bool| if asked { flag(value) } else { String::new() };
    let (problem, received, offered) = match record.substances {
        Substances::NoProblem => ("0", "", ""),
        Substances::Helped => ("1", "1", ""),
        Substances::Declined => ("1", "0", "1"),
        Substances::NotOffered => ("1", "0", "0"),
    };
    rows.add([
        child.id.clone(),
        day(child.birthday()),
        score,
        reason.to_owned(),
        only(asked.convicted, record.convicted),
        only(asked.development, record.development),
        flag(record.immunised),
        flag(record.dentist),
        flag(record.assessed),
        problem.to_owned(),
        received.to_owned(),
        offered.to_owned(),
    ]);
}
