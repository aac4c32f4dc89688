//! How fast help is found where every council's offer is held: 153 councils with 100 made-up services each.
//!
//! `kith-search` prints the times; `kith-search FOLDER` writes the made-up offers there, for `kith serve --offers`.

use anyhow::{Context, Result, ensure};
use fastrand::Rng;
use kith_bench::{stopwatch, texts};
use law::Law;
use law::text::SourceFile;
use offer::Offers;
use offer::place::{Council, Places};
use offer::search::{Everyday, Needs, Search};
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

const SERVICES: usize = 100;
const WHAT: [&str; 20] = [
    "support group",
    "counselling",
    "legal advice",
    "school help",
    "training",
    "therapy",
    "short breaks",
    "coffee morning",
    "help to claim benefits",
    "mediation",
    "family time",
    "homework club",
    "money advice",
    "mentoring",
    "walking group",
    "art sessions",
    "parenting course",
    "drop-in",
    "telephone line",
    "holiday activities",
];
const WHOM: [&str; 10] = [
    "kinship carers",
    "special guardians",
    "grandparents",
    "teenagers",
    "under fives",
    "brothers and sisters",
    "new carers",
    "children in need",
    "young carers",
    "kinship foster carers",
];
const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const QUERIES: [&str; 8] = [
    "nan",
    "money for clothes",
    "contact",
    "guardain",
    "someone to talk to",
    "special gardianship alowance",
    "support group for grandparents on tuesday",
    "xqzvw",
];

fn pick<'a>(random: &mut Rng, list: &[&'a str]) -> &'a str {
    list[random.usize(..list.len())]
}

/// A made-up offer of a council, as one file.
fn offer(council: &Council, random: &mut Rng) -> SourceFile {
    let mut text = format!(
        "offer       {}\ncouncil     {}\nauthority   {}\ntrust       none\ntitle       Made up\nexample     yes\n\
         notice      Made up, to measure with.\nstatus      published\nlayout      need-led\n\n\
         page        one\ntitle       Made up\naddress     https://example.org/{}\nseen        2026-11-22\nextent      whole\n",
        council.slug, council.full_name, council.code, council.slug
    );
    for number in 0..SERVICES {
        let (what, whom, day) = (pick(random, &WHAT), pick(random, &WHOM), pick(random, &DAYS));
        let made_up: String = (0..7).map(|_| random.lowercase()).collect();
        let cost = pick(random, &["free", "£2 a visit", "not stated"]);
        let way = pick(random, &["in person", "online", "phone"]);
        text.push_str(&format!(
            "\nservice     made-up-{number}\nname        {made_up} {what} for {whom}\n\
             summary     A {what} where {whom} meet people from {} who know what it is like, and get help that lasts.\n\
             provider    charity | {made_up} trust\ndelivery    {way}\nplace       {made_up} Hall, SE15 5EB\n\
             frequency   every {day}\ncost        {cost}\nreach       yourself\nbasis       local choice\nsource      one\n\
             published   For {whom} who live in {}.\nmay when\n  arrangement is SGO\n  because  It is for {whom}.\n\
             otherwise unknown_rule\n  because  The page does not say who else can come.\n",
            council.name, council.name
        ));
    }
    SourceFile { path: format!("{0}/{0}.law", council.slug), text }
}

fn main() -> Result<()> {
    let places = Places::embedded();
    let mut random = Rng::with_seed(3);
    let files: Vec<SourceFile> = places.councils().iter().map(|council| offer(council, &mut random)).collect();
    if let Some(folder) = std::env::args().nth(1) {
        for file in &files {
            let path = Path::new(&folder).join(&file.path);
            std::fs::create_dir_all(path.parent().context("a folder")?)?;
            std::fs::write(path, &file.text)?;
        }
        return Ok(());
    }
    let law: Arc<Law> = texts::load(&texts::read()?)?;
    let start = Instant::now();
    let (offers, faults) = Offers::load(&files, &law);
    ensure!(faults.is_empty(), "{} faults, the first: {}", faults.len(), faults[0]);
    println!("load {} offers of {SERVICES} services: {:.0} ms", files.len(), start.elapsed().as_secs_f64() * 1e3);
    let content = |name: &str| -> Result<SourceFile> {
        let path = texts::root().join("content/en").join(name);
        Ok(SourceFile { text: std::fs::read_to_string(&path)?, path: name.to_owned() })
    };
    let (everyday, needs) = (content("everyday-words.txt")?, content("needs.txt")?);
    let offers = Arc::new(offers);
    let make = || {
        let (everyday, needs) = (Everyday::read(&everyday).0, Needs::read(&needs).0);
        Search::new(law.clone(), offers.clone(), places, everyday, needs)
    };
    println!("make the search ready: {:.0} ms", stopwatch::median_cpu_ns(5, &make) / 1e6);
    let search = make();
    for words in QUERIES {
        let all = stopwatch::median_ns(21, 1, || search.find(words, None));
        let council = places.councils().first().map(|council| council.code);
        let one = stopwatch::median_ns(21, 1, || search.find(words, council));
        println!("{words:?}: {:.2} ms in one council, {:.2} ms in all", one / 1e6, all / 1e6);
    }
    let status = std::fs::read_to_string("/proc/self/status").context("how much memory is held, on Linux")?;
    status
        .lines()
        .filter(|line| line.starts_with("VmHWM") || line.starts_with("VmRSS"))
        .for_each(|line| println!("{line}"));
    Ok(())
}
