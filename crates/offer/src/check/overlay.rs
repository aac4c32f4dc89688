//! Overlay: a council's rule may add to what national law gives, and may not take away from it. Proved for every
//! family there can be; where it is not so, one who loses.

use super::proofs::{Proofs, Ruled, ruled};
use super::report::{Check, Finding, Verdict};
use crate::offer::Offer;
use law::{Case, Outcome};

/// The council says no where the law says right.
const TAKEN: &str = "taken_away";
/// It never does.
const KEPT: &str = "nothing_taken_away";

/// One finding for each service and payment that carries out a support of national law.
pub(super) fn findings(offer: &Offer, proofs: &mut Proofs) -> Vec<Finding> {
    let everyday = proofs.everyday(offer);
    let tied = ruled(offer).into_iter().filter(|ruled| ruled.tie.extends.is_some());
    tied.filter_map(|ruled| judge(&ruled, proofs, &everyday)).collect()
}

fn judge(ruled: &Ruled, proofs: &mut Proofs, everyday: &Case) -> Option<Finding> {
    let place = proofs.tied_to(ruled.tie)?;
    let national = proofs.support(place)?;
    let prover = proofs.prover.as_mut()?;
    let council = prover.rule(ruled.rule);
    let refused = prover.answered(council, &[Outcome::No]);
    let given = prover.answered(national, &[Outcome::Right]);
    let lost = prover.and(refused, given);
    let family = prover.family(lost, everyday);
    let support = &proofs.day.law.supports[place];
    let mut finding = match family {
        Some(case) => {
            let mut finding = Finding::new(Check::Overlay, TAKEN, Verdict::Fail, &ruled.record.name);
            finding.what =
                format!("National law gives this family a right ({}). The council's rule says no.", support.title);
            let findings = proofs.day.find(&case);
            finding.cites = proofs.day.explain(&findings, findings.of(place)).cites;
            finding.to_do = Some("Let the rule give at least what national law gives.".to_owned());
            finding.families = vec![proofs.witness(case, &[], council, Some(national))];
            finding
        }
        None => {
            let mut finding = Finding::new(Check::Overlay, KEPT, Verdict::Pass, &ruled.record.name);
            finding.what =
                format!("It never says no to a family that has a right in national law ({}).", support.title);
            finding
        }
    };
    finding.records.push(ruled.record.clone());
    if ruled.earlier {
        finding.missing.push("It stands on an earlier version of the page only.".to_owned());
    }
    Some(finding)
}
