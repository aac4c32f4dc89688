//! What the law answers for each kind of kinship care, of one support; and with that whether it is tied to status.

use super::kinds::Kind;
use crate::find::{Band, Picture, ink};
use crate::ui::show::CiteView;
use law::rule::{Force, Outcome};
use law::value::{Answer as Told, Value};
use law::{Case, Day, Finding};
use offer::place::CouncilCode;
use std::sync::Arc;

/// The age of the child of whom is told what nothing but the age leaves open.
const AGE: i32 = 10;

/// How many things are named on which an answer still depends.
const MOST: usize = 4;

/// A kind of kinship care with what follows of it.
pub(super) struct Known<'a> {
    pub kind: &'a Kind,
    pub picture: Picture,
    /// The same for a child of [`AGE`] years: said where nothing but the age is open.
    aged: Picture,
}

/// Every kind as on a day, for children of a council.
pub(super) fn known<'a>(kinds: &'a [Kind], day: &Arc<Day>, council: Option<CouncilCode>) -> Vec<Known<'a>> {
    let of = |kind: &'a Kind| {
        let mut case = Case::on(day.date);
        kind.tell(&mut case, &day.law);
        if let (Some(fact), Some(code)) = (day.law.facts.find("carer_council"), council) {
            case.set(fact, Told::Is(Value::Council(code.to_string())));
        }
        let mut aged = case.clone();
        let born = day.date.checked_sub(jiff::Span::new().years(AGE)).unwrap_or(day.date);
        if let Some(fact) = day.law.facts.find("child_dob") {
            aged.set(fact, Told::Is(Value::Date(born)));
        }
        Known { kind, picture: Picture::of(day.clone(), case), aged: Picture::of(day.clone(), aged) }
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
    /// The answer in a sentence.
    pub words: String,
    /// What it rests on, with a word of doubt where the source was not read; each once.
    pub sources: Vec<String>,
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
            Some((first, rest)) if rest.iter().any(|one| one.words != first.words) => Tie::Partly,
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
    for known in known {
        let (picture, is_aged) = known.told(support);
        let finding = picture.findings.of(support);
        let best = best(finding, picture.day.law.supports[support].force);
        let told = picture.day.explain(&picture.findings, finding);
        let mut words = String::new();
        if is_aged {
            words.push_str(&format!("For a child of {AGE}: "));
        }
        words.push_str(label(best, finding.is_settled()));
        if finding.is_settled() && matches!(best, Band::Right | Band::May) {
            words.extend(said(picture).map(|said| format!(" {}", ink::stopped(said).trim_end())));
        }
        if let Some(who) = told.settled_by.filter(|_| finding.is_settled()) {
            words.push_str(&format!(" It is settled by {who}."));
        }
        words.push_str(&open(picture, finding));
        let sources = CiteView::all(&told.cites).iter().map(|cite| ink::sources(std::slice::from_ref(cite))).collect();
        let title = known.kind.title.clone();
        match answers.iter_mut().find(|one| one.words == words) {
            Some(one) => one.join(title, sources),
            None => answers.push(Answer { kinds: vec![title], best, words, sources }),
        }
    }
    answers
}

impl Answer {
    fn join(&mut self, kind: String, sources: Vec<String>) {
        self.kinds.push(kind);
        let new = sources.into_iter().filter(|source| !self.sources.contains(source)).collect::<Vec<_>>();
        self.sources.extend(new);
    }
}

impl Known<'_> {
    /// What is told of a support, and whether of a child of [`AGE`]: where nothing but the age is open, and it is not no.
    fn told(&self, support: usize) -> (&Picture, bool) {
        let facts = &self.picture.day.law.facts;
        let missing = self.picture.findings.of(support).missing;
        let is_age_alone = missing.len() == 1 && missing.iter().all(|fact| facts[fact].name == "child_dob");
        let before = self.picture.findings.of(support);
        let aged = self.aged.findings.of(support);
        // A child of this age may be one whom the rule is not for at all: then the age stays open.
        let is_for_age = aged.is_settled() && (aged.outcome != Outcome::No || !can_be_given(before));
        match is_age_alone && is_for_age {
            true => (&self.aged, true),
            false => (&self.picture, false),
        }
    }
}

fn can_be_given(finding: &Finding) -> bool {
    finding.can_be(Outcome::Right) || finding.can_be(Outcome::May)
}

/// What an answer still depends on, in words; nothing where it is settled.
fn open(picture: &Picture, finding: &Finding) -> String {
    if finding.is_settled() {
        return String::new();
    }
    let facts = &picture.day.law.facts;
    let shorts = finding.missing.iter().map(|fact| facts[fact].short.as_str());
    let shorts: Vec<String> = shorts.take(MOST).map(str::to_owned).collect();
    let more = finding.missing.len().saturating_sub(MOST);
    let more = if more > 0 { format!("; and {more} more") } else { String::new() };
    format!(" It depends on: {}{more}.", shorts.join("; "))
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
        (Band::Depends, _) => "More than the arrangement decides.",
        (Band::Unclear, _) => "We could not find out what the rule says. Ask.",
        (Band::No, _) => "Not by this rule.",
    }
}
