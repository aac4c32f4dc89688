//! Same child, other order: the ways that are possible, what is taken as so, and what would be other.

use crate::browser::{Browser, NOW};

async fn family(relation: &str, in_care: &str, order: &str) -> Browser {
    let mut browser = Browser::at(NOW);
    browser.submit("/", "postcode=SE15+5EB").await;
    browser.answer("carer_relation", &format!("value={relation}")).await;
    browser.answer("child_dob", "day=3&month=5&year=2015").await;
    browser.answer("child_looked_after_now", &format!("value={in_care}")).await;
    browser.answer("order_type", &format!("value={order}")).await;
    browser.answer("council_involvement_at_start", "value=none").await;
    browser
}

#[tokio::test]
async fn each_family_sees_the_ways_that_are_other_than_its_own() {
    for (relation, in_care, order, shown, absent) in [
        ("grandparent", "no", "none", &["with-CAO", "with-SGO", "with-KF"][..], &["with-none", "with-PF"][..]),
        ("grandparent", "no", "SGO", &["with-none", "with-CAO", "with-KF"], &["with-SGO", "with-PF"]),
        ("cousin", "yes", "care_order", &["with-CAO", "with-SGO", "with-PF"], &[]),
        ("cousin", "no", "SGO", &["with-PF", "with-CAO", "with-KF"], &["with-SGO"]),
    ] {
        let mut browser = family(relation, in_care, order).await;
        let page = browser.get("/find/orders").await;
        for id in shown {
            assert!(page.text.contains(&format!("id=\"{id}\"")), "{relation} {in_care} {order}: {id} is not offered");
        }
        for id in absent {
            assert!(!page.text.contains(&format!("id=\"{id}\"")), "{relation} {in_care} {order}: {id} is offered");
        }
        assert!(page.text.contains("Money is not a reason for an order"));
    }
}

#[tokio::test]
async fn what_is_taken_as_so_is_said_and_nothing_is_kept() {
    let mut browser = family("aunt_uncle", "yes", "care_order").await;
    let cookie = browser.cookie.clone();
    let page = browser.get("/find/orders?with=SGO").await;
    for words in [
        "To see this, we took as true",
        "A special guardianship order",
        "In care before order: <strong>Yes</strong>",
        "How care ended: <strong>A special guardianship order</strong>",
        "A right",
        "Special guardianship allowance",
    ] {
        assert!(page.text.contains(words), "{words} is not on the page");
    }
    assert!(!page.text.contains("id=\"with-CAO\" value=\"CAO\" checked"));
    assert_eq!(browser.cookie, cookie);
    let answers = browser.get("/find/answers").await;
    assert!(answers.text.contains("A care order"));
    for odd in ["?with=nonsense", "?with", "?x=%FF&with=", "?with=SGO&with=SGO&with=KF"] {
        let page = browser.get(&format!("/find/orders{odd}")).await;
        assert_eq!(page.status.as_u16(), 200, "{odd}");
    }
}
