//! What a council does for a child in need, from being told to closing the case.

use jiff::civil::Date;

use crate::code::{Abuse, Closure, Factor, PreProceedingsOutcome, PrimaryNeed, ReferralSource};

/// One time that somebody told the council of a child, and what came of it.
#[derive(Clone, Debug)]
pub struct Referral {
    /// The day the council was told.
    pub on: Date,
    /// Who told it.
    pub source: ReferralSource,
    /// Whether nothing more was done.
    pub no_further_action: bool,
    /// The child's main need.
    pub need: Option<PrimaryNeed>,
    /// When and why the case was closed.
    pub closed: Option<Closed>,
    /// The first child protection conference, where it did not follow an enquiry written down here.
    pub conference: Option<Date>,
    /// Assessments.
    pub assessments: Vec<Assessment>,
    /// Child in need plans.
    pub plans: Vec<Plan>,
    /// Child protection enquiries (section 47).
    pub enquiries: Vec<Enquiry>,
    /// Child protection plans.
    pub protection: Vec<ProtectionPlan>,
    /// Steps before care proceedings.
    pub pre_proceedings: Option<PreProceedings>,
}

impl Referral {
    /// A referral that leads on, with nothing done yet.
    pub fn new(on: Date, source: ReferralSource, need: PrimaryNeed) -> Self {
        Self {
            on,
            source,
            no_further_action: false,
            need: Some(need),
            closed: None,
            conference: None,
            assessments: Vec::new(),
            plans: Vec::new(),
            enquiries: Vec::new(),
            protection: Vec::new(),
            pre_proceedings: None,
        }
    }

    /// A referral after which nothing more was done.
    pub fn answered(on: Date, source: ReferralSource) -> Self {
        Self { no_further_action: true, need: None, ..Self::new(on, source, PrimaryNeed::NotStated) }
    }
}

/// When and why a case was closed: one is never told without the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Closed {
    /// The day.
    pub on: Date,
    /// Why.
    pub why: Closure,
}

/// An assessment of a child's needs.
#[derive(Clone, Debug)]
pub struct Assessment {
    /// The day it began.
    pub began: Date,
    /// The day it was to be looked at on the way.
    pub review: Option<Date>,
    /// The day a manager signed it.
    pub authorised: Option<Date>,
    /// What it found.
    pub factors: Vec<Factor>,
}

/// A child in need plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The day it began.
    pub began: Date,
    /// The day it ended.
    pub ended: Option<Date>,
}

/// A child protection enquiry.
#[derive(Clone, Copy, Debug)]
pub struct Enquiry {
    /// The day it began.
    pub began: Date,
    /// The day by which a conference is to be held.
    pub target: Date,
    /// What came of it.
    pub conference: Conference,
}

/// What an enquiry came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conference {
    /// Not known yet.
    Awaited,
    /// Held on this day.
    Held(Date),
    /// Found not to be needed.
    NotNeeded,
}

/// A child protection plan.
#[derive(Clone, Debug)]
pub struct ProtectionPlan {
    /// The day it began.
    pub began: Date,
    /// The day it ended.
    pub ended: Option<Date>,
    /// What it was for at first.
    pub first: Abuse,
    /// What it is for now.
    pub latest: Abuse,
    /// How many the child had before.
    pub earlier: u8,
    /// The days it was reviewed.
    pub reviews: Vec<Date>,
}

/// Steps before care proceedings, as the draft fifth module of the census asks for them.
#[derive(Clone, Copy, Debug)]
pub struct PreProceedings {
    /// The day they began.
    pub began: Date,
    /// The day the letter before proceedings was sent.
    pub letter: Option<Date>,
    /// The family group decision making meeting.
    pub family_meeting: FamilyMeeting,
    /// The first meeting.
    pub meeting: Option<Date>,
    /// How many review meetings were held.
    pub reviews: Option<u8>,
    /// The day it was decided how they end.
    pub decided: Option<Date>,
    /// How they ended.
    pub outcome: Option<PreProceedingsOutcome>,
    /// The day the court was asked.
    pub court: Option<Date>,
    /// The day of the letter that says the court will be asked.
    pub court_letter: Option<Date>,
}

/// Whether a family group decision making meeting was offered, and what came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FamilyMeeting {
    /// Nothing is written down of it.
    NotRecorded,
    /// It was not offered.
    NotOffered,
    /// It was offered, and nobody knows yet whether it will be held.
    Offered,
    /// It was offered and not held: the family declined.
    Declined,
    /// It was offered and held.
    Held,
}
