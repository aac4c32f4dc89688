//! Groups and advice: organisers and the links they are sent, questions that only their reference and code open.

use crate::events::at;
use crate::letters::letter;
use crate::opening::meddle;
use crate::{Place, open};
use jiff::civil::date;
use store::{
    Digest, Email, GroupLink, GroupToken, InstallationKey, Keys, NewQuestion, QuestionChange, Store, StoreError,
};

fn email(text: &str) -> Email {
    text.parse().unwrap()
}

pub(crate) async fn organisers_and_their_links(place: Place) {
    let store = place.store().await;
    store.organiser_set("a", "tea", &email("rose@example.org"), at(0)).await.unwrap();
    store.organiser_set("b", "tea", &email("joan@example.org"), at(0)).await.unwrap();
    assert_eq!(store.organiser("a", "tea").await.unwrap(), Some(email("rose@example.org")));
    let link = GroupLink { host: "a".into(), item: "tea".into(), about: Some(date(2026, 11, 10)) };
    let token = GroupToken::fresh();
    store.group_link_add(&token, &link, at(1), at(10)).await.unwrap();
    for _ in 0..2 {
        assert_eq!(store.group_link(&token, at(9)).await.unwrap().as_ref(), Some(&link), "it works more than once");
    }
    assert_eq!(store.group_link(&token, at(10)).await.unwrap(), None);
    assert_eq!(store.group_link(&GroupToken::fresh(), at(2)).await.unwrap(), None);
    // The same organiser set again keeps their links; another's do not stay.
    store.organiser_set("a", "tea", &email("rose@example.org"), at(2)).await.unwrap();
    assert!(store.group_link(&token, at(9)).await.unwrap().is_some());
    store.organiser_set("a", "tea", &email("ada@example.org"), at(3)).await.unwrap();
    assert_eq!(store.group_link(&token, at(9)).await.unwrap(), None);
    store.group_link_add(&token, &link, at(4), at(10)).await.unwrap();
    assert_eq!(store.group_links_prune(at(10)).await.unwrap(), 0);
    assert_eq!(store.group_links_prune(at(11)).await.unwrap(), 1);
    assert!(store.organiser_erase("a", "tea").await.unwrap() && !store.organiser_erase("a", "tea").await.unwrap());
    assert_eq!(store.organiser("a", "tea").await.unwrap(), None);
    // Nothing of it is in clear, and a new key of the installation takes it along.
    let mut dump = Vec::new();
    store.export(&mut dump).await.unwrap();
    assert!(!String::from_utf8(dump).unwrap().contains("joan@"));
    let (old, new) = (crate::key(), InstallationKey::fresh());
    let after = Store::open(store.location()).await.unwrap().with_keys(Keys::new(new.clone(), vec![old]));
    while after.rewrap(9).await.unwrap() > 0 {}
    let alone = Store::open(store.location()).await.unwrap().with_keys(Keys::from(new));
    assert_eq!(alone.organiser("b", "tea").await.unwrap(), Some(email("joan@example.org")));
}

fn question(form: &str, reference: &str, second: i64) -> NewQuestion {
    NewQuestion {
        host: "a".into(),
        reference: reference.into(),
        form: form.into(),
        state: "waiting".into(),
        due: Some(date(2026, 12, 3)),
        body: "Can Rose get help?".into(),
        at: at(second),
    }
}

pub(crate) async fn questions_are_sealed_and_opened_with_a_code(place: Place) {
    let store = place.store().await;
    let (code, other) = (Digest::of(b"one"), Digest::of(b"two"));
    let (id, reference) = store.question_add(&question("f1", "Q1", 0), &code, at(0), &[]).await.unwrap().unwrap();
    let kept = store.question_by_code(&reference, &code).await.unwrap().unwrap();
    assert_eq!((kept.id, kept.body.as_str(), kept.due), (id, "Can Rose get help?", Some(date(2026, 12, 3))));
    assert_eq!(store.question_by_code("Q1", &other).await.unwrap(), None);
    assert_eq!(store.question_by_code("Q2", &code).await.unwrap(), None);
    assert_eq!(store.question("b", id).await.unwrap(), None, "another host's is not ours");
    // The same form again is the same question, with a new code; later it tells nothing.
    let again = store.question_add(&question("f1", "Q9", 60), &other, at(0), &[]).await.unwrap();
    assert_eq!(again, Some((id, "Q1".to_owned())));
    assert_eq!(store.question_by_code("Q1", &code).await.unwrap(), None);
    assert!(store.question_by_code("Q1", &other).await.unwrap().is_some());
    let third = Digest::of(b"three");
    assert_eq!(store.question_new_code("b", id, &third).await.unwrap(), None, "another host's is not ours");
    assert_eq!(store.question_new_code("a", id, &third).await.unwrap().as_deref(), Some("Q1"));
    assert_eq!(store.question_by_code("Q1", &other).await.unwrap(), None);
    assert!(store.question_by_code("Q1", &third).await.unwrap().is_some());
    assert_eq!(store.question_add(&question("f1", "Q9", 9999), &code, at(5000), &[]).await.unwrap(), None);
    assert_eq!(store.questions("a", 9).await.unwrap().len(), 1);
    let mut dump = Vec::new();
    store.export(&mut dump).await.unwrap();
    assert!(!String::from_utf8(dump).unwrap().contains("Rose"));
    let new = InstallationKey::fresh();
    let after = Store::open(store.location()).await.unwrap().with_keys(Keys::new(new.clone(), vec![crate::key()]));
    while after.rewrap(9).await.unwrap() > 0 {}
    let alone = Store::open(store.location()).await.unwrap().with_keys(Keys::from(new));
    assert!(alone.question_by_code("Q1", &third).await.unwrap().is_some(), "a new key changes no code");
    meddle(store.location(), "update questions set version = 2".to_owned()).await;
    assert!(matches!(alone.question("a", id).await, Err(StoreError::Corrupt(_))));
}

pub(crate) async fn questions_change_in_turn(place: Place) {
    let store = place.store().await;
    let add = |form: &'static str, reference: &'static str| question(form, reference, 0);
    let code = Digest::of(b"one");
    let (id, _) = store.question_add(&add("f1", "Q1"), &code, at(0), &[letter(1)]).await.unwrap().unwrap();
    let change = QuestionChange {
        version: 1,
        state: "answered".into(),
        due: None,
        body: "You may ask.".into(),
        at: at(5),
        mail: vec![letter(2)],
    };
    assert!(!store.question_change("b", id, &change).await.unwrap());
    assert!(store.question_change("a", id, &change).await.unwrap());
    assert!(!store.question_change("a", id, &change).await.unwrap(), "it was changed in between");
    assert_eq!(store.outbox_counts().await.unwrap().waiting, 2, "what was not written sends nothing");
    let reopened = open(store.location()).await;
    let kept = reopened.question("a", id).await.unwrap().unwrap();
    assert_eq!((kept.version, kept.state.as_str(), kept.body.as_str()), (2, "answered", "You may ask."));
    store.question_add(&add("f2", "Q2"), &code, at(0), &[]).await.unwrap().unwrap();
    let order: Vec<_> = store.questions("a", 9).await.unwrap().into_iter().map(|one| one.reference).collect();
    assert_eq!(order, ["Q2", "Q1"], "what waits comes first");
    assert!(!store.question_erase("b", id).await.unwrap() && store.question_erase("a", id).await.unwrap());
    assert_eq!(store.question("a", id).await.unwrap(), None);
}

pub(crate) async fn questions_go_by_day(place: Place) {
    let store = place.store().await;
    let code = Digest::of(b"one");
    for (form, second, state) in
        [("f1", 10, "closed"), ("f2", 20, "closed"), ("f3", 10, "waiting"), ("f4", 1, "answered")]
    {
        let new = NewQuestion { state: state.into(), ..question(form, form, second) };
        store.question_add(&new, &code, at(0), &[]).await.unwrap().unwrap();
    }
    assert_eq!(store.questions_prune(at(15), at(5)).await.unwrap(), 2);
    let left: Vec<_> = store.questions("a", 9).await.unwrap().into_iter().map(|one| one.reference).collect();
    assert_eq!(left, ["f3", "f2"]);
}
