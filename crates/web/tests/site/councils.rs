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

#[tokio::test]
async fn the_checks_keep_three_layers_apart_and_cannot_tell_is_not_a_no() {
    let mut browser = Browser::at(NOW);
    let page = browser.get("/council/southwark/checks").await.text;
    assert!(page.contains("This is an example.") && page.contains("“Cannot tell” is not a no."), "{page}");
    for (layer, line) in [
        ("statute", "Health and wellbeing services"),
        ("guidance", "A named senior manager"),
        ("good-practice", "Formats and languages"),
    ] {
        let section = part(&page, layer, "</section>");
        assert!(section.contains(line) && section.contains("Cannot tell"), "{layer}: {section}");
    }
    assert!(part(&page, "statute", "</section>").contains("The pages that were read do not show it."));
    let fairness = part(&page, "fairness", "</section>");
    let childcare = fairness.split("</li>").find(|line| line.contains("Free childcare hours")).unwrap();
    for words in ["The council’s choice", "One family", "Another family", "National law", "#service-childcare"] {
        assert!(childcare.contains(words), "{words}: {childcare}");
    }
    assert!(fairness.contains("National law decides"));
    assert!(browser.get("/council/southwark").await.text.contains("href=\"/council/southwark/checks\""));
}

#[tokio::test]
async fn the_checks_as_data_and_where_no_offer_is_held() {
    let mut browser = Browser::at(NOW);
    let data = browser.get("/council/gateshead/checks.json").await;
    let report: serde_json::Value = serde_json::from_str(&data.text).unwrap();
    assert_eq!((&report["offer"], report["on"].is_string()), (&"gateshead".into(), true));
    assert!(report["findings"].as_array().unwrap().iter().all(|finding| finding["verdict"].is_string()));
    for address in ["/council/barking-and-dagenham/checks", "/council/atlantis/checks.json"] {
        assert_eq!(browser.get(address).await.status, 404, "{address}");
    }
}
