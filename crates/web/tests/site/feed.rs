//! Editions as data, the feed of changes, and the proof of what counted on a day.

use crate::browser::{Answer, ask};
use crate::desk::published;
use crate::guard::published as published_ahead;
use crate::office::{Office, Person};
use axum::body::Body;
use axum::http::{Request, StatusCode};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::sync::atomic::{AtomicU32, Ordering};
use tower::ServiceExt;
use web::Clock;

fn json(answer: &Answer) -> Value {
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    serde_json::from_str(&answer.text).unwrap()
}

async fn is_known(anyone: &Person, address: &str, etag: &str) -> bool {
    let request = Request::get(address).header("if-none-match", etag).body(Body::empty()).unwrap();
    anyone.site.clone().oneshot(request).await.unwrap().status() == StatusCode::NOT_MODIFIED
}

async fn withdraw(publisher: &mut Person, from: &str) {
    let fields = [("do", "withdraw"), ("number", "1"), ("from", from), ("reason", "Sums <& wrong."), ("key", "w1")];
    assert_eq!(publisher.post("/publish/borsetshire/editions", &fields).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_site_without_a_database_has_an_empty_feed() {
    let feed = json(&ask("/data/changes.json").await);
    assert_eq!((&feed["total"], feed["changes"].as_array().unwrap().len()), (&0.into(), 0));
    let atom = ask("/data/changes.atom").await;
    assert!(atom.header("content-type").starts_with("application/atom+xml"));
    assert!(atom.text.contains("<updated>1970-01-01T00:00:00Z</updated>") && !atom.text.contains("<entry>"));
    for wrong in ["?since=yesterday", "?page=0", "?per_page=501", "?until=2026-01-01"] {
        assert_eq!(ask(&format!("/data/changes.json{wrong}")).await.status, StatusCode::BAD_REQUEST, "{wrong}");
    }
}

#[tokio::test]
async fn the_feed_tells_of_editions_and_that_they_are_gone() {
    let office = Office::new().await;
    let mut publisher = published(&office).await;
    let mut anyone = office.stranger();
    let first = anyone.get("/data/changes.json").await;
    assert_eq!(first.header("access-control-allow-origin"), "*");
    assert!(is_known(&anyone, "/data/changes.json", first.header("etag")).await);
    let feed = json(&first);
    let change = &feed["changes"][0];
    assert_eq!(change["id"], "tag:kith.test,2026-04-12:/council/borsetshire/editions/1");
    assert_eq!(
        (&change["state"], &change["kind"], &change["edition"]),
        (&"published".into(), &"update".into(), &1.into())
    );
    assert_eq!((&change["name"], &change["effective"]), (&"Borsetshire County Council".into(), &"2026-11-26".into()));
    assert_eq!((&change["added"], &change["changed"], &change["removed"]), (&2.into(), &0.into(), &0.into()));
    assert_eq!(change["address"], "https://kith.test/council/borsetshire/editions/1");
    let at = change["at"].as_str().unwrap().to_owned();
    for (since, count) in [(at.as_str(), 1), ("2026-11-27", 0), ("2026-01-01", 1)] {
        let some = json(&anyone.get(&format!("/data/changes.json?since={since}")).await);
        assert_eq!(some["total"], count, "{since}");
    }
    // The database may go: both forms are served from memory.
    withdraw(&mut publisher, "2026-11-26").await;
    office.store.close().await;
    let gone = json(&anyone.get(&format!("/data/changes.json?since={at}")).await);
    let change = &gone["changes"][0];
    assert_eq!((&change["state"], &change["reason"]), (&"withdrawn".into(), &"Sums <& wrong.".into()));
    assert!(!is_known(&anyone, "/data/changes.json", first.header("etag")).await);
    let atom = anyone.get("/data/changes.atom").await.text;
    let tomb = format!(
        "<at:deleted-entry ref=\"tag:kith.test,2026-04-12:/council/borsetshire/editions/1\" when=\"{}\"",
        change["at"].as_str().unwrap()
    );
    assert!(atom.contains(&tomb) && atom.contains("Sums &#60;&#38; wrong.") && !atom.contains("<entry>"), "{atom}");
}

/// The clock that the test below moves, in minutes since 1970. It begins at noon on 26 November 2026.
static MINUTE: AtomicU32 = AtomicU32::new(29_928_240);

#[tokio::test]
async fn an_edition_published_ahead_of_time_comes_into_the_feed_at_dawn() {
    let office = Office::with_clock(Clock::moved(&MINUTE)).await;
    let _ = published_ahead(&office, "2026-12-01").await;
    let mut anyone = office.stranger();
    let dawn = 29_934_720;
    let mut before = String::new();
    for minute in [MINUTE.load(Ordering::Relaxed), dawn - 1] {
        MINUTE.store(minute, Ordering::Relaxed);
        office.app.republish();
        let feed = anyone.get("/data/changes.json").await;
        assert_eq!(json(&feed)["total"], 0, "{minute}");
        assert_eq!(anyone.get("/council/borsetshire").await.status, StatusCode::NOT_FOUND, "{minute}");
        before = feed.header("etag").to_owned();
    }
    MINUTE.store(dawn, Ordering::Relaxed);
    // What a node does when it notices the day.
    office.app.republish();
    assert!(!is_known(&anyone, "/data/changes.json", &before).await);
    let feed = json(&anyone.get("/data/changes.json").await);
    let change = &feed["changes"][0];
    assert_eq!((&feed["total"], &change["state"]), (&1.into(), &"published".into()));
    assert_eq!(change["at"], "2026-12-01T00:00:00Z", "not before what was fetched the evening before");
    assert_ne!(change["published"], change["at"]);
    // Whoever asked until the last minute before gets it with the next question.
    let since = json(&anyone.get("/data/changes.json?since=2026-11-30T23:59:59Z").await);
    assert_eq!(since["total"], 1);
    let atom = anyone.get("/data/changes.atom").await.text;
    assert!(atom.contains("<updated>2026-12-01T00:00:00Z</updated>") && atom.contains("<entry>"), "{atom}");
    assert!(anyone.get("/council/borsetshire").await.text.contains("A group for carers"));
}

#[tokio::test]
async fn an_edition_to_be_withdrawn_is_published_until_then() {
    let office = Office::new().await;
    let mut publisher = published(&office).await;
    withdraw(&mut publisher, "2026-12-24").await;
    let feed = json(&office.stranger().get("/data/changes.json").await);
    let change = &feed["changes"][0];
    assert_eq!((&change["state"], &change["withdrawn_from"]), (&"published".into(), &"2026-12-24".into()));
    let atom = office.stranger().get("/data/changes.atom").await.text;
    assert!(atom.contains("<entry>") && atom.contains("It will be withdrawn from 2026-12-24."), "{atom}");
}

#[tokio::test]
async fn an_edition_is_data_known_by_its_digest() {
    let office = Office::new().await;
    let mut publisher = published(&office).await;
    let mut anyone = office.stranger();
    let list = json(&anyone.get("/council/borsetshire/editions.json").await);
    let edition = &list["editions"][0];
    assert_eq!((&list["counts_now"], &edition["approved_by"]), (&1.into(), &"Cabinet".into()));
    assert_eq!(edition["consultation"]["report"], "Twelve came.");
    let address = "/council/borsetshire/editions/1.json";
    let whole = anyone.get(address).await;
    let digest = edition["digest"].as_str().unwrap();
    assert_eq!(whole.header("etag"), format!("W/\"{digest}\""));
    assert_eq!(whole.header("access-control-allow-origin"), "*");
    assert!(is_known(&anyone, address, whole.header("etag")).await);
    assert_eq!(json(&whole)["records"]["offer-services"][0]["name"], "A group for carers");
    let all = json(&anyone.get("/data/offer-services.json").await);
    let own = all["rows"].as_array().unwrap().iter().find(|row| row["council"] == "borsetshire").unwrap().clone();
    assert_eq!(json(&whole)["records"]["offer-services"][0], own);
    for name in ["ada", "grace", "olive"] {
        assert!(!whole.text.contains(name) && !list.to_string().contains(name), "{name} is a colleague");
    }
    withdraw(&mut publisher, "2026-11-26").await;
    assert!(!is_known(&anyone, address, whole.header("etag")).await, "that it was withdrawn is news");
    let list = json(&anyone.get("/council/borsetshire/editions.json").await);
    assert_eq!(
        (&list["counts_now"], &list["editions"][0]["withdrawn_because"]),
        (&Value::Null, &"Sums <& wrong.".into())
    );
    assert_eq!(anyone.get("/council/southwark/editions.json").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_counted_on_a_day_can_be_proved() {
    let office = Office::new().await;
    let mut publisher = published(&office).await;
    let mut anyone = office.stranger();
    let page = "/council/borsetshire/offer/2026-11-26/proof";
    let text = anyone.get(&format!("{page}.txt")).await.text;
    let law = anyone.get("/council/borsetshire/editions/1.law").await.text;
    let digest: String = Sha256::digest(law.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
    for words in [
        "On this day, edition 1 counted.",
        "Approved by: Cabinet",
        "Approved on: 24 November 2026",
        "Minute: not stated",
        &digest,
        "It is the same.",
        "Twelve came.",
        "Must: what the Act says",
        "Should: what the government expects",
        "Could: what good councils do",
        "Published, and called the kinship local offer",
    ] {
        assert!(text.contains(words), "{words} is not in {text}");
    }
    assert!(!text.contains("NOT the same") && !text.contains("grace"));
    let shown = anyone.get(page).await;
    assert!(shown.text.contains(&digest) && shown.text.contains("proof.docx"));
    assert!(anyone.get("/council/borsetshire/editions").await.text.contains(page));
    assert!(anyone.get("/council/borsetshire/offer/2026-11-26").await.text.contains(page));
    for nothing in ["2026-11-25/proof", "2026-11-27/proof", "soon/proof", "2026-11-26/prove", "2026-11-26/proof.exe"] {
        let address = format!("/council/borsetshire/offer/{nothing}");
        assert_eq!(anyone.get(&address).await.status, StatusCode::NOT_FOUND, "{nothing}");
    }
    withdraw(&mut publisher, "2026-11-26").await;
    let gone = anyone.get(&format!("{page}.txt")).await.text;
    assert!(gone.contains("No edition counted on this day.") && !gone.contains("Must: what the Act says"), "{gone}");
}
