//! Universal Credit: the amounts for the children of a household in one month, with the old two-child limit.

use super::CannotCalculate;
use super::figure::{Sum, figure};
use crate::library::Law;
use jiff::civil::{Date, date};
use serde::Serialize;

pub(crate) const CITES: &[&str] = &["source/S27", "uctcl-2026/1 second-hand", "source/S21"];

/// The provision that ended the limit; its own first day is the day that counts.
const LIMIT_ENDED_BY: &str = "uctcl-2026/1";

/// A child born on or after this day could be left out by the limit, and never has the higher amount for the eldest.
const BORN_FROM: Date = date(2017, 4, 6);

/// How many children were paid for while there was a limit.
const LIMIT: usize = 2;

/// One child in a Universal Credit claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UcChild {
    /// The day of birth.
    pub born: Date,
    /// The addition for a disabled child.
    pub disability: Disability,
    /// Whether an exception took the child out of the two-child limit, and out of the count for it.
    pub excepted: bool,
}

/// Which addition for a disabled child is due.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Disability {
    /// None.
    #[default]
    None,
    /// The lower: the child gets any Disability Living Allowance or Personal Independence Payment.
    Lower,
    /// The higher: highest-rate care, enhanced daily living, or severely sight impaired.
    Higher,
}

/// The amounts for the children of a household in one month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct UcChildren {
    /// The sum for the month, before income is taken into account.
    pub sum: Sum,
    /// Whether the two-child limit still held for the month.
    pub limited: bool,
    /// The children that the limit left out, by their places in what was asked.
    pub left_out: Vec<usize>,
}

/// The amounts for children in the month (assessment period) of Universal Credit that begins on a day.
///
/// Until 5 April 2026 only the two eldest children were paid for. A child born before 6 April 2017 was always paid
/// for, and so was a child with an exception, who was not counted as one of the two either. The children
/// asked about are those that count for the claim; a child who is fostered does not.
///
/// # Errors
/// Where the law that was loaded does not say when the limit ended.
pub fn universal_credit_children(law: &Law, month: Date, children: &[UcChild]) -> Result<UcChildren, CannotCalculate> {
    let ended =
        law.provision(LIMIT_ENDED_BY).ok_or_else(|| CannotCalculate::Missing(format!("provision {LIMIT_ENDED_BY}")))?;
    let limited = !ended.period.holds_on(month);
    let mut eldest_first: Vec<usize> = (0..children.len()).collect();
    eldest_first.sort_by_key(|place| children[*place].born);
    let mut sum = Sum::resting_on(law, CITES);
    let (mut first, mut other) = (0, 0);
    let (mut counted, mut left_out) = (0, Vec::new());
    for (order, place) in eldest_first.into_iter().enumerate() {
        let child = &children[place];
        counted += usize::from(!child.excepted);
        if limited && !child.excepted && counted > LIMIT && child.born >= BORN_FROM {
            left_out.push(place);
        } else if order == 0 && child.born < BORN_FROM {
            first += 1;
        } else {
            other += 1;
        }
    }
    left_out.sort_unstable();
    let with = |level| children.iter().filter(|child| child.disability == level).count() as u32;
    let rates = [
        ("uc_child_first_before_2017", first),
        ("uc_child_other", other),
        ("uc_disabled_child_lower", with(Disability::Lower)),
        ("uc_disabled_child_higher", with(Disability::Higher)),
    ];
    for (rate, count) in rates.into_iter().filter(|(_, count)| *count > 0) {
        sum.add(figure(law, rate, month, &[]), count);
    }
    Ok(UcChildren { sum, limited, left_out })
}
