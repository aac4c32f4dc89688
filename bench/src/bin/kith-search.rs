//! How fast help is found where every council's offer is held: 153 councils with 100 made-up services each.
//!
//! `kith-search` prints the times; `kith-search FOLDER` writes the made-up offers there, for `kith serve --offers`.

use anyhow::{Context, Result, ensure};
use fastrand::Rng;
use kith_bench::made_up::{SERVICES, offer};
use kith_bench::{stopwatch, texts};
use law::Law;
use law::text::SourceFile;
use offer::Offers;
use offer::place::Places;
use offer::search::{Everyday, Needs, Search};
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

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
