//! Groups: put on the list at a desk, found by carers, kept true by an organiser's one click, and gone from the list without it.

use crate::office::{Office, Person};
use axum::http::StatusCode;
use jiff::civil::date;

const DESK: &str = "/hosts/gateshead/groups";

/// A group as its form is filled in.
pub(crate) fn group(more: &[(&'static str, &'static str)]) -> Vec<(&'static str, &'static str)> {
    let whole = [
        ("name", "Tea and talk"),
        ("summary", "Grandparents meet and talk."),
        ("rhythm", "monthly"),
        ("nth", "second"),
        ("day", "Tuesday"),
        ("from", "10:00"),
        ("to", "12:00"),
        ("address", "Civic Centre, Regent Street"),
        ("postcode", "NE8 1HH"),
        ("welcomes", "grandparents"),
        ("languages", "English"),
        ("organiser", "rose@example.org"),
        ("key", "g1"),
    ];
    let kept = whole.into_iter().filter(|(name, _)| !more.iter().any(|(other, _)| other == name));
    kept.chain(more.iter().copied()).collect()
}

async fn organiser(office: &Office) -> Person {
    office.signed_in("orla", &[("organiser", Some("gateshead"))]).await
}

async fn listed(office: &Office) -> Person {
    let mut orla = organiser(office).await;
    let made = orla.post(&format!("{DESK}/new"), &group(&[])).await;
    assert_eq!(made.header("location"), "/hosts/gateshead/groups/tea-and-talk?kept=1", "{}", made.text);
    orla
}

/// The link in the one letter that waits.
async fn link(office: &Office) -> String {
    let waiting = office.store.due(office.app.clock().now(), 9).await.unwrap();
    let [mail] = &waiting[..] else { panic!("{waiting:?}") };
    assert_eq!(mail.to.to_string(), "rose@example.org");
    assert!(!mail.subject.contains("Tea"), "a subject is seen on a locked screen: {}", mail.subject);
    let at = mail.body.find("https://kith.test").unwrap();
    mail.body[at + "https://kith.test".len()..].split_whitespace().next().unwrap().to_owned()
}

#[tokio::test]
async fn a_group_is_found_by_what_it_is_and_how_far() {
    let office = Office::new().await;
    let mut orla = listed(&office).await;
    let mut anyone = office.stranger();
    let all = anyone.get("/groups").await;
    assert!(all.text.contains("Tea and talk") && all.text.contains("New here since 26 November 2026"), "{}", all.text);
    // What councils' offers name stands apart, with when it was checked.
    assert!(all.text.contains("Group for special guardians") && all.text.contains("last checked"), "{}", all.text);
    let near = anyone.post("/groups", &[("postcode", "NE8 1HH"), ("whom", "grandparents")]).await;
    assert!(near.text.contains("less than a mile") && near.text.contains("Tuesday 8 December 2026"), "{}", near.text);
    let far = anyone.post("/groups", &[("postcode", "SE15 5EB"), ("within", "2")]).await;
    assert!(!far.text.contains("Tea and talk"), "{}", far.text);
    for (field, value, found) in [
        ("how", "online", false),
        ("how", "face", true),
        ("day", "Friday", false),
        ("part", "morning", true),
        ("part", "evening", false),
        ("language", "Polish", false),
        ("culture", "yes", true),
    ] {
        let answer = anyone.post("/groups", &[(field, value)]).await;
        assert_eq!(answer.text.contains("Tea and talk"), found, "{field} {value}");
        let unsure = answer.text.contains("These may fit too");
        assert_eq!(unsure, field == "culture", "{field} {value}");
    }
    let wrong = anyone.post("/groups", &[("postcode", "NE8")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = anyone.get("/groups/gateshead/tea-and-talk").await;
    assert!(page.text.contains("Civic Centre, Regent Street, NE8 1HH"), "{}", page.text);
    let calendar = anyone.get("/groups/gateshead/tea-and-talk.ics").await;
    assert!(calendar.text.contains("FREQ=MONTHLY;INTERVAL=1;BYDAY=2TU"), "{}", calendar.text);
    let off =
        orla.post(&format!("{DESK}/tea-and-talk"), &[("do", "off"), ("why", "The hall is shut."), ("key", "o1")]).await;
    assert_eq!(off.status, StatusCode::SEE_OTHER);
    assert_eq!(anyone.get("/groups/gateshead/tea-and-talk").await.status, StatusCode::GONE);
    assert!(!anyone.get("/groups").await.text.contains("Tea and talk"));
}

#[tokio::test]
async fn a_sensitive_place_is_told_nowhere() {
    let office = Office::new().await;
    let mut orla = organiser(&office).await;
    let secret = group(&[("sensitive", "yes"), ("area", "the north of Gateshead"), ("key", "s1")]);
    orla.post(&format!("{DESK}/new"), &secret).await;
    let mut anyone = office.stranger();
    for address in [
        "/groups",
        "/groups/gateshead/tea-and-talk",
        "/groups/gateshead/tea-and-talk.json",
        "/groups/gateshead/tea-and-talk.ics",
    ] {
        let told = anyone.get(address).await;
        assert!(told.text.contains("north of Gateshead"), "{address}: {}", told.text);
        for leak in ["Civic", "Regent", "NE8 1HH", "NE81HH"] {
            assert!(!told.text.contains(leak), "{address} tells {leak}");
        }
    }
    let near = anyone.post("/groups", &[("postcode", "NE8 2AA"), ("within", "2")]).await;
    assert!(near.text.contains("not shown, to keep the place safe") && !near.text.contains("Regent"), "{}", near.text);
    // It is not even kept: not in the desk's form, and not in the database.
    let desk = orla.get(&format!("{DESK}/tea-and-talk")).await;
    assert!(!desk.text.contains("Regent"), "{}", desk.text);
    let mut dump = Vec::new();
    office.store.export(&mut dump).await.unwrap();
    let dump = String::from_utf8(dump).unwrap();
    assert!(dump.contains("north of Gateshead") && !dump.contains("Regent") && !dump.contains("rose@"));
}

#[tokio::test]
async fn an_organiser_says_with_one_click_that_it_met() {
    let office = Office::new().await;
    let mut orla = listed(&office).await;
    assert_eq!(office.app.ask_organisers().await.unwrap(), 0, "it has not met yet");
    let later = office.on(date(2026, 12, 9)).await;
    assert_eq!(later.app.ask_organisers().await.unwrap(), 1);
    assert_eq!(later.app.ask_organisers().await.unwrap(), 0, "asked once");
    let link = link(&later).await;
    let mut rose = later.stranger();
    let asked = rose.get(&link).await;
    assert!(asked.text.contains("Did it meet on Tuesday 8 December 2026?"), "{}", asked.text);
    assert_eq!(asked.text.matches("class=\"go\"").count(), 1, "one button");
    assert!(later.stranger().get("/groups").await.text.contains("New here since"), "opening the link says nothing");
    let thanks = rose.post(&link, &[("on", "2026-12-08"), ("do", "met")]).await;
    assert!(thanks.text.contains("stays on the list until 10 March 2027"), "{}", thanks.text);
    assert!(rose.get("/groups").await.text.contains("Met on 8 December 2026, its organiser says"));
    for day in ["", "2026-12-10", "2026-01-01", "soon"] {
        let refused = rose.post(&link, &[("on", day), ("do", "met")]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{day}");
    }
    // Whoever looked after it before cannot say so any more.
    let other = group(&[("organiser", "ada@example.org"), ("key", "g2")]);
    assert_eq!(orla.post(&format!("{DESK}/tea-and-talk"), &other).await.status, StatusCode::SEE_OTHER);
    assert_eq!(rose.get(&link).await.status, StatusCode::NOT_FOUND);
    assert_eq!(rose.get("/groups/met/short").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn without_a_word_it_leaves_the_list_and_one_click_puts_it_back() {
    let office = Office::new().await;
    listed(&office).await;
    let before = office.on(date(2027, 2, 26)).await;
    assert!(before.stranger().get("/groups").await.text.contains("Tea and talk"));
    let after = office.on(date(2027, 2, 27)).await;
    let mut rose = after.stranger();
    assert!(!rose.get("/groups").await.text.contains("Tea and talk"));
    let gone = rose.get("/groups/gateshead/tea-and-talk").await;
    assert!(gone.status == StatusCode::GONE && gone.text.contains("Nobody has told us"), "{}", gone.text);
    assert_eq!(rose.get("/groups/gateshead/tea-and-talk.json").await.status, StatusCode::NOT_FOUND);
    assert_eq!(after.app.ask_organisers().await.unwrap(), 1);
    let link = link(&after).await;
    rose.post(&link, &[("on", "2027-02-09"), ("do", "met")]).await;
    assert!(rose.get("/groups").await.text.contains("Met on 9 February 2027"));
}

#[tokio::test]
async fn what_is_wrong_is_said_and_what_was_typed_is_kept() {
    let office = Office::new().await;
    let mut orla = organiser(&office).await;
    let wrong = group(&[("name", ""), ("postcode", "nowhere"), ("organiser", "rose"), ("to", "09:00")]);
    let answer = orla.post(&format!("{DESK}/new"), &wrong).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    for field in ["f-name", "f-postcode", "f-organiser", "f-to"] {
        assert!(answer.text.contains(&format!("href=\"#{field}\"")), "{field}: {}", answer.text);
    }
    assert!(answer.text.contains("Grandparents meet and talk."), "{}", answer.text);
    let mut other = office.signed_in("tom", &[("organiser", Some("southwark"))]).await;
    assert_eq!(other.get(DESK).await.status, StatusCode::FORBIDDEN);
}
