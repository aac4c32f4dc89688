//! What is known of the family that looks for help, and what follows for it of something found.

use super::ask::Ask;
use super::words::arrangement_said;
use crate::App;
use crate::find::{Band, Line, Picture, Session, answer_words};
use crate::language::{Said, say};
use jiff::ToSpan;
use law::rule::Force;
use law::value::{Answer, Value};
use offer::search::{Kind, Listing, Thing};

/// What is known of the family.
pub(super) struct Family {
    /// One picture or, where only the child's age in years is known, one for either end of that year.
    pictures: Vec<Picture>,
    /// Whether anything was said that bears on who something is for.
    pub is_told: bool,
    /// The kind of arrangement that follows from the answers, in words.
    pub arrangement: Option<Said>,
    /// Whether the answers hold the child's birthday.
    pub knows_age: bool,
}

/// What follows for the family.
#[derive(Clone, Debug)]
pub(super) struct Outcome {
    /// The group it stands in.
    pub band: Band,
    /// The words for that.
    pub words: Said,
    /// Why.
    pub because: Option<Said>,
}

impl Family {
    pub(super) fn of(app: &App, session: &Session, ask: &Ask) -> Family {
        let facts = &app.law().facts;
        let mut picture = session.picture(app);
        let kind = facts.find("arrangement");
        let known =
            kind.and_then(|id| picture.day.value(&picture.findings, &picture.case, id).map(|value| (id, value)));
        let arrangement = known.map(|(id, value)| {
            let words = answer_words(app, &facts[id], &Answer::Is(value.clone()));
            arrangement_said(&facts[id].kind.write(&value), &words)
        });
        let dob = facts.find("child_dob");
        let knows_age = dob.is_some_and(|id| picture.case.value(id).is_some());
        let mut is_told = session.has_told(app);
        if let (Some(id), Some(code), None) = (kind, &ask.arrangement, &arrangement)
            && let Ok(value) = facts[id].kind.parse(code)
        {
            picture = picture.with(&[(id, Some(Answer::Is(value)))]);
            is_told = true;
        }
        let mut pictures = vec![picture];
        if let (Some(id), Some(age), false) = (dob, ask.age, knows_age)
            && let Some(picture) = pictures.pop()
        {
            let today = picture.day.date;
            let youngest = today.saturating_sub(i16::from(age).years());
            let oldest = today.saturating_sub((i16::from(age) + 1).years()).saturating_add(1.day());
            pictures = [youngest, oldest].map(|day| picture.with(&[(id, Some(Answer::Is(Value::Date(day))))])).into();
            is_told = true;
        }
        Family { pictures, is_told, arrangement, knows_age }
    }

    /// What follows for the family of something found; none where it does not say who it is for.
    pub(super) fn outcome(&self, listing: &Listing, thing: &Thing) -> Option<Outcome> {
        if !self.is_told {
            return None;
        }
        let mut each = self.pictures.iter().map(|picture| one(picture, listing, thing));
        let first = each.next()??;
        match each.next() {
            Some(Some(second)) if second.band != first.band => Some(Outcome {
                band: Band::Depends,
                words: Band::Depends.local(),
                because: Some(say("services-birthday")),
            }),
            _ => Some(first),
        }
    }
}

fn one(picture: &Picture, listing: &Listing, thing: &Thing) -> Option<Outcome> {
    if let Kind::Support { at } = listing.kind {
        let line = Line::of(picture, picture.findings.of(at));
        return Some(Outcome { band: line.band, words: line.band.words(), because: Some(line.because.into()) });
    }
    let answer = thing.eligibility()?.answer(&picture.family());
    let band = Band::of(answer.outcome, Force::Voluntary);
    Some(Outcome { band, words: band.local(), because: answer.because.into_iter().next().map(Into::into) })
}
