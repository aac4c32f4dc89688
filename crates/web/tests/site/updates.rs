//! Updates: asked for, confirmed, told once when an edition changes something, once a month, news, and stopped in one click.

use crate::desk::{PROPOSAL, begun, consulted};
use crate::office::{NOTIFY_TOKEN, Office};
use axum::body::Body;
use axum::http::{Request, StatusCode};
use std::sync::atomic::{AtomicU32, Ordering};
use store::{Mail, Outcome, TOKEN_PLACE};
use tower::ServiceExt;
use web::Clock;

/// Everything that is to be sent, said to be sent.
async fn post_all(office: &Office) -> Vec<Mail> {
    let (store, now) = (&office.store, office.app.clock().now());
    while store.bulletin_spread(now, 100).await.unwrap().is_some() {}
    let mail = store.due(now, 1000).await.unwrap();
    let told: Vec<_> = mail.iter().map(|mail| (mail.clone(), Outcome::Sent)).collect();
    store.settle(&told, now).await.unwrap();
    mail
}

/// Asks for updates from Borsetshire.
async fn ask(office: &Office, email: &str, choice: &[(&str, &str)]) -> Mail {
    post_all(office).await;
    let fields = [&[("host", "borsetshire"), ("email", email)], choice].concat();
    let answer = office.stranger().post("/updates", &fields).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    assert!(answer.text.contains("Look at your mail") && !answer.text.contains(email), "{}", answer.text);
    let mut mail = post_all(office).await;
    assert_eq!(mail.len(), 1);
    mail.remove(0)
}

/// The person's own link in a letter.
fn token(mail: &Mail) -> String {
    let after = mail.body.split("/updates/").nth(1).unwrap().split('/').nth(1).unwrap();
    after.split_whitespace().next().unwrap().to_owned()
}

/// Asks and confirms, as a reader of the letter does.
async fn join(office: &Office, email: &str, choice: &[(&str, &str)]) -> String {
    let mail = ask(office, email, choice).await;
    assert_eq!(mail.to.to_string(), email);
    let token = token(&mail);
    let mut reader = office.stranger();
    let page = format!("/updates/confirm/{token}");
    assert!(reader.get(&page).await.text.contains("Do you want these updates?"));
    let done = reader.post(&page, &[]).await;
    assert!(done.text.contains("You get updates"), "{}", done.text);
    token
}

const EVERYTHING: [(&str, &str); 2] = [("topic", "all"), ("pace", "at-once")];

/// Ten o’clock on 26 November 2026, in minutes since 1970.
const MORNING: u32 = 29928120;
/// Five days later.
const DECEMBER: u32 = 29935320;

/// A clock that stands at a minute until it is moved.
fn clock(minute: u32) -> (Clock, &'static AtomicU32) {
    let minute: &'static AtomicU32 = Box::leak(Box::new(AtomicU32::new(minute)));
    (Clock::moved(minute), minute)
}

/// An edition that was published, and those who had asked before: everything, money alone, once a month.
async fn told() -> (Office, &'static AtomicU32, [String; 3]) {
    let (clock, minute) = clock(MORNING);
    let office = Office::with_clock(clock).await;
    let (_, mut lead) = begun(&office).await;
    let all = join(&office, "all@example.org", &EVERYTHING).await;
    let money = join(&office, "money@example.org", &[("topic", "money"), ("pace", "at-once")]).await;
    let month = join(&office, "month@example.org", &[("topic", "all"), ("pace", "monthly")]).await;
    consulted(&mut lead).await;
    let page = "/publish/borsetshire/editions";
    lead.post(page, &PROPOSAL).await;
    let digest = lead.get(page).await.text.split("<code>").nth(1).unwrap().split('<').next().unwrap().to_owned();
    let mut publisher = office.signed_in("grace", &[("publisher", Some("borsetshire"))]).await;
    let sent = publisher.post(page, &[("do", "publish"), ("digest", &digest), ("key", "p2")]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    minute.fetch_add(5, Ordering::Relaxed);
    (office, minute, [all, money, month])
}

#[tokio::test]
async fn what_cannot_be_taken_is_told_and_kept() {
    let office = Office::new().await;
    let mut carer = office.stranger();
    let fields = [("host", ""), ("email", "not an address"), ("pace", "monthly"), ("arrangement", "SGO")];
    let answer = carer.post("/updates", &fields).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    for words in [
        "Choose the council or charity",
        "Choose what you want to hear about",
        "Enter an email address",
        "not an address",
    ] {
        assert!(answer.text.contains(words), "{words}: {}", answer.text);
    }
    let monthly = r#"value="monthly" checked"#;
    assert!(answer.text.contains(monthly), "what was chosen is kept: {}", answer.text);
    assert_eq!(office.store.outbox_counts().await.unwrap().waiting, 0);
}

#[tokio::test]
async fn a_stranger_learns_nothing_and_changes_nothing() {
    let (office, _, [all, ..]) = told().await;
    let again = ask(&office, "all@example.org", &[("topic", "money"), ("pace", "monthly")]).await;
    assert_eq!(again.subject, "Your updates");
    assert!(again.body.contains("come to this address already"));
    let kept = office.stranger().get(&format!("/updates/mine/{all}")).await;
    assert!(kept.text.contains(r#"value="at-once" checked"#), "{}", kept.text);
    assert!(!kept.text.contains("all@example.org"), "the page of a link shows no address");
    // A letter box cannot be filled.
    for _ in 0..6 {
        let fields = [("host", "borsetshire"), ("email", "victim@example.org"), ("topic", "all")];
        office.stranger().post("/updates", &fields).await;
    }
    assert_eq!(post_all(&office).await.len(), 3);
}

#[tokio::test]
async fn an_edition_is_told_once_to_those_it_matters_to() {
    let (office, minute, _) = told().await;
    let other = office.at(Clock::moved(minute)).await;
    assert_eq!(office.app.tell().await.unwrap() + other.app.tell().await.unwrap(), 1, "one of two nodes writes");
    join(&office, "late@example.org", &EVERYTHING).await;
    assert_eq!(office.app.tell().await.unwrap(), 0);
    post_all(&office).await;
    let written = office.store.bulletins("borsetshire", 9).await.unwrap();
    assert_eq!(written.len(), 1);
    assert_eq!((written[0].cause.as_str(), written[0].people), ("edition 1", 1), "one had asked for it before");
}

#[tokio::test]
async fn the_letter_says_what_is_new_and_for_whom_and_how_to_stop() {
    let (office, _, [all, ..]) = told().await;
    office.app.tell().await.unwrap();
    let mail = post_all(&office).await;
    assert_eq!(mail.len(), 1, "{mail:?}");
    let (letter, html) = (&mail[0], mail[0].html.as_deref().unwrap());
    assert_eq!(letter.to.to_string(), "all@example.org", "not about money, and not at the month’s end");
    for words in ["A group for carers", "Carers meet each month.", "For every kinship carer.", "/council/borsetshire"] {
        assert!(letter.body.contains(words) && html.contains(words), "{words}: {}", letter.body);
    }
    let list = letter.list.as_ref().unwrap();
    assert_eq!(list.unsubscribe, format!("https://kith.test/updates/stop/{all}"));
    assert_eq!(list.id, "borsetshire.updates.kith.test");
    assert!(!html.contains("<img") && !html.contains("http://") && !html.contains(TOKEN_PLACE), "{html}");
    for link in html.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        assert!(link.starts_with("https://kith.test/"), "no link leads anywhere else first: {link}");
    }
}

#[tokio::test]
async fn one_click_stops_them() {
    let (office, _, [all, money, _]) = told().await;
    // As a mail program does it (RFC 8058): no cookie, no origin, a body of its own.
    let request = Request::post(format!("/updates/stop/{all}"))
        .header("host", "kith.test")
        .header("content-type", "application/x-www-form-urlencoded")
        .body(Body::from("List-Unsubscribe=One-Click"))
        .unwrap();
    assert_eq!(office.site.clone().oneshot(request).await.unwrap().status(), StatusCode::OK);
    let mut reader = office.stranger();
    assert_eq!(reader.get(&format!("/updates/mine/{all}")).await.status, StatusCode::NOT_FOUND);
    // Looking alone stops nothing; the form of the page does.
    let page = format!("/updates/stop/{money}");
    assert!(reader.get(&page).await.text.contains("Stop these emails?"));
    assert_eq!(reader.get(&format!("/updates/mine/{money}")).await.status, StatusCode::OK);
    assert!(reader.post(&page, &[]).await.text.contains("You get no more"));
    assert!(reader.post(&page, &[]).await.text.contains("You get no more"), "twice is the same");
    office.app.tell().await.unwrap();
    assert!(post_all(&office).await.is_empty(), "nobody is left who hears at once");
}

#[tokio::test]
async fn a_choice_can_be_changed_without_an_account() {
    let (office, _, [_, money, _]) = told().await;
    let page = format!("/updates/mine/{money}");
    let mut reader = office.stranger();
    let none = reader.post(&page, &[("pace", "monthly")]).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    let kept = reader.post(&page, &[("topic", "meeting"), ("pace", "at-once"), ("arrangement", "SGO")]).await;
    assert!(kept.text.contains("Your choice is kept"), "{}", kept.text);
    office.app.tell().await.unwrap();
    let mut to: Vec<_> = post_all(&office).await.iter().map(|mail| mail.to.to_string()).collect();
    to.sort();
    assert_eq!(to, ["all@example.org", "money@example.org"], "the group is about meeting other families");
}

#[tokio::test]
async fn once_a_month_it_is_told_together() {
    let (office, ..) = told().await;
    let later = office.at(clock(DECEMBER).0).await;
    later.app.tell().await.unwrap();
    assert_eq!(later.app.tell().await.unwrap(), 0, "once");
    let mail = post_all(&later).await;
    let monthly: Vec<_> = mail.iter().filter(|mail| mail.to.to_string() == "month@example.org").collect();
    assert_eq!(monthly.len(), 1);
    assert_eq!(monthly[0].subject, "Borsetshire County Council: what changed in November 2026");
    assert!(monthly[0].body.contains("A group for carers"));
}

#[tokio::test]
async fn an_organiser_looks_once_more_and_sends_news() {
    let (office, ..) = told().await;
    let mut organiser = office.signed_in("olga", &[("organiser", Some("borsetshire"))]).await;
    let page = "/hosts/borsetshire/updates";
    let shown = organiser.get(page).await;
    assert!(shown.text.contains("fewer than 5") && !shown.text.contains("example.org"), "{}", shown.text);
    let wrong = organiser.post(page, &[("title", ""), ("words", "Come along.")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text.contains("Write a title") && wrong.text.contains("Come along."));
    let news = [("title", "A summer picnic"), ("words", "Bring a rug.\n\nIt is free."), ("topic", "meeting")];
    let look = organiser.post(page, &news).await;
    assert!(look.text.contains("Look once more") && look.text.contains("Bring a rug."), "{}", look.text);
    assert!(post_all(&office).await.is_empty(), "looking sends nothing");
    let key = look.hidden("key");
    let send = [&news[..], &[("step", "send"), ("key", key.as_str())]].concat();
    for _ in 0..2 {
        assert_eq!(organiser.post(page, &send).await.header("location"), "/hosts/borsetshire/updates?sent=1");
    }
    let mail = post_all(&office).await;
    let picnic: Vec<_> = mail.iter().filter(|mail| mail.subject.contains("A summer picnic")).collect();
    assert_eq!(picnic.len(), 1, "sent twice, it goes once: {mail:?}");
    assert_eq!(picnic[0].to.to_string(), "all@example.org");
    assert!(organiser.get(page).await.text.contains("A summer picnic"));
    let feed = office.stranger().get("/updates/feed/borsetshire.atom?topic=meeting").await;
    assert!(feed.text.contains("A summer picnic") && feed.text.contains("A group for carers"), "{}", feed.text);
    let money = office.stranger().get("/updates/feed/borsetshire.atom?topic=money").await;
    assert!(!money.text.contains("A group for carers") && !money.text.contains("picnic"), "{}", money.text);
    for wrong in ["borsetshire.atom?topic=x", "nowhere.atom", "borsetshire"] {
        let answer = office.stranger().get(&format!("/updates/feed/{wrong}")).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{wrong}");
    }
}

#[tokio::test]
async fn notify_says_that_nobody_is_there() {
    let (office, _, [all, ..]) = told().await;
    let receipt = r#"{"id":"x","reference":null,"to":"all@example.org","status":"permanent-failure","notification_type":"email"}"#;
    let ask = |site: axum::Router, token: &str, body: &str| {
        let request = Request::post("/updates/notify")
            .header("host", "kith.test")
            .header("content-type", "application/json")
            .header("authorization", format!("Bearer {token}"))
            .body(Body::from(body.to_owned()))
            .unwrap();
        async move { site.oneshot(request).await.unwrap().status() }
    };
    let site = office.site.clone();
    assert_eq!(ask(site.clone(), "other", receipt).await, StatusCode::FORBIDDEN);
    assert_eq!(ask(site.clone(), NOTIFY_TOKEN, "{}").await, StatusCode::BAD_REQUEST);
    let delivered = receipt.replace("permanent-failure", "delivered");
    assert_eq!(ask(site.clone(), NOTIFY_TOKEN, &delivered).await, StatusCode::NO_CONTENT);
    assert_eq!(office.stranger().get(&format!("/updates/mine/{all}")).await.status, StatusCode::OK);
    assert_eq!(ask(site, NOTIFY_TOKEN, receipt).await, StatusCode::NO_CONTENT);
    assert_eq!(office.stranger().get(&format!("/updates/mine/{all}")).await.status, StatusCode::NOT_FOUND);
}
