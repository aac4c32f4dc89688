//! Code sets of the return of looked-after children (SSDA903), as accepted from 2025-26.

use super::{Code, codes};

codes! {
    /// Why an episode of care began (rule 143). Worked out when the return is written, never typed in.
    NewEpisode {
        Started "S" Seen "started to be looked after",
        Legal "L" Seen "the legal status changed, and not the placement",
        Placement "P" Seen "the placement and the carers changed, and not the legal status",
        SameCarers "T" Seen "the placement changed with the same carers, and not the legal status",
        LegalSameCarers "U" Seen "the legal status and the placement changed, with the same carers",
        Both "B" Seen "the legal status, the placement and the carers changed",
    }
}

codes! {
    /// The law under which a child is looked after (rule 144).
    LegalStatus {
        InterimCareOrder "C1" Memory "interim care order",
        CareOrder "C2" Memory "full care order",
        FreeingOrder "D1" Memory "freeing order",
        PlacementOrder "E1" Memory "placement order",
        Section20 "V2" Memory "section 20, a single time in care",
        ShortBreaks "V3" Memory "section 20, short breaks agreed together",
        ShortBreaksOneByOne "V4" Memory "section 20, short breaks one by one",
        Remand "J1" Memory "remanded to the council",
        PoliceDetention "J2" Memory "detained under the police's powers in criminal matters",
        SentenceWithResidence "J3" Memory "sentenced, with a requirement to live where the council says",
        PoliceProtection "L1" Memory "police protection",
        EmergencyProtection "L2" Memory "emergency protection order",
        AssessmentOrder "L3" Memory "child assessment order",
    }
}

impl LegalStatus {
    /// Whether it is a series of short breaks, not a time in care.
    pub fn short_breaks(self) -> bool {
        matches!(self, Self::ShortBreaks | Self::ShortBreaksOneByOne)
    }
}

codes! {
    /// Where a child is placed (rule 146 of 2025-26).
    Placement {
        RelativeLongTerm "U1" Seen "relative or friend, long term",
        RelativeAdopting "U2" Seen "relative or friend who is also an approved adopter",
        Relative "U3" Seen "relative or friend, neither long term nor an adopter",
        CarerLongTerm "U4" Seen "another foster carer, long term",
        CarerAdopting "U5" Seen "another foster carer who is also an approved adopter",
        Carer "U6" Seen "another foster carer, neither long term nor an adopter",
        Parents "P1" Seen "own parents or somebody else with parental responsibility",
        Employment "P3" Memory "living at work",
        AdopterFosterWithConsent "A3" Memory "for adoption with consent, with the present foster carer",
        AdopterWithConsent "A4" Memory "for adoption with consent, not with the present foster carer",
        AdopterFosterByOrder "A5" Memory "for adoption by placement order, with the present foster carer",
        AdopterByOrder "A6" Memory "for adoption by placement order, not with the present foster carer",
        SecureHome "K1" Memory "secure children's home",
        ChildrensHome "K2" Memory "children's home",
        SupportedAccommodation "K3" Memory "supported accommodation",
        CareHome "R1" Memory "residential care home",
        Hospital "R2" Memory "hospital or nursing care",
        FamilyCentre "R3" Memory "family centre or mother and baby unit",
        Custody "R5" Memory "young offender institution",
        School "S1" Memory "residential school",
        TemporaryT0 "T0" Memory "temporary: any kind",
        TemporaryHospital "T1" Memory "temporary: hospital",
        TemporaryHoliday "T2" Memory "temporary: holiday",
        TemporaryCarerAway "T3" Memory "temporary: the foster carer is on holiday",
        TemporaryOther "T4" Memory "temporary: up to seven days, no reason told",
        UnregisteredZ11 "Z11" Unsure "not registered, first kind",
        UnregisteredZ12 "Z12" Unsure "not registered, second kind",
        UnregisteredZ13 "Z13" Unsure "not registered, third kind",
        UnregisteredZ14 "Z14" Unsure "not registered, fourth kind",
    }
}

impl Placement {
    /// Whether it is with a foster carer, `U1` to `U6`.
    pub fn fostered(self) -> bool {
        self.code().starts_with('U')
    }

    /// Whether it is with a relative or friend as foster carer, `U1` to `U3`.
    pub fn kinship(self) -> bool {
        matches!(self, Self::RelativeLongTerm | Self::RelativeAdopting | Self::Relative)
    }

    /// Whether it is a long-term foster placement.
    pub fn long_term(self) -> bool {
        matches!(self, Self::RelativeLongTerm | Self::CarerLongTerm)
    }

    /// Whether it is a short absence from the child's own placement.
    pub fn temporary(self) -> bool {
        self.code().starts_with('T')
    }

    /// Whether the return asks who provides it (rules 213 and 526).
    pub fn has_provider(self) -> bool {
        !self.temporary() && !self.code().starts_with('Z')
    }

    /// Whether the return asks for the number that Ofsted gave its provider (rule 218).
    pub fn registered(self) -> bool {
        self.has_provider()
            && !matches!(self, Self::Parents | Self::Employment | Self::CareHome | Self::Hospital | Self::Custody)
    }
}

codes! {
    /// Who provides a placement (rule 178).
    Provider {
        Parents "PR0" Memory "parents or others with parental responsibility",
        Own "PR1" Memory "the council itself",
        OtherCouncil "PR2" Memory "another council",
        OtherPublic "PR3" Memory "another public body",
        Private "PR4" Memory "a private provider",
        Voluntary "PR5" Memory "a voluntary body",
    }
}

codes! {
    /// Why a child changed placement (rule 1009).
    PlaceChange {
        CarePlan "CARPL" Memory "as the care plan said",
        Closed "CLOSE" Memory "the provider closed or stopped",
        Allegation "ALLEG" Memory "an allegation was made",
        Standards "STAND" Memory "concern about standards",
        Approval "APPRR" Memory "the approval was taken away",
        CarerBehaviour "CREQB" Memory "the carer asked, because of the child's behaviour",
        CarerOther "CREQO" Memory "the carer asked, for another reason",
        Child "CHILD" Memory "the child asked",
        Council "LAREQ" Memory "the council asked",
        PlanChanged "PLACE" Memory "the placement's own status changed, and the child did not move",
        Custody "CUSTOD" Memory "custody",
        Other "OTHER" Memory "another reason",
    }
}

codes! {
    /// Why a time in care ended (rule 149). `X1` is not among them: it ends an episode, not a time in care, and is worked out.
    Ceased {
        AdoptedUnopposed "E11" Seen "adopted, nobody opposed",
        AdoptedConsentDispensed "E12" Seen "adopted, the parents' consent was dispensed with",
        Died "E2" Memory "died",
        OtherCouncil "E3" Memory "another council took over",
        HomePlanned "E4A" Seen "home to parents, relatives or others with parental responsibility, as planned",
        HomeUnplanned "E4B" Seen "home to parents, relatives or others with parental responsibility, not planned",
        HomeWithoutResponsibility "E13" Seen "to parents, relatives or others without parental responsibility",
        ChildArrangementsOrder "E41" Seen "child arrangements order",
        GuardianRelativeFosterer "E45" Seen "special guardianship: the former foster carer, a relative or friend",
        GuardianFosterer "E46" Seen "special guardianship: the former foster carer, no relative or friend",
        GuardianRelative "E47" Seen "special guardianship: a relative or friend who was not the foster carer",
        GuardianOther "E48" Seen "special guardianship: somebody else",
        SupportedIndependence "E5" Memory "moved to live independently, with support",
        Independence "E6" Memory "moved to live independently, without support",
        AdultCare "E7" Memory "adult social care took over",
        OtherReason "E8" Memory "another reason",
        Sentenced "E9" Memory "sentenced to custody",
        Accommodated "E14" Memory "accommodation ended under another power",
        AgeDisputed "E15" Memory "found to be 18 or over",
        Abroad "E16" Memory "moved abroad",
        StayedAt18 "E17" Memory "18 or over and stayed with the carers",
    }
}

impl Ceased {
    /// Whether a special guardianship order was made.
    pub fn guardianship(self) -> bool {
        matches!(
            self,
            Self::GuardianRelativeFosterer | Self::GuardianFosterer | Self::GuardianRelative | Self::GuardianOther
        )
    }

    /// Whether the child was adopted.
    pub fn adopted(self) -> bool {
        matches!(self, Self::AdoptedUnopposed | Self::AdoptedConsentDispensed)
    }

    /// The order or adoption that ended care so, as it is told when the child comes back.
    pub fn permanence(self) -> Option<PreviousPermanence> {
        match self {
            Self::ChildArrangementsOrder => Some(PreviousPermanence::ChildArrangementsOrder),
            how if how.guardianship() => Some(PreviousPermanence::SpecialGuardianship),
            how if how.adopted() => Some(PreviousPermanence::Adoption),
            _ => None,
        }
    }
}

codes! {
    /// How a child had left care for good before, or lived for good with others (rule 631).
    PreviousPermanence {
        Adoption "P1" Seen "adoption",
        SpecialGuardianship "P2" Seen "special guardianship order",
        ChildArrangementsOrder "P3" Seen "residence or child arrangements order",
        Unknown "P4" Seen "not known which",
        None "Z1" Seen "none",
    }
}

codes! {
    /// How a child took part in a review (rule 167).
    Participation {
        UnderFour "PN0" Memory "under four",
        Spoke "PN1" Memory "came and spoke",
        Advocate "PN2" Memory "came, and somebody spoke for the child",
        Signed "PN3" Memory "came and told their views without words",
        Silent "PN4" Memory "came and told no views",
        AskedAdvocate "PN5" Memory "did not come, and asked somebody to speak for them",
        Sent "PN6" Memory "did not come, and sent their views",
        NoViews "PN7" Memory "did not come and sent no views",
    }
}

codes! {
    /// How a child was away (rule 1006).
    Missing {
        Missing "M" Seen "missing",
        Away "A" Seen "away from the placement without leave",
    }
}

codes! {
    /// Why a child's social worker changed (rule SW13).
    WorkerChange {
        ManagerDecided "MANAGE" Memory "the manager decided",
        First "FCONTA" Seen "the first worker",
        Left "LEFTRL" Memory "the worker left",
        Reorganised "ORGRST" Memory "the service was reorganised",
        Transfer "TSPROC" Memory "handed over to another team, as usual",
        Absence "ABSENC" Memory "the worker was away",
        ChildAsked "CHCHAN" Memory "the child asked",
        ParentAsked "PCCHAN" Memory "a parent or carer asked",
        Died "SWDIED" Memory "the worker died",
        Other "OTHERS" Memory "another reason",
    }
}
