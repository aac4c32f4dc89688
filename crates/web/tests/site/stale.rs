//! What nobody has confirmed leaves what is shown, where the council has so decided, and is never shown as a no.

use crate::browser::{Browser, NOW, law, letters, offers};
use jiff::civil::{Date, date};
use law::text::SourceFile;
use offer::Offers;
use serde_json::Value;
use std::sync::Arc;
use web::{App, Clock};

/// Southwark's example: with a rule, and one contact that was tried not long ago.
fn with_rule(rule: &str) -> Arc<Offers> {
    let southwark = offers().by_slug("southwark").unwrap();
    let mut files = southwark.write(law());
    for SourceFile { text, .. } in &mut files {
        for (old, new) in [
            ("status      published\n", format!("status      published\n{rule}\n")),
            (CONFIRMED, format!("{CONFIRMED}checked     2028-11-01\n")),
            (
                "amount      not seen\nyear        not seen\n",
                "amount      £200 a week\nyear        2027-28\n".to_owned(),
            ),
        ] {
            *text = text.replacen(old, &new, 1);
        }
    }
    let (offers, faults) = Offers::load(&files, law());
    assert!(faults.is_empty(), "{faults:?}");
    Arc::new(offers)
}

/// A browser at a site with these offers, on a day.
fn at(rule: &str, day: Date) -> Browser {
    let clock = Clock::fixed(day, NOW);
    let app = App::new(law().clone(), with_rule(rule), letters().clone(), clock, Some([9; 32]), false).unwrap();
    Browser::of(web::router(app))
}

const RULE: &str = "stale facts  leave after 30 days";
const LATE: Date = date(2028, 11, 22);
const CONFIRMED: &str = "name        Special guardianship and connected carers team\n";
const SERVICE: &str = "Bursary for 16 to 19 year olds";
/// A number that nobody has tried since 2026.
const NUMBER: &str = "020 7525 1921";
const ASK: &str = "Ask: Special guardianship and connected carers team, 020 7525 1762.";

async fn json(browser: &mut Browser, address: &str) -> Value {
    serde_json::from_str(&browser.get(address).await.text).unwrap()
}

/// What the search finds in Southwark.
async fn found(browser: &mut Browser, words: &str) -> String {
    browser.post("/services", &format!("look={words}&council=E09000028")).await.text
}

#[tokio::test]
async fn what_is_confirmed_or_only_marked_stays() {
    for (rule, day) in [(RULE, date(2026, 11, 22)), ("stale facts  are marked", LATE)] {
        let mut browser = at(rule, day);
        let page = browser.get("/council/southwark").await.text;
        assert!(!page.contains("Taken out for now") && page.contains(NUMBER) && page.contains("£200 a week"), "{day}");
        assert!(found(&mut browser, "bursary").await.contains(SERVICE), "{day}");
    }
}

#[tokio::test]
async fn what_has_left_is_on_the_page_by_name_alone() {
    let page = at(RULE, LATE).get("/council/southwark").await.text;
    assert!(!page.contains(NUMBER) && !page.contains("£200 a week"), "{page}");
    // Seen on 22 November 2026: a contact is due after 90 days, a service after a year; each leaves 31 days later.
    let left = |day: &str, what: &str| format!("We took {what} out on {day} because nobody has confirmed it. {ASK}");
    for (name, place, day) in [
        (SERVICE, "service-bursary", "23 December 2027"),
        ("Multi Agency Safeguarding Hub, in the day", "contact-mash-day", "23 March 2027"),
    ] {
        let told = format!("<div id=\"{place}\"><dt>{name}</dt><dd>{}</dd></div>", left(day, "this"));
        assert!(page.contains(&told), "{told} is not in {page}");
    }
    assert!(page.contains(&left("23 December 2027", "the amount")));
    assert!(page.contains("020 7525 1762"), "what was confirmed stays");
}

#[tokio::test]
async fn what_has_left_is_not_found_nor_open_data() {
    let mut browser = at(RULE, LATE);
    assert!(!found(&mut browser, "bursary").await.contains(SERVICE));
    assert!(!found(&mut browser, "safeguarding").await.contains(NUMBER));
    let money = found(&mut browser, "allowance").await;
    assert!(money.contains("Special guardianship allowance") && !money.contains("£200 a week"), "{money}");
    assert!(money.contains("We took the amount out on 23 December 2027"), "{money}");
    for address in
        ["/council/southwark/open-referral/v3/services", "/data/offer-services.json", "/data/offer-contacts.json"]
    {
        let text = browser.get(address).await.text;
        assert!(text.len() > 50 && !text.contains(SERVICE) && !text.contains(NUMBER), "{address}: {text}");
    }
    let rows = json(&mut browser, "/data/compare.json").await;
    let rows: Vec<_> = rows["rows"].as_array().unwrap().iter().filter(|row| row["council"] == "southwark").collect();
    assert!(!rows.is_empty());
    for row in rows {
        assert!(row["answer"] != "no" && row["answer"] != "nothing listed", "nobody knows: {row}");
    }
}

#[tokio::test]
async fn a_result_says_that_there_may_be_more() {
    let mut browser = at(RULE, LATE);
    browser.submit("/", "postcode=SE15+5EB").await;
    for address in ["/find/answer", "/find/sheet/answer"] {
        let page = browser.get(address).await.text;
        assert!(page.contains("because nobody has confirmed them. There may still be more help than is listed here."));
        assert!(page.contains(ASK) && !page.contains(SERVICE), "{address}");
    }
}

#[tokio::test]
async fn the_checks_look_at_the_whole() {
    let checks = at(RULE, LATE).get("/council/southwark/checks").await.text;
    assert!(checks.contains(SERVICE) && checks.contains("Not checked since 22 November 2026"));
}
