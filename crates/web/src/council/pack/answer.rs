//! What the law answers for each kind of kinship care, of one support; and with that whether it is tied to status.

use super::kinds::Kind;
use crate::find::{Band, Picture, ink};
use crate::ui::show::CiteView;
use law::rule::{Force, Outcome};
use law::value::{Answer as Told, Value};
use law::{Case, Day, Finding};
use offer::place::CouncilCode;
use std::sync::Arc;

/// How many things are named on which an answer still depends.
const MOST: usize = 4;

/// A kind of kinship care with what follows of it.
pub(super) struct Known<'a> {
    pub kind: &'a Kind,
    pub picture: Picture,
}

/// Every kind as on a day, for children of a council.
pub(super) fn known<'a>(kinds: &'a [Kind], day: &Arc<Day>, council: Option<CouncilCode>) -> Vec<Known<'a>> {
    let of = |kind: &'a Kind| {
        let mut case = Case::on(day.date);
        kind.tell(&mut case, &day.law);
        if let (Some(fact), Some(code)) = (day.law.facts.find("carer_council"), council) {
            case.set(fact, Told::Is(Value::Council(code.to_string().into())));
        }
        Known { kind, picture: Picture::of(day.clone(), case) }
    };
    kinds.iter().map(of).collect()
}

/// What is answered for some kinds alike.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Answer {
    /// The kinds, by their titles.
    pub kinds: Vec<String>,
    /// The best it can come to.
    pub best: Band,
    /// Whether status alone settles it.
    pub is_settled: bool,
    /// The answer in a sentence.
    pub words: String,
    /// What it rests on, with a word of doubt where the source was not read.
    pub sources: String,
}

/// How far a support is tied to status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tie {
    /// Some kinds can never have it.
    Tied,
    /// Every kind can have it, but not alike.
    Partly,
    /// It is the same for every kind.
    Not,
}

impl Tie {
    /// How the answers to every kind stand to one another.
    pub(super) fn of(answers: &[Answer]) -> Tie {
        let refuses = |answer: &Answer| answer.best == Band::No;
        match answers.split_first() {
            _ if answers.iter().any(refuses) && !answers.iter().all(refuses) => Tie::Tied,
            Some((first, rest))
                if rest.iter().any(|one| (one.best, one.is_settled) != (first.best, first.is_settled)) =>
            {
                Tie::Partly
            }
            _ => Tie::Not,
        }
    }
}

/// The answers of one support, those alike together. `said` gives the words for an officer where it is given for sure.
pub(super) fn answers<'a>(
    known: &'a [Known],
    support: usize,
    said: impl Fn(&'a Picture) -> Option<&'a str>,
) -> Vec<Answer> {
    let mut answers: Vec<Answer> = Vec::new();
    for Known { kind, picture } in known {
        let finding = picture.findings.of(support);
        let force = picture.day.law.supports[support].force;
        let best = best(finding, force);
        let told = picture.day.explain(&picture.findings, finding);
        let mut words = label(best, finding.is_settled()).to_owned();
        if finding.is_settled() && matches!(best, Band::Right | Band::May) {
            words.extend(said(picture).map(|said| format!(" {}", ink::stopped(said).trim_end())));
        }
        if let Some(who) = told.settled_by.filter(|_| finding.is_settled()) {
            words.push_str(&format!(" It is settled by {who}."));
        }
        if !finding.is_settled() {
            let facts = &picture.day.law.facts;
            let shorts = finding.missing.iter().map(|fact| facts[fact].short.as_str());
            let shorts: Vec<String> = shorts.take(MOST).map(str::to_lowercase).collect();
            let more = finding.missing.len().saturating_sub(MOST);
            let more = if more > 0 { format!("; and {more} more") } else { String::new() };
            words.push_str(&format!(" It depends on: {}{more}.", shorts.join("; ")));
        }
        let sources = ink::sources(&CiteView::all(&told.cites));
        let is_settled = finding.is_settled();
        let same = |one: &&mut Answer| one.words == words && one.sources == sources;
        match answers.iter_mut().find(same) {
            Some(one) => one.kinds.push(kind.title.clone()),
            None => answers.push(Answer { kinds: vec![kind.title.clone()], best, is_settled, words, sources }),
        }
    }
    answers
}

/// The best that a finding can still come to.
fn best(finding: &Finding, force: Force) -> Band {
    let order = [Outcome::Right, Outcome::May, Outcome::Depends, Outcome::UnknownRule];
    let can = |outcome: &Outcome| match finding.is_settled() {
        true => finding.outcome == *outcome,
        false => finding.can_be(*outcome),
    };
    Band::of(order.into_iter().find(can).unwrap_or(Outcome::No), force)
}

fn label(best: Band, is_settled: bool) -> &'static str {
    match (best, is_settled) {
        (Band::Right, true) => "Yes, a right.",
        (Band::Right, false) => "A right, where the facts fit.",
        (Band::May, true) => "It may be given. It is not a right.",
        (Band::May, false) => "It may be given, where the facts fit. It is not a right.",
        (Band::Depends, _) => "It depends on more than the arrangement.",
        (Band::Unclear, _) => "We could not find out what the rule says. Ask.",
        (Band::No, _) => "Not by this rule.",
    }
}
