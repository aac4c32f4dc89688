//! The families that are asked about: those of the stories, those with half of it forgotten, and random ones.

use jiff::civil::Date;
use law::condition::Lines;
use law::fact::{Fact, FactId, Origin};
use law::value::{Answer, Kind, Unknown, Value};
use law::{Case, Law};

/// The outcome of a line that leaves a fact to be asked.
const ASKED: u16 = u16::MAX;

/// How much is known of one random family after another, in percent.
pub const KNOWN: [u64; 4] = [95, 80, 50, 10];

/// Random families that are the same on every run.
#[derive(Clone, Debug)]
pub struct Random(fastrand::Rng);

impl Random {
    /// Families by a seed.
    pub fn new(seed: u64) -> Self {
        Random(fastrand::Rng::with_seed(seed))
    }

    /// A number below another.
    pub fn below(&mut self, end: u64) -> u64 {
        self.0.u64(0..end.max(1))
    }

    /// A family about which each fact is known with this likelihood.
    ///
    /// `ages` says whether an age may be known where the date of birth is not.
    pub fn family(&mut self, law: &Law, date: Date, known: u64, ages: bool) -> Case {
        let mut case = Case::on(date);
        for (id, fact) in law.facts.iter() {
            // What follows from other facts is rarely said directly.
            let likely = match fact.origin {
                Origin::Told => known,
                Origin::Since { .. } if !ages => 0,
                _ => known / 8,
            };
            match self.below(100) {
                roll if roll < likely => case.set(id, Answer::Is(self.value(fact, date))),
                99 => case.set(id, Answer::Not(Unknown::RatherNotSay)),
                _ => {}
            }
        }
        case
    }

    /// A family about which everything that people are asked for, and not worked out, is known.
    pub fn known_family(&mut self, law: &Law, date: Date) -> Case {
        let mut case = Case::on(date);
        for (id, fact) in law.facts.iter() {
            let asked = matches!(fact.origin, Origin::Derived(_)) && worked_out(fact).is_none();
            if asked || matches!(fact.origin, Origin::Told) {
                case.set(id, Answer::Is(self.value(fact, date)));
            }
        }
        case
    }

    /// A random value of a fact, near enough to what families are like for rules to tell them apart.
    pub fn value(&mut self, fact: &Fact, date: Date) -> Value {
        const COUNCILS: [&str; 6] = ["E09000028", "E09000004", "E06000054", "E10000015", "E06000035", "E06000030"];
        match &fact.kind {
            Kind::YesNo => Value::YesNo(self.below(2) == 1),
            Kind::OneOf(choices) => Value::Choice(self.below(choices.len() as u64) as u16),
            Kind::SetOf(choices) => Value::Choices((0..choices.len() as u16).filter(|_| self.below(3) == 0).collect()),
            Kind::Number(_) => Value::Amount(self.below(120) as i64 * 1000),
            Kind::Money(_) => Value::Amount(self.below(2_500) as i64 * 1000),
            Kind::Date => Value::Date(date - jiff::Span::new().days(self.below(365 * 22) as i64)),
            Kind::Council => Value::Council(COUNCILS[self.below(COUNCILS.len() as u64) as usize].to_owned()),
        }
    }

    /// The same family, with each answer forgotten with a likelihood in percent.
    pub fn forget(&mut self, case: &Case, percent: u64) -> Case {
        let mut less = case.clone();
        let facts: Vec<FactId> = case.answers().map(|(fact, _)| fact).collect();
        for fact in facts {
            if self.below(100) < percent {
                less.unset(fact);
            }
        }
        less
    }
}

/// The rule that a fact follows from, unless it leaves some families to be asked: of those the answer is told.
pub fn worked_out(fact: &Fact) -> Option<&Lines> {
    match &fact.origin {
        Origin::Derived(lines) if lines.all().all(|line| line.outcome != ASKED) => Some(lines),
        _ => None,
    }
}

/// Every scene of every story, as the site would see it.
pub fn of_stories(law: &Law) -> Vec<Case> {
    let scenes = law.stories.iter().flat_map(|story| &story.scenes);
    let presumed = scenes.map(|scene| {
        let mut case = scene.case.clone();
        case.presume(&law.facts);
        case
    });
    presumed.collect()
}
