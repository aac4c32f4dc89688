//! What readers say is kept, answered, hidden and erased, at the council it was said to and no other.

use crate::Place;
use store::{AccountId, FeedbackAnswer, FeedbackState, LONGEST_FEEDBACK, NewFeedback, StoreError};

fn said(council: &str, words: &str, second: i64) -> NewFeedback {
    let created = jiff::Timestamp::from_second(second).unwrap();
    NewFeedback { council: council.into(), page: "/council/a".into(), words: words.into(), created }
}

pub(crate) async fn said_answered_hidden_erased(place: Place) {
    let store = place.store().await;
    let first = store.feedback_add(&said("a", "The number is wrong.", 1)).await.unwrap();
    let second = store.feedback_add(&said("a", "It names Ada.", 2)).await.unwrap();
    store.feedback_add(&said("b", "Elsewhere.", 3)).await.unwrap();
    let at = jiff::Timestamp::from_second(10).unwrap();
    let by = AccountId::new(at);
    let answer = FeedbackAnswer { published: Some("The number is wrong."), answer: "It is put right.", by, at };
    assert!(!store.feedback_answer("b", first, &answer).await.unwrap(), "another council's words are not ours");
    assert!(store.feedback_answer("a", first, &answer).await.unwrap());
    let hide = FeedbackAnswer { published: None, answer: "It names somebody.", by, at };
    assert!(store.feedback_answer("a", second, &hide).await.unwrap());
    let list = store.feedback("a", 10).await.unwrap();
    let states: Vec<_> = list.iter().map(|one| one.state).collect();
    assert_eq!(states, [FeedbackState::Hidden, FeedbackState::Answered]);
    assert_eq!(list[1].answer.as_deref(), Some("It is put right."));
    assert!(!store.feedback_erase("b", second).await.unwrap());
    assert!(store.feedback_erase("a", second).await.unwrap());
    assert_eq!(store.feedback("a", 10).await.unwrap().len(), 1);
    let long = said("a", &"x".repeat(LONGEST_FEEDBACK + 1), 4);
    assert!(matches!(store.feedback_add(&long).await, Err(StoreError::Invalid(_))));
}
