//! The ways in: a child has just come, something has changed, a young person, and the two arrangements with a wrong name.

use crate::browser::{Browser, NOW};
use axum::http::StatusCode;

/// Answers on the way of a child who has just come: the council's part, the tie, the day, the birth, in care now.
async fn arrived(answers: &[(&str, &str)]) -> (Browser, String) {
    let mut browser = Browser::at(NOW);
    browser.submit("/arrived", "").await;
    let mut led_to = String::new();
    for asked in 0.. {
        assert!(asked < 5, "more than five questions");
        let page = browser.get("/find/question").await;
        let fact = page.text.split("name=\"fact\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let value = answers.iter().find(|(name, _)| *name == fact).map_or("unknown=do_not_know", |(_, value)| value);
        let sent = browser.post("/find/question", &format!("fact={fact}&then=next&{value}")).await;
        sent.header("location").clone_into(&mut led_to);
        if !led_to.starts_with("/find/question") {
            break;
        }
    }
    (browser, led_to)
}

#[tokio::test]
async fn the_start_offers_every_way() {
    let page = Browser::at(NOW).get("/").await;
    for href in ["/arrived", "/changed", "/young", "/families", "/find/council"] {
        assert!(page.text.contains(&format!("href=\"{href}\"")), "{href}");
    }
}

#[tokio::test]
async fn with_nothing_said_the_page_of_what_to_do_now_is_whole() {
    let direct = Browser::at(NOW).get("/arrived/now").await;
    let (mut browser, led_to) = arrived(&[]).await;
    assert_eq!(led_to, "/arrived/now");
    for page in [direct, browser.get("/arrived/now").await] {
        for words in [
            "Before you say yes",
            "Write down tonight",
            "Dates that matter",
            "Counted as if the child came today, 22 November 2026",
            "From Sunday 20 December 2026",
            "In the first week",
            "May not be for you",
            "Child Benefit",
            "/letters/parent-authority",
        ] {
            assert!(page.text.contains(words), "{words} is not on the page");
        }
        assert!(page.text.matches("<h3><a href=\"/find/answer/").count() >= 3, "nothing to ask for");
        assert!(page.text.contains("noindex") && page.header("cache-control") == "no-store");
    }
}

#[tokio::test]
async fn a_grandmother_the_night_the_child_came() {
    let (mut browser, _) = arrived(&[
        ("council_involvement_at_start", "value=asked_carer"),
        ("carer_relation", "value=grandparent"),
        ("arrangement_start", "day=22&month=11&year=2026"),
        ("child_dob", "day=3&month=5&year=2019"),
        ("child_looked_after_now", "value=no"),
    ])
    .await;
    let now = browser.get("/arrived/now").await;
    assert!(now.text.contains("The council may have placed the child with you"));
    assert!(!now.text.contains("private-fostering-notice"), "a grandmother is no private foster carer");
    assert!(now.text.contains("Counted from 22 November 2026"));
    assert!(now.text.contains("/letters/decision-in-writing"));
    let next = browser.get("/find/question").await;
    for asked in ["council_involvement_at_start", "carer_relation", "arrangement_start", "child_dob"] {
        assert!(!next.text.contains(&format!("name=\"fact\" value=\"{asked}\"")), "{asked} is asked twice");
    }
    assert_eq!(next.status, StatusCode::OK);
}

#[tokio::test]
async fn a_changed_answer_leads_back_to_the_page_that_asked_for_it() {
    let (mut browser, _) = arrived(&[("council_involvement_at_start", "value=asked_carer")]).await;
    let page = browser.get("/find/placed").await;
    assert!(page.text.contains("We cannot tell yet") && page.text.contains("A social worker asked me"));
    let sent =
        browser.post("/find/question", "fact=informed_consent_to_private_arrangement&then=placed&value=no").await;
    assert_eq!(sent.header("location"), "/find/placed");
    let page = browser.get("/find/placed").await;
    assert!(page.text.contains("It <strong>may</strong> have. Then the child may be in care"), "{}", page.text);
    for words in ["<h2>Keep</h2>", "A risk to know about", "Get advice first", "/letters/private-arrangement-challenge"]
    {
        assert!(page.text.contains(words), "{words}");
    }
    assert!(!page.text.to_lowercase().contains("informal"), "the arrangement is called informal");
    let result = browser.get("/find/answer").await;
    assert!(result.text.contains("href=\"/find/placed\""));
    for back in ["now", "young", "money", "fostering"] {
        let page = browser.get(&format!("/find/question/order_type?from={back}")).await;
        assert!(page.text.contains(&format!("name=\"then\" value=\"{back}\"")), "{back}");
    }
}

#[tokio::test]
async fn a_cousin_learns_of_private_fostering_without_alarm() {
    let mut browser = Browser::at(NOW);
    for (fact, value) in [
        ("carer_relation", "value=cousin"),
        ("child_dob", "day=3&month=5&year=2019"),
        ("child_looked_after_now", "value=no"),
        ("order_type", "value=none"),
        ("council_involvement_at_start", "value=none"),
        ("arrangement_start", "day=1&month=9&year=2026"),
    ] {
        browser.answer(fact, value).await;
    }
    let result = browser.get("/find/answer").await;
    assert!(result.text.contains("href=\"/find/private-fostering\""));
    let page = browser.get("/find/private-fostering").await;
    for words in [
        "this is what the law calls private fostering",
        "You are not in trouble",
        "The duty to tell the council",
        "Tuesday 29 September 2026",
    ] {
        assert!(page.text.contains(words), "{words}: {}", page.text);
    }
    let advice = page.text.find("Get advice first").unwrap();
    assert!(advice < page.text.find("The duty to tell").unwrap(), "advice comes first");
    browser.answer("carer_relation", "value=grandparent").await;
    let page = browser.get("/find/private-fostering").await;
    assert!(page.text.contains("So this is not private fostering"));
    assert!(!browser.get("/find/answer").await.text.contains("/find/private-fostering"));
}

#[tokio::test]
async fn every_change_says_what_to_do_and_how_things_stand() {
    let mut browser = Browser::at(NOW);
    browser.answer("child_dob", "day=3&month=5&year=2011").await;
    browser.answer("order_type", "value=SGO").await;
    browser.answer("order_date", "day=1&month=2&year=2024").await;
    let list = browser.get("/changed").await;
    for slug in ["order", "council", "money", "birthday", "needs"] {
        let address = format!("/changed/{slug}");
        assert!(list.text.contains(&format!("href=\"{address}\"")), "{slug}");
        let page = browser.get(&address).await;
        assert_eq!(page.status, StatusCode::OK);
        for words in ["How it stands now", "The answers this touches", "/letters/"] {
            assert!(page.text.contains(words), "{slug}: {words}");
        }
        assert!(page.text.contains(&format!("?from={slug}")), "{slug} has nothing to change");
    }
    assert!(browser.get("/changed/council").await.text.contains("By Monday 1 February 2027"));
    let birthday = browser.get("/changed/birthday").await;
    assert!(birthday.text.contains("3 May 2027") && birthday.text.contains("turns 16"), "{}", birthday.text);
    assert_eq!(browser.get("/changed/nothing").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_teenager_is_spoken_to_and_learns_what_they_can_get() {
    let mut browser = Browser::at(NOW);
    let mut page = browser.submit("/young", "").await;
    let answers = [
        ("child_dob", "day=3&month=5&year=2009"),
        ("child_looked_after_now", "value=no"),
        ("order_type", "value=SGO"),
        ("looked_after_ever", "value=yes"),
        ("child_looked_after_immediately_before_order", "value=yes"),
    ];
    let mut asked = 0;
    while page.text.contains("class=\"question") {
        let fact = page.text.split("name=\"fact\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let ask = page.h1().to_lowercase();
        assert!(ask.contains("you") && !ask.contains("the child"), "{ask}");
        assert!(!page.text.contains("lives with me") && !page.text.contains("/find/answers"), "{fact}");
        let value = answers.iter().find(|(name, _)| *name == fact).map_or("unknown=do_not_know", |(_, value)| value);
        page = browser.submit("/find/question", &format!("fact={fact}&then=next&{value}")).await;
        asked += 1;
        assert!(asked <= 8);
    }
    assert!(asked >= 5, "{asked}");
    for words in [
        "What you can get",
        "You have a right to this",
        "after special guardianship",
        "An advocate",
        "A special guardianship order",
    ] {
        assert!(page.text.contains(words), "{words}");
    }
    for age in ["under-11", "11-to-15", "16-and-over"] {
        let page = browser.get(&format!("/young/{age}")).await;
        assert!(page.text.contains("bully") || page.text.contains("is mean to me"), "{age}");
    }
    assert_eq!(browser.get("/young/40").await.status, StatusCode::NOT_FOUND);
    let letter = browser.get("/letters/young-person-help").await;
    assert!(letter.text.contains("class=\"back\" href=\"/young/answer\""), "a young person is led to the carers' list");
    let empty = Browser::at(NOW).get("/young/answer").await;
    assert!(empty.text.contains("An advocate") && empty.text.contains("Ask me a few questions"));
}

#[tokio::test]
async fn a_day_told_from_the_dates_leads_back_to_the_dates() {
    let mut browser = Browser::at(NOW);
    browser.answer("child_looked_after_now", "value=yes").await;
    browser.answer("carer_approval", "value=reg24_temp").await;
    let dates = browser.get("/find/dates").await;
    assert!(dates.text.contains("href=\"/find/question/approval_start?from=dates\""), "{}", dates.text);
    let question = browser.get("/find/question/approval_start?from=dates").await;
    assert!(question.text.contains("name=\"then\" value=\"dates\""));
    assert!(question.text.contains("class=\"back\" href=\"/find/dates\""));
    let sent = browser.post("/find/question", "fact=approval_start&then=dates&day=2&month=11&year=2026").await;
    assert_eq!(sent.header("location"), "/find/dates");
    let dates = browser.get("/find/dates").await;
    assert!(dates.text.contains("By Monday 22 February 2027"), "16 weeks after 2 November");
    assert!(dates.text.contains("16 weeks from 2 November 2026"));
}
