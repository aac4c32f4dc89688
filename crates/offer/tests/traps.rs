//! The traps found in real offers, each as a small offer: the checks find each trap, and find nothing once it is put
//! right.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

mod shipped;

use law::text::SourceFile;
use offer::Offer;
use offer::check::{Check, Report, Verdict};
use shipped::{DAY, LAW};

const HEAD: &str = "
offer       anytown
council     Anytown Council
title       Kinship local offer
status      published
layout      need-led
language    English
language    Polish
format      web pages
format      easy read
format      a leaflet on paper for children
lead role   Head of children's services
last review  2026-08-01
next review  2027-08-01

page        p
title       The offer
address     https://example.org/offer
seen        2026-11-01
extent      whole
dated       2026-11-01
";

fn report(more: &str) -> Report {
    let text = match more.strip_prefix("offer ") {
        // A trap in the head itself: one line of it in place of another.
        Some(swap) => {
            let (from, to) = swap.split_once(" => ").unwrap();
            assert!(HEAD.contains(from), "{from}");
            HEAD.replace(from, to)
        }
        None => format!("{HEAD}\n{more}\n"),
    };
    let (offer, faults) = Offer::load(&[SourceFile { path: "anytown/offer.law".into(), text }], &LAW);
    let list: Vec<String> = faults.iter().map(ToString::to_string).collect();
    assert!(faults.is_empty(), "{}", list.join("\n"));
    offer.check(&DAY)
}

/// Everything found that is not well, without the lines of the checklist.
fn found(more: &str) -> Vec<(String, Option<String>)> {
    let bad = |verdict| matches!(verdict, Verdict::Fail | Verdict::Partly);
    let report = report(more);
    let findings = report.findings.into_iter().filter(|one| one.check != Check::Duty && bad(one.verdict));
    findings.map(|one| (one.id, one.records.first().map(|record| record.id.clone()))).collect()
}

fn section(text: &str) -> String {
    format!("section     s\npart        1\ntitle       Help\nled by      need\ntext        {text}\nsource      p\n")
}

fn service(lines: &str) -> String {
    format!(
        "service     x\nname        Help\nsummary     Help for the family.\nprovider    council | the council\n{lines}\n\
         source      p\npublished   For families.\n"
    )
}

/// `(trap, the offer with it, the finding, the record it is about, the offer put right)`.
type Trap = (&'static str, String, &'static str, &'static str, String);

fn traps() -> Vec<Trap> {
    let clock = |length: &str| {
        format!(
            "clock       c\ntitle       Private fostering\nlength      {length}\nrestates    becomes_private_fostering\n\
             source      p\n"
        )
    };
    let contact = |number: &str| {
        format!(
            "contact     c\nname        Team\npurpose     help\nphone       {number}\nchecked     2026-11-01\nsource      p\n"
        )
    };
    let payment = |lines: &str| {
        format!(
            "payment     m\nname        Allowance\nsummary     Money each week.\nkind        regular\n{lines}\n\
             source      p\npublished   For families.\n"
        )
    };
    let old = "\npage        q1\ntitle       Q\naddress     https://example.org/q\nseen        2026-11-01\nextent      whole\n\
               dated       2025-01-01\nversions of  q\nversion     1\n";
    let new = |address: &str, dated: &str| {
        format!(
            "{old}\npage        q2\ntitle       Q\naddress     {address}\nseen        2026-11-01\nextent      whole\n\
             dated       {dated}\nversions of  q\nversion     2\ncurrent     yes\n"
        )
    };
    let who = |page: &str| {
        format!(
            "{}\ncontact     head\nname        Head of the virtual school\npurpose     help\nphone       020 7946 0000\n\
             source      {page}\n",
            new("https://example.org/q", "2026-01-01")
        )
    };
    let of_status = |line: &str| service(&format!("{line}\notherwise no\n  because  It is not for you."));
    vec![
        ("T1", section("We follow the guidance. [ffc-2011/2.12]"), "repealed", "s", section("We follow the guidance. [kcg-2024/needs-led]")),
        ("T1 by name", section("See the Family and Friends Care guidance."), "ended_name", "s", section("See the kinship care guidance.")),
        ("T2", section("Claim tax credits first."), "ended_name", "s", section("Claim Universal Credit first.")),
        ("T2 body", section("Ask the Money Advice Service."), "ended_name", "s", section("Ask Citizens Advice.")),
        ("T3", payment("amount      £100 a week"), "sum_without_year", "m", payment("amount      £100 a week\nyear        2026-27")),
        ("T3 past", payment("amount      £100 a week\nyear        2025-26"), "sum_of_past_year", "m", payment("amount      £100 a week\nyear        2026/27")),
        ("T3 prose", section("The school gets £2,570."), "sum_without_year", "s", section("In 2026-27 the school gets £2,630.")),
        ("T4", of_status("may when\n  order_type is SGO\n  because  You have an order."), "status_chosen", "x",
            of_status("may when\n  child_disabled\n  because  The child is disabled.")),
        ("T5", new("https://example.org/q", "not stated"), "two_texts", "q1", new("https://example.org/r", "not stated")),
        ("T6", who("q1"), "no_longer_named", "head", who("q2")),
        ("T6 lead", "offer lead role   Head of children's services => lead role   Head of children's services\nlead to     2026-03-31".into(),
            "lead_left", "anytown", String::new()),
        ("T8", clock("more than 28 days"), "period_not_the_laws", "c", clock("at least 28 days")),
        ("T8 prose", section("Private fostering is a stay of more than 28 days."), "not_the_laws_words", "s",
            section("Private fostering is a stay of 28 days or more.")),
        ("T9", section("Care by very close family."), "not_the_laws_words", "s", section("Care by a grandparent.")),
        ("T10", section("A step-parent by marriage counts."), "not_the_laws_words", "s",
            section("A step-parent by marriage or civil partnership counts.")),
        ("T11", "offer status      published => status      in development".into(), "in_development", "anytown", String::new()),
        ("T12", section("Higher Education: the bursary for ages 16 to 19."), "not_the_laws_words", "s", section("The bursary for ages 16 to 19.")),
        ("T13", of_status("may when\n  arrangement is SGO\n  because  You have an order."), "one_status_only", "anytown",
            of_status("may when\n  child_in_need is assessed_yes\n  because  The child is in need.")),
        ("T14", section("By kinship foster carer we mean every kinship carer."), "not_the_laws_words", "s", section("By kinship carer we mean you all.")),
        ("T15", contact("0207 946 0000"), "phone_grouping", "c", contact("020 7946 0000")),
        ("T16", "offer format      web pages\nformat      easy read\nformat      a leaflet on paper for children => format      an easy read PDF for children".into(),
            "pdf_only", "anytown", String::new()),
    ]
}

#[test]
fn each_trap_is_found_and_is_gone_once_put_right() {
    for (trap, wrong, id, record, right) in traps() {
        let wanted = (id.to_owned(), Some(record.to_owned()));
        assert!(found(&wrong).contains(&wanted), "{trap}: expected {id} of {record}, found {:?}", found(&wrong));
        assert!(!found(&right).contains(&wanted), "{trap} put right: {:?}", found(&right));
    }
}

/// T7: informal carers are missing from the menu.
#[test]
fn an_offer_that_leaves_out_informal_carers_fails_its_line() {
    let verdict = |more: &str| report(more).duty("offer_all_arrangements").unwrap().verdict;
    assert_eq!(verdict(&section("Special guardians, and foster carers.")), Verdict::Fail);
    let answers = section("Informal care and every kind of order.")
        .replace("source", "answers     offer_all_arrangements\nsource");
    assert_eq!(verdict(&answers), Verdict::Pass);
}

#[test]
fn a_small_offer_without_a_trap_has_no_finding() {
    assert_eq!(found(&section("We help every family.")), []);
}

/// What is stale on a day is exactly what was last checked too long before it.
#[test]
fn the_list_of_what_is_stale_is_exact() {
    let more = "contact     c\nname        Team\npurpose     help\nphone       020 7946 0000\nsource      p\n\n"
        .to_owned()
        + &service("cost        none");
    let text = format!("{HEAD}\n{more}");
    let (offer, _) = Offer::load(&[SourceFile { path: "anytown/offer.law".into(), text }], &LAW);
    let stale = |day: &str| -> Vec<String> {
        let day = law::Day::new(LAW.clone(), day.parse().unwrap()).unwrap();
        let report = offer.check(&day);
        let list = report.of(Check::Freshness).filter(|finding| finding.since.is_some());
        list.map(|finding| format!("{} {}", finding.records[0].id, finding.what)).collect()
    };
    assert_eq!(stale("2027-01-30"), Vec::<String>::new());
    assert_eq!(stale("2027-01-31"), ["c Not checked since 1 November 2026."]);
    let both = ["c Not checked since 1 November 2026.", "x Not checked since 1 November 2026."];
    assert_eq!(stale("2027-11-02"), both);
}

#[test]
fn what_has_no_date_cannot_be_told() {
    let more = "contact     c\nname        Team\npurpose     help\nphone       020 7946 0000\nsource      q\n\n\
                page        q\ntitle       Q\naddress     https://example.org/q\nextent      whole\n";
    let report = report(more);
    let undated = report.of(Check::Freshness).find(|finding| finding.id == "not_dated").unwrap();
    assert_eq!(undated.verdict, Verdict::CannotTell);
}
