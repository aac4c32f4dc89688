//! Where an offer says less than national law gives, and where it does not keep to its own principle.

use crate::eligibility::{Rule, facts_of};
use crate::matching::Match;
use crate::offer::Offer;
use crate::section::{Commitment, Statement};
use crate::service::{Basis, Service};
use crate::stated::Stated;
use law::condition::{Condition, ConditionKind, Lines};
use law::fact::{FactId, Origin};
use law::{Case, Day, Findings, Law, Outcome};

/// The facts that say what legal status a child has or had, and nothing about what the child needs.
pub const STATUS_FACTS: [&str; 20] = [
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

/// The offer tells a family "no" where national law says "you have a right to it".
#[derive(Clone, Debug, PartialEq)]
pub struct TakenAway<'a> {
    /// The service whose line says no.
    pub service: &'a Service,
    /// The place in the law of the support it extends.
    pub support: usize,
    /// The reasons the offer's line gives.
    pub because: Vec<String>,
    /// Whether the line stands only on an earlier version of the council's page.
    pub earlier: bool,
}

/// A service that nobody can have without a legal status or a history of care, against a stated principle.
#[derive(Clone, Debug, PartialEq)]
pub struct StatusOnly<'a> {
    /// The service.
    pub service: &'a Service,
    /// The statement it does not keep to.
    pub statement: &'a Statement,
    /// The facts of status that its lines turn on.
    pub facts: Vec<FactId>,
    /// Whether the law itself turns on status here, in the support it is tied to or in the duty it cites; otherwise
    /// the narrowing is the council's own.
    pub tied_by_law: bool,
    /// Whether the line stands only on an earlier version of the council's page.
    pub earlier: bool,
}

/// Everything in an offer that contradicts the law or itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Contradictions<'a> {
    /// Where this family loses what national law gives.
    pub taken_away: Vec<TakenAway<'a>>,
    /// Where the offer does not keep to its own principle, whoever asks.
    pub status_only: Vec<StatusOnly<'a>>,
}

impl Offer {
    /// Where the offer contradicts national law for one family, and where it contradicts itself.
    pub fn contradictions<'a>(&'a self, day: &Day, findings: &Findings, case: &Case) -> Contradictions<'a> {
        let matches = self.matches(day, findings, case);
        Contradictions { taken_away: taken_away(&matches, &day.law, findings), status_only: self.status_only(&day.law) }
    }

    /// Each service whose lines turn on legal status or care history alone, where the offer states that support
    /// follows need.
    pub fn status_only<'a>(&'a self, law: &Law) -> Vec<StatusOnly<'a>> {
        let need = |statement: &&Statement| statement.means == Some(Commitment::NeedNotStatus);
        let Some(statement) = self.statements.iter().find(need) else { return Vec::new() };
        let mut found = Vec::new();
        for service in &self.services {
            let Some(rule) = &service.eligibility.rule else { continue };
            let facts = gate(rule.lines(), law);
            if facts.is_empty() {
                continue;
            }
            let tied_by_law = match service.tie.support().and_then(|id| law.support(id.as_str())) {
                Some(support) => !gate(&support.rule, law).is_empty(),
                None => {
                    service.basis == Stated::Is(Basis::Duty) && service.law.iter().any(|said| !said.cites.is_empty())
                }
            };
            found.push(StatusOnly { service, statement, facts, tied_by_law, earlier: self.is_earlier(service) });
        }
        found
    }
}

/// Where matches say no and the support they extend is a right.
fn taken_away<'a>(matches: &[Match<'a>], law: &Law, findings: &Findings) -> Vec<TakenAway<'a>> {
    let taken = |matched: &Match<'a>| {
        let support = matched.taken_away(law, findings)?;
        let (service, because, earlier) = (matched.service, matched.because.clone(), matched.earlier);
        Some(TakenAway { service, support, because, earlier })
    };
    matches.iter().filter_map(taken).collect()
}

impl Match<'_> {
    /// The place in the law of the support that this family has a right to although the line says no.
    pub fn taken_away(&self, law: &Law, findings: &Findings) -> Option<usize> {
        let extends = self.service.tie.extends.as_ref().filter(|_| self.outcome == Outcome::No)?;
        let support = law.support_place(extends.as_str())?;
        let national = findings.of(support);
        (national.is_settled() && national.outcome == Outcome::Right).then_some(support)
    }
}

/// The facts of status without which the answer is no; none where need alone can be enough, or where the rest is
/// left open.
fn gate(lines: &Lines, law: &Law) -> Vec<FactId> {
    let mut facts = Vec::new();
    let mut gives = false;
    if Rule::outcome(&lines.otherwise) != Outcome::No {
        return facts;
    }
    for line in lines
        .lines
        .iter()
        .filter(|line| matches!(Rule::outcome(line), Outcome::Right | Outcome::May | Outcome::Depends))
    {
        gives = true;
        match &line.when {
            Some(when) if needs_status(when, law) => {
                facts.extend(facts_of(when).into_iter().filter(|fact| is_status(*fact, law)));
            }
            _ => return Vec::new(),
        }
    }
    facts.sort_unstable();
    facts.dedup();
    if gives { facts } else { Vec::new() }
}

/// Whether a condition cannot hold without some status.
fn needs_status(condition: &Condition, law: &Law) -> bool {
    match &condition.kind {
        ConditionKind::All(parts) => parts.iter().any(|part| needs_status(part, law)),
        ConditionKind::Any(parts) => parts.iter().all(|part| needs_status(part, law)),
        ConditionKind::Fact(fact, _) => is_status(*fact, law),
        ConditionKind::None(_) | ConditionKind::Day(..) | ConditionKind::InForce(..) | ConditionKind::Answer(..) => {
            false
        }
    }
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
