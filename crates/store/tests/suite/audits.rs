//! The audit chain: whole whatever happens at once, and told from what it was.

use crate::Place;
use crate::accounts::ann;
use crate::events::{at, events, say, stream};
use store::{Append, AppendError, AuditFilter, Head, Note, Position, StoreError, Version};

pub(crate) async fn every_append_is_in_the_chain(place: Place) {
    let store = place.store().await;
    let (id, case) = (ann(&store).await, stream("case/somewhere/1"));
    assert_eq!(store.audit_head("somewhere").await.unwrap(), None);
    assert_eq!(store.verify_audit("somewhere").await.unwrap().seq, 0);
    say(&store, "offer/somewhere", 0, &["x"]).await.unwrap();
    let append = Append {
        stream: &case,
        expected_version: Version::NONE,
        by: Some(&id),
        at: at(7),
        events: events(&["one", "two"]),
        index: None,
        mail: Vec::new(),
        key: None,
        form: None,
    };
    store.append(append).await.unwrap();
    say(&store, "case/elsewhere/1", 0, &["x"]).await.unwrap();
    say(&store, "case/somewhere/2", 0, &["x"]).await.unwrap();
    assert!(matches!(say(&store, "case/somewhere/2", 0, &["x"]).await, Err(AppendError::Conflict { .. })));
    let all = store.audit("somewhere", &AuditFilter::default(), 10).await.unwrap();
    assert_eq!(all.iter().map(|entry| entry.seq).collect::<Vec<_>>(), [2, 1]);
    let first = &all[1];
    assert_eq!((first.by, first.at, first.deed.as_str()), (Some(id), at(7), "said"));
    assert_eq!((first.stream.as_ref(), first.appended), (Some(&case), Some((Position(2), Position(3)))));
    let head = store.audit_head("somewhere").await.unwrap().unwrap();
    assert_eq!((head.seq, &head.hash), (2, &all[0].hash));
    assert_eq!(store.verify_audit("somewhere").await.unwrap(), head);
    assert_eq!(head.to_string().parse::<Head>().unwrap(), head);
    let heads = store.audit_heads().await.unwrap();
    assert_eq!(
        heads.iter().map(|head| (head.council.as_str(), head.seq)).collect::<Vec<_>>(),
        [("elsewhere", 2), ("somewhere", 2)]
    );
    assert!(store.audit_holds(&head).await.unwrap());
    assert!(!store.audit_holds(&Head { hash: first.hash.clone(), ..head }).await.unwrap());
}

pub(crate) async fn views_are_noted(place: Place) {
    let store = place.store().await;
    let (id, case) = (ann(&store).await, stream("case/somewhere/1"));
    say(&store, case.as_str(), 0, &["x"]).await.unwrap();
    let view = Note { by: Some(id), at: at(1), deed: "viewed", stream: Some(&case), reason: Some("Zoë rang") };
    assert_eq!(store.note("somewhere", &view).await.unwrap(), 2);
    let search = Note { by: None, at: at(2), deed: "searched", stream: None, reason: Some("monthly count") };
    assert_eq!(store.note("somewhere", &search).await.unwrap(), 3);
    assert!(matches!(store.note("elsewhere", &view).await, Err(StoreError::Invalid(_))));
    for council in ["", "Some where", "a/b"] {
        assert!(matches!(store.note(council, &search).await, Err(StoreError::Invalid(_))), "{council:?}");
    }
    let read = async |filter: AuditFilter<'_>, limit| {
        let page = store.audit("somewhere", &filter, limit).await.unwrap();
        page.into_iter().map(|entry| (entry.seq, entry.reason)).collect::<Vec<_>>()
    };
    let text = |words: &str| Some(store::Body::Text(words.to_owned()));
    let whole = [(3, text("monthly count")), (2, text("Zoë rang")), (1, None)];
    assert_eq!(read(AuditFilter::default(), 9).await, whole);
    assert_eq!(read(AuditFilter { before: Some(3), ..AuditFilter::default() }, 1).await, whole[1..2]);
    assert_eq!(read(AuditFilter { stream: Some(&case), ..AuditFilter::default() }, 9).await, whole[1..]);
    assert_eq!(read(AuditFilter { account: Some(id), ..AuditFilter::default() }, 9).await, whole[1..2]);
    let both = AuditFilter { stream: Some(&case), account: Some(id), before: Some(2), deeds: &[] };
    assert!(read(both, 9).await.is_empty());
    assert!(!crate::cases::export(&store).await.contains("rang"), "a reason is sealed with the case");
    store.destroy_vault(&case, Version(1), None, at(3), "it was time").await.unwrap();
    let gone = [(4, text("it was time")), (3, text("monthly count")), (2, Some(store::Body::Gone)), (1, None)];
    assert_eq!(read(AuditFilter::default(), 9).await, gone);
    assert_eq!(read(AuditFilter { deeds: &["case_destroyed"], ..AuditFilter::default() }, 9).await, gone[..1]);
    store.verify_audit("somewhere").await.unwrap();
}

/// Nodes append, note and keep files at once: one chain for each council, without gaps.
pub(crate) async fn many_write_one_chain(place: Place) {
    let location = place.location().await;
    let nodes = [crate::open(&location).await, crate::open(&location).await];
    let writers: Vec<_> = (0..6_i64)
        .map(|writer| {
            let store = nodes[usize::try_from(writer).unwrap() % 2].clone();
            tokio::spawn(async move {
                let case = stream(&format!("case/somewhere/{writer}"));
                for turn in 0..8 {
                    say(&store, case.as_str(), 2 * turn, &["x", "y"]).await.unwrap();
                    let note = Note { by: None, at: at(turn), deed: "viewed", stream: Some(&case), reason: None };
                    store.note("somewhere", &note).await.unwrap();
                }
                crate::cases::hand_in(&store, case.as_str(), 16, &crate::cases::evidence()).await.unwrap();
            })
        })
        .collect();
    for writer in writers {
        writer.await.unwrap();
    }
    let head = nodes[0].verify_audit("somewhere").await.unwrap();
    assert_eq!(head.seq, 6 * (8 + 8 + 2));
    let dump = crate::cases::export(&nodes[1]).await;
    let again = place.store().await;
    again.restore(&mut dump.as_bytes()).await.unwrap();
    assert_eq!(again.verify_audit("somewhere").await.unwrap(), head);
}
