//! The law and the councils' offers as shipped, and families to hold them against.
#![allow(dead_code, unreachable_pub, reason = "each test uses some of it")]

use law::text::SourceFile;
use law::{Case, Day, Law};
use offer::{Offer, Offers};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, LazyLock};

pub(crate) static LAW: LazyLock<Arc<Law>> = LazyLock::new(|| Arc::new(Law::load(&folder("../../law")).0));
pub(crate) static DAY: LazyLock<Day> = LazyLock::new(|| Day::new(LAW.clone(), "2026-11-22".parse().unwrap()).unwrap());
pub(crate) static OFFERS: LazyLock<Offers> = LazyLock::new(|| {
    let (offers, faults) = Offers::load(&folder("../../offers"), &LAW);
    let list: Vec<String> = faults.iter().map(ToString::to_string).collect();
    assert!(faults.is_empty(), "{}", list.join("\n"));
    offers
});

fn folder(name: &str) -> Vec<SourceFile> {
    fn read(at: &Path, root: &Path, files: &mut Vec<SourceFile>) {
        for entry in std::fs::read_dir(at).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                read(&path, root, files);
            } else if path.extension().is_some_and(|ending| ending == "law" || ending == "md") {
                let text = std::fs::read_to_string(&path).unwrap();
                files.push(SourceFile { path: path.strip_prefix(root).unwrap().to_str().unwrap().into(), text });
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    let mut files = Vec::new();
    read(&root, &root, &mut files);
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

/// A family from `fact  value` lines.
pub(crate) fn family(facts: &str) -> Case {
    let mut case = Case::on(DAY.date);
    for line in facts.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (name, value) = line.split_once(' ').unwrap();
        case.set_text(name, value.trim(), &LAW.facts).unwrap();
    }
    case.presume(&LAW.facts);
    case
}

/// What each service of an offer says to a family: `service outcome [missing facts]`.
pub(crate) fn check(offer: &Offer, facts: &str, expected: &str) {
    let case = family(facts);
    let findings = DAY.find(&case);
    for line in expected.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let mut words = line.split_whitespace();
        let (name, wanted) = (words.next().unwrap(), words.next().unwrap());
        let matches = offer.matches(&DAY, &findings, &case);
        let found = matches.iter().find(|found| found.service.id.is(name)).unwrap_or_else(|| panic!("no {name}"));
        let missing: Vec<&str> = found.missing.iter().map(|fact| LAW.facts[*fact].name.as_str()).collect();
        assert_eq!(found.outcome.word(), wanted, "{name}: {:?} missing {missing:?}", found.because);
        assert_eq!(missing, words.collect::<Vec<_>>(), "{name}");
    }
}

/// What an offer refuses a family to whom national law gives a right: the services, and the supports they extend.
pub(crate) fn taken_away(offer: &Offer, case: &Case) -> Vec<(String, String)> {
    let findings = DAY.find(case);
    let matches = offer.matches(&DAY, &findings, case);
    let taken = |one: &offer::Match| Some((one.service.id.to_string(), one.taken_away(&LAW, &findings)?));
    matches.iter().filter_map(taken).map(|(service, place)| (service, LAW.supports[place].id.clone())).collect()
}

/// Writes an offer, reads it again, and checks that it is the same and is written the same.
pub(crate) fn reads_back(offer: &Offer) -> Vec<SourceFile> {
    let files = offer.write(&LAW);
    let (again, faults) = Offer::load(&files, &LAW);
    let list: Vec<String> = faults.iter().map(ToString::to_string).collect();
    assert!(faults.is_empty(), "{}", list.join("\n"));
    assert_eq!(&again, offer);
    let twice: Vec<String> = again.write(&LAW).into_iter().map(|file| file.text).collect();
    assert_eq!(twice, files.iter().map(|file| file.text.clone()).collect::<Vec<_>>());
    files
}

/// Checks that each entry, once written and read again, holds the words of its rows: `kind name`, and words.
pub fn holds(offer: &Offer, facts: &[(&str, &str)]) {
    let mut entries = BTreeMap::new();
    for file in reads_back(offer) {
        for entry in file.text.split("\n\n") {
            let words: Vec<&str> = entry.split_whitespace().collect();
            entries.insert(words[..2].join(" "), words.join(" "));
        }
    }
    for (entry, words) in facts {
        let text = entries.get(*entry).unwrap_or_else(|| panic!("there is no {entry}"));
        assert!(text.contains(words), "{entry} does not hold {words:?}:\n{text}");
    }
}
