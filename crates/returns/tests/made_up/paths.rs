//! The paths: from a relative asking for help to each way it can end.

use jiff::civil::{Date, date};
use returns::care::{Absence, EarlierOrder, Stay};
use returns::code::{
    Abuse, Ceased, Closure, Ethnicity, LegalStatus, Missing, PlaceChange, Placement, PreProceedingsOutcome,
    PreviousPermanence, PrimaryNeed, ReferralSource, Sex, UnknownUpn,
};
use returns::need::{Closed, Conference, Enquiry, FamilyMeeting, Plan, PreProceedings, ProtectionPlan, Referral};
use returns::{Birth, Child, Upn};

use super::{COUNCIL, Maker, after};

/// One way that things can go.
#[derive(Clone, Copy)]
pub(crate) struct Path {
    /// What it is called.
    pub(crate) name: &'static str,
    pub(super) make: fn(&mut Maker) -> Child,
}

macro_rules! paths {
    ($($name:ident,)+) => {
        /// Every path.
        pub(crate) const PATHS: &[Path] = &[$(Path { name: stringify!($name), make: $name },)+];
    };
}

paths! {
    answered,
    in_need,
    assessed_only,
    protected,
    guardian_fosterer,
    guardian_relative,
    child_arrangements,
    to_relatives,
    home,
    before_court_held,
    before_court_declined,
    before_court_not_offered,
    before_court_unborn,
    back_after_guardianship,
    back_after_our_guardianship,
    long_term,
}

fn closed(on: Date, why: Closure) -> Option<Closed> {
    Some(Closed { on, why })
}

fn told(maker: &mut Maker, from: Date, days: i64) -> Date {
    let days = maker.days(0, days);
    after(from, days)
}

fn answered(maker: &mut Maker) -> Child {
    let mut child = maker.person(0, 16);
    child.referrals.push(Referral::answered(told(maker, date(2026, 4, 1), 360), ReferralSource::Relative));
    child
}

fn in_need(maker: &mut Maker) -> Child {
    let mut child = maker.person(0, 16);
    let on = told(maker, date(2025, 4, 1), 500);
    let mut referral = maker.referral(on);
    let began = after(on, 56);
    let ended = after(began, maker.days(20, 300));
    referral.plans.push(Plan { began, ended: Some(ended) });
    referral.closed = closed(ended, Closure::Other);
    child.referrals.push(referral);
    child
}

fn assessed_only(maker: &mut Maker) -> Child {
    let mut child = maker.person(0, 16);
    let on = told(maker, date(2026, 4, 1), 250);
    let mut referral = maker.referral(on);
    let why = maker.pick(&[Closure::AfterAssessment, Closure::ToEarlyHelp]);
    referral.closed = closed(after(on, maker.days(55, 70)), why);
    child.referrals.push(referral);
    child
}

fn protected(maker: &mut Maker) -> Child {
    let mut child = maker.person(0, 16);
    let on = told(maker, date(2026, 4, 1), 120);
    let mut referral = maker.referral(on);
    let held = maker.weekday(on, 16);
    referral.enquiries.push(Enquiry { began: after(on, 1), target: held, conference: Conference::Held(held) });
    let ended = after(held, maker.days(60, 130));
    referral.protection.push(ProtectionPlan {
        began: held,
        ended: Some(ended),
        first: Abuse::Neglect,
        latest: maker.pick(&[Abuse::Neglect, Abuse::Emotional]),
        earlier: 0,
        reviews: vec![after(held, 50)],
    });
    referral.plans.push(Plan { began: ended, ended: None });
    child.referrals.push(referral);
    child
}

/// Regulation 24, then approved, then special guardianship to the same relative.
fn guardian_fosterer(maker: &mut Maker) -> Child {
    let mut child = maker.person(1, 14);
    let on = told(maker, date(2025, 6, 1), 250);
    let mut referral = maker.referral(on);
    let need = referral.need.unwrap_or(PrimaryNeed::AbsentParenting);
    let temporary = maker.fostered(after(on, 1), LegalStatus::Section20, Placement::Relative, "grandmother");
    let interim = maker.under(&temporary, 40, LegalStatus::InterimCareOrder);
    let approved = maker.approved(&interim, 70, Placement::RelativeLongTerm);
    let ordered = maker.under(&approved, 60, LegalStatus::CareOrder);
    let made = after(ordered.from, maker.days(40, 200));
    let stays = vec![temporary, interim, approved, ordered];
    maker.give_care(&mut child, need, stays, Some((made, Ceased::GuardianRelativeFosterer)));
    referral.closed = closed(made, Closure::SpecialGuardianship);
    child.referrals.push(referral);
    child
}

/// Fostered by others, then special guardianship to a relative who was not the foster carer.
fn guardian_relative(maker: &mut Maker) -> Child {
    let mut child = maker.person(1, 14);
    let on = told(maker, date(2025, 9, 1), 250);
    let mut referral = maker.referral(on);
    let need = referral.need.unwrap_or(PrimaryNeed::AbsentParenting);
    let first = maker.fostered(after(on, 2), LegalStatus::InterimCareOrder, Placement::Carer, "first carers");
    let mut second = maker.fostered(after(on, 50), LegalStatus::InterimCareOrder, Placement::Carer, "second carers");
    second.postcode = "SE1 0AG".to_owned();
    second.moved_because = Some(PlaceChange::CarerOther);
    let made = after(second.from, maker.days(60, 250));
    maker.give_care(&mut child, need, vec![first, second], Some((made, Ceased::GuardianRelative)));
    referral.closed = closed(made, Closure::SpecialGuardianship);
    child.referrals.push(referral);
    child
}

/// With a relative as foster carer, then a child arrangements order.
fn child_arrangements(maker: &mut Maker) -> Child {
    let (mut child, mut referral, made) =
        one_stay(maker, LegalStatus::InterimCareOrder, Ceased::ChildArrangementsOrder);
    referral.closed = closed(made, Closure::ChildArrangementsOrder);
    child.referrals.push(referral);
    child
}

/// With a relative as foster carer, then to relatives by nothing but agreement.
fn to_relatives(maker: &mut Maker) -> Child {
    let (mut child, mut referral, made) = one_stay(maker, LegalStatus::Section20, Ceased::HomeWithoutResponsibility);
    referral.plans.push(Plan { began: made, ended: Some(after(made, 30)) });
    referral.closed = closed(after(made, 30), Closure::Other);
    child.referrals.push(referral);
    child
}

/// With a relative as foster carer, then home to parents, as planned or not.
fn home(maker: &mut Maker) -> Child {
    let how = maker.pick(&[Ceased::HomePlanned, Ceased::HomeUnplanned]);
    let (mut child, referral, _) = one_stay(maker, LegalStatus::Section20, how);
    child.referrals.push(referral);
    child
}

fn one_stay(maker: &mut Maker, legal: LegalStatus, how: Ceased) -> (Child, Referral, Date) {
    let mut child = maker.person(1, 15);
    let on = told(maker, date(2025, 10, 1), 250);
    let referral = maker.referral(on);
    let need = referral.need.unwrap_or(PrimaryNeed::AbsentParenting);
    let stay = maker.fostered(after(on, 1), legal, Placement::Relative, "aunt");
    let made = after(on, maker.days(80, 200));
    maker.give_care(&mut child, need, vec![stay], Some((made, how)));
    (child, referral, made)
}

fn steps(maker: &mut Maker, family_meeting: FamilyMeeting) -> (Child, PreProceedings) {
    let mut child = maker.person(0, 14);
    let on = told(maker, date(2026, 4, 1), 60);
    let mut referral = maker.referral(on);
    let began = after(on, 60);
    let letter = after(began, 5);
    referral.plans.push(Plan { began, ended: None });
    child.referrals.push(referral);
    let steps = PreProceedings {
        began,
        letter: Some(letter),
        family_meeting,
        meeting: Some(after(letter, 10)),
        reviews: Some(maker.rng.u8(0..4)),
        decided: None,
        outcome: None,
        court: None,
        court_letter: None,
    };
    (child, steps)
}

fn with(mut child: Child, steps: PreProceedings) -> Child {
    for referral in &mut child.referrals {
        referral.pre_proceedings = Some(steps);
    }
    child
}

fn before_court_held(maker: &mut Maker) -> Child {
    let (child, mut steps) = steps(maker, FamilyMeeting::Held);
    let decided = after(steps.began, maker.days(60, 120));
    steps.decided = Some(decided);
    steps.outcome = Some(maker.pick(&[PreProceedingsOutcome::A, PreProceedingsOutcome::B]));
    with(child, steps)
}

fn before_court_declined(maker: &mut Maker) -> Child {
    let (child, mut steps) = steps(maker, FamilyMeeting::Declined);
    let decided = after(steps.began, maker.days(60, 90));
    steps.decided = Some(decided);
    steps.outcome = Some(PreProceedingsOutcome::C);
    steps.court = Some(after(decided, 10));
    steps.court_letter = Some(after(decided, 12));
    with(child, steps)
}

fn before_court_not_offered(maker: &mut Maker) -> Child {
    let (child, steps) = steps(maker, FamilyMeeting::NotOffered);
    with(child, steps)
}

fn before_court_unborn(maker: &mut Maker) -> Child {
    let (told, steps) = steps(maker, FamilyMeeting::Held);
    let due = after(date(2027, 4, 10), maker.days(0, 60));
    let id = told.id;
    let why = Upn::Unknown(UnknownUpn::NotOfAge);
    let mut child = Child::new(id, Birth::Expected(due), Sex::Unknown, Ethnicity::NotObtained, why);
    let on = after(due, -200);
    let mut referral = maker.referral(on);
    let began = after(on, 60);
    referral.plans.push(Plan { began, ended: None });
    referral.pre_proceedings =
        Some(PreProceedings { began, letter: Some(after(began, 3)), meeting: Some(after(began, 12)), ..steps });
    child.referrals.push(referral);
    child
}

/// Back in care after a special guardianship order made elsewhere or here.
fn back_after_guardianship(maker: &mut Maker) -> Child {
    let mut child = maker.person(5, 14);
    let on = told(maker, date(2026, 5, 1), 250);
    let referral = maker.referral(on);
    let need = referral.need.unwrap_or(PrimaryNeed::AbsentParenting);
    let stay = maker.fostered(after(on, 1), LegalStatus::Section20, Placement::Relative, "uncle");
    maker.give_care(&mut child, need, vec![stay], None);
    let council = maker.pick(&[COUNCIL, "211", "919"]).to_owned();
    for care in &mut child.care {
        let on = Some(date(2023, 2, maker.rng.i8(1..28)));
        care.earlier_order =
            Some(EarlierOrder { kind: PreviousPermanence::SpecialGuardianship, on, council: Some(council.clone()) });
    }
    child.referrals.push(referral);
    child
}

/// Fostered by a relative for years: the yearly health record is asked of the child.
fn long_term(maker: &mut Maker) -> Child {
    let mut child = maker.person(1, 15);
    let on = told(maker, date(2024, 5, 1), 200);
    let referral = maker.referral(on);
    let need = referral.need.unwrap_or(PrimaryNeed::AbsentParenting);
    let stay = maker.fostered(after(on, 1), LegalStatus::CareOrder, Placement::RelativeLongTerm, "grandparents");
    let mut stays = vec![stay.clone()];
    if maker.rng.bool() {
        let away = date(2026, 8, maker.rng.i8(1..20));
        let hospital = Placement::TemporaryHospital;
        stays.push(Stay { from: away, placement: hospital, provider: None, urn: None, ..stay.clone() });
        stays.push(Stay { from: after(away, maker.days(2, 9)), ..stay });
    }
    maker.give_care(&mut child, need, stays, None);
    let from = after(date(2026, 9, 5), maker.days(0, 190));
    let kind = maker.pick(&[Missing::Missing, Missing::Away]);
    for care in &mut child.care {
        care.missing.push(Absence { kind, from, to: Some(after(from, 2)) });
    }
    child.referrals.push(referral);
    child
}

/// Special guardianship to the foster carer in spring, and back in care after the summer: two times in care of one child.
fn back_after_our_guardianship(maker: &mut Maker) -> Child {
    let mut child = maker.person(5, 14);
    let on = told(maker, date(2025, 12, 1), 60);
    let mut first = maker.referral(on);
    let need = first.need.unwrap_or(PrimaryNeed::AbsentParenting);
    let stay = maker.fostered(after(on, 1), LegalStatus::InterimCareOrder, Placement::Relative, "aunt");
    let made = after(on, maker.days(130, 200));
    maker.give_care(&mut child, need, vec![stay], Some((made, Ceased::GuardianRelativeFosterer)));
    let before = std::mem::take(&mut child.workers);
    first.closed = closed(made, Closure::SpecialGuardianship);
    let again = told(maker, date(2026, 9, 1), 120);
    let second = maker.referral(again);
    let stay = maker.fostered(after(again, 1), LegalStatus::Section20, Placement::Relative, "uncle");
    maker.give_care(&mut child, need, vec![stay], None);
    child.workers.splice(0..0, before);
    if let Some(care) = child.care.last_mut() {
        let kind = PreviousPermanence::SpecialGuardianship;
        care.earlier_order = Some(EarlierOrder { kind, on: Some(made), council: Some(COUNCIL.to_owned()) });
    }
    child.referrals.extend([first, second]);
    child
}
