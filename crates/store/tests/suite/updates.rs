//! Who asked for updates, and what is written to all of them.

use crate::Place;
use crate::cases::export;
use crate::events::at;
use crate::letters::settle;
use std::collections::BTreeMap;
use store::{
    BulletinLetter, Email, Mail, NewBulletin, NewSubscriber, Outcome, Pace, Store, Subscribed, TOKEN_PLACE,
    UpdatesToken, Words,
};

fn words(subject: &str) -> Words {
    let body = format!("Open https://kith.example/updates/{TOKEN_PLACE}");
    Words { subject: subject.into(), html: format!("<p>{body}</p>"), body }
}

async fn ask(store: &Store, host: &str, email: &str, wants: &str, pace: Pace, second: i64) -> Subscribed {
    let email: Email = email.parse().unwrap();
    let new = NewSubscriber { host, email: &email, wants, pace, at: at(second) };
    store.subscribe(&new, &words("Please confirm"), &words("You have these already")).await.unwrap()
}

/// The link in a letter.
fn link(mail: &Mail) -> UpdatesToken {
    mail.body.rsplit_once('/').unwrap().1.parse().unwrap()
}

/// Asks, opens the letter and confirms.
pub(crate) async fn join(store: &Store, host: &str, email: &str, wants: &str, second: i64) -> UpdatesToken {
    assert_eq!(ask(store, host, email, wants, Pace::AtOnce, second).await, Subscribed::Asked);
    let due = store.due(at(second), 99).await.unwrap();
    let mail = due.into_iter().find(|mail| mail.subject == "Please confirm").unwrap();
    assert_eq!((mail.to.to_string().as_str(), mail.subject.as_str()), (email, "Please confirm"));
    assert!(settle(store, &mail, Outcome::Sent, second).await);
    let token = link(&mail);
    store.subscriber_confirm(&token, at(second)).await.unwrap().unwrap();
    token
}

pub(crate) fn bulletin(cause: &str, asked_by: i64, wants: &[&str]) -> NewBulletin {
    let letter = |wants: &&str| BulletinLetter {
        wants: (*wants).into(),
        pace: Pace::AtOnce,
        subject: format!("About {wants}"),
        body: format!("To change: https://kith.example/updates/{TOKEN_PLACE}"),
        html: format!("<a href=\"https://kith.example/updates/{TOKEN_PLACE}\">change</a>"),
        list: "updates.somewhere".into(),
        unsubscribe: format!("https://kith.example/updates/{TOKEN_PLACE}/stop"),
    };
    NewBulletin {
        host: "somewhere".into(),
        cause: cause.into(),
        subject: "What is new".into(),
        by: None,
        asked_by: at(asked_by),
        at: at(asked_by),
        letters: wants.iter().map(letter).collect(),
    }
}

async fn spread(store: &Store, second: i64, limit: usize) -> usize {
    let mut count = 0;
    while let Some(more) = store.bulletin_spread(at(second), limit).await.unwrap() {
        count += more;
    }
    count
}

pub(crate) async fn asked_and_confirmed(place: Place) {
    let store = place.store().await;
    assert_eq!(ask(&store, "somewhere", "ann@example.org", "money", Pace::AtOnce, 0).await, Subscribed::Asked);
    assert!(store.wanted("somewhere", at(9)).await.unwrap().is_empty(), "nobody has confirmed");
    let mail = store.due(at(0), 9).await.unwrap();
    let token = link(&mail[0]);
    assert!(mail[0].html.as_ref().unwrap().contains(&token.reveal()));
    let before = store.subscriber(&token).await.unwrap().unwrap();
    assert_eq!((before.host.as_str(), before.wants.as_str(), before.confirmed), ("somewhere", "money", None));
    // Asked again before that: the choice is the later one, and both letters work.
    ask(&store, "somewhere", "Ann@Example.org", "health", Pace::Monthly, 1).await;
    assert_eq!(link(&store.due(at(1), 9).await.unwrap()[0]), token);
    let done = store.subscriber_confirm(&token, at(2)).await.unwrap().unwrap();
    assert_eq!((done.wants.as_str(), done.pace, done.confirmed), ("health", Pace::Monthly, Some(at(2))));
    // A stranger asks for her: nothing changes but for a letter.
    let asked = ask(&store, "somewhere", "ann@example.org", "money", Pace::AtOnce, 3).await;
    assert_eq!(asked, Subscribed::Already);
    assert_eq!(store.due(at(3), 9).await.unwrap()[0].subject, "You have these already");
    assert_eq!(store.subscriber(&token).await.unwrap().unwrap().wants, "health");
    assert!(store.subscriber_change(&token, "money", Pace::AtOnce).await.unwrap());
    let wanted = store.wanted("somewhere", at(2)).await.unwrap();
    assert_eq!((wanted.len(), wanted[0].wants.as_str(), wanted[0].people), (1, "money", 1));
    assert!(store.wanted("somewhere", at(1)).await.unwrap().is_empty(), "she had not confirmed by then");
    assert!(store.subscriber(&UpdatesToken::fresh()).await.unwrap().is_none());
}

pub(crate) async fn left_and_forgotten(place: Place) {
    let store = place.store().await;
    let ann = join(&store, "somewhere", "ann@example.org", "money", 0).await;
    join(&store, "elsewhere", "ann@example.org", "money", 1).await;
    store.bulletin_write(&bulletin("edition 1", 5, &["money"])).await.unwrap().unwrap();
    assert_eq!(spread(&store, 5, 10).await, 1);
    assert!(store.unsubscribe(&ann).await.unwrap());
    assert!(!store.unsubscribe(&ann).await.unwrap());
    assert!(store.due(at(6), 9).await.unwrap().is_empty(), "what waited for her is gone");
    assert_eq!(store.subscriber_forget(&"ANN@example.org".parse().unwrap()).await.unwrap(), 1);
    assert_eq!(store.subscriber_forget(&"ann@example.org".parse().unwrap()).await.unwrap(), 0);
    ask(&store, "somewhere", "bea@example.org", "money", Pace::AtOnce, 10).await;
    assert_eq!(store.subscribers_prune(at(10)).await.unwrap(), 0);
    assert_eq!(store.subscribers_prune(at(11)).await.unwrap(), 1);
    assert!(store.due(at(12), 9).await.unwrap().is_empty(), "nor is she asked any more");
}

pub(crate) async fn spread_once(place: Place) {
    let location = place.location().await;
    let store = crate::open(&location).await;
    let mut tokens = BTreeMap::new();
    for number in 0..9 {
        let email = format!("carer{number}@example.org");
        let wants = if number % 3 == 0 { "health" } else { "money" };
        tokens.insert(email.clone(), join(&store, "somewhere", &email, wants, number).await);
    }
    let late = join(&store, "somewhere", "late@example.org", "money", 100).await;
    let written = store.bulletin_write(&bulletin("edition 1", 50, &["health", "money"])).await.unwrap();
    assert!(written.is_some());
    let nodes = [crate::open(&location).await, crate::open(&location).await];
    for node in &nodes {
        assert!(node.bulletin_write(&bulletin("edition 1", 50, &["money"])).await.unwrap().is_none(), "it is there");
    }
    assert!(store.bulletin_is_written("somewhere", "edition 1").await.unwrap());
    let both = nodes.map(|node| tokio::spawn(async move { spread(&node, 200, 2).await }));
    let mut whole = 0;
    for one in both {
        whole += one.await.unwrap();
    }
    assert_eq!(whole, 9, "each once, whichever node puts it in");
    // Somebody who changed what they want meanwhile is not written to twice.
    assert_eq!(spread(&store, 200, 2).await, 0);
    let mut seen = Vec::new();
    loop {
        let mail = store.due(at(200), 4).await.unwrap();
        if mail.is_empty() {
            break;
        }
        assert_eq!(store.hand_over(&mail, "smtp", at(200)).await.unwrap().len(), mail.len());
        for one in &mail {
            let token = &tokens[&one.to.to_string()];
            assert_eq!(&link(one), token, "each has their own link");
            let list = one.list.as_ref().unwrap();
            assert_eq!(list.unsubscribe, format!("https://kith.example/updates/{}/stop", token.reveal()));
            seen.push(one.to.to_string());
        }
        let told: Vec<_> = mail.into_iter().map(|mail| (mail, Outcome::Sent)).collect();
        assert_eq!(store.settle(&told, at(201)).await.unwrap(), told.len());
    }
    seen.sort();
    assert_eq!(seen, tokens.keys().cloned().collect::<Vec<_>>(), "and not to whoever joined later");
    let list = store.bulletins("somewhere", 9).await.unwrap();
    assert_eq!((list.len(), list[0].people, list[0].sent, list[0].waiting), (1, 9, 9, 0));
    // A letter to one person does not wait behind those to many.
    store.bulletin_write(&bulletin("edition 2", 300, &["health", "money"])).await.unwrap().unwrap();
    spread(&store, 300, 100).await;
    ask(&store, "somewhere", "new@example.org", "money", Pace::AtOnce, 400).await;
    assert_eq!(store.due(at(400), 1).await.unwrap()[0].subject, "Please confirm");
    assert!(store.unsubscribe(&late).await.unwrap());
}

pub(crate) async fn refused_twice_is_forgotten(place: Place) {
    let store = place.store().await;
    let token = join(&store, "somewhere", "ann@example.org", "money", 0).await;
    let refused = || Outcome::Refused { why: "550 5.1.1".into(), no_such_address: true };
    for (turn, outcome) in [refused(), Outcome::Sent, refused(), refused()].into_iter().enumerate() {
        assert!(store.subscriber(&token).await.unwrap().is_some(), "turn {turn}");
        let second = 10 * (turn as i64 + 1);
        store.bulletin_write(&bulletin(&format!("edition {turn}"), second, &["money"])).await.unwrap().unwrap();
        spread(&store, second, 10).await;
        let mail = store.due(at(second), 9).await.unwrap();
        assert!(settle(&store, &mail[0], outcome, second).await);
    }
    assert!(store.subscriber(&token).await.unwrap().is_none(), "refused twice in turn");
}

pub(crate) async fn nothing_personal_in_clear(place: Place) {
    let store = place.store().await;
    let token = join(&store, "somewhere", "ann@example.org", "money", 0).await;
    store.bulletin_write(&bulletin("edition 1", 5, &["money"])).await.unwrap().unwrap();
    spread(&store, 5, 10).await;
    ask(&store, "somewhere", "bea@example.org", "money", Pace::AtOnce, 6).await;
    let text = export(&store).await;
    for secret in ["ann@example", "bea@example", &token.reveal()] {
        assert!(!text.contains(secret), "{secret} is in the database in clear");
    }
}
