//! Messages to the stand-in: each channel, each refusal, and what became of what was not answered.

use super::stand_in::{EMAIL, LETTER, SECRET, SERVICE, SMS, Shared, start};
use super::{Notify, Templates};
use crate::mail::{Posting, Sender, Way};
use jiff::{SignedDuration, Timestamp};
use std::time::Duration;
use store::{InstallationKey, LEASE, Location, NewMessage, OutboxCounts, Outcome, Recipient, Store};

fn notify(url: &str) -> Notify {
    let templates = Templates { email: EMAIL.into(), sms: Some(SMS.into()), letter: Some(LETTER.into()) };
    Notify::new(&format!("my_test_key-{SERVICE}-{SECRET}"), url, templates).unwrap()
}

fn sender(url: &str) -> Sender {
    Sender { from: "Kith <kith@localhost>".parse().unwrap(), way: Way::Notify(Box::new(notify(url))) }
}

/// A store, and a stand-in.
async fn begin() -> (Store, String, Shared, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&Location::in_folder(folder.path())).await.unwrap().with_keys(InstallationKey::fresh());
    let (url, desk) = start().await;
    (store, url, desk, folder)
}

async fn post(store: &Store, to: Recipient) {
    let message =
        NewMessage { to, subject: "A reminder".into(), body: "It begins at 10am.".into(), html: None, due: None };
    store.post_message(&message, Timestamp::now()).await.unwrap();
}

fn email(name: &str) -> Recipient {
    Recipient::Email(format!("{name}@example.com").parse().unwrap())
}

async fn send_all(store: &Store, url: &str) -> OutboxCounts {
    let mut posting = Posting::once(store.clone(), sender(url));
    while posting.round().await.unwrap() > 0 {}
    store.outbox_counts().await.unwrap()
}

#[tokio::test]
async fn every_channel_is_sent() {
    let (store, url, desk, _folder) = begin().await;
    post(&store, email("amala")).await;
    post(&store, Recipient::Phone("07700 900123".parse().unwrap())).await;
    post(&store, Recipient::Post("Amala Bird\n123 High Street\nSW14 6BF".parse().unwrap())).await;
    assert_eq!(send_all(&store, &url).await, OutboxCounts { sent: 3, ..OutboxCounts::default() });
    let desk = desk.lock().unwrap();
    let mut kinds: Vec<&str> = desk.taken.iter().map(|(kind, _)| kind.as_str()).collect();
    kinds.sort_unstable();
    assert_eq!(kinds, ["email", "letter", "sms"]);
    let (_, letter) = desk.taken.iter().find(|(kind, _)| kind == "letter").unwrap();
    assert_eq!(letter["personalisation"]["address_line_3"], "SW14 6BF");
}

#[tokio::test]
async fn what_it_refuses_is_told_apart() {
    let (store, url, desk, _folder) = begin().await;
    for name in ["one", "two", "three"] {
        post(&store, email(name)).await;
    }
    let now = Timestamp::now();
    let mail = store.due(now, 9).await.unwrap();
    let notify = notify(&url);
    let because = |outcome: Outcome| match outcome {
        Outcome::Sent => "sent",
        Outcome::Later { .. } => "later",
        Outcome::Busy { at } if at > now + SignedDuration::from_mins(30) => "busy today",
        Outcome::Busy { .. } => "busy",
        Outcome::Refused { no_such_address: true, .. } => "no such address",
        Outcome::Refused { .. } => "refused",
        Outcome::Unsure { .. } => "unsure",
    };
    desk.lock().unwrap().left = Some(1);
    assert_eq!(because(notify.send(&mail[0], now).await), "sent");
    assert_eq!(because(notify.send(&mail[1], now).await), "busy");
    *desk.lock().unwrap() = super::stand_in::Desk { left_today: Some(0), ..Default::default() };
    assert_eq!(because(notify.send(&mail[1], now).await), "busy today");
    *desk.lock().unwrap() = super::stand_in::Desk { is_broken: true, ..Default::default() };
    assert_eq!(because(notify.send(&mail[1], now).await), "later");
    desk.lock().unwrap().is_broken = false;
    // A clock that goes wrong, and a key that is not the service's.
    assert_eq!(because(notify.send(&mail[1], now - SignedDuration::from_mins(2)).await), "later");
    let other = Notify { secret: SERVICE.to_owned(), ..self::notify(&url) };
    assert_eq!(because(other.send(&mail[1], now).await), "later");
    let mut stranger = mail[1].clone();
    stranger.to = Recipient::Email("x@elsewhere.org".parse().unwrap());
    assert_eq!(because(notify.send(&stranger, now).await), "no such address");
    assert_eq!(because(self::notify("http://127.0.0.1:9").send(&mail[1], now).await), "later");
    let none = Templates { email: EMAIL.into(), sms: None, letter: None };
    let none = Notify { templates: none, ..self::notify(&url) };
    stranger.to = Recipient::Phone("07700 900123".parse().unwrap());
    assert_eq!(because(none.send(&stranger, now).await), "refused");
}

/// A limit of messages a minute slows down; it loses nothing and sends nothing twice.
#[tokio::test]
async fn a_limit_only_slows_down() {
    let (store, url, desk, _folder) = begin().await;
    for number in 0..45 {
        post(&store, email(&format!("carer{number}"))).await;
    }
    desk.lock().unwrap().left = Some(30);
    let mut posting = Posting::once(store.clone(), sender(&url));
    let refill = desk.clone();
    tokio::spawn(async move {
        tokio::time::sleep(Duration::from_secs(3)).await;
        refill.lock().unwrap().left = None;
    });
    for _ in 0..60 {
        posting.round().await.unwrap();
        if store.outbox_counts().await.unwrap().sent == 45 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
    assert_eq!(store.outbox_counts().await.unwrap(), OutboxCounts { sent: 45, ..OutboxCounts::default() });
    let mut names: Vec<String> =
        desk.lock().unwrap().taken.iter().map(|(_, one)| one["email_address"].to_string()).collect();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), 45);
    assert_eq!(desk.lock().unwrap().taken.len(), 45);
}

/// One message was taken and not answered, one was never received: Notify is asked by reference, and both are settled.
#[tokio::test]
async fn what_is_unsure_is_asked_by_its_reference() {
    let (store, url, desk, _folder) = begin().await;
    post(&store, email("taken")).await;
    post(&store, email("lost")).await;
    // A sender that died long ago, after Notify had taken one of two.
    let long_ago = Timestamp::now() + SignedDuration::from_secs(1);
    let bag = store.due(long_ago, 9).await.unwrap();
    let then = Timestamp::now() - SignedDuration::from_hours(1);
    assert_eq!(store.hand_over(&bag, "notify", then).await.unwrap().len(), 2);
    let taken = bag.iter().find(|mail| mail.to == email("taken")).unwrap();
    assert_eq!(notify(&url).send(taken, Timestamp::now()).await, Outcome::Sent);
    store.due(Timestamp::now() + LEASE + LEASE, 0).await.unwrap();
    assert_eq!(store.outbox_counts().await.unwrap().unsure, 2);
    assert_eq!(send_all(&store, &url).await, OutboxCounts { sent: 2, ..OutboxCounts::default() });
    let desk = desk.lock().unwrap();
    assert_eq!(desk.taken.len(), 2, "each once");
}

#[test]
fn a_key_that_is_not_whole_is_refused() {
    let templates = || Templates { email: EMAIL.into(), sms: None, letter: None };
    let url = "https://api.notifications.service.gov.uk";
    for key in ["", "key", SERVICE, &format!("{SERVICE}-{}", &SECRET[1..])] {
        assert!(Notify::new(key, url, templates()).is_err(), "{key}");
    }
    assert!(Notify::new(&format!("a-b-{SERVICE}-{SECRET}"), url, templates()).is_ok());
    assert!(Notify::new(&format!("a-{SERVICE}-{SECRET}"), "http://api.example", templates()).is_err());
}
