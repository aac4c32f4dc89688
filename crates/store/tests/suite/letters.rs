//! The outbox: one sender at a time, a few tries, nothing kept of what was sent.

use crate::Place;
use crate::events::{at, events, stream};
use store::{Append, MOST_TRIES, Mail, NewMail, NewMessage, OutboxCounts, Outcome, Recipient, Store, Version};

pub(crate) fn letter(number: usize) -> NewMail {
    NewMail {
        to: format!("carer{number}@example.org").parse().unwrap(),
        subject: format!("Letter {number}"),
        body: "Dear carer".into(),
        due: None,
    }
}

/// Says how one message went; whether it was still this sender's to say.
pub(crate) async fn settle(store: &Store, mail: &Mail, outcome: Outcome, second: i64) -> bool {
    store.settle(&[(mail.clone(), outcome)], at(second)).await.unwrap() == 1
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
                        assert!(settle(&store, &mail, Outcome::Sent, 2).await);
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
    assert_eq!(store.outbox_counts().await.unwrap(), OutboxCounts { sent: 40, ..OutboxCounts::default() });
}

pub(crate) async fn failed_is_tried_again_and_given_up(place: Place) {
    let store = place.store().await;
    store.post(&letter(1), at(0)).await.unwrap();
    for turn in 0..MOST_TRIES {
        assert!(store.due(at(turn * 100 - 1), 9).await.unwrap().is_empty(), "not before it is due");
        let mail = store.due(at(turn * 100), 9).await.unwrap();
        assert_eq!(mail[0].tries, turn + 1);
        let later = Outcome::Later { why: "no answer".into(), at: at((turn + 1) * 100) };
        assert!(settle(&store, &mail[0], later, turn * 100).await);
        assert!(!settle(&store, &mail[0], Outcome::Sent, 0).await, "it is no longer in this hand");
    }
    assert!(store.due(at(1_000_000), 9).await.unwrap().is_empty());
    assert_eq!(store.outbox_counts().await.unwrap().given_up, 1);
    store.post(&letter(2), at(0)).await.unwrap();
    let mail = store.due(at(0), 9).await.unwrap();
    let refused = Outcome::Refused { why: "no such address".into(), no_such_address: true };
    assert!(settle(&store, &mail[0], refused, 0).await);
    assert_eq!(store.outbox_counts().await.unwrap(), OutboxCounts { given_up: 2, ..OutboxCounts::default() });
}

pub(crate) async fn a_sender_that_dies_is_followed(place: Place) {
    let store = place.store().await;
    store.post(&letter(1), at(0)).await.unwrap();
    let dead = store.due(at(0), 9).await.unwrap();
    assert!(store.due(at(299), 9).await.unwrap().is_empty());
    let next = store.due(at(300), 9).await.unwrap();
    assert_eq!((next[0].id, next[0].tries), (dead[0].id, 2));
    assert!(!settle(&store, &dead[0], Outcome::Sent, 301).await);
    assert!(settle(&store, &next[0], Outcome::Sent, 301).await);
    // One that kills every sender is given up too.
    store.post(&letter(2), at(0)).await.unwrap();
    for turn in 1..=MOST_TRIES {
        assert_eq!(store.due(at(turn * 300), 9).await.unwrap().len(), 1);
    }
    assert!(store.due(at(1_000_000), 9).await.unwrap().is_empty());
    assert_eq!(store.outbox_counts().await.unwrap(), OutboxCounts { sent: 1, given_up: 1, ..OutboxCounts::default() });
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
    };
    store.append(append(0)).await.unwrap();
    assert!(store.append(append(0)).await.is_err());
    assert_eq!(store.outbox_counts().await.unwrap().waiting, 2, "a refused append sends nothing");
    assert_eq!(store.due(at(0), 9).await.unwrap().len(), 1);
    assert_eq!(store.due(at(50), 9).await.unwrap().len(), 1);
}

pub(crate) async fn what_was_handed_over_is_not_sent_again(place: Place) {
    let store = place.store().await;
    for number in 0..3 {
        store.post(&letter(number), at(0)).await.unwrap();
    }
    let dead = store.due(at(0), 9).await.unwrap();
    // It hands over two, is told of one, and dies.
    let marked = store.hand_over(&dead[..2], "smtp", at(1)).await.unwrap();
    assert_eq!(marked.len(), 2);
    assert!(settle(&store, &dead[0], Outcome::Sent, 2).await);
    let next = store.due(at(301), 9).await.unwrap();
    assert_eq!(next.iter().map(|mail| mail.id).collect::<Vec<_>>(), [dead[2].id], "the one that was not handed over");
    assert!(
        store.hand_over(&dead[1..], "smtp", at(302)).await.unwrap().is_empty(),
        "nor may the dead sender, come back"
    );
    assert!(settle(&store, &next[0], Outcome::Unsure { why: "no answer".into() }, 302).await);
    assert!(store.due(at(1_000_000), 9).await.unwrap().is_empty());
    let unsure = store.unsure(9).await.unwrap();
    let told: Vec<_> = unsure.iter().map(|one| (one.id, one.way.as_str(), one.subject.as_str())).collect();
    assert_eq!(told, [(dead[1].id, "smtp", dead[1].subject.as_str()), (dead[2].id, "", dead[2].subject.as_str())]);
    assert_eq!(store.outbox_counts().await.unwrap(), OutboxCounts { sent: 1, unsure: 2, ..OutboxCounts::default() });
    // A person says of one that it went, and sends the other again.
    assert!(store.was_sent(dead[1].id, at(400)).await.unwrap());
    assert!(store.send_again(dead[2].id, at(400)).await.unwrap());
    assert!(!store.send_again(dead[1].id, at(400)).await.unwrap());
    let again = store.due(at(400), 9).await.unwrap();
    assert_eq!((again[0].id, again[0].body.as_str()), (dead[2].id, "Dear carer"));
}

pub(crate) async fn a_busy_way_out_is_no_try(place: Place) {
    let store = place.store().await;
    store.post(&letter(1), at(0)).await.unwrap();
    for turn in 0..30 {
        let mail = store.due(at(turn * 10), 9).await.unwrap();
        assert_eq!(mail[0].tries, 1);
        assert_eq!(store.hand_over(&mail, "notify", at(turn * 10)).await.unwrap().len(), 1);
        assert!(settle(&store, &mail[0], Outcome::Busy { at: at((turn + 1) * 10) }, turn * 10).await);
    }
    assert_eq!(store.outbox_counts().await.unwrap().waiting, 1);
}

pub(crate) async fn messages_of_every_channel(place: Place) {
    let store = place.store().await;
    let each = [
        Recipient::Email("ann@example.org".parse().unwrap()),
        Recipient::Phone("07700 900123".parse().unwrap()),
        Recipient::Post("Ann Lee\n1 High Street\nSE15 5EB".parse().unwrap()),
    ];
    for to in &each {
        let message = NewMessage {
            to: to.clone(),
            subject: "Tomorrow".into(),
            body: "It begins at 10am.".into(),
            html: Some("<p>It begins at 10am.</p>".into()),
            due: None,
        };
        store.post_message(&message, at(0)).await.unwrap();
    }
    let mail = store.due(at(0), 9).await.unwrap();
    let mut to: Vec<_> = mail.iter().map(|mail| mail.to.to_string()).collect();
    to.sort();
    assert_eq!(to, ["+447700900123", "Ann Lee\n1 High Street\nSE15 5EB", "ann@example.org"]);
    assert_eq!(mail[0].html.as_deref(), Some("<p>It begins at 10am.</p>"));
    assert!(mail[0].list.is_none());
}
