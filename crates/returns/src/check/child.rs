//! Checks of who a child is.

use super::{Faults, Rule};
use crate::child::{Birth, Upn};
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
    let unborn = matches!(child.birth, Birth::Expected(_));
    faults.when(unborn && child.sex != Sex::Unknown, Rule::UnbornSex, None);
}
