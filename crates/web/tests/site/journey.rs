//! A carer's way from a postcode to an answer, and what happens when a step goes wrong.

use crate::browser::{Browser, NOW};
use axum::http::StatusCode;

/// A grandmother in Peckham: a social worker asked her to take the child.
async fn grandmother() -> Browser {
    let mut browser = Browser::at(NOW);
    let page = browser.submit("/", "postcode=se15+5eb").await;
    assert!(page.text.contains("London Borough of Southwark"), "{}", page.text);
    for (fact, value) in [
        ("carer_relation", "value=grandparent"),
        ("child_dob", "day=3&month=5&year=2019"),
        ("child_looked_after_now", "value=no"),
        ("order_type", "value=none"),
        ("council_involvement_at_start", "value=asked_carer"),
        ("arrangement_start", "day=1&month=November&year=2026"),
        ("informed_consent_to_private_arrangement", "value=no"),
    ] {
        let page = browser.get("/find/question").await;
        if fact != "informed_consent_to_private_arrangement" {
            assert!(
                page.text.contains(&format!("name=\"fact\" value=\"{fact}\"")),
                "{fact} is not next: {}",
                page.h1()
            );
        }
        let next = browser.answer(fact, value).await;
        assert_eq!(next.status, StatusCode::OK);
    }
    browser
}

#[tokio::test]
async fn from_a_postcode_to_a_cited_answer() {
    let mut browser = grandmother().await;
    let result = browser.get("/find/answer").await;
    for words in [
        "What to do first",
        "You have a right to",
        "The council or others may give",
        "We cannot tell yet",
        "Not for you, because",
        "Child Benefit",
        "£27.05 a week",
        "The council may have placed the child",
        "Southwark",
    ] {
        assert!(result.text.contains(words), "{words} is not on the page");
    }
    let detail = browser.get("/find/answer/status_challenge").await;
    for words in [
        "You have a right to this",
        "Why we say this",
        "Where this comes from",
        "/law/provision/cases/",
        "If they say no",
        "22 November 2026",
    ] {
        assert!(detail.text.contains(words), "{words} is not on the page");
    }
    let answers = browser.get("/find/answers").await;
    for words in ["A social worker asked me to take the child", "3 May 2019", "We have taken it that", "Change"] {
        assert!(answers.text.contains(words), "{words} is not on the page");
    }
}

#[tokio::test]
async fn the_questions_come_to_an_end_and_any_can_be_left_out() {
    let mut browser = Browser::at(NOW);
    browser.submit("/", "postcode=SE15+5EB").await;
    for more in ["/find/question", "/find/more"] {
        let mut asked = 0;
        loop {
            let page = browser.get(more).await;
            if page.status == StatusCode::SEE_OTHER {
                assert_eq!(page.header("location"), "/find/answer");
                break;
            }
            let fact = page.text.split("name=\"fact\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
            let unknown = if asked % 2 == 0 { "do_not_know" } else { "rather_not_say" };
            browser.post("/find/question", &format!("fact={fact}&unknown={unknown}")).await;
            asked += 1;
            assert!(asked < 250);
        }
    }
    let result = browser.get("/find/answer").await;
    assert!(result.text.contains("You have a right to") && result.text.contains("What to do first"));
    let cookie = browser.cookie.unwrap();
    assert!(cookie.len() < 3_500, "{}", cookie.len());
}

#[tokio::test]
async fn an_answer_can_be_changed_and_leads_back_to_where_it_was_changed() {
    let mut browser = grandmother().await;
    let page = browser.get("/find/question/order_type?from=answers").await;
    assert!(page.text.contains("value=\"none\" checked"), "{}", page.text);
    let sent = browser.post("/find/question", "fact=order_type&then=answers&value=SGO").await;
    assert_eq!(sent.header("location"), "/find/answers");
    let answers = browser.get("/find/answers").await;
    assert!(answers.text.contains("A special guardianship order"));
    let cleared = browser.post("/find/clear", "").await;
    assert_eq!(cleared.header("location"), "/");
    assert!(browser.cookie.is_none());
}

#[tokio::test]
async fn what_if_shows_only_what_changes_and_keeps_nothing_unasked() {
    let mut browser = grandmother().await;
    let page = browser.submit("/find/what-if", "fact=order_type&value=SGO").await;
    assert!(page.text.contains("What would change") && page.text.contains("would become"), "{}", page.text);
    let answers = browser.get("/find/answers").await;
    assert!(answers.text.contains("No court order"));
    browser.submit("/find/what-if", "do=keep").await;
    let answers = browser.get("/find/answers").await;
    assert!(answers.text.contains("A special guardianship order"));
}

#[tokio::test]
async fn a_slip_is_met_with_words_that_help() {
    let mut browser = Browser::at(NOW);
    for (address, form, words) in [
        ("/", "postcode=hello", "This is not a postcode"),
        ("/", "postcode=", "Enter a full postcode"),
        ("/", "postcode=SE15", "whole postcode"),
        ("/find/question", "fact=child_dob&day=31&month=2&year=2020", "real date"),
        ("/find/question", "fact=child_dob&day=3&month=2&year=2030", "today or in the past"),
        ("/find/question", "fact=child_dob&day=&month=2&year=2020", "must include a day"),
        ("/find/question", "fact=child_dob&day=3&month=2&year=20", "four figures"),
        ("/find/question", "fact=order_type&value=nonsense", "Choose one answer"),
        ("/find/question", "fact=order_type", "Choose one answer"),
        ("/find/question", "fact=savings&value=lots", "figures only"),
        ("/find/question", "fact=savings&value=-5", "0 or more"),
        ("/find/council", "council=E99999999", "Choose a council"),
        ("/find/what-if", "fact=order_type&value=x", "Choose one answer"),
    ] {
        let page = browser.post(address, form).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{form}");
        assert!(page.text.contains("There is a problem") && page.text.contains(words), "{form}: {}", page.text);
        assert!(page.text.contains("<title>Error"), "{form}");
    }
    for (address, form) in
        [("/find/question", "fact=nothing&value=yes"), ("/find/question", "%%%"), ("/find/what-if", "")]
    {
        let page = browser.post(address, form).await;
        assert_eq!(page.status, StatusCode::BAD_REQUEST, "{form}");
    }
    let page = browser.post("/", &format!("postcode={}", "A".repeat(40_000))).await;
    assert_eq!(page.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(page.text.contains("too long"));
}

#[tokio::test]
async fn outside_england_the_page_is_kind() {
    for (postcode, country) in [("CF10+1EP", "Wales"), ("EH1+1YZ", "Scotland"), ("BT1+5GS", "Northern Ireland")] {
        let mut browser = Browser::at(NOW);
        let page = browser.submit("/", &format!("postcode={postcode}")).await;
        assert!(page.h1().contains(country), "{}", page.h1());
        assert_eq!(browser.seen.last().map(String::as_str), Some(""));
    }
}

#[tokio::test]
async fn an_old_address_leads_on() {
    let mut browser = Browser::at(NOW);
    browser.answer("carer_relation", "value=grandparent").await;
    for (old, leads_to) in [
        ("/letters/decision-in-writing/file", "/letters/decision-in-writing"),
        ("/find/clear", "/find/answers"),
        ("/find/question/400", "/find/question"),
        ("/find/question/0", "/find/question"),
        ("/find/question/99999999999999999999999999", "/find/question"),
    ] {
        let answer = browser.get(old).await;
        assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, leads_to), "{old}");
    }
    for lost in ["/letters/nothing/file", "/letters/nothing", "/changed/nothing", "/young/nothing", "/find/question/no"]
    {
        let answer = browser.get(lost).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{lost}");
        assert!(answer.text.contains("href=\"/find/question\"") && answer.text.contains("Nothing you told us is lost"));
    }
    assert!(browser.get("/find/answers").await.text.contains("Grandparent"));
}

#[tokio::test]
async fn an_answer_sent_too_late_is_still_in_its_field() {
    let mut browser = Browser::at(NOW);
    browser.answer("carer_relation", "value=grandparent").await;
    let mut late = browser.later(40);
    let form = "fact=child_dob&then=next&day=3&month=5&year=2019";
    let page = late.post("/find/question", form).await;
    assert_eq!(page.status, StatusCode::OK);
    for words in ["have been cleared", "value=\"3\"", "value=\"2019\""] {
        assert!(page.text.contains(words), "{words}");
    }
    late.submit("/find/question", form).await;
    let answers = late.get("/find/answers").await.text;
    assert!(answers.contains("3 May 2019") && !answers.contains("Grandparent"));
}

#[tokio::test]
async fn a_letter_sent_too_late_keeps_what_was_typed() {
    let mut browser = Browser::at(NOW);
    browser.answer("carer_relation", "value=grandparent").await;
    let page = browser.later(40).post("/letters/decision-in-writing", "sender_name=Ann+Grey").await;
    assert!(page.text.contains("What you answered has been cleared") && page.text.contains("Ann Grey"));
}
