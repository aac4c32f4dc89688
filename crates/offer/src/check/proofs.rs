//! What fairness and overlay share: the rules of an offer, what is status and what is need, and the families that a
//! proof hands over.

use super::on;
use super::record::record;
use super::report::{Record, Witness, WitnessFact};
use crate::cited::Cited;
use crate::eligibility::facts_of;
use crate::offer::Offer;
use crate::service::{Basis, Tie};
use crate::stated::Stated;
use jiff::ToSpan;
use law::condition::{Condition, Lines, read_list};
use law::duty::Duty;
use law::explain::Citation;
use law::fact::{FactId, Origin};
use law::fault::Spot;
use law::prove::{Answers, Ground, Pair, Prover};
use law::value::{Answer, Kind, Value};
use law::{Case, Day, Law, Outcome};
use std::collections::BTreeMap;

/// The facts that say what legal status a child has or had, and nothing about what the child needs.
pub(super) const STATUS_FACTS: [&str; 20] = [
    "arrangement",
    "order_type",
    "order_in_force",
    "order_ended",
    "order_is_interim",
    "order_proceedings",
    "child_looked_after_now",
    "looked_after_ever",
    "child_looked_after_immediately_before_order",
    "looked_after_at_16_or_17",
    "looked_after_at_18",
    "left_care_through",
    "previously_looked_after_left_by_order",
    "la_accommodation_basis",
    "placement_type",
    "placing_council",
    "carer_approval",
    "carer_is_foster_parent",
    "carer_has_pr",
    "family_care_not_looked_after",
];

/// What is so of every child thought of.
const OF_ALL: [&str; 2] = ["child_age >= 0", "child_age < 26"];

/// An everyday family: what a proof hands over is like it wherever it can be.
const EVERYDAY: [(&str, &str); 6] = [
    ("carer_relation", "grandparent"),
    ("order_type", "none"),
    ("child_looked_after_now", "no"),
    ("looked_after_ever", "no"),
    ("child_disabled", "no"),
    ("intended_days", "365"),
];

pub(super) fn of_all(law: &Law) -> Vec<Condition> {
    OF_ALL.iter().filter_map(|text| read_list(text, &Spot::default(), &law.facts).ok()).collect()
}

/// Something with a rule that says who it is for.
pub(super) struct Ruled<'a> {
    pub(super) record: Record,
    pub(super) rule: &'a Lines,
    pub(super) tie: &'a Tie,
    /// The provisions of the duty that the service names.
    pub(super) duty: Vec<&'a Cited>,
    /// Whether it stands only on a version of a page that was replaced.
    pub(super) earlier: bool,
}

/// Every service and payment of an offer with a rule.
pub(super) fn ruled(offer: &Offer) -> Vec<Ruled<'_>> {
    let services = offer.services.iter().filter_map(|service| {
        let duty = service.basis == Stated::Is(Basis::Duty);
        let cites = service.law.iter().flat_map(|said| &said.cites);
        Some(Ruled {
            record: record("service", &service.id, &service.name),
            rule: service.eligibility.rule.as_ref()?.lines(),
            tie: &service.tie,
            duty: cites.filter(|_| duty).collect(),
            earlier: offer.is_earlier(service),
        })
    });
    let payments = offer.payments.iter().filter_map(|payment| {
        Some(Ruled {
            record: record("payment", &payment.id, &payment.name),
            rule: payment.eligibility.rule.as_ref()?.lines(),
            tie: &payment.tie,
            duty: Vec::new(),
            earlier: false,
        })
    });
    services.chain(payments).collect()
}

/// The proofs of one day.
pub(super) struct Proofs<'g> {
    pub(super) day: &'g Day,
    /// Absent where the rules are too entangled to prove anything of them.
    pub(super) prover: Option<Prover<'g>>,
    supports: BTreeMap<usize, Answers>,
    turning: BTreeMap<usize, Vec<Citation>>,
}

impl<'g> Proofs<'g> {
    pub(super) fn new(day: &'g Day, ground: &'g Ground, of_all: &[Condition]) -> Proofs<'g> {
        let prover = Some(Prover::new(ground, of_all, |fact| is_status(fact, &day.law)));
        Proofs { prover, ..Proofs::none(day) }
    }

    pub(super) fn none(day: &'g Day) -> Proofs<'g> {
        Proofs { day, prover: None, supports: BTreeMap::new(), turning: BTreeMap::new() }
    }

    /// What the national support at a place answers.
    pub(super) fn support(&mut self, place: usize) -> Option<Answers> {
        let prover = self.prover.as_mut()?;
        Some(*self.supports.entry(place).or_insert_with(|| prover.support(place)))
    }

    /// The place in the law of the support that something is tied to.
    pub(super) fn tied_to(&self, tie: &Tie) -> Option<usize> {
        self.day.law.support_place(tie.support()?.as_str())
    }

    /// The provisions by which a support turns on status.
    pub(super) fn turning(&mut self, place: usize) -> Vec<Citation> {
        let day = self.day;
        let found = self.turning.entry(place).or_insert_with(|| {
            let mut cites: Vec<Citation> = Vec::new();
            for line in day.law.supports[place].rule.all() {
                let Some(when) = &line.when else { continue };
                when.walk(&mut |part| {
                    let of_status = facts_of(part).iter().any(|fact| is_status(*fact, &day.law));
                    if of_status {
                        cites.extend(part.cites.iter().map(|cite| day.citation(cite)));
                    }
                });
            }
            dedup(&mut cites);
            cites
        });
        found.clone()
    }

    /// The everyday family of a council.
    pub(super) fn everyday(&self, offer: &Offer) -> Case {
        let (law, day) = (&self.day.law, self.day.date);
        let mut case = Case::on(day);
        let years = |count: i64| day.checked_sub(count.years()).unwrap_or(day).to_string();
        let council = offer.authority().map(|code| code.to_string()).unwrap_or_default();
        let more = [("child_dob", years(7)), ("arrangement_start", years(1)), ("carer_council", council)];
        let all = EVERYDAY.map(|(fact, value)| (fact, value.to_owned()));
        for (fact, value) in all.into_iter().chain(more) {
            // A law without the fact has no need of it.
            let _ = case.set_text(fact, &value, &law.facts);
        }
        case
    }

    /// A pair of families as a report shows them.
    pub(super) fn witnesses(&self, pair: Pair, council: Answers, national: Option<Answers>) -> Vec<Witness> {
        let Pair { one, other, differ } = pair;
        [one, other].into_iter().map(|case| self.witness(case, &differ, council, national)).collect()
    }

    /// A family as a report shows it.
    pub(super) fn witness(
        &self,
        case: Case,
        differ: &[FactId],
        council: Answers,
        national: Option<Answers>,
    ) -> Witness {
        let outcome = |answers| self.prover.as_ref().and_then(|prover| prover.outcome(answers, &case));
        let mut facts: Vec<WitnessFact> = (case.answers())
            .filter_map(|(id, answer)| match answer {
                Answer::Is(value) => Some(self.fact(id, value, differ.contains(&id))),
                Answer::Not(_) => None,
            })
            .collect();
        facts.sort_by_key(|fact| !fact.differs);
        Witness { council: outcome(council).unwrap_or(Outcome::Depends), law: national.and_then(outcome), facts, case }
    }

    fn fact(&self, id: FactId, value: &Value, differs: bool) -> WitnessFact {
        let fact = &self.day.law.facts[id];
        let words = match (value, &fact.kind) {
            (Value::Choice(place), Kind::OneOf(choices)) => {
                choices.get(usize::from(*place)).map_or_else(String::new, |choice| choice.words.clone())
            }
            (Value::Date(day), _) => on(*day),
            (value, Kind::Number(unit)) => format!("{} {unit}", fact.kind.write(value)).trim_end().to_owned(),
            (value, Kind::Money(unit)) => {
                let period = unit.strip_prefix("pounds").unwrap_or_default();
                format!("£{}{period}", fact.kind.write(value))
            }
            (value, kind) => kind.write(value),
        };
        WitnessFact {
            fact: fact.name.clone(),
            value: fact.kind.write(value),
            label: fact.short.clone(),
            words,
            differs,
        }
    }

    /// The citations of a line of the checklist.
    pub(super) fn duty(&self, id: &str) -> Vec<Citation> {
        let duty: Option<&Duty> = self.day.law.duty(id);
        duty.into_iter().flat_map(|duty| &duty.cites).map(|cite| self.day.citation(cite)).collect()
    }
}

pub(super) fn dedup(cites: &mut Vec<Citation>) {
    let mut seen = Vec::new();
    cites.retain(|cite| {
        let new = !seen.contains(&cite.provision);
        seen.push(cite.provision.clone());
        new
    });
}

/// Whether a fact is one of status, or follows only from such facts.
fn is_status(fact: FactId, law: &Law) -> bool {
    let known = &law.facts[fact];
    if STATUS_FACTS.contains(&known.name.as_str()) {
        return true;
    }
    match &known.origin {
        Origin::Derived(lines) => {
            let mut whens = lines.lines.iter().filter_map(|line| line.when.as_ref()).peekable();
            whens.peek().is_some() && whens.all(|when| facts_of(when).into_iter().all(|inner| is_status(inner, law)))
        }
        _ => false,
    }
}
