//! The rules, as one table: the Department's number, what is wrong, and what to do.

macro_rules! rules {
    ($($name:ident $number:literal $what:literal $mend:literal,)+) => {
        /// A rule that a return must keep.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule {
            $(#[doc = $what] $name,)+
        }

        impl Rule {
            /// Every rule.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The Department's number of it; nothing where the rule is ours.
            pub fn number(self) -> Option<&'static str> {
                let number = match self { $(Self::$name => $number,)+ };
                (!number.is_empty()).then_some(number)
            }

            /// Whether it only asks to look again: the return may stand.
            pub fn asks(self) -> bool {
                self == Self::GuardianFosteredLast || self.number().is_some_and(|number| number.ends_with('Q'))
            }

            /// What is wrong.
            pub fn what(self) -> &'static str {
                match self { $(Self::$name => $what,)+ }
            }

            /// What to do about it.
            pub fn mend(self) -> &'static str {
                match self { $(Self::$name => $mend,)+ }
            }
        }
    };
}

rules! {
    // Who the child is.
    ChildTwice "8510" "Two children have the same number." "Put the two records together, or give one a number of its own.",
    ChildNumberLong "1570" "The child's number is longer than 20 characters." "Give a shorter one.",
    ChildNumberSigns "1580" "The child's number has a sign in it that is no letter or figure." "Use letters and figures only.",
    PupilNumberTwice "1520" "Two children have the same pupil number." "Look up which child it belongs to.",
    PupilNumberWrong "1510" "The pupil number does not fit its first letter." "Look it up again: a letter or figure is wrong.",
    PupilNumberReason "168" "The looked-after return does not take this reason for having no pupil number." "Give the number, or a reason from UN1 to UN5.",
    PupilNumberAge "8770Q" "The child is of school age, and the reason for having no pupil number is that they are not." "Give the number, or another reason.",
    PupilNumberNothing "8772" "Help went on, and the reason for having no pupil number is that nothing more was done." "Give the number, or another reason.",
    DeathBeforeBirth "8535Q" "The child died before they were born." "Look at both days.",
    UnbornSex "8750" "The child is not born yet, and a sex is given." "Put down that it is not known.",

    // Referrals and what follows them.
    NeedMissing "8610" "Help went on, and no main need is given." "Say what the child's main need is.",
    NothingFollows "8831" "Nothing more was to be done, and yet an assessment or an enquiry follows." "Say that help went on, or move it to the right referral.",
    NoPlanAfterNothing "4000" "Nothing more was to be done, and yet there is a plan." "Say that help went on, or move the plan to the right referral.",
    CaseOpenTwice "8815" "Two cases of the child are open at once." "Close the earlier one.",
    CasesOverlap "8820" "Two cases of the child overlap." "Look at the day the earlier one closed and the later one began.",
    ClosedBeforeBegun "8630" "The case closed before it began." "Look at both days.",
    ClosedWithAssessmentOpen "8867" "The case is closed, and an assessment is not finished." "Give the day the assessment was signed, or open the case again.",
    AfterClosing "8565" "Something is dated after the case closed." "Look at both days.",
    ClosedByDeath "8585Q" "The case closed because the child died, and no day of death is given." "Give the day.",
    ClosedAfterNoAssessment "8825Q" "The case closed after an assessment, and there is none." "Write the assessment down, or close with another reason.",
    PlanAfterAssessmentOnly "2990" "The case closed straight after the assessment, and yet there is a plan or an enquiry." "Close with another reason, such as RC7.",
    AssessmentEarly "1103" "An assessment began before the referral." "Look at both days.",
    AssessmentBackwards "8608" "An assessment was signed before it began." "Look at both days.",
    AssessmentStale "8736" "An assessment began in an earlier year and is still not signed." "Give the day it was signed.",
    AssessmentsAtOnce "8896" "Two assessments are open at once." "Finish the earlier one.",
    FactorsEarly "8614" "An assessment is not signed, and what it found is written down." "Give the day it was signed.",
    FactorsMissing "8897Q" "An assessment is signed, and nothing is written down of what it found." "Say what it found, or code 21 for nothing.",
    NothingFoundAndMore "8869" "An assessment says that nothing was found, and names something too." "Take code 21 out.",
    NothingFoundAndHelp "8873Q" "The only assessment found nothing, and the case did not close because of that." "Look at what it found, or close with RC8 or RC9.",
    FactorTwice "8898" "An assessment names the same thing twice." "Take one out.",
    PlanEarly "4015" "A plan began before the referral." "Look at both days.",
    PlanBackwards "4011" "A plan ended before it began." "Look at both days.",
    PlansOverlap "4014" "Two plans overlap." "Look at the day the earlier one ended.",
    PlanBesideProtection "4016" "A child in need plan goes on while a child protection plan does." "End it on the day child protection began.",

    EnquiryEarly "2889" "A child protection enquiry began before the referral." "Look at both days.",
    EnquiryAlone "2991Q" "A child protection enquiry began, and no assessment of this year goes with it." "Write down the assessment that the enquiry was part of.",
    EnquiryUnanswered "8675Q" "The day by which a child protection conference was due has passed, and it is not written down whether it was held." "Say when it was held, or that it was not needed.",
    ProtectionWithoutConference "2885" "A child protection plan did not begin on the day of a first conference." "Write down the conference, or look at both days.",
    ProtectionBackwards "8925" "A child protection plan ended before it began." "Look at both days.",

    // Before care proceedings, by the draft fifth module.
    StepsEndedBeforeBegun "9009" "How the steps before court end was decided before they began." "Look at both days.",
    LetterEarly "9006" "The letter before proceedings was sent before the steps began." "Look at both days.",
    LetterWithoutOffer "9007" "A letter before proceedings was sent, and it is not written down whether a family meeting was offered." "Say whether it was offered.",
    OfferWithoutLetter "" "A family meeting was offered, and there is no letter before proceedings to tell it of." "Give the day of the letter.",
    OfferUnanswered "9010Q" "A family meeting was offered, and it is not written down whether it was held." "Say whether it was held.",
    ReviewsNotCounted "9015Q" "The first meeting was held, and the review meetings are not counted." "Give their number, or 0.",
    DecisionWithoutOutcome "" "It was decided how the steps before court end, and the outcome is missing." "Give the outcome.",
    CourtBeforeDecision "9012" "The court was asked before it was decided to." "Look at both days.",
    CourtLetterEarly "9013" "The letter that the court will be asked is dated before the court was asked." "Look at both days.",

    // Care.
    CareWithoutStay "" "A time in care has no placement." "Write down where the child was placed, and by which law.",
    StaysOutOfOrder "142" "A placement begins before the one in front of it." "Put the days in order.",
    StayOfNoDays "355" "A placement ended on the day it began." "Leave it out, or look at the days.",
    LeftBeforeStay "356" "Care ended before the last placement began." "Look at both days.",
    CareBeforeBirth "302" "Care began before the child was born." "Look at both days.",
    CareOfAdult "352" "Care began when the child was already 18." "Look at the day, or at the day of birth.",
    CareAgainSameDay "431" "Care began again on the day it ended." "It went on: write it as one time in care.",
    CareTimesOverlap "" "Two times in care overlap." "Look at the day the earlier one ended.",
    NeedNotForCare "145" "The looked-after return does not take this main need." "Give one from N1 to N8.",
    GuardianNotFosterer "516" "The order went to the former foster carer, and the child was not placed with one." "Write down the placement U1 to U6 before it, or end with E47 or E48.",
    GuardianRelative "" "The order went to a foster carer who is a relative or friend, and the last placement was with neither." "Write down the placement U1 to U3, or end with E46.",
    GuardianNotRelative "" "The order went to a foster carer who is no relative or friend, and the last placement was with one." "Write down the placement U4 to U6, or end with E45.",
    GuardianFosteredLast "" "The child lived with a relative or friend as foster carer, and the order is told as if it went to somebody else." "If it went to that carer, end with E45. If it went to another person, this is right.",
    GuardianAdult "407" "A special guardianship order was made when the child was already 18." "Look at the day, or at how care ended.",
    HomeFromPlacementWithParents "" "Care ended without parental responsibility, and the last placement was with somebody who has it." "End with E4A or E4B.",
    AdoptionNotWritten "" "The child was adopted: Kith does not write the tables of adoption." "Add the tables AD1 and PlacedAdoption by hand.",
    ProviderMissing "526" "It is not written down who provides the placement." "Give the provider; for the council's own foster carers PR1.",
    ProviderNotAsked "213" "A short absence or an unregistered placement has no provider in the return." "Take the provider out.",
    ProviderPublic "529" "Another public body cannot provide this placement." "For the council's own foster carers, give PR1.",
    ProviderParents "550" "Only a placement with parents is provided by parents." "Look at the placement and the provider.",
    UrnMissing "218" "Ofsted's number for the provider is missing." "Give it; for the council's own foster carers the fostering service's.",
    UrnNotAsked "222" "This placement has no number of Ofsted's." "Take it out.",
    MoveWithoutReason "225" "It is not written down why the placement changed." "Say why; where the same carers were approved long term, CARPL or PLACE.",
    PostcodeMissing "392b" "A postcode is missing." "Give the postcode of the child's home and of the placement.",
    PostcodesSame "392d" "The placement has the postcode of the child's home." "Look at both: only a placement with parents can be at home.",
    AbsenceFirst "380" "Care cannot begin with a short absence." "Give the child's own placement.",
    AbsenceLast "381" "Care cannot end with a short absence." "Give the child's own placement, or another kind.",
    AbsenceToElsewhere "383" "After a short absence the child did not go back to the placement they came from." "Write down the move as one of its own, or give the absence another kind.",
    PoliceTooLong "361" "Police protection lasted longer than 72 hours." "Look at the days, and by which law it went on.",
    EmergencyTooLong "362" "An emergency protection order lasted longer than 21 days." "Look at the days, and by which law it went on.",
    ShortBreakLongTerm "384" "Short breaks cannot be in a long-term foster placement." "Look at the law and at the placement.",
    ParentsBySection20 "378" "A child accommodated under section 20 cannot be placed with parents." "Look at the law and at the placement.",
    EarlierOrderMissing "630" "It is not written down whether there was an order or adoption before this time in care." "Say which, when and where, or that there was none (Z1).",
    EarlierOrderWhole "635" "There was no order before, and yet a day or a council is given." "Take them out, or say which order it was.",
    EarlierOrderLate "632" "The order before care was made on or after the day care began." "Look at both days.",
    EarlierOrderOther "" "Care ended with an order or adoption before, and the order told before this time in care is of another kind." "Tell the same one: P1 for adoption, P2 for special guardianship, P3 for child arrangements.",
    ReviewOutsideCare "" "A review was held on a day when the child was not in care." "Look at the day.",
    ReviewAge "440" "A review says that the child was under four, and they were not." "Say how the child took part.",
    ReviewAgeOver "441" "A review says how the child took part, and they were under four." "Give PN0.",
    WorkerNumber "SW02STG1" "The social worker's number does not begin with SW or XX." "Give the number from the register.",
    WorkerMissing "SW17STG2" "The child was in care on 31 March and had no social worker." "Write down who it was.",
    WorkersOverlap "SW10bSTG2" "A first social worker began before the one before had ended." "Look at the days, or at why the worker changed.",
    MissingBackwards "567" "A child came back before going missing." "Look at both days.",
    MissingBeforeCare "581" "A child went missing before care began." "Look at both days.",
    MissingAfterLeaving "577" "Care has ended, and a time missing is still open." "Give the day it ended.",

    // The yearly health record.
    HealthMissing "191" "The child was looked after all year, and the yearly health record is missing." "Fill it in.",
    ScoreMissing "186" "The score of strengths and difficulties is missing." "Give it, or say why there is none.",
    ScoreTooHigh "180" "A score of strengths and difficulties is at most 40." "Look it up again.",
}
