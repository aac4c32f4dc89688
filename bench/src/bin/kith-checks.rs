//! How fast offers are checked where every council's is held: 153 councils with 100 made-up services each, each with a
//! rule of its own, two in three of them tied to a support of national law.

use anyhow::{Result, ensure};
use fastrand::Rng;
use jiff::civil::date;
use kith_bench::{stopwatch, texts};
use law::text::SourceFile;
use law::{Day, Law};
use offer::check::{self, Check, Verdict};
use offer::place::{Council, Places};
use offer::{Offer, Offers};
use std::collections::BTreeMap;

const SERVICES: usize = 100;
const STATUS: [&str; 8] = [
    "arrangement is SGO",
    "arrangement in {SGO, CAO, CAO_INT}",
    "child_looked_after_now",
    "looked_after_ever",
    "previously_looked_after_left_by_order",
    "order_in_force",
    "family_care_not_looked_after",
    "not child_looked_after_now",
];
const NEED: [&str; 6] = [
    "child_in_need is assessed_yes",
    "child_disabled",
    "carer_is_s105_relative",
    "carer_relation in {grandparent, sibling}",
    "child_ehcp",
    "uc_household",
];
const OUTCOMES: [&str; 4] = ["right", "may", "no", "depends"];

fn pick<'a>(random: &mut Rng, list: &[&'a str]) -> &'a str {
    list[random.usize(..list.len())]
}

fn condition(council: &Council, random: &mut Rng) -> String {
    match random.u8(..10) {
        0..4 => pick(random, &STATUS).to_owned(),
        4..7 => pick(random, &NEED).to_owned(),
        7 => format!("child_age < {}", random.u8(1..18)),
        8 => format!("days_with_carer >= {}", random.u16(7..60)),
        _ => format!("carer_council in {{{}}}", council.code),
    }
}

fn rule(council: &Council, random: &mut Rng) -> String {
    let mut text = String::new();
    for _ in 0..random.u8(1..4) {
        text += &format!("{} when {}\n", pick(random, &OUTCOMES), pick(random, &["all of", "any of"]));
        for _ in 0..random.u8(1..4) {
            text += &format!("  {}\n", condition(council, random));
        }
        text += "  because  It is made up.\n";
    }
    text + &format!("otherwise {}\n  because  It is made up.\n", pick(random, &["no", "no", "may", "unknown_rule"]))
}

/// A made-up offer of a council, as one file.
fn offer(council: &Council, law: &Law, random: &mut Rng) -> SourceFile {
    let mut text = format!(
        "offer       {0}\ncouncil     {1}\nauthority   {2}\ntrust       none\ntitle       Kinship local offer\nexample     yes\n\
         notice      Made up, to measure with.\nstatus      published\nlayout      need-led\n\n\
         page        one\ntitle       Made up\naddress     https://example.org/{0}\nseen        2026-11-22\nextent      whole\n\n\
         statement   need\nkind        principle\nmeans       need not status\nsays        Support follows need.\nsource      one\n",
        council.slug, council.full_name, council.code
    );
    let answered = ["offer_health", "offer_education", "offer_training", "offer_support_groups", "offer_legal_help"];
    for number in 0..SERVICES {
        let support = &law.supports[random.usize(..law.supports.len())].id;
        let tie = pick(random, &["extends     ", "fills       ", ""]);
        let tie = if tie.is_empty() { String::new() } else { format!("{tie}{support}\n") };
        text += &format!(
            "\nservice     made-up-{number}\nname        Made up {number}\nsummary     Made up.\nprovider    council | a team\n\
             basis       local choice\n{tie}answers     {}\nsource      one\npublished   For families.\n{}",
            pick(random, &answered),
            rule(council, random)
        );
    }
    SourceFile { path: format!("{0}/{0}.law", council.slug), text }
}

fn main() -> Result<()> {
    let law = texts::load(&texts::read()?)?;
    let mut random = Rng::with_seed(7);
    let councils = Places::embedded().councils();
    let files: Vec<SourceFile> = councils.iter().map(|council| offer(council, &law, &mut random)).collect();
    let (offers, faults) = Offers::load(&files, &law);
    ensure!(faults.is_empty(), "{} faults, the first: {}", faults.len(), faults[0]);
    let day = Day::new(law, date(2026, 11, 22))?;
    let all: Vec<&Offer> = offers.iter().collect();
    let mut found: BTreeMap<(Check, Verdict), usize> = BTreeMap::new();
    check::each(&day, &all, &Check::ALL, &mut |_, report| {
        for finding in &report.findings {
            *found.entry((finding.check, finding.verdict)).or_default() += 1;
        }
    });
    for ((check, verdict), count) in found {
        println!("{check:?} {}: {count}", verdict.word());
    }
    let measured: [(&str, &[Check]); 4] = [
        ("gaps and fairness", &[Check::Duty, Check::Fairness]),
        ("gaps, fairness and overlay", &[Check::Duty, Check::Fairness, Check::Overlay]),
        ("freshness and words", &[Check::Freshness, Check::Words]),
        ("everything", &Check::ALL),
    ];
    for (name, checks) in measured {
        let each = || {
            let mut count = 0;
            check::each(&day, &all, checks, &mut |_, report| count += report.findings.len());
            count
        };
        println!("{name}: {:.0} ms", stopwatch::median_cpu_ns(5, each) / 1e6);
    }
    let one = all.first().copied();
    let one = one.map_or(0.0, |offer| stopwatch::median_cpu_ns(15, || offer.check(&day)));
    println!("one offer by itself: {:.1} ms", one / 1e6);
    Ok(())
}
