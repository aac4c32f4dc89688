//! What the checks found, as one value: for pages, for the command line and as data.

use jiff::civil::Date;
use law::duty::Layer;
use law::explain::Citation;
use law::{Case, Outcome};
use serde::Serialize;

/// What the checks found in one offer on one day.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// The offer, by its name in addresses.
    pub offer: String,
    /// The council's full name.
    pub council: String,
    /// The day it was judged on.
    pub on: Date,
    /// Whether the offer is an example made from public pages.
    pub example: bool,
    /// Every finding: duties by layer and number, then the other checks in the order of the offer.
    pub findings: Vec<Finding>,
}

/// What a check says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It is there.
    Pass,
    /// Some of it is there.
    Partly,
    /// It is not there, and the part that would say it was read.
    Fail,
    /// The part that may say it was not read, or the rule is not known. Never a fail.
    CannotTell,
    /// It is not asked of this version.
    NotAsked,
}

impl Verdict {
    /// Every verdict.
    pub const ALL: [Verdict; 5] =
        [Verdict::Pass, Verdict::Partly, Verdict::Fail, Verdict::CannotTell, Verdict::NotAsked];

    /// The word used in data.
    pub fn word(self) -> &'static str {
        match self {
            Verdict::Pass => "pass",
            Verdict::Partly => "partly",
            Verdict::Fail => "fail",
            Verdict::CannotTell => "cannot_tell",
            Verdict::NotAsked => "not_asked",
        }
    }

    /// The words a reader sees.
    pub fn plain(self) -> &'static str {
        match self {
            Verdict::Pass => "Shown",
            Verdict::Partly => "Shown in part",
            Verdict::Fail => "Not shown",
            Verdict::CannotTell => "Cannot tell",
            Verdict::NotAsked => "Not asked of this version",
        }
    }
}

/// Which check a finding comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Check {
    /// A line of the offer checklist.
    Duty,
    /// Whether an answer can change by legal status alone.
    Fairness,
    /// Whether a council rule says no where national law gives a right.
    Overlay,
    /// Whether what it says is still so.
    Freshness,
    /// Whether its words are plain and it can be had in the forms people need.
    Words,
}

impl Check {
    /// Every check, in the order of a report.
    pub const ALL: [Check; 5] = [Check::Duty, Check::Fairness, Check::Overlay, Check::Freshness, Check::Words];
}

/// A record of an offer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Record {
    /// Its kind, as files write it.
    pub kind: &'static str,
    /// Its name in the files.
    pub id: String,
    /// What a reader calls it.
    pub name: String,
}

/// One thing that a check found.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Finding {
    /// The check.
    pub check: Check,
    /// The layer of the checklist, where it is a line of it.
    pub layer: Option<Layer>,
    /// A name that stays the same: the duty, or the kind of thing found.
    pub id: String,
    /// What it says.
    pub verdict: Verdict,
    /// What it is about.
    pub title: String,
    /// What was found, in a sentence.
    pub what: String,
    /// The records it was judged from.
    pub records: Vec<Record>,
    /// What is missing or was not seen.
    pub missing: Vec<String>,
    /// What it rests on.
    pub cites: Vec<Citation>,
    /// What the council can do.
    pub to_do: Option<String>,
    /// The day since when it has not been checked, where that is what was found.
    pub since: Option<Date>,
    /// Two families who differ in legal status only, or the family who loses.
    pub families: Vec<Witness>,
}

/// A family that shows a finding.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Witness {
    /// What is so of this family.
    pub facts: Vec<WitnessFact>,
    /// What the council's rule answers.
    pub council: Outcome,
    /// What national law answers, where the rule is tied to it.
    pub law: Option<Outcome>,
    /// The same as a case.
    #[serde(skip)]
    pub case: Case,
}

/// One fact of a family.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WitnessFact {
    /// The fact's name.
    pub fact: String,
    /// Its value, as files write it.
    pub value: String,
    /// The fact in one to four words.
    pub label: String,
    /// Its value in words.
    pub words: String,
    /// Whether the two families differ in it.
    pub differs: bool,
}

impl Report {
    /// The findings of one check.
    pub fn of(&self, check: Check) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(move |finding| finding.check == check)
    }

    /// The lines of one layer of the checklist.
    pub fn layer(&self, layer: Layer) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(move |finding| finding.layer == Some(layer))
    }

    /// The line of the checklist of that name.
    pub fn duty(&self, id: &str) -> Option<&Finding> {
        self.of(Check::Duty).find(|finding| finding.id == id)
    }

    /// What is noted of a record.
    pub fn about<'a>(&'a self, kind: &'a str, id: &'a str) -> impl Iterator<Item = &'a Finding> {
        let here = move |record: &Record| record.kind == kind && record.id == id;
        self.findings.iter().filter(move |finding| finding.check != Check::Duty && finding.records.iter().any(here))
    }
}

impl Finding {
    /// A finding that says no more than this.
    pub(crate) fn new(check: Check, id: &str, verdict: Verdict, title: impl Into<String>) -> Finding {
        Finding {
            check,
            layer: None,
            id: id.to_owned(),
            verdict,
            title: title.into(),
            what: String::new(),
            records: Vec::new(),
            missing: Vec::new(),
            cites: Vec::new(),
            to_do: None,
            since: None,
            families: Vec::new(),
        }
    }
}
