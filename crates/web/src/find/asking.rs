//! Which question comes next: the opening of the way in, then what settles most, staying with one subject for a while.

use super::session::{Picture, Session};
use super::way::{Openings, Way};
use crate::language::{Said, say, say_with};
use law::Ahead;
use law::fact::FactId;
use law::value::{Answer, Kind, Unknown, Value};

/// A question worth less than this is left out unless a carer asks for more.
const SMALL: f32 = 1.2;
/// A question about the subject just spoken of may come first if it is worth at least this share of the best.
const SAME_SUBJECT: f32 = 0.5;
/// How far ahead the guess at the number of questions looks.
const FARTHEST: usize = 25;

/// How small a question may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Depth {
    /// Only questions that matter much.
    Main,
    /// Every question that can still change an answer.
    Every,
}

/// The next question, if there is one. A young person is asked nothing but what is put in words for them.
pub(super) fn next(openings: &Openings, session: &Session, picture: &Picture, depth: Depth) -> Option<FactId> {
    let ahead = picture.ahead();
    let way = session.packet.way;
    match (ahead.first(own_list(openings, way)), way) {
        (Some(fact), _) => Some(fact),
        (None, Way::Young) => None,
        (None, _) => next_in(openings.of(Way::Already), session.answered().next_back(), picture, &ahead, depth),
    }
}

/// Whether any question is left, however small.
pub(super) fn has_more(openings: &Openings, session: &Session, picture: &Picture) -> bool {
    let ahead = picture.ahead();
    match session.packet.way {
        Way::Young => ahead.first(own_list(openings, Way::Young)).is_some(),
        Way::Already | Way::Arrived => ahead.has_more(),
    }
}

/// The short list of a way in; the way that goes on to all questions has none.
fn own_list(openings: &Openings, way: Way) -> &[FactId] {
    if way == Way::Already { &[] } else { openings.of(way) }
}

/// What is still to be asked of the short list of the way in; nothing on the way that has none.
pub(super) fn short_list(openings: &Openings, session: &Session, picture: &Picture) -> Vec<FactId> {
    let ahead = picture.ahead();
    let list = own_list(openings, session.packet.way).iter().copied();
    list.filter(|fact| ahead.first(&[*fact]).is_some()).collect()
}

fn next_in(opening: &[FactId], last: Option<FactId>, picture: &Picture, ahead: &Ahead, depth: Depth) -> Option<FactId> {
    if let Some(fact) = ahead.first(opening) {
        return Some(fact);
    }
    let questions = ahead.questions();
    let least = if depth == Depth::Main { SMALL } else { 0.0 };
    let best = questions.first().filter(|question| question.worth >= least)?;
    let facts = &picture.day.law.facts;
    let subject = last.map(|fact| facts[fact].group.as_str());
    let near = questions.iter().find(|question| {
        question.worth >= least.max(best.worth * SAME_SUBJECT) && Some(facts[question.fact].group.as_str()) == subject
    });
    Some(near.unwrap_or(best).fact)
}

/// The questions still open that matter much: those of the opening, then those that settle most.
pub(super) fn open(opening: &[FactId], picture: &Picture) -> Vec<FactId> {
    let mut questions = picture.day.questions(&picture.case, &picture.findings);
    let place = |fact: FactId| opening.iter().position(|first| *first == fact).unwrap_or(opening.len());
    questions.retain(|question| question.worth >= SMALL || opening.contains(&question.fact));
    questions.sort_by_key(|question| place(question.fact));
    questions.into_iter().map(|question| question.fact).collect()
}

/// About how many questions are still to come, guessed by going on as a family that says no to most things would.
pub(super) fn remaining(openings: &Openings, session: &Session, picture: &Picture) -> usize {
    let opening = openings.of(Way::Already);
    let mut ahead = picture.ahead();
    let mut last = session.answered().next_back();
    for count in 0..FARTHEST {
        let Some(fact) = next_in(opening, last, picture, &ahead, Depth::Main) else { return count };
        ahead.take(fact, guess(&picture.day.law.facts[fact].kind));
        last = Some(fact);
    }
    FARTHEST
}

fn guess(kind: &Kind) -> Answer {
    match kind {
        Kind::YesNo => Answer::Is(Value::YesNo(false)),
        Kind::OneOf(_) => Answer::Is(Value::Choice(0)),
        _ => Answer::Not(Unknown::DoNotKnow),
    }
}

/// Progress through a short list in words.
pub(super) fn short_progress(still: usize) -> Said {
    match still {
        0 | 1 => say("progress-short-last"),
        few => say_with("progress-short", &[("many", few.into())]),
    }
}

/// Progress in words.
pub(super) fn progress(remaining: usize) -> Said {
    match remaining {
        0 => say("progress-none"),
        FARTHEST.. => say_with("progress-many", &[("many", FARTHEST.into())]),
        few => say_with("progress-about", &[("many", few.into())]),
    }
}
