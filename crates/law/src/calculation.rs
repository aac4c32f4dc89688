//! Calculations: the few sums and dates that need arithmetic, each named, pure and resting on cited provisions.
//!
//! A rule says whether something is due; a calculation says how much, or from which day. Figures come from
//! [`Rate`](crate::rate::Rate)s and periods from [`Clock`](crate::clock::Clock)s of the law, never from here, and a
//! figure that is not known is said to be unknown, never filled in. What is read into the law for want of a source
//! stands under `assumed`.

mod band;
mod care_relief;
mod child_benefit;
mod cited;
mod every;
mod figure;
mod fostering;
mod means_test;
mod money;
mod temporary_approval;
mod universal_credit;

pub use care_relief::{CaredFor, TaxYear, qualifying_care_relief};
pub use child_benefit::{HandOver, child_benefit_hand_over, child_benefit_week, monday_of};
pub use every::Every;
pub use figure::{Figure, Line, Sum, figure};
pub use fostering::{BandChange, FosteringAllowance, Region, birthday, fostering_allowance};
pub use means_test::{MeansTest, MeansTestModel, ONE_COUNCIL, means_test};
pub use money::{Money, Percent};
pub use temporary_approval::{TemporaryApproval, temporary_approval};
pub use universal_credit::{Disability, UcChild, UcChildren, universal_credit_children};

use crate::explain::Citation;
use crate::library::Law;

/// One calculation, for a list of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Info {
    /// Its name, which is that of its function.
    pub name: &'static str,
    /// What it works out, for a reader.
    pub title: &'static str,
    /// What it rests on, written as in the files: `instrument/provision` and perhaps how sure we are.
    pub cites: &'static [&'static str],
}

impl Info {
    /// What it rests on, ready to show. The rates and clocks it uses bring their own sources besides.
    ///
    /// ```
    /// let info = &law::calculation::CALCULATIONS[0];
    /// assert_eq!(info.name, "child_benefit_hand_over");
    /// assert_eq!(info.citations(&law::Law::default())[0].provision, "source/S22");
    /// ```
    pub fn citations(&self, law: &Law) -> Vec<Citation> {
        cited::cited(law, self.cites)
    }
}

/// Every calculation.
pub const CALCULATIONS: &[Info] = &[
    Info {
        name: "child_benefit_hand_over",
        title: "The first week of Child Benefit for a new claimant while someone else is paid",
        cites: child_benefit::HAND_OVER_CITES,
    },
    Info { name: "child_benefit_week", title: "Child Benefit for a week", cites: child_benefit::WEEK_CITES },
    Info {
        name: "universal_credit_children",
        title: "The amounts for children in a month of Universal Credit",
        cites: universal_credit::CITES,
    },
    Info {
        name: "fostering_allowance",
        title: "The least a foster carer is paid for a child in a week",
        cites: fostering::CITES,
    },
    Info { name: "means_test", title: "An allowance after a council's own means test", cites: means_test::CITES },
    Info {
        name: "qualifying_care_relief",
        title: "Fostering money that is free of tax in a year",
        cites: care_relief::CITES,
    },
    Info {
        name: "temporary_approval",
        title: "The last day of a temporary approval as a foster carer",
        cites: temporary_approval::CITES,
    },
];

/// Why a calculation gave nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CannotCalculate {
    /// The law that was loaded lacks an entry.
    #[error("the law has no {0}\n  Hint: add the entry, or load the whole folder `law/`")]
    Missing(String),
    /// A day lies beyond the calendar.
    #[error("the date is too far away to count from\n  Hint: check the year")]
    Calendar,
    /// An extension is longer than the law allows.
    #[error("an extension of {weeks} weeks is longer than the law allows\n  Hint: it may be at most {most} weeks")]
    TooLong {
        /// The weeks asked for.
        weeks: u32,
        /// The most allowed.
        most: u32,
    },
}
