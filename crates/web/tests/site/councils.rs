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
