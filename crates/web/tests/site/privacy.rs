//! What a carer answers is nowhere but in the sealed cookie, and the cookie is safe.

use crate::browser::{Browser, NOW, site};
use crate::safety::Log;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use tower::ServiceExt;

#[tokio::test]
async fn no_answer_is_in_any_address_or_log() {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_ansi(false)
        // The digits of a time could be those of an answer by chance.
        .without_time()
        .with_writer(move || writer.clone())
        .finish();
    // For every test of this program: a log line of any of them must not hold an answer either.
    tracing::subscriber::set_global_default(subscriber).unwrap();
    let mut browser = Browser::at(NOW);
    browser.submit("/", "postcode=SE15+5EB").await;
    browser.answer("child_dob", "day=17&month=3&year=2013").await;
    browser.answer("savings", "value=48271").await;
    browser.answer("order_type", "value=guardian_appointment").await;
    browser.answer("mother_alive", "value=dead").await;
    browser.submit("/find/what-if", "fact=savings&value=93517").await;
    browser.post("/", "postcode=CANARY1").await;
    browser.post("/find/question", "fact=savings&value=CANARY2").await;
    let cookie = browser.cookie.clone();
    browser.post("/families", "families=2&do=show&f1-child_dob=23+9+2007&f1-more=savings+%3D+61837").await;
    browser.post("/families", "f1-more=CANARY5+%3D+CANARY6&f1-carer_council=CANARY7&f1-CANARY8=x").await;
    assert_eq!(browser.cookie, cookie, "what was typed for a family is in the cookie");
    browser.get("/find/orders?with=SGO").await;
    browser.get("/find/answer?x=CANARY3").await;
    browser.get("/CANARY4").await;
    letter_and_search_keep_nothing(&mut browser).await;
    for page in ["/find/answer", "/find/answers", "/find/answer/child_benefit", "/find/what-if"] {
        browser.get(page).await;
    }
    let log = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert!(log.contains("/find/question"), "nothing was logged");
    let sent: Vec<String> = browser.seen.iter().filter(|seen| !seen.contains("CANARY")).cloned().collect();
    let cookie = browser.cookie.unwrap();
    let sealed = cookie.split_once('=').unwrap().1;
    for canary in [
        "SE15",
        "2013",
        "48271",
        "guardian_appointment",
        "dead",
        "93517",
        "2007",
        "61837",
        "E09000028",
        "southwark",
        "CANARY",
        "mother_alive",
        sealed,
    ] {
        assert!(!log.contains(canary), "{canary} is in the log:\n{log}");
        assert!(!sent.iter().any(|address| address.contains(canary)), "{canary} is in an address: {sent:?}");
    }
}

/// What is typed into a letter, or looked for, comes into no cookie.
async fn letter_and_search_keep_nothing(browser: &mut Browser) {
    let before = browser.cookie.clone();
    let letter = "sender_name=CANARY5&sender_address=CANARY6&child_name=CANARY7&letter_text=Dear+CANARY8";
    let written = browser.post("/letters/child-needs-assessment", letter).await;
    assert!(written.text.contains("CANARY5") && written.text.contains("CANARY8"));
    for format in ["txt", "docx", "pdf", "CANARY9"] {
        let form = format!("{letter}&format={format}");
        browser.post("/letters/child-needs-assessment/file", &form).await;
    }
    browser.post("/letters/child-needs-assessment", &format!("{letter}&do=change")).await;
    browser.post("/letters/child-needs-assessment", &format!("child_dob=CANARY10&{letter}")).await;
    assert_eq!(browser.cookie, before, "writing a letter changed the cookie");
    let looked = "look=CANARY5&postcode=SE15+5EB&council=E09000028&age=13&keep=CANARY6&add=southwark/service/open-door";
    browser.post("/services", looked).await;
    browser.post("/services/list", looked).await;
    assert_eq!(browser.cookie, before, "what was looked for came into the cookie");
}

#[tokio::test]
async fn a_cookie_that_was_changed_or_is_old_counts_as_none() {
    let mut browser = Browser::at(NOW);
    browser.submit("/", "postcode=SE15+5EB").await;
    assert!(browser.get("/find/answers").await.text.contains("Southwark"));

    let mut changed = browser.clone();
    let cookie = changed.cookie.clone().unwrap();
    let (head, tail) = cookie.split_at(cookie.len() / 2);
    let flipped = if tail.starts_with('A') { "B" } else { "A" };
    changed.cookie = Some(format!("{head}{flipped}{}", &tail[1..]));
    let page = changed.get("/find/answers").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(!page.text.contains("Southwark"));

    assert!(browser.later(29).get("/find/answers").await.text.contains("Southwark"));
    let page = browser.later(31).get("/find/answers").await;
    assert!(!page.text.contains("Southwark") && page.text.contains("have been cleared"));
}

#[tokio::test]
async fn looking_at_pages_keeps_the_answers_alive() {
    let mut browser = Browser::at(NOW);
    browser.submit("/", "postcode=SE15+5EB").await;
    let mut later = browser.later(20);
    later.get("/find/answer").await;
    assert_ne!(later.cookie, browser.cookie);
    assert!(later.later(45).get("/find/answers").await.text.contains("Southwark"));
}

#[tokio::test]
async fn leaving_wipes_the_answers() {
    let mut browser = Browser::at(NOW);
    browser.submit("/", "postcode=SE15+5EB").await;
    let ahead = Request::get("/find/exit").header("sec-purpose", "prefetch").body(Body::empty()).unwrap();
    browser.send(ahead).await;
    assert!(browser.cookie.is_some(), "a browser that looked ahead lost its answers");
    let left = browser.get("/find/exit").await;
    assert_eq!(left.header("location"), "https://www.bbc.co.uk/weather");
    assert!(browser.cookie.is_none());
}

#[tokio::test]
async fn a_form_from_another_site_is_refused() {
    for (name, value) in
        [("sec-fetch-site", "cross-site"), ("sec-fetch-site", "same-site"), ("origin", "https://evil.test")]
    {
        let request = Request::post("/find/clear").header("host", "kith.test").header(name, value);
        let response = site(NOW, false).oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
        assert_eq!(response.status(), StatusCode::FORBIDDEN, "{name}: {value}");
    }
    let own = Request::post("/find/clear").header("host", "kith.test").header("origin", "http://kith.test");
    let response = site(NOW, false).oneshot(own.body(Body::empty()).unwrap()).await.unwrap();
    assert_eq!(response.status(), StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn under_https_the_cookie_is_bound_to_this_host() {
    let request = Request::post("/").header("content-type", "application/x-www-form-urlencoded");
    let response = site(NOW, true).oneshot(request.body(Body::from("postcode=SE15+5EB")).unwrap()).await.unwrap();
    let cookie = response.headers()["set-cookie"].to_str().unwrap();
    assert!(cookie.starts_with("__Host-kith=") && cookie.contains("; Secure"), "{cookie}");
    let only = &response.headers()["strict-transport-security"];
    assert_eq!(only, "max-age=31536000; includeSubDomains");
}
