//! Times in care, and what the looked-after return asks of them.
//!
//! The return wants episodes: a new one for every change of law or placement, each chained to the last by codes. What is
//! written down here is the changes alone; the chain is worked out from them (`ssda903::episodes`), so that it cannot
//! be broken.

use jiff::civil::Date;

use crate::code::{
    Ceased, LegalStatus, Missing, NoScore, Participation, PlaceChange, Placement, PreviousPermanence, PrimaryNeed,
    Provider, WorkerChange,
};
use crate::year::Year;

/// One time in care, from starting to be looked after to ceasing.
#[derive(Clone, Debug)]
pub struct CareTime {
    /// The child's main need when it began.
    pub need: PrimaryNeed,
    /// The postcode the child came from.
    pub home_postcode: String,
    /// What held from which day on, oldest first. The first is the day care began.
    pub stays: Vec<Stay>,
    /// When and how it ended.
    pub ended: Option<Ended>,
    /// How the child had left care before, or lived for good with others.
    pub earlier_order: Option<EarlierOrder>,
    /// Reviews by the independent reviewing officer.
    pub reviews: Vec<Review>,
    /// Times the child was missing, or away without leave.
    pub missing: Vec<Absence>,
}

/// The law and the placement that held from a day on.
#[derive(Clone, Debug)]
pub struct Stay {
    /// The first day.
    pub from: Date,
    /// The law.
    pub legal: LegalStatus,
    /// The kind of placement.
    pub placement: Placement,
    /// Who provides it.
    pub provider: Option<Provider>,
    /// Who the carers are, by any name that stays the same while they do. It is in no return.
    pub carers: String,
    /// Where it is.
    pub postcode: String,
    /// The number that Ofsted gave its provider. For a council's own foster carers it is the fostering service's.
    pub urn: Option<String>,
    /// Why the child changed to it from the placement before.
    pub moved_because: Option<PlaceChange>,
}

/// When and how a time in care ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ended {
    /// The day.
    pub on: Date,
    /// How.
    pub how: Ceased,
}

/// An order, or an adoption, by which a child was to live with others for good before this time in care.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EarlierOrder {
    /// Of which kind, or that there was none.
    pub kind: PreviousPermanence,
    /// The day it was made.
    pub on: Option<Date>,
    /// The council where it was arranged, by its three figures.
    pub council: Option<String>,
}

impl EarlierOrder {
    /// That there was none.
    pub fn none() -> Self {
        Self { kind: PreviousPermanence::None, on: None, council: None }
    }
}

/// A review, and how the child took part.
#[derive(Clone, Copy, Debug)]
pub struct Review {
    /// The day.
    pub on: Date,
    /// How the child took part.
    pub part: Participation,
}

/// A time a child was missing, or away without leave.
#[derive(Clone, Copy, Debug)]
pub struct Absence {
    /// Which of the two.
    pub kind: Missing,
    /// The first day.
    pub from: Date,
    /// The day the child was found or came back.
    pub to: Option<Date>,
}

/// How long somebody was a child's social worker.
#[derive(Clone, Debug)]
pub struct WorkerTime {
    /// The worker's number with the regulator: `SW` and figures.
    pub worker: String,
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Option<Date>,
    /// Why there was a change to this worker.
    pub why: WorkerChange,
}

/// The health record of one year, for a child who was looked after all through it.
#[derive(Clone, Copy, Debug)]
pub struct Health {
    /// The year.
    pub year: Year,
    /// The score of strengths and difficulties, asked of children from 4 to 16.
    pub score: Option<Score>,
    /// Whether the child was convicted or warned; asked from the age of 10.
    pub convicted: bool,
    /// Whether the checks of a child's growth are up to date; asked under 5.
    pub development: bool,
    /// Whether immunisations are up to date.
    pub immunised: bool,
    /// Whether a dentist saw the child.
    pub dentist: bool,
    /// Whether there was a yearly health assessment.
    pub assessed: bool,
    /// Whether the child had a problem with drink or drugs, and what was done.
    pub substances: Substances,
}

/// A score of strengths and difficulties, or why there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Score {
    /// From 0 to 40.
    Of(u8),
    /// Why there is none.
    Missing(NoScore),
}

/// A problem with drink or drugs, and what was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Substances {
    /// None was found.
    NoProblem,
    /// The child had help.
    Helped,
    /// Help was offered and not taken.
    Declined,
    /// No help was offered.
    NotOffered,
}
