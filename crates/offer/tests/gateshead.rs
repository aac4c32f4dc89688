//! Gateshead's offer as it stands in `offers/gateshead`: nothing of what was read is lost. The table follows what was
//! read, fact by fact; each row names the entry where the fact is read back, after a writing and a reading.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

mod shipped;

use offer::{Bound, Length, Offer, RemarkKind, Stated, Unit};
use shipped::{DAY, OFFERS, check, family, holds};

fn gateshead() -> &'static Offer {
    OFFERS.by_slug("gateshead").unwrap()
}

/// An entry, and the words that stand in it.
const FACTS: &[(&str, &str)] = &[
    // Whose it is: a formal policy in web articles and a PDF, and a local offer; an example from public pages.
    ("offer gateshead", "council Gateshead Council"),
    ("offer gateshead", "authority E08000037"),
    ("offer gateshead", "title Kinship care policy and local offer"),
    ("offer gateshead", "web pages, one for each part of the policy"),
    ("offer gateshead", "a PDF file of 664 KB"),
    ("offer gateshead", "example yes"),
    ("offer gateshead", "not the council's own publication"),
    // Its pages.
    ("page introduction", "https://www.gateshead.gov.uk/article/31948/Kinship-care-policy"),
    ("page introduction", "the view made for printing"),
    ("page values", "https://gateshead.gov.uk/article/32162/Our-values-and-principles"),
    ("page legal-context", "https://www.gateshead.gov.uk/article/32163/Legal-context"),
    ("page support", "https://gateshead.gov.uk/article/32164/Types-of-support-and-services"),
    ("page financial-support", "https://gateshead.gov.uk/article/32165/Financial-support"),
    ("page financial-assessment", "https://gateshead.gov.uk/article/32166/The-financial-assessment-process"),
    ("page notification", "https://gateshead.gov.uk/article/32167/Notification-and-payment"),
    ("page kinship-carers", "https://www.gateshead.gov.uk/article/14130/Kinship-carers"),
    ("page types", "https://gateshead.gov.uk/article/27793/Types-of-kinship-arrangements"),
    (
        "page launch-news",
        "https://gateshead.gov.uk/article/32139/Council-launches-local-offer-to-support-kinship-families",
    ),
    (
        "page older-policy",
        "https://www.gateshead.gov.uk/article/3993/Friends-Family-and-Connected-Person-Carers-Policy",
    ),
    ("page private-fostering", "https://www.gateshead.gov.uk/article/9365/Private-fostering"),
    ("section appeals", "part 8"),
    ("section appeals", "text not seen"),
    // The outline it shares with others.
    ("page south-tyneside-policy", "https://publications.southtyneside.gov.uk/policies/friends-and-family"),
    ("page south-tyneside-policy", "October 2023"),
    ("page newcastle-2015", "https://docslib.org/doc/13523839/newcastle-city-council"),
    ("page newcastle-2015", "August 2015"),
    ("remark shared-text", "kind shared"),
    (
        "remark shared-text",
        "introduction; principles; the law, with four kinds of care; and support, with family group conferences and \
         family time",
    ),
    (
        "remark shared-text",
        "section 17, allowances for child arrangements, special guardianship and adoption, and legal costs",
    ),
    (
        "remark shared-text",
        "how to get support; and the look at money: income; benefits and pensions; equity, savings and investments; \
         what must be paid and what goes out; the child's own money",
    ),
    (
        "remark shared-text",
        "groups of brothers and sisters; rules for former foster carers in a time of change; notification and payment; \
         and contact, appeals and complaints",
    ),
    // Scope and principle.
    ("statement all-kinship-children", "all children in kinship care, whatever their legal status"),
    ("statement needs-first", "What the child needs comes first."),
    ("statement needs-first", "means need not status"),
    (
        "statement formally-involved",
        "the child is in need, the child is in its care, or an order gives the council parental responsibility",
    ),
    // Types and thresholds.
    (
        "statement close-relative",
        "a grandparent, a brother or sister, an uncle, an aunt or a step-parent, and nobody else",
    ),
    ("section types", "Family only: a close relative cares for the child, and the council is not involved."),
    ("section types", "the child stays 28 days or more with someone else. The council must approve it."),
    ("section types", "a child arrangements order or a special guardianship order"),
    ("section types", "In the council's care: the child lives with a kinship foster carer."),
    ("clock private-fostering-begins", "length at least 28 days"),
    ("contact private-fostering-referrals", "phone 0191 433 2653"),
    (
        "section private-fostering",
        "a cousin, a friend, a neighbour, a host family, a great-aunt or great-uncle, a great-grandparent, or a \
         step-parent who is divorced",
    ),
    ("section private-fostering", "A \"cultural\" aunt or uncle counts too."),
    ("section private-fostering", "a boarding school where the child stays for over two weeks in the holidays"),
    ("clock boarding-school-holidays", "length more than 2 weeks"),
    ("section legal-context", "sets out the words of section 20"),
    // Assessment, on the older page.
    ("clock connected-person-assessment", "length 16 weeks"),
    ("service connected-person-assessment", "evidence At least two people who speak for you (referees)."),
    ("service connected-person-assessment", "evidence The council asks the school, if the child is of school age."),
    ("service connected-person-assessment", "evidence The rest was not seen."),
    // Services.
    ("contact kinship-care-team", "phone 0191 433 3195"),
    ("contact kinship-care-team", "post Civic Centre, Regent Street, NE8 1HH"),
    ("event team-set-up", "about then April 2021"),
    ("event award", "about then 2023"),
    ("event award", "A national award"),
    ("service kinship-care-team", "published For all kinship families."),
    ("service mediation", "provider council | the council provider other | its partners"),
    ("service mediation", "published For arrangements that may break down, or where there are extra needs."),
    ("service counselling", "published For arrangements that may break down, or where there are extra needs."),
    ("service family-time", "published For arrangements that may break down, or where there are extra needs."),
    ("service therapy", "published For arrangements that may break down, or where there are extra needs."),
    ("service mental-health", "provider nhs | CYPS"),
    ("service mental-health", "published \"as required\""),
    ("service family-meeting", "name Family group conference or family network meeting"),
    ("service family-meeting", "relationships, family time, behaviour, or going to school"),
    ("service family-meeting", "published The family decides whether it takes part."),
    ("service one-to-one", "name One-to-one support"),
    ("service groups", "name Group support"),
    ("service social-events", "name Social events"),
    ("service focus-groups", "therapeutic parenting and on family time"),
    ("event launched", "on 2025-04-16"),
    ("event launched", "On a Wednesday, with a celebration at the Deckham Family Hub."),
    ("service learning-hub", "(neurodiversity)"),
    ("service learning-hub", "(attachment), on drugs and alcohol, and on education"),
    ("service learning-hub", "delivery in person delivery online"),
    ("service learning-hub", "published For carers."),
    ("service legal-advice", "provider council | the council provider other | other organisations"),
    ("service education-help", "provider council | the council provider other | other organisations"),
    ("service money-advice", "provider council | the council provider other | other organisations"),
    // Money: where it starts.
    ("statement parents-stay-responsible", "the parents stay responsible for the child"),
    ("statement benefits-first", "claim benefits before they ask the council for money"),
    ("section financial-support", "The page still names tax credits and the Money Advice Service."),
    ("remark ended-benefit", "Tax credits closed in April 2025."),
    ("remark ended-benefit", "[kith/reading memory]"),
    ("remark ended-benefit", "sections financial-support"),
    ("remark renamed-service", "It was renamed years ago. We say this from memory. [kith/reading memory]"),
    ("organisation money-advice-service", "renamed years ago"),
    ("service benefits-help", "provider other | Welfare Rights"),
    ("service benefits-help", "provider charity | Citizens Advice"),
    ("section financial-support", "There is \"no automatic entitlement\""),
    // Section 17.
    ("payment section-17", "basis section 17"),
    ("payment section-17", "[ca-1989/17(6)]"),
    ("payment section-17", "discretion The council decides each time."),
    ("payment section-17", "published For a child who is assessed as in need."),
    ("payment section-17", "Informal and privately fostered children can have it too."),
    ("payment section-17", "published Only where benefits and other help cannot meet the need."),
    ("payment section-17", "kind one-off"),
    ("payment section-17", "equipment, clothes or furniture. The rest of the list was not seen."),
    ("payment section-17", "amount not stated"),
    // Orders.
    (
        "payment special-guardianship-money",
        "published Normally temporary, for a period of transition, unless the child has significant lifelong needs \
         with a cost.",
    ),
    (
        "payment child-arrangements-money",
        "published Normally temporary, for a period of transition, unless the child has significant lifelong needs \
         with a cost.",
    ),
    ("payment special-guardianship-money", "amount not stated"),
    ("payment child-arrangements-money", "amount not stated"),
    // Who decides.
    ("body finance-panel", "name Kinship Finance and Support Panel"),
    ("body finance-panel", "every payment that goes on; it must approve each one"),
    ("payment special-guardianship-money", "decided by finance-panel"),
    ("payment child-arrangements-money", "decided by finance-panel"),
    // What is looked at.
    ("payment special-guardianship-money", "The take-home pay of both partners, before what they pay into a pension."),
    ("payment special-guardianship-money", "The average of 3 months' salary or of 8 weeks' wages, with overtime."),
    ("payment special-guardianship-money", "means Other income. means Benefits."),
    ("payment special-guardianship-money", "means Equity, savings and investments"),
    ("payment special-guardianship-money", "means What goes out. means The child's own money."),
    ("payment special-guardianship-money", "Income is counted as if the child had come without any support."),
    ("payment child-arrangements-money", "The average of 3 months' salary or of 8 weeks' wages, with overtime."),
    ("statement not-for-income", "\"maintain carers' incomes\""),
    // Clocks.
    ("clock panel-decision", "length 14 working days"),
    ("body finance-panel", "decision and conditions are sent to the carer 14 working days after it meets"),
    ("clock carer-answer", "length 28 days"),
    ("complaint money-decisions", "clocks carer-answer"),
    ("clock yearly-review", "length every year"),
    ("clock yearly-review", "new forms each time; receipts may be asked for"),
    ("clock change-of-circumstances", "length at once"),
    ("clock change-of-circumstances", "What was paid too much can be asked back."),
    ("payment special-guardianship-money", "recoupment The council can ask back what was paid too much."),
    ("payment special-guardianship-money", "suspension When papers that were asked for are not sent back."),
    ("payment special-guardianship-money", "suspension The rest of the list was not seen."),
    (
        "service special-guardianship-plan",
        "the services, the aims and how success is judged, by when, how it is looked at again, and who keeps watch on \
         it, by name",
    ),
    // Held against what is expected of an offer.
    ("remark no-sums", "kind gap"),
    ("remark health-in-part", "kind gap"),
    ("remark many-kinds-of-help", "relationships, learning, groups and legal advice"),
    ("remark many-kinds-of-help", "Some comes from the council and some from others."),
    ("remark housing-not-seen", "kind gap"),
    ("remark several-ways-to-read", "web pages and a file to print. A celebration told families about it."),
    ("remark no-date", "kind gap"),
    ("remark open-to-informal", "kind good"),
    ("remark all-kinds", "kind good"),
    ("remark family-meetings", "kind good"),
    ("remark lead-not-seen", "kind gap"),
    ("remark virtual-school-not-seen", "kind gap"),
    ("remark appeals-not-seen", "kind gap"),
];

#[test]
fn every_fact_is_read_back() {
    holds(gateshead(), FACTS);
}

#[test]
fn the_policy_stands_in_the_councils_own_order() {
    let top: Vec<&str> = gateshead().sections_under(None).map(|section| section.id.as_str()).collect();
    assert_eq!(
        top,
        [
            "introduction",
            "values",
            "legal-context",
            "support",
            "financial-support",
            "financial-assessment",
            "notification",
            "appeals",
            "beside",
        ]
    );
    let unseen: Vec<&str> =
        gateshead().sections.iter().filter(|section| !section.is_seen()).map(|section| section.id.as_str()).collect();
    assert_eq!(unseen, ["appeals"]);
}

#[test]
fn every_page_says_when_it_was_read_and_every_service_where() {
    let offer = gateshead();
    assert!(offer.pages.iter().all(|page| page.seen == Stated::Is("2026-11-22".parse().unwrap())));
    assert!(offer.services.iter().all(|service| !service.sources.is_empty()));
    assert!(offer.head.example && offer.head.notice.is_some());
    assert_eq!(OFFERS.by_council("E08000037".parse().unwrap()), Some(offer));
}

/// Each service, payment and clock stands in some part of the offer, so that a reader of the parts meets it.
#[test]
fn everything_is_listed_in_some_part() {
    let offer = gateshead();
    let sections = &offer.sections;
    for service in &offer.services {
        assert!(sections.iter().any(|section| section.services.contains(&service.id)), "{}", service.id);
    }
    for payment in &offer.payments {
        assert!(sections.iter().any(|section| section.payments.contains(&payment.id)), "{}", payment.id);
    }
    for clock in &offer.clocks {
        assert!(sections.iter().any(|section| section.clocks.contains(&clock.id)), "{}", clock.id);
    }
}

#[test]
fn silence_is_a_value_of_its_own() {
    let offer = gateshead();
    assert!(offer.payments.iter().all(|payment| payment.amount == Stated::NotStated), "the pages give no sum");
    assert!(offer.payments.iter().all(|payment| payment.cohorts == Stated::NotSeen), "nobody saw a rule by date");
    assert_eq!(offer.contacts[0].hours, Stated::NotSeen);
    assert_eq!(offer.head.lead_role, Stated::NotSeen);
    let clock = |name: &str| offer.clocks.iter().find(|clock| clock.id.is(name)).unwrap();
    assert_eq!(clock("change-of-circumstances").length, Stated::Is(Length::AtOnce));
    assert_eq!(clock("carer-answer").starts, Stated::NotSeen);
    let unsaid = Length::Period { bound: Bound::Unsaid, number: 14, unit: Unit::WorkingDays };
    assert_eq!(clock("panel-decision").length, Stated::Is(unsaid), "the page does not say that it is the most");
}

/// What has ended or changed its name stays as the page has it, and is marked.
#[test]
fn what_has_ended_is_marked_and_not_put_right() {
    let defects: Vec<_> =
        gateshead().remarks.iter().filter(|remark| remark.kind == RemarkKind::Defect).map(|one| &one.id).collect();
    assert_eq!(
        defects.iter().map(|id| id.as_str()).collect::<Vec<_>>(),
        ["ended-benefit", "renamed-service", "approve"]
    );
}

const GRAN: &str = "
    child_dob               2019-03-10
    carer_relation          grandparent
    order_type              none
    child_looked_after_now  no
    looked_after_ever       no
    left_care_through       none
    council_involvement_at_start none
    arrangement_start       2026-09-22
    intended_days           365
    child_disabled          no
    sgo_notice_given        no";

#[test]
fn gran_without_an_order() {
    check(
        gateshead(),
        GRAN,
        "kinship-care-team           may
         mediation                   depends
         mental-health               depends
         family-meeting              may
         groups                      may
         learning-hub                may
         legal-advice                may
         benefits-help               may
         special-guardianship-plan   unknown_rule
         connected-person-assessment unknown_rule
         private-fostering-approval  no",
    );
}

#[test]
fn twenty_eight_days_exactly_and_a_step_parent() {
    let cousin = GRAN.replace("grandparent", "cousin");
    check(gateshead(), &cousin, "private-fostering-approval right");
    let exactly = cousin.replace("2026-09-22", "2026-11-20").replace("365", "28");
    check(gateshead(), &exactly, "private-fostering-approval right");
    check(gateshead(), &exactly.replace(" 28", " 27"), "private-fostering-approval no");
    check(gateshead(), &GRAN.replace("grandparent", "step_parent"), "private-fostering-approval depends");
    check(gateshead(), &cousin.replace("2019", "2010"), "private-fostering-approval unknown_rule");
}

/// What each payment says to a family.
fn payments(facts: &str) -> Vec<&'static str> {
    let case = family(facts);
    let found = gateshead().payment_matches(&DAY, &DAY.find(&case), &case);
    found.iter().map(|found| found.answer.outcome.word()).collect()
}

#[test]
fn money_for_each_kind_of_family() {
    assert_eq!(payments(GRAN), ["depends", "unknown_rule", "unknown_rule"]);
    assert_eq!(payments(&format!("{GRAN}\nchild_in_need assessed_yes")), ["may", "unknown_rule", "unknown_rule"]);
    assert_eq!(payments(&format!("{GRAN}\nchild_in_need assessed_no")), ["no", "unknown_rule", "unknown_rule"]);
    let disabled = GRAN.replace("child_disabled          no", "child_disabled yes\nchild_in_need assessed_no");
    assert_eq!(payments(&disabled)[0], "depends", "the law counts a disabled child as in need");
    let order = |order: &str| GRAN.replace("order_type              none", &format!("order_type {order}"));
    assert_eq!(payments(&order("SGO")), ["depends", "may", "unknown_rule"]);
    assert_eq!(payments(&order("CAO")), ["depends", "unknown_rule", "may"]);
}

#[test]
fn nothing_that_national_law_gives_is_taken_away() {
    for relation in ["grandparent", "cousin", "step_parent", "great_grandparent"] {
        let case = family(&GRAN.replace("grandparent", relation));
        assert_eq!(shipped::taken_away(gateshead(), &case), [], "{relation}");
    }
}
