//! Code sets of the Children in Need census.

use super::codes;

codes! {
    /// Who told the council of the child (rule 8866).
    ReferralSource {
        Relative "1A" Seen "family member, relative or carer",
        Acquaintance "1B" Seen "acquaintance",
        Child "1C" Seen "the child",
        OtherPerson "1D" Seen "another person",
        School "2A" Seen "school",
        Education "2B" Seen "education service",
        Doctor "3A" Seen "family doctor",
        HealthVisitor "3B" Seen "health visitor",
        SchoolNurse "3C" Seen "school nurse",
        OtherPrimaryHealth "3D" Seen "another primary health service",
        EmergencyDepartment "3E" Seen "hospital emergency department",
        OtherHealth "3F" Seen "another health service",
        Housing "4" Seen "housing",
        SocialCare "5A" Seen "the council's social care",
        OtherInCouncil "5B" Seen "another part of the council",
        OtherCouncil "5C" Seen "another council",
        EarlyHelp "5D" Seen "the council's early help",
        Police "6" Seen "police",
        OtherLegal "7" Seen "another legal agency",
        Other "8" Seen "somebody else",
        Anonymous "9" Seen "somebody who gave no name",
        Unknown "10" Seen "not known",
    }
}

codes! {
    /// The child's main need (rule 8650). The looked-after return takes the first eight (rule 145).
    PrimaryNeed {
        Abuse "N1" Seen "abuse or neglect",
        Disability "N2" Seen "the child's disability",
        ParentIllness "N3" Seen "a parent's illness or disability",
        AcuteStress "N4" Seen "family in acute stress",
        Dysfunction "N5" Seen "family dysfunction",
        Behaviour "N6" Seen "socially unacceptable behaviour",
        LowIncome "N7" Seen "low income",
        AbsentParenting "N8" Seen "absent parenting",
        NotInNeed "N9" Memory "a case other than a child in need",
        NotStated "N0" Memory "not stated",
    }
}

codes! {
    /// What an assessment found (rule 8897Q). `18A` and `19A` are left out: they are no longer to be used.
    Factor {
        AlcoholChild "1A" Seen "alcohol: the child",
        AlcoholParent "1B" Seen "alcohol: a parent or carer",
        AlcoholOther "1C" Seen "alcohol: somebody else in the household",
        DrugsChild "2A" Seen "drugs: the child",
        DrugsParent "2B" Seen "drugs: a parent or carer",
        DrugsOther "2C" Seen "drugs: somebody else in the household",
        DomesticAbuseChild "3A" Seen "domestic abuse: the child",
        DomesticAbuseParent "3B" Seen "domestic abuse: a parent or carer",
        DomesticAbuseOther "3C" Seen "domestic abuse: somebody else in the household",
        MentalHealthChild "4A" Seen "mental health: the child",
        MentalHealthParent "4B" Seen "mental health: a parent or carer",
        MentalHealthOther "4C" Seen "mental health: somebody else in the household",
        LearningChild "5A" Seen "learning disability: the child",
        LearningParent "5B" Seen "learning disability: a parent or carer",
        LearningOther "5C" Seen "learning disability: somebody else in the household",
        IllnessChild "6A" Seen "physical disability or illness: the child",
        IllnessParent "6B" Seen "physical disability or illness: a parent or carer",
        IllnessOther "6C" Seen "physical disability or illness: somebody else in the household",
        YoungCarer "7A" Seen "young carer",
        PrivateFosteringB "8B" Memory "private fostering: overseas children who mean to return",
        PrivateFosteringC "8C" Memory "private fostering: overseas children who mean to stay",
        PrivateFosteringD "8D" Memory "private fostering: children from here, placed by parents or carers",
        PrivateFosteringE "8E" Seen "private fostering: children from here who made their own arrangement",
        PrivateFosteringF "8F" Memory "private fostering: other",
        Unaccompanied "9A" Seen "unaccompanied child seeking asylum",
        Missing "10A" Seen "going missing",
        SexualExploitation "11A" Seen "child sexual exploitation",
        Trafficking "12A" Seen "trafficking",
        Gangs "13A" Seen "gangs",
        Behaviour "14A" Seen "socially unacceptable behaviour",
        SelfHarm "15A" Seen "self-harm",
        Neglect "16A" Seen "neglect",
        EmotionalAbuse "17A" Seen "emotional abuse",
        PhysicalAbuseByChild "18B" Seen "physical abuse by a child",
        PhysicalAbuseByAdult "18C" Seen "physical abuse by an adult",
        SexualAbuseByChild "19B" Seen "sexual abuse by a child",
        SexualAbuseByAdult "19C" Seen "sexual abuse by an adult",
        Other "20" Seen "something else",
        None "21" Seen "nothing found",
        GenitalMutilation "22A" Seen "female genital mutilation",
        FaithAbuse "23A" Seen "abuse linked to faith or belief",
        CriminalExploitation "24A" Seen "child criminal exploitation",
    }
}

codes! {
    /// Why a case was closed (rule 8640).
    Closure {
        Adopted "RC1" Seen "adopted",
        Died "RC2" Seen "died",
        ChildArrangementsOrder "RC3" Seen "child arrangements order",
        SpecialGuardianship "RC4" Seen "special guardianship order",
        OtherCouncil "RC5" Seen "moved to another council",
        AdultServices "RC6" Seen "moved to adult services",
        Other "RC7" Seen "another reason, or no longer in need",
        AfterAssessment "RC8" Seen "closed after the assessment, nothing more to do",
        ToEarlyHelp "RC9" Seen "closed after the assessment, early help takes over",
    }
}

impl Closure {
    /// Whether nothing but an assessment was done.
    pub fn after_assessment(self) -> bool {
        matches!(self, Self::AfterAssessment | Self::ToEarlyHelp)
    }
}

codes! {
    /// What harm a child protection plan is for (rules 8905 and 8910).
    Abuse {
        Neglect "NEG" Memory "neglect",
        Physical "PHY" Memory "physical abuse",
        Sexual "SAB" Memory "sexual abuse",
        Emotional "EMO" Memory "emotional abuse",
        Several "MUL" Memory "more than one kind",
    }
}

codes! {
    /// A child's disability (rule 8540).
    Disability {
        None "NONE" Seen "no disability",
        Mobility "MOB" Memory "moving about",
        HandFunction "HAND" Memory "use of the hands",
        PersonalCare "PC" Memory "looking after oneself",
        Incontinence "INC" Memory "continence",
        Communication "COMM" Memory "speaking and understanding",
        Learning "LD" Memory "learning",
        Hearing "HEAR" Memory "hearing",
        Vision "VIS" Memory "seeing",
        Behaviour "BEH" Memory "behaviour",
        Consciousness "CON" Memory "consciousness",
        Autism "AUT" Memory "autism or Asperger syndrome",
        OtherDisability "DDA" Memory "another disability",
    }
}

codes! {
    /// How pre-proceedings ended (code set CS131 of the draft). Its meanings were not published where we looked.
    PreProceedingsOutcome {
        A "A" Unsure "outcome A",
        B "B" Unsure "outcome B",
        C "C" Unsure "outcome C",
    }
}
