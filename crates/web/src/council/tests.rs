//! The page of a council's offer: whole, plain about what is missing, and marked as an example.
#![allow(clippy::unwrap_used, reason = "tests")]

use super::offer::OfferPage;
use crate::routes::tests::law_texts;
use askama::Template;
use law::text::SourceFile;
use law::{Day, Law};
use offer::{Offer, Offers};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// The offers of this repository, in one list of texts.
fn texts() -> Vec<SourceFile> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../offers");
    let mut files = Vec::new();
    for folder in std::fs::read_dir(&root).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()) {
        for path in std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()) {
            let name = path.strip_prefix(&root).unwrap().to_string_lossy().into_owned();
            files.push(SourceFile { path: name, text: std::fs::read_to_string(&path).unwrap() });
        }
    }
    files
}

/// The page of every offer, as HTML, under the name of its council.
fn pages() -> BTreeMap<String, String> {
    pages_on("2026-11-22")
}

/// The same on a day.
fn pages_on(day: &str) -> BTreeMap<String, String> {
    let law = Arc::new(Law::load(&law_texts()).0);
    let (offers, faults) = Offers::load(&texts(), &law);
    assert_eq!(faults, Vec::new());
    let day = Day::new(law, day.parse().unwrap()).unwrap();
    let page = |offer: &Offer| {
        (offer.slug().to_owned(), OfferPage::new(offer, &day, &offer.check(&day), None).render().unwrap())
    };
    offers.iter().map(page).collect()
}

#[test]
fn the_offer_is_shown_whole_and_plainly() {
    let page = &pages()["southwark"];
    for words in [
        "not the council&#39;s own publication",
        "Parts 8 to 13",
        "We did not see this part of the page.",
        "The page does not say: ",
        "We did not see: ",
        "tel:02075251921",
        "evenings and weekends",
        "£2,570 for each child, year not stated",
        "There is no duty to tell the council.",
        "The carer is a relative of the child as the Children Act counts it.",
        "This stood on an earlier version of the page.",
        "FREEPOST RTFL-XAZG-ZRTU",
        "national law is wider",
        "national law ties this to status",
        "Version 3 is the newest we saw",
        "The Ombudsman found no fault",
        "href=\"/law/support/pp_plus_plac\"",
    ] {
        assert!(page.contains(words), "the page does not hold {words:?}");
    }
}

#[test]
fn every_offer_is_marked_as_an_example_and_shows_no_word_of_the_program() {
    for (council, page) in pages() {
        for absent in ["NotStated", "not_stated", "unknown_rule", "previously_looked_after", "{{", "kith-reading"] {
            assert!(!page.contains(absent), "{council}: the page holds {absent:?}");
        }
        let notice = page.find("not the council&#39;s own publication").unwrap();
        assert!(notice < page.find("On this page").unwrap(), "{council}: the example sentence stands at the top");
    }
}

#[test]
fn a_county_shows_which_line_answers_where_and_where_sources_disagree() {
    let page = &pages()["hertfordshire"];
    for words in [
        "<dt>Watford</dt><dd><span class=\"cap\"><a href=\"tel:01442453595\">",
        "<dt>Stevenage</dt><dd><span class=\"cap\"><a href=\"tel:01438844247\">",
        "The council’s page does not list the districts.",
    ] {
        assert!(page.contains(words), "the page does not hold {words:?}");
    }
    let clock = page.find("The full assessment of a kinship foster carer").unwrap();
    let beside = page[clock..].split("</article>").next().unwrap();
    assert!(beside.contains("22 in all") && beside.contains("What the law says is what counts."), "{beside}");
    assert!(!pages()["southwark"].contains("Where you live"), "one team for the whole borough");
}

#[test]
fn every_link_within_a_page_leads_somewhere() {
    for (council, page) in pages() {
        for link in page.split("href=\"#").skip(1) {
            let id = link.split('"').next().unwrap_or_default();
            let marks = page.matches(&format!("id=\"{id}\"")).count();
            assert_eq!(marks, 1, "{council}: #{id} is marked {marks} times");
        }
    }
}

#[test]
fn every_page_is_light() {
    for (council, page) in pages() {
        assert!(page.len() < 100_000, "{council}: {} bytes", page.len());
    }
}

#[test]
fn what_has_not_been_checked_for_long_says_so() {
    let stale = "Not checked since 22 November 2026.";
    assert!(!pages()["southwark"].contains(stale));
    let later = &pages_on("2027-12-22")["southwark"];
    for place in ["contact-mash-day", "service-virtual-school", "payment-special-guardianship-allowance"] {
        let from = later.find(&format!("id=\"{place}\"")).unwrap();
        assert!(later[from..].split("</article>").next().unwrap().contains(stale), "{place}");
    }
}
