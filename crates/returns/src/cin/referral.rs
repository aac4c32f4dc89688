//! One case within the census (`CINdetails`), its parts in the order of the schema.

use std::io::Result;

use super::{pre_proceedings, xml::Xml};
use crate::code::{Code, Factor};
use crate::need::{Assessment, Conference, Enquiry, Plan, ProtectionPlan, Referral};
use crate::year::Year;

/// Writes a case as it stood on 31 March.
pub(super) fn write(xml: &mut Xml, year: Year, referral: &Referral) -> Result<()> {
    xml.within("CINdetails", |xml| {
        xml.date("CINreferralDate", referral.on)?;
        xml.text("ReferralSource", referral.source.code())?;
        if let Some(need) = referral.need {
            xml.text("PrimaryNeedCode", need.code())?;
        }
        if let Some(closed) = referral.closed.filter(|closed| closed.on <= year.ends()) {
            xml.date("CINclosureDate", closed.on)?;
            xml.text("ReasonForClosure", closed.why.code())?;
        }
        xml.maybe("DateOfInitialCPC", referral.conference.filter(|day| year.holds(*day)))?;
        parts(&referral.assessments, |part| year.touches(part.began, part.authorised))
            .try_for_each(|part| assessment(xml, year, part))?;
        parts(&referral.plans, |part| year.touches(part.began, part.ended))
            .try_for_each(|part| plan(xml, year, part))?;
        parts(&referral.enquiries, |part| enquired(year, part)).try_for_each(|part| enquiry(xml, year, part))?;
        xml.flag("ReferralNFA", referral.no_further_action)?;
        parts(&referral.protection, |part| year.touches(part.began, part.ended))
            .try_for_each(|part| protection(xml, year, part))?;
        match &referral.pre_proceedings {
            Some(steps) if pre_proceedings::asked_for(year, steps) => pre_proceedings::write(xml, year, steps),
            _ => Ok(()),
        }
    })
}

fn parts<T>(all: &[T], in_year: impl Fn(&T) -> bool) -> impl Iterator<Item = &T> {
    all.iter().filter(move |part| in_year(part))
}

fn assessment(xml: &mut Xml, year: Year, part: &Assessment) -> Result<()> {
    let done = year.known(part.authorised);
    xml.within("Assessments", |xml| {
        xml.date("AssessmentActualStartDate", part.began)?;
        xml.maybe("AssessmentInternalReviewDate", year.known(part.review))?;
        xml.maybe("AssessmentAuthorisationDate", done)?;
        if done.is_none() || part.factors.is_empty() {
            return Ok(());
        }
        xml.within("FactorsIdentifiedAtAssessment", |xml| {
            part.factors.iter().copied().map(Factor::code).try_for_each(|code| xml.text("AssessmentFactors", code))
        })
    })
}

fn plan(xml: &mut Xml, year: Year, part: &Plan) -> Result<()> {
    xml.within("CINPlanDates", |xml| {
        xml.date("CINPlanStartDate", part.began)?;
        xml.maybe("CINPlanEndDate", year.known(part.ended))
    })
}

/// An enquiry belongs to the year of its conference; without one, to the year in which it began.
fn enquired(year: Year, part: &Enquiry) -> bool {
    match part.conference {
        Conference::Held(day) => year.touches(part.began, Some(day)),
        Conference::Awaited | Conference::NotNeeded => year.holds(part.began),
    }
}

fn enquiry(xml: &mut Xml, year: Year, part: &Enquiry) -> Result<()> {
    let held = match part.conference {
        Conference::Held(day) => year.known(Some(day)),
        Conference::Awaited | Conference::NotNeeded => None,
    };
    xml.within("Section47", |xml| {
        xml.date("S47ActualStartDate", part.began)?;
        xml.date("InitialCPCtarget", part.target)?;
        xml.maybe("DateOfInitialCPC", held)?;
        xml.flag("ICPCnotRequired", part.conference == Conference::NotNeeded)
    })
}

fn protection(xml: &mut Xml, year: Year, part: &ProtectionPlan) -> Result<()> {
    xml.within("ChildProtectionPlans", |xml| {
        xml.date("CPPstartDate", part.began)?;
        xml.maybe("CPPendDate", year.known(part.ended))?;
        xml.text("InitialCategoryOfAbuse", part.first.code())?;
        xml.text("LatestCategoryOfAbuse", part.latest.code())?;
        xml.text("NumberOfPreviousCPP", &part.earlier.to_string())?;
        part.reviews
            .iter()
            .filter(|day| year.holds(**day))
            .try_for_each(|day| xml.within("Reviews", |xml| xml.date("CPPreviewDate", *day)))
    })
}
