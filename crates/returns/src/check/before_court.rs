//! Checks of the steps before care proceedings, by the draft rules of the census's fifth module.

use super::{Faults, Rule};
use crate::need::{FamilyMeeting, PreProceedings};
use crate::year::Year;

pub(super) fn check(faults: &mut Faults<'_>, year: Year, steps: &PreProceedings) {
    let began = steps.began;
    let letter = year.known(steps.letter);
    let decided = year.known(steps.decided);
    let court = year.known(steps.court);
    faults.when(letter.is_some_and(|day| day < began), Rule::LetterEarly, began);
    match steps.family_meeting {
        FamilyMeeting::NotRecorded => faults.when(letter.is_some(), Rule::LetterWithoutOffer, began),
        FamilyMeeting::NotOffered => {}
        FamilyMeeting::Offered | FamilyMeeting::Declined | FamilyMeeting::Held => {
            faults.when(steps.letter.is_none(), Rule::OfferWithoutLetter, began);
        }
    }
    let unanswered = steps.family_meeting == FamilyMeeting::Offered && letter.is_some();
    faults.when(unanswered, Rule::OfferUnanswered, began);
    let uncounted = year.known(steps.meeting).is_some() && steps.reviews.is_none();
    faults.when(uncounted, Rule::ReviewsNotCounted, began);
    faults.when(decided.is_some_and(|day| day < began), Rule::StepsEndedBeforeBegun, began);
    faults.when(decided.is_some() && steps.outcome.is_none(), Rule::DecisionWithoutOutcome, began);
    let undecided = court.is_some_and(|court| decided.is_none_or(|decided| court < decided));
    faults.when(undecided, Rule::CourtBeforeDecision, began);
    let court_letter = year.known(steps.court_letter);
    let early = court_letter.is_some_and(|letter| court.is_none_or(|court| letter < court));
    faults.when(early, Rule::CourtLetterEarly, began);
}
