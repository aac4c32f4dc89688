//! Looking for help in everyday words: what is found first, slips included, and what is never hidden.

mod shipped;

use law::text::SourceFile;
use offer::Offers;
use offer::place::{CouncilCode, Places};
use offer::search::{Everyday, Fit, Needs, Search, Wanted};
use shipped::{LAW, OFFERS};
use std::sync::{Arc, LazyLock};

fn content(name: &str) -> SourceFile {
    let path = format!("{}/../../content/en/{name}", env!("CARGO_MANIFEST_DIR"));
    SourceFile { text: std::fs::read_to_string(&path).unwrap(), path }
}

fn search(offers: Offers) -> Search {
    let (everyday, faults) = Everyday::read(&content("everyday-words.txt"));
    assert!(faults.is_empty(), "{faults:?}");
    let (needs, faults) = Needs::read(&content("needs.txt"));
    assert!(faults.is_empty(), "{faults:?}");
    Search::new(LAW.clone(), Arc::new(offers), Places::embedded(), everyday, needs)
}

static SEARCH: LazyLock<Search> = LazyLock::new(|| search(OFFERS.clone()));

fn council(slug: &str) -> Option<CouncilCode> {
    (!slug.is_empty()).then(|| Places::embedded().by_slug(slug).unwrap().code)
}

/// The keys of the first so many hits.
fn first(typed: &str, slug: &str, many: usize) -> Vec<&'static str> {
    let found = SEARCH.find(typed, council(slug));
    found.hits.iter().take(many).map(|hit| hit.listing.key.as_str()).collect()
}

#[test]
fn print() {
    for line in std::fs::read_to_string("/tmp/q.txt").unwrap().lines() {
        let (slug, typed) = line.split_once('|').unwrap();
        let found = SEARCH.find(typed, council(slug));
        println!("{slug}|{typed} => {} {:?} {:?}", found.hits.len(), found.readings, found.dropped);
        for hit in found.hits.iter().take(5) { println!("    {:.2} {}", hit.score, hit.listing.key); }
    }
}
