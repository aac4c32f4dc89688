//! The page of a council's offer: whole, plain about what is missing, and marked as an example.
#![allow(clippy::unwrap_used, reason = "tests")]

use super::offer::OfferPage;
use crate::routes::tests::law_texts;
use askama::Template;
use law::text::SourceFile;
use law::{Day, Law};
use offer::Offers;
use offer::place::Places;
use std::path::Path;
use std::sync::Arc;

/// The page of Southwark's offer, as HTML.
fn page() -> String {
    let law = Arc::new(Law::load(&law_texts()).0);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../offers/southwark");
    let files = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).map(|path| SourceFile {
        path: format!("southwark/{}", path.file_name().unwrap().to_string_lossy()),
        text: std::fs::read_to_string(&path).unwrap(),
    });
    let (offers, faults) = Offers::load(&files.collect::<Vec<_>>(), &law);
    assert_eq!(faults, Vec::new());
    let day = Day::new(law, "2026-11-22".parse().unwrap()).unwrap();
    let council = Places::embedded().by_slug("southwark").unwrap();
    OfferPage::new(council, offers.by_council(council.code).unwrap(), &day).render().unwrap()
}

#[test]
fn the_offer_is_shown_whole_and_plainly() {
    let page = page();
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
    for absent in ["NotStated", "not_stated", "unknown_rule", "previously_looked_after", "{{", "kith-reading"] {
        assert!(!page.contains(absent), "the page holds {absent:?}");
    }
    let notice = page.find("not the council&#39;s own publication").unwrap();
    assert!(notice < page.find("On this page").unwrap(), "the example sentence stands at the top");
}

#[test]
fn every_link_within_the_page_leads_somewhere() {
    let page = page();
    for link in page.split("href=\"#").skip(1) {
        let id = link.split('"').next().unwrap_or_default();
        let marks = page.matches(&format!("id=\"{id}\"")).count();
        assert_eq!(marks, 1, "#{id} is marked {marks} times");
    }
}

#[test]
fn the_page_is_light() {
    assert!(page().len() < 100_000, "{} bytes", page().len());
}
