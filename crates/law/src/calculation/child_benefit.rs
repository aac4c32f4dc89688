//! Child Benefit: the sum for a week, and the week from which a new claimant is paid while someone else still is.

use super::figure::{Sum, figure};
use super::{CannotCalculate, cited};
use crate::explain::Citation;
use crate::library::Law;
use jiff::ToSpan;
use jiff::civil::Date;
use serde::Serialize;

pub(crate) const HAND_OVER_CITES: &[&str] = &["source/S22", "kith/reading unsure"];
pub(crate) const WEEK_CITES: &[&str] = &["source/S22"];

/// The weeks a claimant keeps: that of the new claim and three more.
const WEEKS_KEPT: i32 = 4;

/// What is assumed of a claimant who gives up.
const GIVING_UP: &str = "Someone who gives up Child Benefit is paid to the end of that week, a Sunday.";

/// Who is paid in which week after a new claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HandOver {
    /// The Monday of the week of the new claim.
    pub claim_week: Date,
    /// The Mondays of the weeks that the first claimant keeps.
    pub kept_weeks: Vec<Date>,
    /// The Monday from which the new claimant is paid.
    pub first_monday: Date,
    /// What is read into the law for want of a source.
    pub assumed: Vec<&'static str>,
    /// What it rests on.
    pub cites: Vec<Citation>,
}

/// The Monday of the week a day lies in; `None` at the very beginning of the calendar.
///
/// ```
/// use jiff::civil::date;
/// assert_eq!(law::calculation::monday_of(date(2026, 11, 4)), Some(date(2026, 11, 2)));
/// ```
pub fn monday_of(day: Date) -> Option<Date> {
    day.checked_sub(day.weekday().to_monday_zero_offset().days()).ok()
}

/// From which week a new claimant gets Child Benefit for a child while someone else is paid for that child.
///
/// The person already paid keeps the week of the new claim and three more, or fewer where they give up on a day
/// before that. Nobody is paid twice for one week. It does not say how far back a claim can reach.
///
/// # Errors
/// Where the weeks leave the calendar.
///
/// ```
/// use jiff::civil::date;
/// use law::calculation::child_benefit_hand_over;
/// let law = law::Law::default();
/// let kept = child_benefit_hand_over(&law, date(2026, 11, 4), None).unwrap();
/// assert_eq!(kept.first_monday, date(2026, 11, 30));
/// let given_up = child_benefit_hand_over(&law, date(2026, 11, 4), Some(date(2026, 11, 12))).unwrap();
/// assert_eq!(given_up.first_monday, date(2026, 11, 16));
/// ```
pub fn child_benefit_hand_over(law: &Law, claim: Date, given_up: Option<Date>) -> Result<HandOver, CannotCalculate> {
    let claim_week = monday_of(claim).ok_or(CannotCalculate::Calendar)?;
    let after = |weeks: i32| claim_week.checked_add(weeks.weeks()).map_err(|_| CannotCalculate::Calendar);
    let mut kept_weeks = Vec::new();
    for week in 0..WEEKS_KEPT {
        let monday = after(week)?;
        if given_up.is_none_or(|day| monday <= day) {
            kept_weeks.push(monday);
        }
    }
    let first_monday = match kept_weeks.last() {
        Some(last) => last.checked_add(1.week()).map_err(|_| CannotCalculate::Calendar)?,
        None => claim_week,
    };
    let (cites, assumed) = match given_up {
        Some(_) => (HAND_OVER_CITES, vec![GIVING_UP]),
        None => (WEEK_CITES, Vec::new()),
    };
    Ok(HandOver { claim_week, kept_weeks, first_monday, assumed, cites: cited::cited(law, cites) })
}

/// Child Benefit for a week for so many children, before any tax charge on a high income.
///
/// ```
/// let none = law::calculation::child_benefit_week(&law::Law::default(), jiff::civil::date(2026, 11, 22), 0);
/// assert_eq!(none.total, Some(law::calculation::Money::ZERO));
/// ```
pub fn child_benefit_week(law: &Law, day: Date, children: u32) -> Sum {
    let mut sum = Sum::resting_on(law, WEEK_CITES);
    let (eldest, others) = (children.min(1), children.saturating_sub(1));
    for (rate, count) in [("child_benefit_eldest", eldest), ("child_benefit_other", others)] {
        if count > 0 {
            sum.add(figure(law, rate, day, &[]), count);
        }
    }
    sum
}
