//! The same duty across all councils: as data, by layer, which are never merged.

use crate::App;
use jiff::civil::Date;
use law::Day;
use law::duty::Duty;
use offer::check::{Check, Finding, Report, Verdict, each};
use offer::place::{Council, CouncilCode};
use offer::{Offer, Offers};

/// How every public offer stands against the duties on it, on a day.
#[derive(Debug, Default)]
pub(crate) struct Standing {
    /// Each offer's council, where it is in the register, and what was found.
    pub(super) reports: Vec<(Option<CouncilCode>, Report)>,
}

impl Standing {
    /// Holds every public offer against the duties.
    pub(crate) fn new(offers: &Offers, day: &Day) -> Standing {
        let public: Vec<&Offer> = offers.iter().filter(|offer| offer.is_public()).collect();
        let mut reports = Vec::new();
        each(day, &public, &[Check::Duty], &mut |offer, report| reports.push((offer.authority(), report)));
        Standing { reports }
    }

    /// The councils of the register whose offers are held, each with what was found.
    pub(super) fn held<'a>(&'a self, app: &'a App) -> impl Iterator<Item = (&'a Council, &'a Report)> {
        self.reports.iter().filter_map(|(code, report)| Some((app.places().council(code.as_ref()?)?, report)))
    }
}

offer::records! {
    /// What a council's offer shows of a duty.
    DutyOfCouncil {
        /// The duty; not there for a council whose offer is not held.
        duty: Option<String>,
        /// Its number.
        no: Option<u32>,
        /// Its layer: statute, guidance or good-practice. They are never added up.
        layer: Option<&'static str>,
        /// must, should or good practice.
        force: Option<String>,
        /// What it is about.
        title: Option<String>,
        /// The day it was judged on.
        on: Option<Date>,
        /// The council's name in addresses.
        council: String,
        /// Its code in national statistics.
        code: String,
        /// Its name.
        name: String,
        /// The region.
        region: String,
        /// held, or not known: an offer that is not held may still be published.
        offer: &'static str,
        /// Whether the offer held is an example made from public pages.
        example: Option<bool>,
        /// pass, partly, fail, cannot_tell or not_asked; and not known where no offer is held. Cannot tell is not a fail.
        verdict: &'static str,
    }

    /// What an offer shows of a duty, in words.
    GapRow {
        /// The council's name in addresses.
        council: String,
        /// The council's code in national statistics; not there for one made up to practise with.
        code: Option<String>,
        /// The council.
        name: String,
        /// Whether the offer is an example made from public pages.
        example: bool,
        /// The day it was judged on.
        on: Date,
        /// The duty.
        duty: String,
        /// Its number.
        no: u32,
        /// Its layer: statute, guidance or good-practice.
        layer: &'static str,
        /// must, should or good practice.
        force: String,
        /// What it is about.
        title: String,
        /// pass, partly, fail, cannot_tell or not_asked. Cannot tell is not a fail.
        verdict: &'static str,
        /// What was found.
        what: String,
        /// What is missing or was not seen.
        missing: Vec<String>,
        /// The records it was judged from: kind and name.
        records: Vec<String>,
        /// The provisions it rests on.
        provisions: Vec<String>,
        /// What the council can do.
        to_do: Option<String>,
    }
}

/// Every duty against every offer held, and a row for each council whose offer is not.
pub(super) fn rows(app: &App, standing: &Standing) -> Vec<DutyOfCouncil> {
    let mut rows = Vec::new();
    for duty in &app.law().duties {
        for (council, report) in standing.held(app) {
            let Some(finding) = report.duty(&duty.id) else { continue };
            rows.push(DutyOfCouncil {
                duty: Some(duty.id.clone()),
                no: Some(u32::from(duty.no)),
                layer: Some(duty.layer.word()),
                force: Some(duty.force.clone()),
                title: Some(duty.title.clone()),
                on: Some(report.on),
                offer: "held",
                example: Some(report.example),
                verdict: finding.verdict.word(),
                ..unknown(council)
            });
        }
    }
    let held: Vec<CouncilCode> = standing.held(app).map(|(council, _)| council.code).collect();
    rows.extend(app.places().councils().iter().filter(|council| !held.contains(&council.code)).map(unknown));
    rows
}

/// A council of which nothing is known here.
fn unknown(council: &Council) -> DutyOfCouncil {
    DutyOfCouncil {
        duty: None,
        no: None,
        layer: None,
        force: None,
        title: None,
        on: None,
        council: council.slug.clone(),
        code: council.code.to_string(),
        name: council.name.clone(),
        region: council.region.as_str().to_owned(),
        offer: "not known",
        example: None,
        verdict: "not known",
    }
}

/// What was found in every offer, in words.
pub(super) fn gaps(app: &App, standing: &Standing) -> Vec<GapRow> {
    let of = |(code, report): &(Option<CouncilCode>, Report)| {
        let found = app.law().duties.iter().filter_map(|duty| Some((duty, report.duty(&duty.id)?)));
        found.map(|(duty, finding)| gap(code.map(|code| code.to_string()), report, duty, finding)).collect::<Vec<_>>()
    };
    standing.reports.iter().flat_map(of).collect()
}

fn gap(code: Option<String>, report: &Report, duty: &Duty, finding: &Finding) -> GapRow {
    GapRow {
        council: report.offer.clone(),
        code,
        name: report.council.clone(),
        example: report.example,
        on: report.on,
        duty: duty.id.clone(),
        no: u32::from(duty.no),
        layer: duty.layer.word(),
        force: duty.force.clone(),
        title: duty.title.clone(),
        verdict: finding.verdict.word(),
        what: finding.what.clone(),
        missing: finding.missing.clone(),
        records: finding.records.iter().map(|record| format!("{}/{}", record.kind, record.id)).collect(),
        provisions: finding.cites.iter().map(|cite| cite.provision.clone()).collect(),
        to_do: finding.to_do.clone(),
    }
}

/// The place of a verdict among the parts of a bar.
pub(super) fn place(verdict: Verdict) -> usize {
    Verdict::ALL.iter().position(|one| *one == verdict).unwrap_or_default()
}
