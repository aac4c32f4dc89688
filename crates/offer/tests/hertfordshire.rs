//! Hertfordshire's offer as it stands in `offers/hertfordshire`: nothing of what was read is lost. The table follows
//! what was read, fact by fact; each row names the entry where the fact is read back, after a writing and a reading.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

mod shipped;

use offer::place::{Found, Places};
use offer::{Offer, Stated};
use shipped::{OFFERS, check, family, holds};

fn hertfordshire() -> &'static Offer {
    OFFERS.by_slug("hertfordshire").unwrap()
}

const PAGE: &str =
    "address https://www.hertfordshire.gov.uk/services/childrens-social-care/fostering/kinship-support-offer.aspx";

/// An entry, and the words that stand in it.
const FACTS: &[(&str, &str)] = &[
    // Whose it is: a county; one long page, by legal order; an example from public pages.
    ("offer hertfordshire", "council Hertfordshire County Council"),
    ("offer hertfordshire", "authority E10000015"),
    ("offer hertfordshire", "format one long web page"),
    ("offer hertfordshire", "layout order-led"),
    ("offer hertfordshire", "example yes"),
    ("offer hertfordshire", "not the council's own publication"),
    // The pages: three versions at one address, two procedures, an older draft.
    ("page offer-v1", PAGE),
    ("page offer-v2", PAGE),
    ("page offer-v3", PAGE),
    ("page kinship-procedure", "address https://hertschildcare.trixonline.co.uk/chapter/kinship-foster-care"),
    ("page kinship-procedure", "dated 2025-05-21"),
    ("page special-guardianship-procedure", "address https://hertschildcare.proceduresonline.com/p_spec_guard.html"),
    ("page special-guardianship-procedure", "updated in November 2024"),
    ("page special-guardianship-procedure", "under review"),
    (
        "page special-guardianship-draft-2013",
        "address https://studylib.net/doc/8453025/contents---hertfordshire-county-council",
    ),
    ("page special-guardianship-draft-2013", "dated 2013-12-09"),
    ("page special-guardianship-draft-2013", "calls itself a draft"),
    // The earlier text: its menu, in its order.
    (
        "page offer-v1",
        "item Contents | Kinship fostering; private fostering; child arrangements order; special guardianship order; \
         adopting at the end of the court case; training; help from the virtual school and others.",
    ),
    ("section kinship-fostering", "title Kinship fostering"),
    ("section private-fostering", "title Private fostering"),
    ("section child-arrangements", "title Child arrangements order"),
    ("section special-guardianship", "title Special guardianship order"),
    ("section adoption", "title Adopting at the end of the court case"),
    ("section training", "title Training"),
    ("section virtual-school", "title Help from the virtual school"),
    // The later text: a new title, the whole range of support for carers and children.
    ("page offer-v3", "item What it calls itself | Kinship local offer"),
    ("event retitled", "The later one has the title of a kinship local offer"),
    (
        "statement what-the-offer-sets-out",
        "all the support there is in the area, for kinship carers and for the children",
    ),
    // Two lines by area, and a form.
    ("contact south-west", "area South and West Hertfordshire"),
    ("contact south-west", "phone 01442 453595"),
    ("contact north-east", "area North and East Hertfordshire"),
    ("contact north-east", "phone 01438 844247"),
    ("contact south-west", "a form to write an email"),
    ("contact north-east", "a form to write an email"),
    // Each part has the same headings.
    (
        "section kinship",
        "Each part has the same headings: what it is; the assessment; more on the legal process; the effect, which is \
         about who may decide for the child; then support and money; and what to do if you disagree.",
    ),
    ("section kinship-fostering-what", "title What it is under kinship-fostering"),
    ("section kinship-fostering-assessment", "title Assessment under kinship-fostering"),
    ("section kinship-fostering-process", "title More on the legal process under kinship-fostering"),
    ("section kinship-fostering-process", "text not seen"),
    ("section kinship-fostering-effect", "title Effect under kinship-fostering"),
    ("section kinship-fostering-support", "title Support and money under kinship-fostering"),
    ("section kinship-fostering-support", "text not seen"),
    ("section kinship-fostering-disagree", "title If you disagree under kinship-fostering"),
    // Kinship fostering.
    ("section kinship-fostering-what", "must be approved by the council. That is so for a short time"),
    ("section kinship-fostering-what", "and for a long time"),
    ("section kinship-fostering-assessment", "There are two steps."),
    (
        "section kinship-fostering-assessment",
        "initial viability assessment. It is best done before the child moves in.",
    ),
    (
        "section kinship-fostering-assessment",
        "a full assessment follows. The page puts it under regulation 24. [cpr-2010/24]",
    ),
    ("clock kinship-assessment", "starts the child is placed with you"),
    ("clock kinship-assessment", "length at most 16 weeks"),
    ("clock kinship-assessment", "extension once, by up to 8 weeks, in certain cases"),
    ("body fostering-panel", "name Fostering panel"),
    ("service kinship-foster-assessment", "evidence your medical history"),
    ("service kinship-foster-assessment", "evidence police checks"),
    ("service kinship-foster-assessment", "evidence references from people who know you well"),
    ("section kinship-fostering-assessment", "with the judge, and with the others in the court case"),
    ("section kinship-fostering-assessment", "The child may already live with you while it goes on."),
    ("complaint disagree", "step Talk to the social worker."),
    ("complaint disagree", "step You may still ask the court"),
    // The effect.
    ("section kinship-fostering-effect", "You do not have parental responsibility for the child."),
    ("section kinship-fostering-effect", "The council and the parents go on making them."),
    // The procedures.
    ("section kinship-procedure", "often grandparents, who may be older, in poorer health and worse off"),
    ("statement kinship-foster-carer", "calls every kinship carer a kinship foster carer"),
    ("remark kinship-foster-carer-for-all", "Other carers may think the policy is not for them"),
    (
        "section special-guardianship-procedure",
        "who may apply; parental responsibility; the report to the court; ending the order; who is entitled to an \
         assessment for support; the support plan; its review; money; payment of legal fees; urgent cases; help for \
         young people who leave care; and records.",
    ),
    (
        "section special-guardianship-procedure",
        "if the child dies. The council is told, if the child was in care before.",
    ),
    (
        "section special-guardianship-procedure",
        "the notice that somebody means to apply, the assessment of support needs, and a pack about the family's money",
    ),
    ("service special-guardianship-assessment", "extends sgo_support_assessment"),
    ("service special-guardianship-plan", "extends sgo_support_plan"),
    ("service special-guardianship-urgent", "[sgr-2005/19]"),
    ("service leaving-care", "extends s24_sgo"),
    ("payment special-guardianship-money", "amount not seen"),
    ("payment special-guardianship-money", "evidence A pack about the family's money"),
    ("payment special-guardianship-legal-fees", "kind legal costs"),
    ("payment special-guardianship-legal-fees", "amount not seen"),
    // Held against what is expected of an offer.
    ("remark approach-thin", "kind gap"),
    ("remark money-not-seen", "kind gap"),
    ("remark school-named", "kind good"),
    ("remark housing-not-seen", "kind gap"),
    ("remark laid-out-by-order", "built around legal orders"),
    ("remark informal-care-missing", "Informal care has no part of its own"),
    ("remark lead-missing", "kind gap"),
    ("remark disagree-by-talking", "To disagree is to talk to the social worker"),
    // Sources that do not agree: the law wins.
    ("remark sixteen-weeks", "Community Care, wrote in 2021 that it can be 22 in all."),
    ("remark sixteen-weeks", "What the law says is what counts. [cpr-2010/25(2)]"),
    ("remark sixteen-weeks", "clocks kinship-assessment"),
];

#[test]
fn every_fact_is_read_back() {
    holds(hertfordshire(), FACTS);
}

#[test]
fn sections_stand_in_the_councils_own_order() {
    let names = |parent: Option<&str>| -> Vec<&str> {
        let under = |section: &&offer::Section| section.under.as_ref().map(|id| id.as_str()) == parent;
        hertfordshire().sections.iter().filter(under).map(|section| section.id.as_str()).collect()
    };
    assert_eq!(
        names(None),
        [
            "kinship",
            "kinship-fostering",
            "private-fostering",
            "child-arrangements",
            "special-guardianship",
            "adoption",
            "training",
            "virtual-school",
            "beside",
        ]
    );
    assert_eq!(names(Some("kinship-fostering")).len(), 6);
}

#[test]
fn every_page_says_when_it_was_read_and_every_service_where() {
    let offer = hertfordshire();
    assert!(offer.pages.iter().all(|page| page.seen.value().is_some()));
    assert!(offer.services.iter().all(|service| !service.sources.is_empty()));
    assert!(offer.head.example && offer.head.notice.is_some());
    assert_eq!(OFFERS.by_council("E10000015".parse().unwrap()), Some(offer));
    let [earlier, _, later] = offer.versions(offer.topics()[0])[..] else { panic!("three versions") };
    assert!(!earlier.current && later.current && earlier.url == later.url);
}

#[test]
fn silence_is_a_value_of_its_own() {
    let offer = hertfordshire();
    let service = |name: &str| offer.service(name).unwrap();
    assert_eq!(service("which-arrangement").evidence, Stated::NotStated);
    assert_eq!(service("training").evidence, Stated::NotSeen);
    assert_eq!(offer.contacts[0].hours, Stated::NotStated);
    assert_eq!(offer.contacts[0].form, Stated::NotSeen);
    assert!(
        offer.payments.iter().all(|payment| payment.amount == Stated::NotSeen && payment.cohorts == Stated::NotSeen)
    );
}

/// From a postcode to its district, and from there to the one line that answers.
#[test]
fn each_district_has_one_line() {
    let places = Places::embedded();
    let list = hertfordshire().contacts_by_district(places);
    assert_eq!(list.len(), 10, "every district of the county");
    assert!(list.iter().all(|found| found.contacts.len() == 1));
    for (postcode, district, phone) in [
        ("AL1 3JE", "St Albans", "01442 453595"),
        ("WD17 3EX", "Watford", "01442 453595"),
        ("HP1 1HH", "Dacorum", "01442 453595"),
        ("SG13 8DQ", "East Hertfordshire", "01438 844247"),
        ("SG1 1HN", "Stevenage", "01438 844247"),
        ("AL8 6AE", "Welwyn Hatfield", "01438 844247"),
    ] {
        let Ok(Found::England { district: Some(found), .. }) = places.find(postcode) else { panic!("{postcode}") };
        assert_eq!(found.name, district, "{postcode}");
        let line = list.iter().find(|one| one.district == found).unwrap().contacts[0];
        assert_eq!(line.phones.value().unwrap(), &[phone], "{postcode}");
    }
}

const GRAN: &str = "
    child_dob               2019-03-10
    carer_relation          grandparent
    order_type              none
    child_looked_after_now  no
    looked_after_ever       no
    left_care_through       none
    arrangement_start       2026-09-22
    intended_days           365
    child_disabled          no
    sgo_notice_given        no";

#[test]
fn gran_without_an_order_is_told_what_was_not_seen_and_never_no() {
    check(
        hertfordshire(),
        GRAN,
        "which-arrangement         may
         training                  may
         school-resources          may
         kinship-foster-assessment unknown_rule
         private-fostering-support unknown_rule
         child-arrangements-support unknown_rule
         special-guardianship-support unknown_rule
         special-guardianship-assessment unknown_rule
         adoption-advice           unknown_rule",
    );
}

#[test]
fn a_child_in_care_and_a_special_guardian() {
    let in_care =
        GRAN.replace("child_looked_after_now  no", "child_looked_after_now  yes").replace("ever       no", "ever yes");
    check(hertfordshire(), &in_care, "kinship-foster-assessment right");
    let guardian = GRAN.replace("order_type              none", "order_type SGO");
    check(hertfordshire(), &guardian, "special-guardianship-support may\nchild-arrangements-support unknown_rule");
    check(
        hertfordshire(),
        "child_dob 2019-03-10\ncarer_relation grandparent",
        "kinship-foster-assessment depends child_looked_after_now
         which-arrangement may",
    );
}

#[test]
fn nothing_that_national_law_gives_is_taken_away() {
    for facts in [GRAN.to_owned(), GRAN.replace("none", "SGO"), GRAN.replace("grandparent", "great_aunt_uncle")] {
        let facts = facts.replace("left_care_through       SGO", "left_care_through none");
        let case = family(&facts);
        assert_eq!(shipped::taken_away(hertfordshire(), &case), [], "{facts}");
    }
}
