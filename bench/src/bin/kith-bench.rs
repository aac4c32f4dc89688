//! Measures Kith by itself and prints a table of goals and results.

use anyhow::{Context, Result};
use jiff::civil::{Date, date};
use kith_bench::families::{KNOWN, Random, of_stories};
use kith_bench::sheet::Sheet;
use kith_bench::stopwatch::{median_cpu_ns, median_ns, quantile};
use kith_bench::texts;
use law::ask::AskScratch;
use law::screen::Screen;
use law::{Case, Day, Findings, Law, Scratch};
use offer::place::{Places, Postcode};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::Arc;

const TODAY: Date = date(2026, 11, 22);
const FAMILIES: usize = 1_000_000;

fn main() -> Result<()> {
    let files = texts::read()?;
    let law = texts::load(&files)?;
    let today = Day::new(law.clone(), TODAY)?;
    println!(
        "{} supports, {} facts, {} stories, {} nodes on {TODAY}\n",
        law.supports.len(),
        law.facts.len(),
        law.stories.len(),
        today.diagram_size()
    );
    let mut sheet = Sheet::default();
    one_family(&law, &mut sheet)?;
    loading(&files, &mut sheet)?;
    many_families(&today, &mut sheet);
    postcodes(&mut sheet)?;
    #[cfg(feature = "peers")]
    kith_bench::compare::run(&files, TODAY, &mut sheet)?;
    println!("\n{}", sheet.markdown());
    Ok(())
}

/// One family, every support: the stories' families, and those with half or nearly all of it forgotten.
fn one_family(law: &Arc<Law>, sheet: &mut Sheet) -> Result<()> {
    let stories = of_stories(law);
    let mut days: BTreeMap<Date, Day> = BTreeMap::new();
    for case in &stories {
        if let Entry::Vacant(free) = days.entry(case.day) {
            free.insert(Day::new(law.clone(), case.day)?);
        }
    }
    let mut random = Random::new(1);
    let mut forget = |percent: u64| stories.iter().map(|case| random.forget(case, percent)).collect::<Vec<_>>();
    let kinds = [
        ("as the stories tell them", stories.clone()),
        ("half of it forgotten", forget(50)),
        ("nine tenths forgotten", forget(90)),
        ("nothing known", vec![Case::on(TODAY)]),
    ];
    days.entry(TODAY).or_insert(Day::new(law.clone(), TODAY)?);
    for (kind, cases) in &kinds {
        let mut scratch = (Scratch::default(), Findings::default(), AskScratch::default());
        let (mut finds, mut asks) = (Vec::new(), Vec::new());
        for case in cases {
            let day = &days[&case.day];
            finds.push(median_ns(31, 8, || day.find_into(case, &mut scratch.0, &mut scratch.1)));
            asks.push(median_ns(31, 8, || day.questions_with(case, &scratch.1, &mut scratch.2)));
        }
        let told = |times: &mut Vec<f64>| {
            let (middle, high, most) = (quantile(times, 0.5), quantile(times, 0.9), quantile(times, 1.0));
            (middle, format!("{:.1} µs median, {:.1} nine in ten, {:.1} worst", middle / 1e3, high / 1e3, most / 1e3))
        };
        let (find, find_words) = told(&mut finds);
        let (ask, ask_words) = told(&mut asks);
        let number = cases.len();
        sheet.add(
            &format!("one family, all supports ({number} families, {kind})"),
            "10 µs",
            find_words,
            Some(1e4 / find),
        );
        sheet.add(&format!("next question ({number} families, {kind})"), "50 µs", ask_words, Some(5e4 / ask));
    }
    Ok(())
}

/// Loading and checking the whole law from texts in memory, and making it ready for a day.
fn loading(files: &[law::text::SourceFile], sheet: &mut Sheet) -> Result<()> {
    let law = texts::load(files)?;
    let load = median_cpu_ns(15, || Law::load(files));
    let ready = median_cpu_ns(15, || Day::new(law.clone(), TODAY));
    let words = format!("{:.1} ms + {:.1} ms for a day", load / 1e6, ready / 1e6);
    sheet.add("load and check all of law/", "100 ms", words, Some(1e8 / (load + ready)));
    Ok(())
}

/// A million random families, whose dates are told as dates, and then as the tests make them, some by age alone.
fn many_families(day: &Day, sheet: &mut Sheet) {
    let screen = Screen::new(day);
    for (kind, ages) in [("dates told", false), ("some told by age alone", true)] {
        let mut random = Random::new(22);
        let mut table = screen.families();
        for number in 0..FAMILIES {
            let case = random.family(&day.law, day.date, KNOWN[number % KNOWN.len()], ages);
            table.push(day, &case);
        }
        let answers = (FAMILIES * day.law.supports.len()) as f64;
        let mut undecided = 0;
        let first = median_cpu_ns(5, || undecided = screen.first_pass(&table));
        let mut depends = 0;
        let both = median_cpu_ns(3, || {
            depends = 0;
            screen.run(&table, |_, block| {
                let of = |support| block.count_of(support, law::Outcome::Depends);
                depends += (0..day.law.supports.len()).map(of).sum::<usize>();
            });
        });
        let rate = |ns: f64| format!("{:.2} billion a second", answers / ns);
        let share = |count: usize| format!("{:.1} % undecided", count as f64 * 100.0 / answers);
        let goal = "2.5 billion a second";
        let words = format!("{}, {}", rate(first), share(undecided));
        sheet.add(&format!("a million families, first pass ({kind})"), goal, words, Some(answers / first / 2.5));
        let words = format!("{}, {}", rate(both), share(depends));
        sheet.add(&format!("a million families, both passes ({kind})"), goal, words, Some(answers / both / 2.5));
    }
    let bytes = screen.bytes_per_family();
    sheet.add("one family in the table", "40 bytes", format!("{bytes:.1} bytes"), Some(40.0 / bytes));
}

fn postcodes(sheet: &mut Sheet) -> Result<()> {
    let places = Places::embedded();
    let existing = existing_postcodes(places);
    let mut random = Random::new(5);
    let count = existing.len() as u64;
    let asked: Vec<Postcode> = (0..100_000).map(|_| existing[random.below(count) as usize]).collect();
    let texts: Vec<String> = asked.iter().map(Postcode::to_string).collect();
    let all = asked.len() as f64;
    let found = median_cpu_ns(31, || asked.iter().filter(|code| places.locate(**code).is_some()).count()) / all;
    let typed = median_cpu_ns(31, || texts.iter().filter(|text| places.find(text).is_ok()).count()) / all;
    let words = format!("{found:.0} ns, {typed:.0} ns from typed text");
    sheet.add(&format!("postcode look-up (100,000 of {count} existing)"), "100 ns", words, Some(100.0 / found));
    let size = std::fs::metadata(texts::root().join("places/postcodes.bin")).context("places/postcodes.bin")?.len();
    sheet.add("postcode index", "1 MB", format!("{size} bytes"), Some(1e6 / size as f64));
    Ok(())
}

/// Every postcode of the sectors that one of a few usual second halves shows to exist.
fn existing_postcodes(places: &Places) -> Vec<Postcode> {
    let letters = || (b'A'..=b'Z').map(|letter| char::from(letter).to_string());
    let areas = letters().chain(letters().flat_map(|first| letters().map(move |second| format!("{first}{second}"))));
    let mut existing = Vec::new();
    for area in areas {
        for district in 0..100 {
            for sector in 0..10 {
                let units = ["AA", "AB", "AD", "AE", "BA", "DA"];
                let of = |unit: &str| format!("{area}{district} {sector}{unit}").parse::<Postcode>().ok();
                let known = |code: &Postcode| places.index().code(*code).is_some();
                if let Some(code) = units.iter().filter_map(|unit| of(unit)).find(known) {
                    let sector: Vec<Postcode> = code.sector().postcodes().filter(known).collect();
                    // Where every second half is known the index answers for a whole area, whether or not it exists.
                    if sector.len() < code.sector().postcodes().count() {
                        existing.extend(sector);
                    }
                }
            }
        }
    }
    existing
}
