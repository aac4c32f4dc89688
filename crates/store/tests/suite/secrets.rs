//! What a copy of the database gives away: no token, no second factor, no code.

use crate::Place;
use crate::accounts::ann;
use crate::events::at;
use store::{Digest, NewSession, SessionToken};

pub(crate) async fn nothing_secret_is_kept_in_clear(place: Place) {
    let store = place.store().await;
    let (id, token) = (ann(&store).await, SessionToken::fresh());
    let new = NewSession {
        account: id,
        created: at(0),
        expires: at(9),
        agent: "x".into(),
        second_factor: None,
        provider: None,
    };
    store.session_open(&new, &token).await.unwrap();
    store.totp_set(id, b"JBSWY3DPEHPK3PXP").await.unwrap();
    store.recovery_codes_set(id, &["lost-phone-code".to_owned()]).await.unwrap();
    store.attempt("victim@example.org", at(0), at(0)).await.unwrap();
    let mut dump = Vec::new();
    store.export(&mut dump).await.unwrap();
    let dump = String::from_utf8(dump).unwrap();
    assert!(dump.contains("ann@example.org"));
    for secret in [token.reveal().as_str(), "JBSWY3DPEHPK3PXP", "lost-phone-code", "victim@"] {
        assert!(!dump.contains(secret), "{secret}");
    }
}

pub(crate) async fn blobs_are_kept_by_digest(place: Place) {
    let store = place.store().await;
    let bytes: Vec<u8> = (0..=255).collect();
    let digest = store.put_blob(&bytes).await.unwrap();
    assert_eq!(digest, Digest::of(&bytes));
    assert_eq!(store.put_blob(&bytes).await.unwrap(), digest);
    assert_eq!(store.get_blob(&digest).await.unwrap(), Some(bytes));
    assert_eq!(store.get_blob(&Digest::of(b"other")).await.unwrap(), None);
    assert!(store.put_blob(&vec![0; store::LARGEST_BLOB + 1]).await.is_err());
}
