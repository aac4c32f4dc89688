//! What a council's page shows of an offer with ended benefits, panels, and periods of every shape.

use crate::browser::{Browser, NOW};

/// What stands between a place on the page and the next mark of its end.
fn part<'a>(page: &'a str, id: &str, end: &str) -> &'a str {
    let start = page.find(&format!("id=\"{id}\"")).unwrap_or_else(|| panic!("there is no {id}"));
    page[start..].split(end).next().unwrap_or_default()
}

#[tokio::test]
async fn what_has_ended_is_marked_beside_the_line_that_names_it() {
    let page = Browser::at(NOW).get("/council/gateshead").await.text;
    let section = part(&page, "section-financial-support", "<article");
    assert!(section.contains("The page still names tax credits"), "{section}");
    for remark in ["remark-ended-benefit", "remark-renamed-service"] {
        assert!(section.contains(&format!("href=\"#{remark}\"")), "{section}");
    }
    assert!(part(&page, "remark-ended-benefit", "</li>").contains("closed in April 2025"));
    assert!(part(&page, "service-benefits-help", "</article>").contains("href=\"#remark-ended-benefit\""));
    assert!(!part(&page, "service-mediation", "</article>").contains("Please note"), "only where it belongs");
}

#[tokio::test]
async fn who_decides_and_by_when_is_shown_as_the_page_states_it() {
    let page = Browser::at(NOW).get("/council/gateshead").await.text;
    let decides = part(&page, "decides", "</section>");
    for words in [
        "Kinship Finance and Support Panel",
        "14 working days",
        "every year",
        "at once",
        "at least 28 days",
        "The panel meets",
        "starts when",
    ] {
        assert!(decides.to_lowercase().contains(&words.to_lowercase()), "the page does not hold {words:?}");
    }
    assert!(part(&page, "section-financial-assessment", "</section>").contains("#payment-child-arrangements-money"));
    assert!(part(&page, "section-appeals", "</section>").contains("We did not see this part of the page."));
    assert!(page.contains("Shared with other councils"));
}

#[tokio::test]
async fn a_council_whose_offer_is_not_held_is_asked_for_it() {
    let mut browser = Browser::at(NOW);
    let page = browser.get("/council/barking-and-dagenham").await.text;
    for words in ["since 29 June 2026", "/letters/kinship-local-offer", "ca-1989/22H", "Find support for you"] {
        assert!(page.contains(words), "{words} is not on the council's page");
    }
    browser.submit("/find/council", "council=E09000002").await;
    let result = browser.get("/find/answer").await.text;
    let local = part(&result, "local", "</section>");
    for words in ["29 June 2026", "/council/barking-and-dagenham", "/letters/kinship-local-offer"] {
        assert!(local.contains(words), "{words} is not on the result: {local}");
    }
    let letter = browser.post("/letters/kinship-local-offer", "sender_name=Ann+Grey").await.text;
    assert!(letter.contains("London Borough of Barking and Dagenham") && letter.contains("29 June 2026"), "{letter}");
    browser.submit("/find/council", "council=E09000028").await;
    let result = browser.get("/find/answer").await.text;
    assert!(!part(&result, "local", "</section>").contains("kinship-local-offer"), "Southwark's own offer is held");
}
