//! Each rule of ours: a child who keeps it, one change, and the fault it makes. The same children are written for the
//! public validators, which must find the same fault by the Department's number.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod made_up;

use std::collections::BTreeSet;
use std::env;
use std::path::PathBuf;

use jiff::civil::date;
use made_up::files::write;
use made_up::{PATHS, after};
use returns::care::{Absence, EarlierOrder, Ended, Score};
use returns::code::{
    Ceased, Closure, Factor, LegalStatus, Missing, Participation, Placement, PreviousPermanence, PrimaryNeed, Provider,
    Sex, UnknownUpn, WorkerChange,
};
use returns::need::{Closed, Conference, FamilyMeeting, Plan};
use returns::{Child, Rule, Upn, Year, faults};

/// A change that breaks one rule, to a child on one path.
type Breaks = (Rule, &'static str, fn(&mut Child));

#[rustfmt::skip]
const ONE_CHILD: &[Breaks] = &[
    (Rule::ChildNumberLong, "in_need", |c| c.id = "K123456789012345678901".into()),
    (Rule::ChildNumberSigns, "in_need", |c| c.id = "K-1".into()),
    (Rule::PupilNumberWrong, "guardian_fosterer", |c| c.upn = Upn::Known("A210432114001".into())),
    (Rule::PupilNumberReason, "guardian_fosterer", |c| c.upn = Upn::Unknown(UnknownUpn::NoFurtherAction)),
    (Rule::PupilNumberAge, "in_need", |c| { c.birth = returns::Birth::On(date(2021, 8, 31)); c.upn = Upn::Unknown(UnknownUpn::NotOfAge) }),
    (Rule::PupilNumberNothing, "in_need", |c| c.upn = Upn::Unknown(UnknownUpn::NoFurtherAction)),
    (Rule::DeathBeforeBirth, "in_need", |c| c.died = Some(date(2001, 1, 1))),
    (Rule::UnbornSex, "before_court_unborn", |c| c.sex = Sex::Female),

    (Rule::NeedMissing, "in_need", |c| c.referrals[0].need = None),
    (Rule::NothingFollows, "assessed_only", |c| { c.referrals[0].no_further_action = true; c.referrals[0].closed = None }),
    (Rule::NoPlanAfterNothing, "answered", |c| { let on = c.referrals[0].on; c.referrals[0].plans.push(Plan { began: on, ended: None }) }),
    (Rule::CaseOpenTwice, "protected", |c| { let mut again = c.referrals[0].clone(); again.on = after(again.on, 200); again.assessments.clear(); again.enquiries.clear(); again.protection.clear(); again.plans.clear(); c.referrals.push(again) }),
    (Rule::CasesOverlap, "assessed_only", |c| { let mut again = c.referrals[0].clone(); again.on = after(again.on, 1); again.assessments[0].began = after(again.on, 5); c.referrals.push(again) }),
    (Rule::ClosedBeforeBegun, "in_need", |c| { let on = after(c.referrals[0].on, -1); c.referrals[0].assessments.clear(); c.referrals[0].plans.clear(); c.referrals[0].closed = Some(Closed { on, why: Closure::Other }) }),
    (Rule::ClosedWithAssessmentOpen, "in_need", |c| { c.referrals[0].assessments[0].authorised = None; c.referrals[0].assessments[0].factors.clear() }),
    (Rule::AfterClosing, "in_need", |c| { let closed = c.referrals[0].closed.unwrap().on; c.referrals[0].plans[0].ended = Some(after(closed, 3)) }),
    (Rule::ClosedByDeath, "in_need", |c| c.referrals[0].closed.as_mut().unwrap().why = Closure::Died),
    (Rule::ClosedAfterNoAssessment, "assessed_only", |c| c.referrals[0].assessments.clear()),
    (Rule::PlanAfterAssessmentOnly, "in_need", |c| c.referrals[0].closed.as_mut().unwrap().why = Closure::AfterAssessment),
    (Rule::AssessmentEarly, "in_need", |c| c.referrals[0].assessments[0].began = after(c.referrals[0].on, -1)),
    (Rule::AssessmentBackwards, "protected", |c| c.referrals[0].assessments[0].authorised = Some(after(c.referrals[0].assessments[0].began, -1))),
    (Rule::AssessmentStale, "long_term", |c| { c.referrals[0].assessments[0].authorised = None; c.referrals[0].assessments[0].factors.clear() }),
    (Rule::AssessmentsAtOnce, "protected", |c| { let mut one = c.referrals[0].assessments[0].clone(); one.authorised = None; one.factors.clear(); c.referrals[0].assessments = vec![one.clone(), one] }),
    (Rule::FactorsEarly, "protected", |c| c.referrals[0].assessments[0].authorised = None),
    (Rule::FactorsMissing, "in_need", |c| c.referrals[0].assessments[0].factors.clear()),
    (Rule::NothingFoundAndMore, "in_need", |c| c.referrals[0].assessments[0].factors.push(Factor::None)),
    (Rule::NothingFoundAndHelp, "in_need", |c| c.referrals[0].assessments[0].factors = vec![Factor::None]),
    (Rule::FactorTwice, "in_need", |c| { let first = c.referrals[0].assessments[0].factors[0]; c.referrals[0].assessments[0].factors = vec![first, first] }),
    (Rule::PlanEarly, "before_court_held", |c| c.referrals[0].plans[0].began = after(c.referrals[0].on, -1)),
    (Rule::PlanBackwards, "protected", |c| c.referrals[0].plans[0].ended = Some(after(c.referrals[0].plans[0].began, -1))),
    (Rule::PlansOverlap, "before_court_held", |c| { let one = c.referrals[0].plans[0]; c.referrals[0].plans = vec![Plan { ended: Some(after(one.began, 30)), ..one }, Plan { began: after(one.began, 20), ended: None }] }),
    (Rule::PlanBesideProtection, "protected", |c| { let part = c.referrals[0].protection[0].began; c.referrals[0].plans[0].began = after(part, 1) }),

    (Rule::EnquiryEarly, "protected", |c| c.referrals[0].enquiries[0].began = after(c.referrals[0].on, -1)),
    (Rule::EnquiryAlone, "protected", |c| c.referrals[0].assessments.clear()),
    (Rule::EnquiryUnanswered, "protected", |c| { c.referrals[0].protection.clear(); c.referrals[0].enquiries[0].conference = Conference::Awaited }),
    (Rule::ProtectionWithoutConference, "protected", |c| c.referrals[0].protection[0].began = after(c.referrals[0].protection[0].began, 2)),
    (Rule::ProtectionBackwards, "protected", |c| c.referrals[0].protection[0].ended = Some(after(c.referrals[0].protection[0].began, -1))),

    (Rule::StepsEndedBeforeBegun, "before_court_held", |c| steps(c).decided = Some(date(2026, 4, 2))),
    (Rule::LetterEarly, "before_court_held", |c| steps(c).letter = Some(date(2026, 4, 2))),
    (Rule::LetterWithoutOffer, "before_court_held", |c| steps(c).family_meeting = FamilyMeeting::NotRecorded),
    (Rule::OfferWithoutLetter, "before_court_held", |c| steps(c).letter = None),
    (Rule::OfferUnanswered, "before_court_held", |c| steps(c).family_meeting = FamilyMeeting::Offered),
    (Rule::ReviewsNotCounted, "before_court_held", |c| steps(c).reviews = None),
    (Rule::DecisionWithoutOutcome, "before_court_held", |c| steps(c).outcome = None),
    (Rule::CourtBeforeDecision, "before_court_declined", |c| steps(c).court = steps(c).decided.map(|day| after(day, -1))),
    (Rule::CourtLetterEarly, "before_court_declined", |c| steps(c).court_letter = steps(c).court.map(|day| after(day, -1))),

    (Rule::CareWithoutStay, "back_after_guardianship", |c| c.care[0].stays.clear()),
    (Rule::StaysOutOfOrder, "back_after_guardianship", |c| { second_stay(c, 30); let stays = &mut c.care[0].stays; stays[0].from = after(stays[0].from, 50) }),
    (Rule::StayOfNoDays, "back_after_guardianship", |c| leave(c, 0)),
    (Rule::LeftBeforeStay, "back_after_guardianship", |c| leave(c, -1)),
    (Rule::CareBeforeBirth, "back_after_guardianship", |c| c.birth = returns::Birth::On(after(c.care[0].stays[0].from, 10))),
    (Rule::CareAgainSameDay, "to_relatives", |c| { let mut again = c.care[0].clone(); again.stays[0].from = again.ended.unwrap().on; again.ended = None; again.reviews.clear(); c.care.push(again); c.workers.last_mut().unwrap().to = None }),
    (Rule::CareTimesOverlap, "to_relatives", |c| { let mut again = c.care[0].clone(); again.stays[0].from = after(again.ended.unwrap().on, -20); again.ended = None; again.reviews.clear(); c.care.push(again); c.workers.last_mut().unwrap().to = None }),
    (Rule::NeedNotForCare, "to_relatives", |c| c.care[0].need = PrimaryNeed::NotStated),
    (Rule::GuardianNotFosterer, "guardian_fosterer", |c| { let last = c.care[0].stays.last_mut().unwrap(); last.placement = Placement::ChildrensHome; last.moved_because = Some(returns::code::PlaceChange::Council) }),
    (Rule::GuardianRelative, "guardian_relative", |c| c.care[0].ended.as_mut().unwrap().how = Ceased::GuardianRelativeFosterer),
    (Rule::GuardianNotRelative, "guardian_fosterer", |c| c.care[0].ended.as_mut().unwrap().how = Ceased::GuardianFosterer),
    (Rule::GuardianFosteredLast, "guardian_fosterer", |c| c.care[0].ended.as_mut().unwrap().how = Ceased::GuardianRelative),
    (Rule::GuardianAdult, "guardian_fosterer", |c| c.birth = returns::Birth::On(date(2007, 1, 5))),
    (Rule::HomeFromPlacementWithParents, "to_relatives", |c| { let stay = &mut c.care[0].stays[0]; stay.legal = LegalStatus::CareOrder; stay.placement = Placement::Parents; stay.provider = Some(Provider::Parents); stay.urn = None }),
    (Rule::AdoptionNotWritten, "guardian_fosterer", |c| c.care[0].ended.as_mut().unwrap().how = Ceased::AdoptedUnopposed),
    (Rule::ProviderMissing, "to_relatives", |c| c.care[0].stays[0].provider = None),
    (Rule::ProviderNotAsked, "long_term", |c| { let mut away = c.care[0].stays[0].clone(); away.from = date(2026, 8, 1); away.placement = Placement::TemporaryHospital; away.urn = None; let mut back = c.care[0].stays[0].clone(); back.from = date(2026, 8, 5); c.care[0].stays.extend([away, back]) }),
    (Rule::ProviderPublic, "to_relatives", |c| c.care[0].stays[0].provider = Some(Provider::OtherPublic)),
    (Rule::ProviderParents, "to_relatives", |c| c.care[0].stays[0].provider = Some(Provider::Parents)),
    (Rule::UrnMissing, "to_relatives", |c| c.care[0].stays[0].urn = None),
    (Rule::UrnNotAsked, "home", |c| { let stay = &mut c.care[0].stays[0]; stay.legal = LegalStatus::CareOrder; stay.placement = Placement::Parents; stay.provider = Some(Provider::Parents) }),
    (Rule::MoveWithoutReason, "back_after_guardianship", |c| second_stay(c, 30)),
    (Rule::PostcodeMissing, "to_relatives", |c| c.care[0].stays[0].postcode.clear()),
    (Rule::PostcodesSame, "to_relatives", |c| c.care[0].home_postcode = c.care[0].stays[0].postcode.clone()),
    (Rule::AbsenceFirst, "back_after_guardianship", |c| absent(c, 0)),
    (Rule::AbsenceLast, "back_after_guardianship", |c| { second_stay(c, 30); absent(c, 1); leave(c, 35) }),
    (Rule::AbsenceToElsewhere, "back_after_guardianship", |c| { second_stay(c, 30); second_stay(c, 35); absent(c, 1); c.care[0].stays[2].placement = Placement::Carer }),
    (Rule::PoliceTooLong, "back_after_guardianship", |c| { c.care[0].stays[0].legal = LegalStatus::PoliceProtection; second_stay(c, 4); c.care[0].stays[1].legal = LegalStatus::Section20 }),
    (Rule::EmergencyTooLong, "back_after_guardianship", |c| { c.care[0].stays[0].legal = LegalStatus::EmergencyProtection; second_stay(c, 22); c.care[0].stays[1].legal = LegalStatus::InterimCareOrder }),
    (Rule::ShortBreakLongTerm, "long_term", |c| { c.care[0].stays[0].legal = LegalStatus::ShortBreaks; c.care[0].reviews.clear() }),
    (Rule::ParentsBySection20, "home", |c| { let stay = &mut c.care[0].stays[0]; stay.placement = Placement::Parents; stay.provider = Some(Provider::Parents); stay.urn = None }),
    (Rule::EarlierOrderMissing, "back_after_guardianship", |c| c.care[0].earlier_order = None),
    (Rule::EarlierOrderWhole, "back_after_guardianship", |c| c.care[0].earlier_order = Some(EarlierOrder { kind: PreviousPermanence::None, on: Some(date(2020, 1, 1)), council: Some("210".into()) })),
    (Rule::EarlierOrderLate, "back_after_guardianship", |c| c.care[0].earlier_order.as_mut().unwrap().on = Some(date(2027, 3, 1))),
    (Rule::EarlierOrderOther, "back_after_our_guardianship", |c| c.care[1].earlier_order.as_mut().unwrap().kind = PreviousPermanence::ChildArrangementsOrder),
    (Rule::ReviewOutsideCare, "back_after_guardianship", |c| c.care[0].reviews[0].on = after(c.care[0].stays[0].from, -3)),
    (Rule::CareOfAdult, "back_after_guardianship", |c| c.birth = returns::Birth::On(date(2008, 4, 2))),
    (Rule::MissingBeforeCare, "back_after_guardianship", |c| { let on = after(c.care[0].stays[0].from, -3); c.care[0].missing = vec![Absence { kind: Missing::Missing, from: on, to: Some(after(on, 1)) }] }),
    (Rule::ReviewAge, "back_after_guardianship", |c| c.care[0].reviews[0].part = Participation::UnderFour),
    (Rule::ReviewAgeOver, "back_after_guardianship", |c| c.birth = returns::Birth::On(date(2025, 1, 1))),
    (Rule::WorkerNumber, "back_after_guardianship", |c| c.workers[0].worker = "123456".into()),
    (Rule::WorkerMissing, "back_after_guardianship", |c| c.workers.last_mut().unwrap().to = Some(date(2027, 3, 20))),
    (Rule::WorkersOverlap, "back_after_guardianship", |c| { c.workers[0].to = Some(after(c.workers[1].from, 2)); c.workers[1].why = WorkerChange::First }),
    (Rule::MissingBackwards, "long_term", |c| { let one = &mut c.care[0].missing[0]; one.to = Some(after(one.from, -1)) }),
    (Rule::MissingAfterLeaving, "long_term", |c| { c.care[0].ended = Some(Ended { on: date(2027, 3, 20), how: Ceased::HomePlanned }); c.care[0].missing[0].to = None }),

    (Rule::HealthMissing, "long_term", |c| c.health.clear()),
    (Rule::ScoreMissing, "long_term", |c| { c.birth = returns::Birth::On(date(2016, 1, 1)); c.health.iter_mut().for_each(|year| year.score = None) }),
    (Rule::ScoreTooHigh, "long_term", |c| { c.birth = returns::Birth::On(date(2016, 1, 1)); c.health.iter_mut().for_each(|year| year.score = Some(Score::Of(41))) }),
];

fn leave(child: &mut Child, days: i64) {
    let on = after(child.care[0].stays[0].from, days);
    child.care[0].ended = Some(Ended { on, how: Ceased::HomePlanned });
}

fn absent(child: &mut Child, stay: usize) {
    let stay = &mut child.care[0].stays[stay];
    (stay.placement, stay.provider, stay.urn) = (Placement::TemporaryHospital, None, None);
}

fn second_stay(child: &mut Child, days: i64) {
    let mut stay = child.care[0].stays[0].clone();
    stay.from = after(stay.from, days);
    stay.placement = Placement::RelativeLongTerm;
    child.care[0].stays.push(stay);
}

fn steps(child: &mut Child) -> &mut returns::need::PreProceedings {
    child.referrals[0].pre_proceedings.as_mut().expect("steps before court")
}

/// Every rule with the children who break it.
fn broken() -> Vec<(Rule, Vec<Child>)> {
    let made = |name: &str| made_up::child(*PATHS.iter().find(|path| path.name == name).expect("a path"));
    let mut all: Vec<_> = ONE_CHILD
        .iter()
        .map(|(rule, path, change)| {
            let mut child = made(path);
            change(&mut child);
            (*rule, vec![child])
        })
        .collect();
    let twice = made("in_need");
    all.push((Rule::ChildTwice, vec![twice.clone(), Child { upn: made("long_term").upn, ..twice.clone() }]));
    let number = Upn::from_figures("210432114777").expect("twelve figures");
    let [one, other] = ["K1", "K2"].map(|id| Child { id: id.into(), upn: number.clone(), ..twice.clone() });
    all.push((Rule::PupilNumberTwice, vec![one, other]));
    all
}

#[test]
fn children_who_keep_the_rules_have_no_faults() {
    for path in PATHS {
        for ending in [2026, 2027] {
            let found = faults(Year::ending(ending).expect("a year"), &[made_up::child(*path)]);
            assert!(found.is_empty(), "{}, {ending}: {}", path.name, found[0]);
        }
    }
}

#[test]
fn one_change_makes_the_fault_of_its_rule() {
    let mut wrong = Vec::new();
    for (rule, children) in broken() {
        let found: BTreeSet<_> = faults(made_up::year(), &children).into_iter().map(|fault| fault.rule).collect();
        if !found.contains(&rule) {
            wrong.push(format!("{rule:?}: found {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_rule_is_broken_by_somebody() {
    let broken: BTreeSet<_> = broken().into_iter().map(|(rule, _)| rule).collect();
    let all: BTreeSet<_> = Rule::ALL.iter().copied().collect();
    assert_eq!(broken, all);
}

#[test]
fn rules_say_what_is_wrong_and_what_to_do() {
    let mut numbers = BTreeSet::new();
    for rule in Rule::ALL {
        for words in [rule.what(), rule.mend()] {
            assert!(words.ends_with('.') && words.starts_with(char::is_uppercase), "{rule:?}: {words}");
        }
        assert!(rule.number().is_none_or(|number| numbers.insert(number)), "{rule:?}: its number is another's too");
    }
}

#[test]
fn a_fault_reads_as_a_sentence() {
    let (rule, children) = broken().into_iter().find(|(rule, _)| *rule == Rule::GuardianNotFosterer).expect("the rule");
    let fault = faults(made_up::year(), &children).into_iter().find(|fault| fault.rule == rule).expect("a fault");
    let day = fault.on.expect("a day").strftime("%-d %B %Y");
    assert_eq!(
        fault.to_string(),
        format!(
            "Child K09001, {day}: The order went to the former foster carer, and the child was not placed with one. \
             Write down the placement U1 to U6 before it, or end with E47 or E48."
        )
    );
}

#[test]
fn files_that_the_validators_must_refuse() {
    let Some(folder) = env::var_os("KITH_RETURNS") else { return };
    // A child without faults stands beside them: the validators cannot read a table without any row.
    let long_term = PATHS.iter().find(|path| path.name == "long_term").expect("a path");
    let upn = Upn::from_figures("210432114888").expect("twelve figures");
    let beside = Child { id: "BESIDE".into(), upn, ..made_up::child(*long_term) };
    for (rule, mut children) in broken() {
        let Some(number) = rule.number() else { continue };
        children.push(beside.clone());
        for ending in [2026, 2027] {
            let place = PathBuf::from(&folder).join("broken").join(number).join(ending.to_string());
            write(&place, Year::ending(ending).expect("a year"), &children);
        }
    }
}
