//! What is written: the chain of episodes, the fifth module of the census, and what a year does and does not know.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod made_up;

use jiff::civil::{Date, date};
use made_up::{PATHS, after, year};
use returns::care::{CareTime, EarlierOrder, Ended, Stay};
use returns::cin::{self, Census};
use returns::code::{
    Ceased, Ethnicity, LegalStatus as Law, PlaceChange, Placement, PreProceedingsOutcome, PrimaryNeed, Provider,
    ReferralSource, Sex, UnknownUpn,
};
use returns::need::{FamilyMeeting, PreProceedings, Referral};
use returns::ssda903::{self, Table};
use returns::{Birth, Child, Upn, Year};

fn born(id: &str) -> Child {
    let upn = Upn::Unknown(UnknownUpn::NotKnown);
    Child::new(id, Birth::On(date(2016, 2, 29)), Sex::Male, Ethnicity::Other, upn)
}

fn stay(from: Date, legal: Law, placement: Placement, carers: &str) -> Stay {
    Stay {
        from,
        legal,
        placement,
        provider: Some(Provider::Own),
        carers: carers.into(),
        postcode: format!("SE1 0A{}", carers.chars().next().unwrap_or('A')),
        urn: Some(made_up::URN.into()),
        moved_because: Some(PlaceChange::CarePlan),
    }
}

fn in_care(stays: Vec<Stay>, ended: Option<(Date, Ceased)>) -> Child {
    let ended = ended.map(|(on, how)| Ended { on, how });
    let care = CareTime {
        need: PrimaryNeed::AbsentParenting,
        home_postcode: "SE1 0BA".into(),
        stays,
        ended,
        earlier_order: Some(EarlierOrder::none()),
        reviews: Vec::new(),
        missing: Vec::new(),
    };
    Child { care: vec![care], ..born("A1") }
}

fn table(year: Year, table: Table, child: &Child) -> Vec<Vec<String>> {
    let files = ssda903::write(year, std::slice::from_ref(child)).expect("files");
    let text = files.into_iter().find(|file| file.table == table).expect("the table").text;
    text.lines().skip(1).map(|line| line.split(',').map(str::to_owned).collect()).collect()
}

/// What became of a placement, and by which codes the next episode says so: `RNE`, and the reason for the move.
#[test]
fn what_changed_decides_why_an_episode_began() {
    use Placement::{Carer, Relative, RelativeLongTerm, TemporaryHospital};
    let cases = [
        (Law::Section20, Relative, "B", Law::InterimCareOrder, Relative, "B", Some(("L", ""))),
        (Law::Section20, Relative, "B", Law::Section20, RelativeLongTerm, "B", Some(("T", "CARPL"))),
        (Law::Section20, Relative, "B", Law::CareOrder, RelativeLongTerm, "B", Some(("U", "CARPL"))),
        (Law::Section20, Relative, "B", Law::Section20, Carer, "D", Some(("P", "CARPL"))),
        (Law::Section20, Relative, "B", Law::CareOrder, Carer, "D", Some(("B", "CARPL"))),
        (Law::Section20, Relative, "B", Law::Section20, TemporaryHospital, "B", Some(("P", ""))),
        (Law::Section20, Relative, "B", Law::Section20, Relative, "B", None),
    ];
    for (law, place, carers, next_law, next_place, next_carers, wanted) in cases {
        let (first, second) = (date(2026, 5, 1), date(2026, 7, 1));
        let stays = vec![stay(first, law, place, carers), stay(second, next_law, next_place, next_carers)];
        let rows = table(year(), Table::Episodes, &in_care(stays, None));
        let codes: Vec<_> = rows.iter().map(|row| [&row[2], &row[7], &row[8], &row[9]]).collect();
        let what = format!("{law:?} {place:?} {carers} to {next_law:?} {next_place:?} {next_carers}");
        match wanted {
            Some((began, reason)) => {
                assert_eq!(codes, [["S", "01/07/2026", "X1", reason], [began, "", "", ""]], "{what}");
            }
            None => assert_eq!(codes, [["S", "", "", ""]], "{what}"),
        }
    }
}

/// The same child in three years' returns: what is open on 31 March is open, and what came later is not known.
#[test]
fn a_year_knows_nothing_of_the_next() {
    let stays = vec![
        stay(date(2024, 6, 1), Law::Section20, Placement::Relative, "B"),
        stay(date(2025, 5, 1), Law::CareOrder, Placement::Relative, "B"),
    ];
    let child = in_care(stays, Some((date(2026, 4, 1), Ceased::GuardianRelativeFosterer)));
    let cases: [(i16, &[[&str; 4]]); 5] = [
        (2024, &[]),
        (2025, &[["01/06/2024", "S", "", ""]]),
        (2026, &[["01/06/2024", "S", "01/05/2025", "X1"], ["01/05/2025", "L", "", ""]]),
        (2027, &[["01/05/2025", "L", "01/04/2026", "E45"]]),
        (2028, &[]),
    ];
    for (ending, wanted) in cases {
        let year = Year::ending(ending).expect("a year");
        let rows = table(year, Table::Episodes, &child);
        let told: Vec<_> = rows.iter().map(|row| [&row[1], &row[2], &row[7], &row[8]]).collect();
        assert_eq!(told, wanted, "the year ending {ending}");
        assert_eq!(table(year, Table::Header, &child).len(), usize::from(!wanted.is_empty()), "{ending}");
        let asked = usize::from(ending == 2025);
        assert_eq!(table(year, Table::PreviousPermanence, &child).len(), asked, "before care, {ending}");
    }
}

#[test]
fn every_table_has_its_headings_and_rows_of_their_length() {
    let files = ssda903::write(year(), &made_up::children(3, 60)).expect("files");
    assert_eq!(files.len(), 12);
    for file in files {
        let mut reader = csv::Reader::from_reader(file.text.as_bytes());
        assert_eq!(reader.headers().expect("headings"), file.table.columns());
        let rows = reader.records().collect::<Result<Vec<_>, _>>().expect("rows as long as the headings").len();
        let empty =
            [Table::Unaccompanied, Table::CareLeavers, Table::Adoptions, Table::PlacedForAdoption, Table::Deprivation];
        assert_eq!(rows == 0, empty.contains(&file.table), "{:?}: {rows} rows", file.table);
    }
}

fn census(year: Year, child: &Child) -> String {
    let written = date(2027, 5, 4).at(9, 30, 0, 0);
    let census = Census { year, council: made_up::COUNCIL, release: "0.1.0", serial: 1, written };
    cin::write(&census, std::slice::from_ref(child)).expect("a census")
}

/// The names and words of the elements inside one, in order.
fn inside(xml: &str, element: &str) -> Vec<(String, String)> {
    let (_, rest) = xml.split_once(&format!("<{element}>")).unwrap_or_default();
    let (inner, _) = rest.split_once(&format!("</{element}>")).unwrap_or_default();
    let lines = inner.lines().map(str::trim).filter(|line| line.contains("</") && !line.starts_with("</"));
    lines
        .map(|line| {
            let (name, rest) = line.trim_start_matches('<').split_once('>').expect("a name");
            (name.to_owned(), rest.split('<').next().unwrap_or_default().to_owned())
        })
        .collect()
}

#[test]
fn steps_before_court_are_in_no_census_before_the_first_that_asks() {
    let mut child = before_court(FamilyMeeting::Held);
    for ending in [2026, 2027, 2028] {
        let year = Year::ending(ending).expect("a year");
        child.referrals[0].on = after(year.starts(), 10);
        child.referrals[0].pre_proceedings.as_mut().expect("steps").began = after(year.starts(), 40);
        let told = census(year, &child).contains("PreProceedingsandFGDM");
        assert_eq!(told, ending >= 2027, "{ending}");
    }
}

fn before_court(family_meeting: FamilyMeeting) -> Child {
    let on = date(2026, 9, 9);
    let mut referral = Referral::new(date(2026, 8, 1), ReferralSource::Relative, PrimaryNeed::AbsentParenting);
    referral.pre_proceedings = Some(PreProceedings {
        began: on,
        letter: Some(after(on, 11)),
        family_meeting,
        meeting: Some(after(on, 19)),
        reviews: Some(3),
        decided: Some(date(2026, 12, 1)),
        outcome: Some(PreProceedingsOutcome::A),
        court: Some(date(2026, 12, 18)),
        court_letter: Some(date(2027, 4, 5)),
    });
    Child { referrals: vec![referral], ..born("B1") }
}

#[test]
fn the_fifth_module_is_in_the_order_of_the_draft() {
    let told = inside(&census(year(), &before_court(FamilyMeeting::Held)), "PreProceedingsandFGDM");
    let wanted = [
        ("PPStartDate", "2026-09-09"),
        ("LBPSentDate", "2026-09-20"),
        ("FGDMMeetingOffer", "1"),
        ("FGDMMeetingFac", "1"),
        ("InitialPPMeetingDate", "2026-09-28"),
        ("ReviewMeetingsCount", "3"),
        ("StepDecisionDate", "2026-12-01"),
        ("PPOutcome", "A"),
        ("CourtAppDate", "2026-12-18"),
    ];
    // The last letter is dated after 31 March: the year does not know of it.
    assert_eq!(told, wanted.map(|(name, words)| (name.to_owned(), words.to_owned())));
    assert!(
        inside(
            &census(Year::ending(2028).expect("a year"), &before_court(FamilyMeeting::Held)),
            "PreProceedingsandFGDM"
        )
        .is_empty()
    );
}

#[test]
fn a_family_meeting_is_told_as_offered_and_held() {
    let cases: [(FamilyMeeting, &[(&str, &str)]); 5] = [
        (FamilyMeeting::NotRecorded, &[]),
        (FamilyMeeting::NotOffered, &[("FGDMMeetingOffer", "0")]),
        (FamilyMeeting::Offered, &[("FGDMMeetingOffer", "1")]),
        (FamilyMeeting::Declined, &[("FGDMMeetingOffer", "1"), ("FGDMMeetingFac", "0")]),
        (FamilyMeeting::Held, &[("FGDMMeetingOffer", "1"), ("FGDMMeetingFac", "1")]),
    ];
    for (meeting, wanted) in cases {
        let told = inside(&census(year(), &before_court(meeting)), "PreProceedingsandFGDM");
        let told: Vec<_> = told.iter().filter(|(name, _)| name.starts_with("FGDM")).collect();
        let wanted: Vec<_> = wanted.iter().map(|(name, words)| ((*name).to_owned(), (*words).to_owned())).collect();
        assert_eq!(told, wanted.iter().collect::<Vec<_>>(), "{meeting:?}");
    }
}

/// How each path ends, by the codes it must come to in one return or the other.
#[test]
fn each_path_comes_to_its_codes() {
    let cases = [
        ("answered", "<ReferralNFA>true", ""),
        ("in_need", "<ReasonForClosure>RC7", ""),
        ("assessed_only", "<ReasonForClosure>RC", ""),
        ("protected", "<CPPstartDate>", ""),
        ("guardian_fosterer", "<ReasonForClosure>RC4", "E45"),
        ("guardian_relative", "<ReasonForClosure>RC4", "E47"),
        ("child_arrangements", "<ReasonForClosure>RC3", "E41"),
        ("to_relatives", "<ReasonForClosure>RC7", "E13"),
        ("home", "<ReferralSource>1A", "E4"),
        ("before_court_held", "<FGDMMeetingFac>1", ""),
        ("before_court_declined", "<FGDMMeetingFac>0", ""),
        ("before_court_not_offered", "<FGDMMeetingOffer>0", ""),
        ("before_court_unborn", "<ExpectedPersonBirthDate>", ""),
        ("back_after_guardianship", "<ReferralNFA>false", "P2"),
        ("back_after_our_guardianship", "<ReasonForClosure>RC4", "P2"),
        ("long_term", "<ReferralNFA>false", "U1"),
    ];
    assert_eq!(cases.len(), PATHS.len());
    for (name, of_census, of_care) in cases {
        let child = made_up::child(*PATHS.iter().find(|path| path.name == name).expect("a path"));
        assert!(census(year(), &child).contains(of_census), "{name}: the census lacks {of_census}");
        if of_care.is_empty() {
            assert!(table(year(), Table::Header, &child).is_empty(), "{name}: nobody was looked after");
            continue;
        }
        let care: String = ssda903::write(year(), &[child]).expect("files").into_iter().map(|file| file.text).collect();
        assert!(care.contains(&format!(",{of_care}")), "{name}: the looked-after return lacks {of_care}");
    }
}

#[test]
fn words_of_others_are_escaped() {
    let mut child = before_court(FamilyMeeting::Held);
    child.id = "<a>&\"".into();
    assert!(census(year(), &child).contains("<LAchildID>&lt;a&gt;&amp;"));
}

#[test]
fn pupil_numbers_fit_their_letter() {
    let cases = [("X210432114005", true), ("A210432114005", false), ("X21043211400", false), ("", false), ("é", false)];
    for (number, fits) in cases {
        assert_eq!(Upn::fits(number), fits, "{number}");
    }
    let Some(Upn::Known(number)) = Upn::from_figures("21043211400A") else { panic!("a temporary number") };
    assert!(Upn::fits(&number));
}
