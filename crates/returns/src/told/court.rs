//! Enquiries to keep a child safe, as far as casework hands them over and hears back; and the steps before court.

use casework::matter::Matter;
use casework::{Value, Values};
use jiff::civil::Date;

use super::need::Work;
use super::{Teller, by_day, day, small, yes_or_no};
use crate::code::PreProceedingsOutcome;
use crate::need::{Conference, Enquiry, FamilyMeeting, PreProceedings};

impl<'a> Teller<'a> {
    /// Whatever was handed over in the year must have been heard of again, and every enquiry must belong to some work.
    pub(super) fn at_risk(&mut self, works: &[Work<'a>]) {
        let heard = self.each("enquiry_recorded");
        let at = self.in_case("enquiry_recorded");
        let year = self.year;
        for handed in self.each("child_may_be_at_risk").into_iter().filter(|done| year.holds(done.on)) {
            let answer = heard.iter().find(|done| done.version > handed.version);
            self.must(answer, "whether an enquiry (section 47) began after it was handed over", handed.on, at);
        }
        for done in heard.iter().filter(|done| yes_or_no(done.values.get("enquiry")) == Some(true)) {
            let began = day(&done.values, "enquiry_began_on");
            let Some(began) = self.must(began, "when the enquiry began", done.on, at) else { continue };
            let covered = !self.year.holds(began) || works.iter().any(|work| work.covers(began));
            let told = self.in_case("request_made");
            self.must(covered.then_some(()), "who told the council of the child, before the enquiry", began, told);
        }
    }

    /// The enquiries of some work: each belongs to the last that covers it.
    pub(super) fn enquiries(&mut self, work: &Work<'a>, works: &[Work<'a>]) -> Vec<Enquiry> {
        let forms = by_day(self.each("enquiry_recorded"), "enquiry_began_on");
        let ours = |began: &Date| {
            let last = works.iter().rfind(|work| work.covers(*began));
            *began <= self.year.ends() && last.is_some_and(|last| last.on == work.on)
        };
        let ours: Vec<_> = forms.into_iter().filter(|(began, _)| ours(began)).collect();
        ours.iter().filter_map(|(began, said)| self.enquiry(*began, said)).collect()
    }

    fn enquiry(&mut self, began: Date, said: &Values) -> Option<Enquiry> {
        if yes_or_no(said.get("enquiry")) != Some(true) {
            return None;
        }
        let at = self.in_case("enquiry_recorded");
        let target = self.must(day(said, "conference_due"), "by which day a conference was due", began, at);
        let conference = match said.get("conference").and_then(Value::text) {
            Some("held") => {
                let held = self.must(day(said, "conference_on"), "when the conference was held", began, at);
                held.map(Conference::Held)
            }
            Some("not_needed") => Some(Conference::NotNeeded),
            Some(_) => Some(Conference::Awaited),
            None => self.must(None, "what came of the enquiry", began, at),
        };
        Some(Enquiry { began, target: target?, conference: conference? })
    }

    /// The steps before court within some work.
    pub(super) fn before_court(&mut self, work: &Work<'a>) -> Option<PreProceedings> {
        let at = self.in_case("before_court_recorded");
        let within = |on: Date| work.covers(on) && on <= self.year.ends();
        let forms = by_day(self.each("before_court_recorded"), "steps_began_on");
        let steps = forms.into_iter().rfind(|(began, _)| within(*began));
        let meetings: Vec<&Matter> = self.case.of_kind("meeting").filter(|meeting| within(meeting.begun)).collect();
        let in_letter = |meeting: &&Matter| meeting.value("letter_before_court").is_some_and(Value::is_yes);
        let in_letter = meetings.iter().copied().rfind(in_letter);
        let offered = in_letter.and_then(|meeting| meeting.value("offered_on")).and_then(Value::day);
        let Some((began, said)) = steps else {
            // A letter before court is itself such a step: the return asks when the steps began.
            if let Some(offered) = offered {
                self.must(None::<()>, "when the steps before court began", offered, at);
            }
            return None;
        };
        let letter = day(&said, "letter_sent_on").or(offered);
        let meeting = in_letter.or_else(|| meetings.last().copied());
        if self.year.known(letter).is_some() {
            let offer = self.in_case("meeting_offered");
            self.must(meeting, "whether a family meeting was offered", began, offer);
        }
        let (first, reviews) = (day(&said, "first_meeting_on"), small(said.get("review_meetings")));
        if self.year.known(first).is_some() {
            self.must(reviews, "how many more meetings were held before court", began, at);
        }
        let decided = day(&said, "steps_decided_on");
        let outcome: Option<PreProceedingsOutcome> = self.code("steps_outcome", said.get("steps_outcome"));
        if self.year.known(decided).is_some() {
            self.must(outcome, "how the steps before court ended", began, at);
        }
        let applied = self.each("court_application_recorded").into_iter();
        let court = applied.filter_map(|done| day(&done.values, "applied_on")).filter(|on| *on >= began).min();
        Some(PreProceedings {
            began,
            letter,
            family_meeting: meeting.map_or(FamilyMeeting::NotRecorded, family_meeting),
            meeting: first,
            reviews,
            decided,
            outcome,
            court,
            court_letter: day(&said, "court_letter_on"),
        })
    }
}

/// What came of the offer of a family meeting.
fn family_meeting(meeting: &Matter) -> FamilyMeeting {
    if meeting.last("meeting_held").is_some() {
        return FamilyMeeting::Held;
    }
    match (meeting.last("meeting_offered"), meeting.is_ended) {
        (None, _) => FamilyMeeting::NotOffered,
        // Offered and not held: nobody wanted it, or it was then found not to be good for the child.
        (Some(_), true) => FamilyMeeting::Declined,
        (Some(_), false) => FamilyMeeting::Offered,
    }
}
