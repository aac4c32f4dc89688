//! The draft fifth module of the census: steps before proceedings, and the family's own meeting.
//!
//! Its rules ask that every day in it be of the year, so steps are told in the year in which they began.

use std::io::Result;

use super::xml::Xml;
use crate::code::Code;
use crate::need::{FamilyMeeting, PreProceedings};
use crate::year::Year;

/// The first census with this module ends in this year.
const FIRST: i16 = 2027;

/// Whether a year's census asks for these steps.
pub(crate) fn asked_for(year: Year, steps: &PreProceedings) -> bool {
    year.ends().year() >= FIRST && year.holds(steps.began)
}

/// Writes the module as it stood on 31 March.
pub(super) fn write(xml: &mut Xml, year: Year, steps: &PreProceedings) -> Result<()> {
    let decided = year.known(steps.decided);
    let meeting = year.known(steps.meeting);
    let letter = year.known(steps.letter);
    // Whether a meeting was offered is told of the letter: before the letter there is nothing to tell.
    let (offered, held) = match steps.family_meeting {
        _ if letter.is_none() => (None, None),
        FamilyMeeting::NotRecorded => (None, None),
        FamilyMeeting::NotOffered => (Some(false), None),
        FamilyMeeting::Offered => (Some(true), None),
        FamilyMeeting::Declined => (Some(true), Some(false)),
        FamilyMeeting::Held => (Some(true), Some(true)),
    };
    xml.within("PreProceedingsandFGDM", |xml| {
        xml.date("PPStartDate", steps.began)?;
        xml.maybe("LBPSentDate", letter)?;
        one_or_nought(xml, "FGDMMeetingOffer", offered)?;
        one_or_nought(xml, "FGDMMeetingFac", held)?;
        xml.maybe("InitialPPMeetingDate", meeting)?;
        if let Some(count) = steps.reviews.filter(|_| meeting.is_some()) {
            xml.text("ReviewMeetingsCount", &count.to_string())?;
        }
        xml.maybe("StepDecisionDate", decided)?;
        if let Some(outcome) = steps.outcome.filter(|_| decided.is_some()) {
            xml.text("PPOutcome", outcome.code())?;
        }
        xml.maybe("CourtAppDate", year.known(steps.court))?;
        xml.maybe("LetterInitCPDate", year.known(steps.court_letter))
    })
}

fn one_or_nought(xml: &mut Xml, name: &str, yes: Option<bool>) -> Result<()> {
    yes.map_or(Ok(()), |yes| xml.text(name, if yes { "1" } else { "0" }))
}
