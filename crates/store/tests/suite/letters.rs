//! The outbox: one sender at a time, a few tries, nothing kept of what was sent.

use crate::Place;
use crate::events::{at, events, stream};
use store::{Append, MOST_TRIES, NewMail, OutboxCounts, Store, Version};

pub(crate) fn letter(number: usize) -> NewMail {
    NewMail {
        to: format!("carer{number}@example.org").parse().unwrap(),
        subject: format!("Letter {number}"),
        body: "Dear carer".into(),
        due: None,
    }
}

pub(crate) async fn one_sender_at_a_time(place: Place) {
    let location = place.location().await;
    let store = Store::open(&location).await.unwrap();
    for number in 0..40 {
        store.post(&letter(number), at(0)).await.unwrap();
    }
    let senders: Vec<_> = (0..4)
        .map(|_| {
            let location = location.clone();
            tokio::spawn(async move {
                let store = Store::open(&location).await.unwrap();
                let mut sent = Vec::new();
                loop {
                    let mail = store.due(at(1), 3).await.unwrap();
                    if mail.is_empty() {
                        return sent;
                    }
                    for mail in mail {
                        assert!(store.sent(&mail, at(2)).await.unwrap());
                        sent.push(mail.to.to_string());
                    }
                }
            })
        })
        .collect();
    let mut sent = Vec::new();
    for sender in senders {
        sent.extend(sender.await.unwrap());
    }
    sent.sort();
    let count = sent.len();
    sent.dedup();
    assert_eq!((sent.len(), count), (40, 40));
    assert_eq!(store.outbox_counts().await.unwrap(), OutboxCounts { waiting: 0, sent: 40, given_up: 0 });
}

pub(crate) async fn failed_is_tried_again_and_given_up(place: Place) {
    let store = place.store().await;
    store.post(&letter(1), at(0)).await.unwrap();
    for turn in 0..MOST_TRIES {
        assert!(store.due(at(turn * 100 - 1), 9).await.unwrap().is_empty(), "not before it is due");
        let mail = store.due(at(turn * 100), 9).await.unwrap();
        assert_eq!(mail[0].tries, turn + 1);
        assert!(store.failed(&mail[0], "no answer", at(turn * 100), Some(at((turn + 1) * 100))).await.unwrap());
        assert!(!store.sent(&mail[0], at(0)).await.unwrap(), "it is no longer in this hand");
    }
    assert!(store.due(at(1_000_000), 9).await.unwrap().is_empty());
    assert_eq!(store.outbox_counts().await.unwrap().given_up, 1);
    store.post(&letter(2), at(0)).await.unwrap();
    let mail = store.due(at(0), 9).await.unwrap();
    assert!(store.failed(&mail[0], "no such address", at(0), None).await.unwrap());
    assert_eq!(store.outbox_counts().await.unwrap(), OutboxCounts { waiting: 0, sent: 0, given_up: 2 });
}

pub(crate) async fn a_sender_that_dies_is_followed(place: Place) {
    let store = place.store().await;
    store.post(&letter(1), at(0)).await.unwrap();
    let dead = store.due(at(0), 9).await.unwrap();
    assert!(store.due(at(299), 9).await.unwrap().is_empty());
    let next = store.due(at(300), 9).await.unwrap();
    assert_eq!((next[0].id, next[0].tries), (dead[0].id, 2));
    assert!(!store.sent(&dead[0], at(301)).await.unwrap());
    assert!(store.sent(&next[0], at(301)).await.unwrap());
    // One that kills every sender is given up too.
    store.post(&letter(2), at(0)).await.unwrap();
    for turn in 1..=MOST_TRIES {
        assert_eq!(store.due(at(turn * 300), 9).await.unwrap().len(), 1);
    }
    assert!(store.due(at(1_000_000), 9).await.unwrap().is_empty());
    assert_eq!(store.outbox_counts().await.unwrap(), OutboxCounts { waiting: 0, sent: 1, given_up: 1 });
    assert_eq!(store.outbox_prune(at(302)).await.unwrap(), 1);
    assert_eq!(store.outbox_prune(at(1_000_001)).await.unwrap(), 1);
}

pub(crate) async fn letters_go_with_events(place: Place) {
    let store = place.store().await;
    let stream = stream("a/b");
    let append = |version| Append {
        stream: &stream,
        expected_version: Version(version),
        by: None,
        at: at(0),
        events: events(&["x"]),
        index: None,
        mail: vec![letter(1), NewMail { due: Some(at(50)), ..letter(2) }],
        key: None,
        form: None,
    };
    store.append(append(0)).await.unwrap();
    assert!(store.append(append(0)).await.is_err());
    assert_eq!(store.outbox_counts().await.unwrap().waiting, 2, "a refused append sends nothing");
    assert_eq!(store.due(at(0), 9).await.unwrap().len(), 1);
    assert_eq!(store.due(at(50), 9).await.unwrap().len(), 1);
}
