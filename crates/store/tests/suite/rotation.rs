//! A new installation key, while everybody goes on working.

use crate::Place;
use crate::accounts::ann;
use crate::events::{at, say, stream};
use crate::opening::meddle;
use store::{IndexWord, InstallationKey, Keys, Store, StoreError, Version};

/// Several programs start at once, each with a key that was made for it alone: one key is that of the database.
pub(crate) async fn all_have_one_key(place: Place) {
    let location = place.location().await;
    let keys: Vec<_> = (0..4).map(|_| InstallationKey::fresh()).collect();
    let mut agreed = Vec::new();
    for one in keys.iter().cloned().map(|key| {
        let location = location.clone();
        tokio::spawn(async move {
            let store = Store::open(&location).await.unwrap().with_keys(key);
            (store.agree_on_keys(at(0)).await, store)
        })
    }) {
        match one.await.unwrap() {
            (Ok(()), store) => agreed.push(store),
            (Err(error), _) => assert!(matches!(&error, StoreError::WrongKey(_)), "{error}"),
        }
    }
    assert_eq!(agreed.len(), 1);
    agreed[0].agree_on_keys(at(1)).await.unwrap();
    let old = agreed[0].keys().unwrap().current().unwrap();
    let store = Store::open(&location).await.unwrap().with_keys(Keys::new(InstallationKey::fresh(), vec![old]));
    store.agree_on_keys(at(2)).await.unwrap();
    assert_eq!(store.rewrap(9).await.unwrap(), 1);
    assert!(matches!(agreed[0].agree_on_keys(at(3)).await, Err(StoreError::WrongKey(_))));
}

pub(crate) async fn a_new_key_without_a_pause(place: Place) {
    let location = place.location().await;
    let (old, new) = (InstallationKey::fresh(), InstallationKey::fresh());
    let with = async |keys: Keys| Store::open(&location).await.unwrap().with_keys(keys);
    let before = with(old.clone().into()).await;
    let id = ann(&before).await;
    for number in 0..5 {
        say(&before, &format!("case/somewhere/{number}"), 0, &["x"]).await.unwrap();
    }
    before.totp_set(id, b"JBSWY3DPEHPK3PXP").await.unwrap();
    before.save_draft(id, &stream("case/somewhere/new"), "form", "begun", at(0)).await.unwrap();
    before.save_draft(id, &stream("case/somewhere/1"), "form", "of a case", at(0)).await.unwrap();
    let case = stream("case/somewhere/4");
    let words = IndexWord::each("Zoë");
    let indexed = |version, events| store::Append {
        stream: &case,
        expected_version: Version(version),
        by: None,
        at: at(0),
        events,
        index: Some(IndexWord::each("Zoë")),
        mail: Vec::new(),
        key: None,
    };
    before.append(indexed(1, crate::events::events(&["y"]))).await.unwrap();
    assert_eq!(before.rewrap(100).await.unwrap(), 0);
    crate::bookings::some(&before, id).await;
    // As it was kept before keys had names.
    meddle(&location, "update accounts set totp = substr(totp, 14)").await;
    assert_eq!(before.totp(id).await.unwrap().unwrap().as_slice(), b"JBSWY3DPEHPK3PXP");
    assert_eq!((before.rewrap(100).await.unwrap(), before.rewrap(100).await.unwrap()), (1, 0));
    // One program has both keys; the other goes on with the old until it is started anew.
    let both = with(Keys::new(new.clone(), vec![old.clone()])).await;
    say(&both, "case/somewhere/6", 0, &["under the new key"]).await.unwrap();
    say(&before, "case/somewhere/7", 0, &["still under the old"]).await.unwrap();
    let first = both.rewrap(3).await.unwrap();
    assert_eq!(first, 3, "a few at a time");
    let mut done = first;
    loop {
        let more = both.rewrap(3).await.unwrap();
        done += more;
        if more == 0 {
            break;
        }
    }
    // Five cases and one that came late, the key of the words, the second factor, the draft of no case, two bookings,
    // what somebody thought, a message.
    assert_eq!(done, 5 + 1 + 1 + 1 + 1 + 2 + 1 + 1);
    let after = with(new.into()).await;
    for store in [&both, &after] {
        for number in [0, 1, 2, 3, 4, 6, 7] {
            let read = store.read(&stream(&format!("case/somewhere/{number}")), Version::NONE).await.unwrap();
            assert!(read[0].body.text().is_some());
        }
        assert_eq!(store.totp(id).await.unwrap().unwrap().as_slice(), b"JBSWY3DPEHPK3PXP");
        assert_eq!(store.draft(id, &stream("case/somewhere/new"), "form").await.unwrap().unwrap().text, "begun");
        assert_eq!(store.draft(id, &stream("case/somewhere/1"), "form").await.unwrap().unwrap().text, "of a case");
        assert_eq!(store.find_streams("somewhere", &words).await.unwrap(), std::slice::from_ref(&case));
        crate::bookings::are_read(store).await;
    }
    after.prove().await.unwrap();
    assert!(matches!(with(old.into()).await.totp(id).await, Err(StoreError::WrongKey(_))));
}
