//! What the tests of the real law share: the law itself, and random families.
#![allow(dead_code, unreachable_pub, clippy::unwrap_used, clippy::expect_used, reason = "tests fail loudly")]

use jiff::civil::Date;
use law::fact::{Fact, Origin};
use law::text::SourceFile;
use law::value::{Answer, Kind, Unknown, Value};
use law::{Case, Day, Law};
use std::path::Path;
use std::sync::{Arc, LazyLock};

/// The law of this repository, which must have no fault.
pub fn law() -> Arc<Law> {
    static LAW: LazyLock<Arc<Law>> = LazyLock::new(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../law");
        let mut files = Vec::new();
        read(&folder, &folder, &mut files);
        let (law, faults) = Law::load(&files);
        assert!(faults.is_empty(), "{faults:#?}");
        Arc::new(law)
    });
    LAW.clone()
}

/// The law on a day.
pub fn day(date: Date) -> Day {
    Day::new(law(), date).unwrap()
}

fn read(root: &Path, folder: &Path, files: &mut Vec<SourceFile>) {
    let mut entries: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            read(root, &path, files);
        } else if path.extension().is_some_and(|ending| ending == "law" || ending == "md") {
            let text = std::fs::read_to_string(&path).unwrap();
            files.push(SourceFile { path: path.strip_prefix(root).unwrap().to_string_lossy().into_owned(), text });
        }
    }
}

/// A family about which each fact is known with this likelihood; `random` gives numbers below its argument.
pub fn family(law: &Law, date: Date, known: u64, random: &mut dyn FnMut(u64) -> u64) -> Case {
    let mut case = Case::on(date);
    for (id, fact) in law.facts.iter() {
        // What follows from other facts is rarely said directly.
        let likely = if matches!(fact.origin, Origin::Told) { known } else { known / 8 };
        match random(100) {
            roll if roll < likely => case.set(id, Answer::Is(value(fact, date, random))),
            99 => case.set(id, Answer::Not(Unknown::RatherNotSay)),
            _ => {}
        }
    }
    case
}

/// A random value of a fact, near enough to what families are like for rules to tell them apart.
pub fn value(fact: &Fact, date: Date, random: &mut dyn FnMut(u64) -> u64) -> Value {
    const COUNCILS: [&str; 6] = ["E09000028", "E09000004", "E06000054", "E10000015", "E06000035", "E06000030"];
    match &fact.kind {
        Kind::YesNo => Value::YesNo(random(2) == 1),
        Kind::OneOf(choices) => Value::Choice(random(choices.len() as u64) as u16),
        Kind::SetOf(choices) => Value::Choices((0..choices.len() as u16).filter(|_| random(3) == 0).collect()),
        Kind::Number(_) => Value::Amount(random(120) as i64 * 1000),
        Kind::Money(_) => Value::Amount(random(2_500) as i64 * 1000),
        Kind::Date => Value::Date(date - jiff::Span::new().days(random(365 * 22) as i64)),
        Kind::Council => Value::Council(COUNCILS[random(COUNCILS.len() as u64) as usize].to_owned()),
    }
}
