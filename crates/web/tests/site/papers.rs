//! Papers that are handed in: what they really are counts, nobody else's case sees them, and each carer has a page of their
//! own.

use crate::browser::NOW;
use crate::cases::{asked, between, case_of, did, people, with};
use crate::office::{Office, Person};
use axum::http::StatusCode;
use std::sync::atomic::{AtomicU32, Ordering};
use web::Clock;

const PDF: &[u8] = b"%PDF-1.7\nWhat the clinic wrote";
const SAID: [(&str, &str); 3] = [("paper_is", "health"), ("paper_shows", "What the clinic wrote"), ("key", "p1")];

#[tokio::test]
async fn a_carer_hands_in_a_paper_and_the_worker_reads_it() {
    let office = Office::new().await;
    let mut worker = office.signed_in("wendy", &[("worker", Some("southwark"))]).await;
    let mut other = office.signed_in("oscar", &[("worker", Some("gateshead"))]).await;
    let (mut carer, reference, code) = asked(&office).await;
    carer.post("/track", &[("reference", &reference), ("code", &code)]).await;
    let form = carer.get("/track/do/paper_given").await;
    assert!(
        form.text.contains("enctype=\"multipart/form-data\"") && form.text.contains("type=\"file\""),
        "{}",
        form.text
    );

    // What an act did not keep, nobody keeps.
    let early = [("on", "2031-01-01"), SAID[0], SAID[1], ("key", "p2")];
    let refused = carer.hand_in("/track/do/paper_given", &early, "clinic.pdf", PDF).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.text);
    let unsaid = [("paper_is", "no such kind"), ("key", "p3")];
    let refused = carer.hand_in("/track/do/paper_given", &unsaid, "clinic.pdf", PDF).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.text);
    let stream = case_of(&mut worker).await.replace("/cases/southwark/case", "case/southwark").parse().unwrap();
    assert_eq!(office.store.files(&stream).await.unwrap(), [], "a refused act leaves no paper");

    let missing = carer.post("/track/do/paper_given", &SAID).await;
    assert!(missing.text.contains("Choose a file"), "{}", missing.text);
    let script = carer.hand_in("/track/do/paper_given", &SAID, "clinic.pdf", b"<html><script>alert(1)</script>").await;
    assert_eq!(script.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        script.text.contains("This is not a PDF") && script.text.contains("What the clinic wrote"),
        "{}",
        script.text
    );
    let forged = [("paper", "0199 x.pdf"), SAID[0], ("key", "p0")];
    assert_eq!(carer.post("/track/do/paper_given", &forged).await.status, StatusCode::UNPROCESSABLE_ENTITY);

    for _ in 0..2 {
        let sent = carer.hand_in("/track/do/paper_given", &SAID, "clinic.pdf", PDF).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text);
    }
    let own = carer.get("/track/case").await;
    assert_eq!(own.text.matches("/track/case/paper/").count(), 1, "sent twice, it is there once: {}", own.text);
    assert_eq!(office.store.files(&stream).await.unwrap().len(), 1);
    let paper = between(&own.text, "/track/case/paper/", "\"").to_owned();
    assert_eq!(carer.get(&format!("/track/case/paper/{paper}")).await.text.as_bytes(), PDF);

    let case = case_of(&mut worker).await;
    let address = format!("{case}/paper/{paper}");
    assert!(worker.get(&case).await.text.contains(&address));
    let read = worker.get(&address).await;
    assert_eq!(read.text.as_bytes(), PDF);
    assert_eq!(read.header("content-disposition"), "attachment; filename*=UTF-8''clinic.pdf");
    assert_eq!((read.header("x-content-type-options"), read.header("cache-control")), ("nosniff", "no-store"));
    assert_eq!(other.get(&address).await.status, StatusCode::FORBIDDEN);
    let theirs = address.replace("southwark", "gateshead");
    assert_eq!(other.get(&theirs).await.status, StatusCode::NOT_FOUND);
    assert_eq!(office.stranger().get(&format!("/track/case/paper/{paper}")).await.header("location"), "/track");
    let seen = office.store.audit("southwark", &store::AuditFilter::default(), 100).await.unwrap();
    assert!(
        seen.iter().any(|entry| entry.deed == "looked at a paper")
            && seen.iter().any(|entry| entry.deed == "file_kept")
    );
    let large = vec![b'x'; store::LARGEST_FILE + 1024 * 1024];
    let refused = carer.hand_in("/track/do/paper_given", &SAID, "large.pdf", &large).await;
    assert_eq!(refused.status, StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn each_carer_has_a_code_and_a_page_of_their_own() {
    let office = Office::new().await;
    let mut worker = office.signed_in("wendy", &[("worker", Some("southwark"))]).await;
    let (mut rose, reference, code) = asked(&office).await;
    let case = case_of(&mut worker).await;
    let add = [("name", "Peter Field"), ("part", "carer"), ("relationship", "grandfather"), ("key", "a")];
    worker.post(&format!("{case}/do/person_added"), &add).await;
    let form = format!("{case}/do/code_renewed");
    let page = worker.get(&form).await;
    let child = people(&page.text, "Max Field");
    let refused = worker.post(&form, &[("person", &child), ("reason", "He asked."), ("key", "b")]).await;
    assert!(refused.text.contains("The tracking page is for carers"), "{}", refused.text);
    let his = people(&page.text, "Peter Field");
    let made = worker.post(&form, &[("person", &his), ("reason", "He is new."), ("key", "c")]).await;
    let his_code = between(&made.text, "Code: <strong>", "<").to_owned();

    let mut peter = office.stranger();
    for (carer, code) in [(&mut rose, &code), (&mut peter, &his_code)] {
        let opened = carer.post("/track", &[("reference", &reference), ("code", code)]).await;
        assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", opened.text);
    }
    rose.hand_in("/track/do/paper_given", &SAID, "clinic.pdf", PDF).await;
    let hers = rose.get("/track/case").await;
    let paper = between(&hers.text, "/track/case/paper/", "\"").to_owned();
    let letter = between(&hers.text, "/track/case/letter/", "\"").to_owned();
    let page = peter.get("/track/case").await;
    assert!(!page.text.contains(&paper) && !page.text.contains(&letter), "{}", page.text);
    for address in [format!("/track/case/paper/{paper}"), format!("/track/case/letter/{letter}")] {
        assert_eq!(peter.get(&address).await.status, StatusCode::NOT_FOUND, "{address}");
    }

    let renewed = worker.post(&form, &[("person", &his), ("reason", "Lost."), ("key", "d")]).await;
    assert!(renewed.text.contains("Code: <strong>"));
    assert_eq!(peter.get("/track/case").await.header("location"), "/track", "his old page is closed");
    assert_eq!(rose.get("/track/case").await.status, StatusCode::OK, "hers is not");
    let change = [("person", his.as_str()), ("part", "network"), ("key", "e")];
    worker.post(&format!("{case}/do/person_changed"), &change).await;
    let code = between(&renewed.text, "Code: <strong>", "<").to_owned();
    peter.post("/track", &[("reference", &reference), ("code", &code)]).await;
    assert_eq!(peter.get("/track/case").await.header("location"), "/track", "who is no carer any more sees nothing");
}

#[tokio::test]
async fn the_same_form_tells_a_code_for_half_an_hour() {
    static MINUTE: AtomicU32 = AtomicU32::new(NOW);
    let office = Office::with_clock(Clock::moved(&MINUTE)).await;
    office.signed_in("wendy", &[("worker", Some("southwark"))]).await;
    asked(&office).await;
    asked(&office).await;
    MINUTE.store(NOW + 31, Ordering::Relaxed);
    let mut other = office.stranger();
    let again = other.post("/ask/southwark", &with(&[("do", "send"), ("consent", "yes")])).await;
    assert!(again.text.contains("This was sent before") && !again.text.contains("Your code"), "{}", again.text);
}

#[tokio::test]
async fn the_page_of_a_carer_ends_when_it_is_not_used_and_after_twelve_hours() {
    static MINUTE: AtomicU32 = AtomicU32::new(NOW);
    let office = Office::with_clock(Clock::moved(&MINUTE)).await;
    office.signed_in("wendy", &[("worker", Some("southwark"))]).await;
    let (mut carer, reference, code) = asked(&office).await;
    did(&carer.post("/track", &[("reference", &reference), ("code", &code)]).await);
    // Used every 25 minutes: 28 times is 11 hours and 40 minutes.
    for turn in 1..=28 {
        MINUTE.store(NOW + turn * 25, Ordering::Relaxed);
        assert_eq!(carer.get("/track/case").await.status, StatusCode::OK, "after {} minutes", turn * 25);
    }
    MINUTE.store(NOW + 12 * 60, Ordering::Relaxed);
    let mut still = Person { site: office.site.clone(), cookies: carer.cookies.clone() };
    assert_eq!(still.get("/track/case").await.status, StatusCode::OK, "after 12 hours");
    MINUTE.store(NOW + 12 * 60 + 1, Ordering::Relaxed);
    assert_eq!(still.get("/track/case").await.header("location"), "/track", "used a minute ago, and over all the same");
    let from = NOW + 13 * 60;
    for (minutes, is_open) in [(30, true), (31, false)] {
        MINUTE.store(from, Ordering::Relaxed);
        let mut anew = office.stranger();
        did(&anew.post("/track", &[("reference", &reference), ("code", &code)]).await);
        MINUTE.store(from + minutes, Ordering::Relaxed);
        assert_eq!(anew.get("/track/case").await.status == StatusCode::OK, is_open, "{minutes} minutes without use");
    }
}

#[tokio::test]
async fn a_page_that_was_closed_opens_in_no_copy() {
    let office = Office::new().await;
    office.account("wendy", &[("worker", Some("southwark"))]).await;
    let (mut carer, reference, code) = asked(&office).await;
    for way in ["/track/leave", "/find/exit"] {
        carer.post("/track", &[("reference", &reference), ("code", &code)]).await;
        let mut other = office.stranger();
        other.post("/track", &[("reference", &reference), ("code", &code)]).await;
        let mut copy = carer.clone();
        assert_eq!(copy.get("/track/case").await.status, StatusCode::OK);
        carer.post(way, &[]).await;
        // Leaving in a hurry does not wait until it is written down.
        let mut tries = 0;
        while copy.clone().get("/track/case").await.status == StatusCode::OK && tries < 100 {
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
            tries += 1;
        }
        assert_eq!(copy.get("/track/case").await.header("location"), "/track", "{way}");
        assert_eq!(copy.post("/track/do/message_sent", &[]).await.header("location"), "/track", "{way}");
        assert_eq!(other.get("/track/case").await.status, StatusCode::OK, "another that was opened stays open");
    }
}

#[tokio::test]
async fn a_carer_sees_nothing_of_somebody_elses_complaint() {
    let office = Office::new().await;
    let mut ida = office.signed_in("ida", &[("complaints", Some("southwark")), ("worker", Some("southwark"))]).await;
    let (mut rose, reference, code) = asked(&office).await;
    let case = case_of(&mut ida).await;
    let dawn = [("name", "Dawn Field"), ("part", "parent"), ("relationship", "mother"), ("key", "a")];
    did(&ida.post(&format!("{case}/do/person_added"), &dawn).await);
    let form = format!("{case}/do/complaint_made");
    let dawn = people(&ida.get(&form).await.text, "Dawn Field");
    let complaint = [
        ("complainant", dawn.as_str()),
        ("complainant_is", "parent"),
        ("complaint_about", "child_help"),
        ("what_went_wrong", "Nobody told me."),
        ("what_would_help", "To be told."),
        ("key", "b"),
    ];
    did(&ida.post(&form, &complaint).await);
    let matter = between(&ida.get(&case).await.text, "do/procedure_settled?matter=", "\"").to_owned();
    rose.post("/track", &[("reference", &reference), ("code", &code)]).await;
    let page = rose.get("/track/case").await;
    assert!(!page.text.contains("A complaint was made") && !page.text.contains("acknowledge"), "{}", page.text);
    let reach = format!("/track/do/complaint_settled?matter={matter}");
    assert_eq!(rose.get(&reach).await.status, StatusCode::NOT_FOUND);
    assert_eq!(rose.post(&reach, &[("reason", "x")]).await.status, StatusCode::NOT_FOUND);
}
