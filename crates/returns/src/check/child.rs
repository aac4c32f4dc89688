//! Checks of who a child is.

use jiff::civil::{Date, date};

use super::{Faults, Rule};
use crate::child::{Birth, Upn};
use crate::cin::asked_for;
use crate::code::{Sex, UnknownUpn};
use crate::ssda903::episodes;
use crate::year::Year;

pub(super) fn check(faults: &mut Faults<'_>, year: Year) {
    let child = faults.child;
    faults.when(child.id.chars().count() > 20, Rule::ChildNumberLong, None);
    let plain = !child.id.is_empty() && child.id.chars().all(|letter| letter.is_ascii_alphanumeric());
    faults.when(!plain, Rule::ChildNumberSigns, None);
    match &child.upn {
        Upn::Known(number) => faults.when(!Upn::fits(number), Rule::PupilNumberWrong, None),
        Upn::Unknown(UnknownUpn::Unaccompanied | UnknownUpn::NoFurtherAction) => {
            faults.when(!episodes(year, child).is_empty(), Rule::PupilNumberReason, None);
        }
        Upn::Unknown(_) => {}
    }
    let helped = child.referrals.iter().any(|referral| asked_for(year, referral) && !referral.no_further_action);
    let nothing = child.upn == Upn::Unknown(UnknownUpn::NoFurtherAction);
    faults.when(nothing && helped, Rule::PupilNumberNothing, None);
    let too_young = child.upn == Upn::Unknown(UnknownUpn::NotOfAge);
    let returned = helped || !episodes(year, child).is_empty();
    faults.when(too_young && returned && of_school_age(year, child.birthday()), Rule::PupilNumberAge, None);
    faults.when(child.died.is_some_and(|died| died < child.birthday()), Rule::DeathBeforeBirth, child.died);
    let unborn = matches!(child.birth, Birth::Expected(_));
    faults.when(unborn && child.sex != Sex::Unknown, Rule::UnbornSex, None);
}

/// Five years old by the last day of August in the year before: in school, or soon to be missed there.
fn of_school_age(year: Year, born: Date) -> bool {
    born <= date(year.ends().year() - 6, 8, 31)
}
