//! Fairness: whether an answer can change by legal status alone, all else being equal; and who makes it so, national
//! law or the council. Decided for every family there can be, with two that show it.

use super::proofs::{Proofs, Ruled, dedup, ruled};
use super::record;
use super::report::{Check, Finding, Verdict};
use crate::offer::Offer;
use crate::section::{Commitment, Statement};
use law::Outcome::{self, Depends, May, No, Right, UnknownRule};
use law::explain::Citation;
use law::prove::{Answers, Prover, Set};
use law::{Case, condition::read_list, fault::Spot};

/// The council lets the answer turn on status.
pub(super) const CHOSEN: &str = "status_chosen";
/// National law does.
const BY_LAW: &str = "status_by_law";
/// With one status the council must, with another it may.
const WEAKER: &str = "status_weaker";
/// With some status nobody knows the answer.
const OPEN: &str = "status_open";
/// The whole offer is for one status.
const ONE_STATUS: &str = "one_status_only";
/// Nothing turns on status.
const NEVER: &str = "status_never";

/// One finding for each service and payment with a rule.
pub(super) fn findings(offer: &Offer, proofs: &mut Proofs) -> Vec<Finding> {
    let need = |statement: &&Statement| statement.means == Some(Commitment::NeedNotStatus);
    let principle = offer.statements.iter().find(need);
    let everyday = proofs.everyday(offer);
    let mut found = Vec::new();
    for ruled in ruled(offer) {
        let mut finding = match judge(&ruled, proofs, &everyday) {
            Some(finding) => finding,
            None => cannot_prove(),
        };
        finding.records.push(ruled.record.clone());
        if ruled.earlier {
            finding.missing.push("It stands on an earlier version of the page only.".to_owned());
        }
        if finding.id == CHOSEN
            && let Some(principle) = principle
        {
            let words = principle.says.first().map_or("", |said| said.words.as_str());
            finding.records.push(record::record("statement", &principle.id, words));
        }
        finding.title = ruled.record.name.clone();
        found.push(finding);
    }
    found.extend(one_status(offer, proofs));
    found
}

fn cannot_prove() -> Finding {
    let mut finding = Finding::new(Check::Fairness, OPEN, Verdict::CannotTell, "");
    finding.what = "The rules are too entangled to say.".to_owned();
    finding
}

/// What a service's answers are made of.
struct Question<'a> {
    council: Answers,
    national: Option<Answers>,
    everyday: &'a Case,
}

fn judge(ruled: &Ruled, proofs: &mut Proofs, everyday: &Case) -> Option<Finding> {
    let place = proofs.tied_to(ruled.tie);
    let national = place.and_then(|place| proofs.support(place));
    let prover = proofs.prover.as_mut()?;
    let council = prover.rule(ruled.rule);
    let question = Question { council, national, everyday };
    let given = prover.answered(council, &[Right, May, Depends]);
    let refused = prover.answered(council, &[No]);
    if apart(prover, given, refused) {
        return Some(refusal(ruled, &question, proofs, place));
    }
    let pairs: [(&[Outcome], &[Outcome], &str); 2] =
        [(&[Right], &[May], WEAKER), (&[Right, May, No], &[UnknownRule, Depends], OPEN)];
    for (one, other, id) in pairs {
        let prover = proofs.prover.as_mut()?;
        let (one, other) = (prover.answered(council, one), prover.answered(council, other));
        if apart(prover, one, other) {
            let pair = prover.pair(one, other, everyday);
            let verdict = if id == WEAKER { Verdict::Partly } else { Verdict::CannotTell };
            let mut finding = Finding::new(Check::Fairness, id, verdict, "");
            finding.families = pair.map(|pair| proofs.witnesses(pair, council, national)).unwrap_or_default();
            finding.what = words(id).to_owned();
            finding.cites = proofs.duty("offer_needs_led");
            finding.to_do = to_do(id);
            return Some(finding);
        }
    }
    let mut finding = Finding::new(Check::Fairness, NEVER, Verdict::Pass, "");
    finding.what = words(NEVER).to_owned();
    Some(finding)
}

/// Whether two families, one of each set, can differ in status only.
fn apart(prover: &mut Prover, one: Set, other: Set) -> bool {
    let (one, other) = (prover.with_other_free_facts(one), prover.with_other_free_facts(other));
    !prover.and(one, other).is_empty()
}

/// Some status gives it and another does not: who makes it so?
fn refusal(ruled: &Ruled, question: &Question, proofs: &mut Proofs, place: Option<usize>) -> Finding {
    let (id, families) = match &mut proofs.prover {
        Some(prover) => who(ruled, question, prover),
        None => (OPEN, None),
    };
    let verdict = match id {
        BY_LAW => Verdict::Pass,
        OPEN => Verdict::CannotTell,
        _ => Verdict::Fail,
    };
    let mut finding = Finding::new(Check::Fairness, id, verdict, "");
    if let Some((one, other)) = families
        && let Some(prover) = &mut proofs.prover
        && let Some(pair) = prover.pair(one, other, question.everyday)
    {
        finding.families = proofs.witnesses(pair, question.council, question.national);
    }
    finding.what = match (id, place) {
        (BY_LAW, None) => CLAIMED,
        _ => words(id),
    }
    .to_owned();
    finding.cites = match (id, place) {
        (BY_LAW, Some(place)) => proofs.turning(place),
        (BY_LAW, None) => cited(ruled, proofs),
        _ => proofs.duty("offer_needs_led"),
    };
    finding.to_do = to_do(id);
    finding
}

/// National law makes it so where it gives to the one family and refuses the other. The council chose it where the law
/// would give, or may give, to a family that the council refuses for its status.
fn who(ruled: &Ruled, question: &Question, prover: &mut Prover) -> (&'static str, Option<(Set, Set)>) {
    let given = prover.answered(question.council, &[Right, May, Depends]);
    let refused = prover.answered(question.council, &[No]);
    let Some(national) = question.national else {
        let id = if ruled.duty.is_empty() { CHOSEN } else { BY_LAW };
        return (id, Some(nearest(prover, question.council, given, refused)));
    };
    // The clearest case is where the law gives a right.
    for gives in [&[Right][..], &[Right, May], &[Right, May, Depends]] {
        let gives = prover.answered(national, gives);
        let lost = prover.and(refused, gives);
        if apart(prover, given, lost) {
            let kept = prover.and(given, gives);
            let given = if apart(prover, kept, lost) { kept } else { given };
            return (CHOSEN, Some(nearest(prover, question.council, given, lost)));
        }
    }
    let gives = prover.answered(national, &[Right, May, Depends]);
    let refuses = prover.answered(national, &[No]);
    let (kept, kept_out) = (prover.and(given, gives), prover.and(refused, refuses));
    if apart(prover, kept, kept_out) {
        return (BY_LAW, Some(nearest(prover, question.council, kept, kept_out)));
    }
    let unknown = prover.answered(national, &[UnknownRule]);
    let open = prover.and(refused, unknown);
    match apart(prover, given, open) {
        true => (OPEN, Some((given, open))),
        false => (CHOSEN, Some(nearest(prover, question.council, given, refused))),
    }
}

/// The first set, narrowed to the clearest answer that still shows it.
fn nearest(prover: &mut Prover, council: Answers, one: Set, other: Set) -> (Set, Set) {
    for outcome in [Right, May] {
        let clear = prover.answered(council, &[outcome]);
        let clear = prover.and(one, clear);
        if apart(prover, clear, other) {
            return (clear, other);
        }
    }
    (one, other)
}

fn cited(ruled: &Ruled, proofs: &Proofs) -> Vec<Citation> {
    let mut cites: Vec<Citation> = ruled.duty.iter().map(|cited| proofs.day.citation(&cited.cite())).collect();
    dedup(&mut cites);
    cites
}

/// An offer in which nothing is for a family without an order and outside care.
fn one_status(offer: &Offer, proofs: &mut Proofs) -> Option<Finding> {
    let all = ruled(offer);
    let informal = read_list("family_care_not_looked_after", &Spot::default(), &proofs.day.law.facts).ok()?;
    let prover = proofs.prover.as_mut()?;
    let informal = prover.who_are(&informal);
    let without_rule = all.len() < offer.services.len() + offer.payments.len();
    let is_for = |prover: &mut Prover, ruled: &Ruled| {
        let council = prover.rule(ruled.rule);
        let given = prover.answered(council, &[Right, May, Depends]);
        !prover.and(given, informal).is_empty()
    };
    if all.is_empty() || without_rule || all.iter().any(|ruled| is_for(prover, ruled)) {
        return None;
    }
    let mut finding = Finding::new(Check::Fairness, ONE_STATUS, Verdict::Fail, &offer.head.title);
    finding.what = "Nothing in it is for a family without a court order whose child is not in care.".to_owned();
    finding.records.push(record::record("offer", &offer.head.id, &offer.head.title));
    finding.cites = proofs.duty("offer_all_arrangements");
    finding.to_do = Some("Say what there is for every kind of kinship family.".to_owned());
    Some(finding)
}

/// What is said where only the service's own words tie it to the law.
const CLAIMED: &str = "Two families with the same needs get two answers. The service names a duty in law for it; that the duty \
                       asks for this was not proved.";

fn words(id: &str) -> &'static str {
    match id {
        CHOSEN => "Two families with the same needs get two answers, and national law does not ask for that.",
        BY_LAW => "Two families with the same needs get two answers. National law makes it so.",
        WEAKER => "With one legal status it is a right; with another it is only possible.",
        OPEN => "With some legal status the answer is not known.",
        _ => "No family's answer changes by its legal status alone.",
    }
}

fn to_do(id: &str) -> Option<String> {
    let words = match id {
        CHOSEN => "Open it to each family with the same need, or name the law that keeps some out.",
        WEAKER => "Say why one status has a right to it and another has not.",
        OPEN => "Say what holds for the other families.",
        _ => return None,
    };
    Some(words.to_owned())
}
