//! A workshop from the organiser’s desk to the last word of somebody who came, without an account.

use crate::office::{Office, Person};
use axum::http::StatusCode;
use jiff::civil::date;
use store::Store;

const DESK: &str = "/hosts/southwark/workshops";
const PAGE: &str = "/workshops/southwark/sleep-and-settling";

/// A workshop as its form is filled in.
pub(crate) fn form<'a>(more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![
        ("key", "w1"),
        ("title", "Sleep and settling"),
        ("summary", "How children sleep after a hard time, and what helps."),
        ("way", "both"),
        ("venue_name", "The Hub"),
        ("venue_address", "160 Tooley Street, London"),
        ("venue_postcode", "SE1 2QH"),
        ("access", "step-free"),
        ("online_how", "A video call in a browser"),
        ("online_link", "https://join.example/secret-room"),
        ("first", "2026-12-08"),
        ("from", "10:00"),
        ("to", "12:00"),
        ("again", "weekly"),
        ("count", "3"),
        ("booked", "each day"),
        ("places", "1"),
        ("waits", "yes"),
        ("closes", "0"),
        ("reminders", "1"),
        ("phone", "020 7946 0000"),
        ("certificate", "yes"),
        ("asks_opinion", "yes"),
    ];
    fields.retain(|(name, _)| !more.iter().any(|(known, _)| known == name));
    fields.extend(more);
    fields
}

/// A workshop that is public, and its organiser.
pub(crate) async fn public(office: &Office) -> Person {
    let mut organiser = office.signed_in("oona", &[("organiser", Some("southwark"))]).await;
    let made = organiser.post(&format!("{DESK}/new"), &form(&[])).await;
    assert_eq!(made.header("location"), format!("{DESK}/sleep-and-settling?kept=1"), "{}", made.text);
    let mut anyone = office.stranger();
    assert_eq!(anyone.get(PAGE).await.status, StatusCode::NOT_FOUND, "nobody sees it before it is public");
    let sent = organiser.post(&format!("{DESK}/sleep-and-settling"), &[("do", "publish"), ("key", "p1")]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text);
    organiser
}

/// Books; the address of the page of the booking.
pub(crate) async fn book(office: &Office, name: &str, more: &[(&str, &str)]) -> String {
    let mut carer = office.stranger();
    let email = format!("{name}@example.org");
    let mut fields = vec![
        ("key", name),
        ("on", "2026-12-08"),
        ("name", name),
        ("channel", "email"),
        ("email", &email),
        ("reminds", "yes"),
    ];
    fields.retain(|(known, _)| !more.iter().any(|(name, _)| name == known));
    fields.extend(more);
    let sent = carer.post(&format!("{PAGE}/book"), &fields).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text);
    sent.header("location").to_owned()
}

/// The letters that wait: to whom, and their words.
async fn letters(store: &Store, office: &Office) -> Vec<(String, String, String)> {
    let now = office.app.clock().now() + jiff::SignedDuration::from_hours(24);
    let mail = store.due(now, 100).await.unwrap();
    let sent: Vec<_> = mail.iter().map(|one| (one.clone(), store::Outcome::Sent)).collect();
    store.settle(&sent, now).await.unwrap();
    let mut list: Vec<_> = mail.into_iter().map(|one| (one.to.to_string(), one.subject, one.body)).collect();
    // Two of one millisecond come in either order.
    list.sort();
    list
}

#[tokio::test]
async fn a_list_fills_and_moves_up_by_itself() {
    let office = Office::new().await;
    public(&office).await;
    let mut anyone = office.stranger();
    let list = anyone.get("/workshops").await;
    assert!(list.text.contains("Sleep and settling") && list.text.contains("Tuesday 8 December 2026, 10:00 to 12:00"));
    assert!(list.text.contains("1 place left") && list.text.contains("and 2 more days"), "{}", list.text);
    let page = anyone.get(PAGE).await;
    assert!(
        page.text.contains("No steps to get in") && !page.text.contains("secret-room"),
        "only those who have a place are told"
    );

    let ada = book(&office, "Ada", &[("may_name", "yes")]).await;
    let first = anyone.get(&ada).await;
    assert!(first.text.contains("You have a place") && first.text.contains("secret-room"), "{}", first.text);
    let again = book(&office, "Ada", &[("may_name", "yes")]).await;
    assert_eq!(again, ada, "the same form sent twice is one booking");
    let ben = book(&office, "Ben", &[]).await;
    let second = anyone.get(&ben).await;
    assert!(second.text.contains("You are on the waiting list") && second.text.contains("first in line"));
    assert!(!second.text.contains("secret-room"));
    let told = letters(&office.store, &office).await;
    assert_eq!(told.len(), 2);
    assert!(told.iter().all(|(_, subject, _)| subject == "There is something to read"));
    assert!(told[0].2.contains("Sleep and settling") && told[0].2.contains("You have a place."));
    assert!(!told[1].2.contains("Sleep") && !told[1].2.contains("waiting"), "Ben did not agree to more: {}", told[1].2);

    let back = anyone.post(&ada, &[("do", "cancel")]).await;
    assert_eq!(back.status, StatusCode::SEE_OTHER);
    assert!(anyone.get(&ada).await.text.contains("You gave your place back"));
    assert!(anyone.get(&ben).await.text.contains("You have a place"));
    let told = letters(&office.store, &office).await;
    assert_eq!(told.iter().map(|one| one.0.as_str()).collect::<Vec<_>>(), ["ben@example.org"]);
}

#[tokio::test]
async fn the_day_comes_and_goes() {
    let office = Office::new().await;
    public(&office).await;
    let ada = book(&office, "Ada", &[("may_name", "yes"), ("needs", "A seat by the door")]).await;
    letters(&office.store, &office).await;
    let eve = office.on(date(2026, 12, 7)).await;
    assert_eq!((eve.app.remind().await.unwrap(), eve.app.remind().await.unwrap()), (1, 0), "each is reminded once");
    let after = office.on(date(2026, 12, 9)).await;
    let mut organiser = after.signed_in("olga", &[("organiser", Some("southwark"))]).await;
    let day = format!("{DESK}/sleep-and-settling/on/2026-12-08");
    let who = organiser.get(&day).await;
    assert!(
        who.text.contains("A seat by the door")
            && who.text.contains("Ada@example.org") | who.text.contains("ada@example.org")
    );
    let id = who.text.split("name=\"came:").nth(1).unwrap().split('"').next().unwrap().to_owned();
    assert_eq!(
        organiser.post(&day, &[("do", "came"), (&format!("came:{id}"), "yes")]).await.status,
        StatusCode::SEE_OTHER
    );
    assert_eq!(after.app.remind().await.unwrap(), 1, "who came is asked");
    let mut carer = after.stranger();
    let page = carer.get(&ada).await;
    assert!(page.text.contains("Did it help?") && page.text.contains("Certificate"), "{}", page.text);
    let place = ada.split('?').next().unwrap();
    let sheet = carer.get(&format!("{place}/certificate.txt")).await;
    assert!(sheet.text.contains("Ada took part in “Sleep and settling”"), "{}", sheet.text);
    assert!(carer.post(&ada, &[("do", "opinion")]).await.text.contains("Choose how much it helped"));
    let said = carer.post(&ada, &[("do", "opinion"), ("helped", "a lot"), ("words", "Very calm.")]).await;
    assert_eq!(said.status, StatusCode::SEE_OTHER);
    let desk = organiser.get(&format!("{DESK}/sleep-and-settling")).await;
    assert!(desk.text.contains("Fewer than five people") && !desk.text.contains("Very calm"));
    let papers = [("do", "materials"), ("key", "m1"), ("materials", "Notes | https://example.org/notes")];
    assert_eq!(organiser.post(&format!("{DESK}/sleep-and-settling"), &papers).await.status, StatusCode::SEE_OTHER);
    assert!(carer.get(&ada).await.text.contains("https://example.org/notes"));
}

#[tokio::test]
async fn a_day_is_called_off_and_everybody_told_once() {
    let office = Office::new().await;
    let mut organiser = public(&office).await;
    let ada = book(&office, "Ada", &[("may_name", "yes")]).await;
    book(&office, "Ben", &[("channel", "phone"), ("number", "020 7946 0001")]).await;
    letters(&office.store, &office).await;
    let day = format!("{DESK}/sleep-and-settling/on/2026-12-08");
    let message = [("do", "message"), ("key", "m1"), ("words", "Bring a blanket.")];
    organiser.post(&day, &message).await;
    organiser.post(&day, &message).await;
    assert_eq!(letters(&office.store, &office).await.len(), 1, "once for each form");
    assert!(office.stranger().get(&ada).await.text.contains("Bring a blanket."));
    assert!(organiser.post(&day, &[("do", "call_off"), ("key", "c1")]).await.text.contains("Say in a few words why"));
    let off = organiser.post(&day, &[("do", "call_off"), ("why", "The hub is flooded."), ("key", "c2")]).await;
    assert_eq!(off.status, StatusCode::SEE_OTHER, "{}", off.text);
    let told = letters(&office.store, &office).await;
    assert_eq!(told.len(), 1);
    assert!(told[0].2.contains("The hub is flooded."));
    let page = organiser.get(&day).await;
    assert!(page.text.contains("020 7946 0001") && page.text.contains("Please tell the others"), "{}", page.text);
    let mut anyone = office.stranger();
    let public = anyone.get(PAGE).await;
    assert!(public.text.contains("Called off") && public.text.contains("The hub is flooded."));
    let file = anyone.get("/workshops/calendar.ics?way=online").await.text.replace("\r\n ", "");
    assert!(
        file.contains("RRULE:FREQ=WEEKLY;COUNT=3") && file.contains("EXDATE;TZID=Europe/London:20261208T100000"),
        "{file}"
    );
    assert_eq!(file.matches("BEGIN:VTIMEZONE").count(), 1);
    let mut carer = office.stranger();
    let late = carer
        .post(
            &format!("{PAGE}/book"),
            &[("on", "2026-12-08"), ("name", "Cy"), ("channel", "email"), ("email", "c@example.org")],
        )
        .await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    // The days of a public workshop are not taken away behind the back of those who booked.
    let fewer =
        organiser.post(&format!("{DESK}/sleep-and-settling/edit"), &form(&[("key", "e1"), ("count", "2")])).await;
    assert_eq!(fewer.status, StatusCode::SEE_OTHER, "{}", fewer.text);
    let refused = organiser.post(&format!("{DESK}/sleep-and-settling"), &[("do", "publish"), ("key", "p2")]).await;
    assert!(
        refused.text.contains("22 December 2026") && refused.text.contains("Call that day off first"),
        "{}",
        refused.text
    );
}

#[tokio::test]
async fn what_is_missing_is_told_and_what_was_typed_is_kept() {
    let office = Office::new().await;
    let mut organiser = public(&office).await;
    let mut carer = office.stranger();
    let page = format!("{PAGE}/book");
    for (fields, words) in [
        (vec![("name", "")], "Write what we should call you"),
        (vec![("channel", "")], "Choose one way to reach you"),
        (vec![("email", "no address")], "Enter an email address"),
        (vec![("channel", "phone"), ("number", "12")], "Enter a phone number"),
        (vec![("channel", "post"), ("post", "here")], "Enter the address for letters"),
    ] {
        let mut sent =
            vec![("on", "2026-12-08"), ("name", "Kestrel"), ("channel", "email"), ("email", "k@example.org")];
        sent.retain(|(name, _)| !fields.iter().any(|(known, _)| known == name));
        sent.extend(&fields);
        let answer = carer.post(&page, &sent).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.text.contains(words), "{words}: {}", answer.text);
        assert!(fields[0].0 == "name" || answer.text.contains("value=\"Kestrel\""));
    }
    for (field, value, words) in [
        ("first", "2020-01-01", "still to come"),
        ("to", "09:00", "later than it begins"),
        ("venue_postcode", "nowhere", "whole postcode"),
        ("online_link", "javascript:alert(1)", "in full"),
        ("phone", "", "for questions"),
    ] {
        let answer = organiser.post(&format!("{DESK}/new"), &form(&[(field, value), ("key", field)])).await;
        assert!(answer.text.contains(words), "{field}: {}", answer.text);
        assert!(answer.text.contains("value=\"The Hub\""));
    }
    // A postcode is looked for in the body of a form, and by distance.
    let near = carer.post("/workshops", &[("postcode", "SE1 2QH"), ("within", "2")]).await;
    assert!(near.text.contains("Sleep and settling"), "{}", near.text);
    assert_eq!(carer.post("/workshops", &[("postcode", "nonsense")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!carer.post("/workshops", &[("look", "money")]).await.text.contains("Sleep and settling"));
    assert!(carer.post("/workshops", &[("access", "sign-language")]).await.text.contains("These may fit too"));
}

#[tokio::test]
async fn public_pages_go_on_without_the_database() {
    let office = Office::new().await;
    public(&office).await;
    office.store.close().await;
    let mut anyone = office.stranger();
    for address in ["/workshops", "/workshops/southwark", PAGE, "/workshops/calendar.ics"] {
        let answer = anyone.get(address).await;
        assert_eq!(answer.status, StatusCode::OK, "{address}");
        assert!(answer.text.contains("Sleep and settling"), "{address}");
    }
    let none = Office::new().await;
    assert!(none.stranger().get("/workshops").await.text.contains("No workshops are listed"));
}
