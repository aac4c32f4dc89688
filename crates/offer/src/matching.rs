//! What of an offer is for one family: each service and payment held against the same facts as the law.

use crate::eligibility::{Eligibility, Published, Rule};
use crate::money::Payment;
use crate::offer::Offer;
use crate::service::Service;
use crate::stated::Stated;
use law::fact::FactId;
use law::tree::Truth;
use law::{Case, Day, Family, Findings, Law, Outcome};

/// What a rule says for one family.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// What follows. `unknown_rule` where the council's pages do not say who it is for, or we did not see it.
    pub outcome: Outcome,
    /// The place of the line that decides, where only one can.
    pub line: Option<usize>,
    /// The reasons of the lines that decide or may decide.
    pub because: Vec<String>,
    /// The facts that leave it open; none where it is settled.
    pub missing: Vec<FactId>,
}

/// A service held against one family.
#[derive(Clone, Debug, PartialEq)]
pub struct Match<'a> {
    /// The service.
    pub service: &'a Service,
    /// What follows for this family.
    pub outcome: Outcome,
    /// What the council publishes about who it is for.
    pub published: &'a Stated<Vec<Published>>,
    /// The reasons.
    pub because: Vec<String>,
    /// The facts that leave it open.
    pub missing: Vec<FactId>,
    /// The place of the deciding line.
    pub line: Option<usize>,
    /// Whether it stands only on an earlier version of the council's page, not on the current one.
    pub earlier: bool,
}

/// A payment held against one family.
#[derive(Clone, Debug, PartialEq)]
pub struct PaymentMatch<'a> {
    /// The payment.
    pub payment: &'a Payment,
    /// What follows for this family.
    pub answer: Answer,
}

impl Offer {
    /// Every service held against one family, in the order of the offer.
    pub fn matches<'a>(&'a self, day: &Day, findings: &Findings, case: &Case) -> Vec<Match<'a>> {
        let family = Family { day, findings, case };
        self.services.iter().map(|service| self.match_service(service, &family)).collect()
    }

    /// Every payment held against one family, in the order of the offer.
    pub fn payment_matches<'a>(&'a self, day: &Day, findings: &Findings, case: &Case) -> Vec<PaymentMatch<'a>> {
        let family = Family { day, findings, case };
        self.payments
            .iter()
            .map(|payment| PaymentMatch { payment, answer: payment.eligibility.answer(&family) })
            .collect()
    }

    fn match_service<'a>(&'a self, service: &'a Service, family: &Family) -> Match<'a> {
        let Answer { outcome, line, because, missing } = service.eligibility.answer(family);
        let published = &service.eligibility.published;
        Match { service, outcome, published, because, missing, line, earlier: self.is_earlier(service) }
    }
}

impl Match<'_> {
    /// The place in the law of the support that this family has a right to although the line says no. Whether that
    /// can happen to any family at all is proved in [`crate::check`].
    pub fn taken_away(&self, law: &Law, findings: &Findings) -> Option<usize> {
        let extends = self.service.tie.extends.as_ref().filter(|_| self.outcome == Outcome::No)?;
        let support = law.support_place(extends.as_str())?;
        let national = findings.of(support);
        (national.is_settled() && national.outcome == Outcome::Right).then_some(support)
    }
}

impl Eligibility {
    /// What follows for one family.
    pub fn answer(&self, family: &Family) -> Answer {
        answer(self.rule.as_ref(), family)
    }
}

/// What a rule says for one family; without a rule nothing is known, and unknown is not no.
fn answer(rule: Option<&Rule>, family: &Family) -> Answer {
    let nothing = Answer { outcome: Outcome::UnknownRule, line: None, because: Vec::new(), missing: Vec::new() };
    let Some(rule) = rule else { return nothing };
    let lines = rule.lines();
    let mut open = Vec::new();
    let mut last = lines.lines.len();
    for (place, line) in lines.lines.iter().enumerate() {
        match line.when.as_ref().map_or(Truth::Yes, |when| family.truth(when)) {
            Truth::Yes => {
                last = place;
                break;
            }
            Truth::Unknown => open.push(place),
            Truth::No => {}
        }
    }
    let outcome = Rule::outcome(lines.line(last));
    open.push(last);
    let because = open.iter().filter_map(|place| lines.line(*place).because.clone()).collect();
    if open.iter().all(|place| Rule::outcome(lines.line(*place)) == outcome) {
        let line = (open.len() == 1).then_some(last);
        let first = if line.is_some() { because } else { Vec::new() };
        return Answer { outcome, line, because: first, missing: Vec::new() };
    }
    let mut missing = Vec::new();
    for when in open.iter().filter_map(|place| lines.line(*place).when.as_ref()) {
        family.missing(when, &mut missing);
    }
    Answer { outcome: Outcome::Depends, line: None, because, missing }
}
