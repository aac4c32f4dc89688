//! Places in workshops: no more are given than there are, whoever asks at once; those who wait move up in order; each is
//! told once; and what they gave is gone when it is not needed.

use crate::Place;
use jiff::Timestamp;
use jiff::civil::{Date, date};
use std::collections::BTreeSet;
use std::sync::Arc;
use store::{
    AccountId, Asked, Booking, BookingState, BookingToken, Cancelled, GroupMessage, IdempotencyKey, NewBooking,
    NewMail, OccasionKey, Room, Store, StoreError,
};

const FORGET: Date = date(2027, 1, 7);

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_790_000_000 + second).unwrap()
}

fn key(occasion: &str) -> OccasionKey {
    OccasionKey { host: "borsetshire".into(), workshop: "sleep".into(), occasion: occasion.into() }
}

fn room(places: u32) -> Room {
    Room { places: Some(places), waits: true, forget: FORGET }
}

fn token(name: &str) -> BookingToken {
    BookingToken::of_form(&["form", name])
}

/// A letter that says where the booking stands, to the address that was given.
fn letter(booking: &Booking) -> Vec<NewMail> {
    let to = booking.person.as_ref().unwrap().details.parse().unwrap();
    let body = format!("{} {}", booking.state.as_str(), booking.person.as_ref().unwrap().token.reveal());
    vec![NewMail { to, subject: "There is something to read".into(), body, due: None }]
}

async fn ask(store: &Store, key: &OccasionKey, room: Room, name: &str) -> Result<Asked, StoreError> {
    let (token, details) = (token(name), format!("{name}@example.org"));
    let new = NewBooking { key, room, token: &token, details: &details, reminded: None, at: at(0) };
    store.book(&new, &letter).await
}

async fn state(store: &Store, name: &str) -> BookingState {
    store.booking(&token(name)).await.unwrap().unwrap().state
}

fn hello(by: AccountId) -> GroupMessage<'static> {
    GroupMessage { words: "Bring a coat.", by, at: at(4) }
}

/// A booking, an opinion and a message, for tests of the whole.
pub(crate) async fn some(store: &Store, by: AccountId) {
    let (key, form) = (key("2026-12-08"), IdempotencyKey::new("form-1").unwrap());
    ask(store, &key, room(1), "ada").await.unwrap();
    ask(store, &key, room(1), "ben").await.unwrap();
    assert!(store.opinion_add(&token("ada"), "It helped.", FORGET).await.unwrap());
    assert_eq!(store.bookings_message(&key, &form, &hello(by), &letter).await.unwrap(), Some(1));
}

/// Whether what [`some`] gave can be read.
pub(crate) async fn are_read(store: &Store) {
    let ada = store.booking(&token("ada")).await.unwrap().unwrap();
    assert_eq!(ada.person.unwrap().details, "ada@example.org");
    assert_eq!(store.opinions("borsetshire", "sleep").await.unwrap(), ["It helped."]);
    assert_eq!(store.bookings_messages(&key("2026-12-08")).await.unwrap(), ["Bring a coat."]);
}

pub(crate) async fn a_thousand_for_the_last_ten(place: Place) {
    let store = Arc::new(place.store().await);
    let key = key("2026-12-08");
    // Each comes back until it is answered, as somebody does who is told that the place is busy.
    let each = (0..1000).map(|number| {
        let (store, key) = (store.clone(), key.clone());
        tokio::spawn(async move {
            loop {
                match ask(&store, &key, room(10), &format!("carer{number}")).await {
                    Ok(Asked::Booked(booking)) => return booking,
                    Ok(other) => panic!("{other:?}"),
                    Err(StoreError::Unavailable(_)) => {}
                    Err(error) => panic!("{error}"),
                }
            }
        })
    });
    let mut answered = Vec::new();
    for one in each.collect::<Vec<_>>() {
        answered.push(one.await.unwrap());
    }
    let list = store.bookings(&key).await.unwrap();
    let orders: Vec<i64> = list.iter().map(|one| one.seq).collect();
    assert_eq!(orders, (1..=1000).collect::<Vec<_>>(), "everybody stands once in the order");
    let placed: Vec<i64> = list.iter().filter(|one| one.state == BookingState::Taken).map(|one| one.seq).collect();
    assert_eq!(placed, (1..=10).collect::<Vec<_>>(), "the first ten have the places");
    assert!(list[10..].iter().all(|one| one.state == BookingState::Waiting));
    // What each was told when they asked is how it stands.
    let told: BTreeSet<i64> =
        answered.iter().filter(|one| one.state == BookingState::Taken).map(|one| one.seq).collect();
    assert_eq!(told.len(), 10);
    assert!(told.iter().eq(placed.iter()));
    let full = store.occasions().await.unwrap();
    assert_eq!((full[0].taken, full[0].waiting), (10, 990));
    assert_eq!(store.outbox_counts().await.unwrap().waiting, 1000, "each is told once");
    assert_eq!(store.booking_before(&list[14]).await.unwrap(), 4);
}

pub(crate) async fn who_waits_moves_up_in_order(place: Place) {
    let store = place.store().await;
    let key = key("2026-12-08");
    for name in ["ada", "ben", "cy", "dot"] {
        assert!(matches!(ask(&store, &key, room(1), name).await.unwrap(), Asked::Booked(_)));
    }
    let again = ask(&store, &key, room(1), "ada").await.unwrap();
    assert!(matches!(again, Asked::Booked(one) if one.seq == 1), "the same form sent twice is one booking");
    assert_eq!(store.outbox_counts().await.unwrap().waiting, 4);

    let done = store.booking_cancel(&token("ada"), &room(1), at(1), &letter).await.unwrap();
    assert_eq!(done, Cancelled::Done(1));
    assert_eq!(state(&store, "ada").await, BookingState::Cancelled);
    assert!(store.booking(&token("ada")).await.unwrap().unwrap().person.is_none(), "nothing of her is kept");
    assert_eq!((state(&store, "ben").await, state(&store, "cy").await), (BookingState::Taken, BookingState::Waiting));
    assert_eq!(store.booking_cancel(&token("ada"), &room(1), at(1), &letter).await.unwrap(), Cancelled::Before);
    assert_eq!(store.booking_cancel(&token("eve"), &room(1), at(1), &letter).await.unwrap(), Cancelled::Unknown);
    // Whoever stops waiting moves nobody; a place more moves one.
    assert_eq!(store.booking_cancel(&token("cy"), &room(1), at(2), &letter).await.unwrap(), Cancelled::Done(0));
    assert_eq!(store.bookings_move_up(&key, &room(2), at(3), &letter).await.unwrap(), 1);
    assert_eq!(store.bookings_move_up(&key, &room(2), at(3), &letter).await.unwrap(), 0);
    assert_eq!(state(&store, "dot").await, BookingState::Taken);
    assert_eq!(store.outbox_counts().await.unwrap().waiting, 6, "those who moved up were told, and nobody else");
    // Nobody comes before those who wait, even where a place is free.
    assert!(
        matches!(ask(&store, &key, room(2), "fay").await.unwrap(), Asked::Booked(one) if one.state == BookingState::Waiting)
    );
    let gus = ask(&store, &key, room(3), "gus").await.unwrap();
    assert!(matches!(gus, Asked::Booked(one) if one.state == BookingState::Waiting));
    assert_eq!(state(&store, "fay").await, BookingState::Taken, "who asked first went first");
    let none = Room { waits: false, ..room(3) };
    assert_eq!(ask(&store, &key, none, "hal").await.unwrap(), Asked::Full);
    let other = OccasionKey { host: "elsewhere".into(), ..key.clone() };
    let ben = store.booking(&token("ben")).await.unwrap().unwrap();
    let done = store.booking_let_go(&other, ben.id, &room(3), at(4), &letter).await.unwrap();
    assert_eq!(done, Cancelled::Before, "another host's booking is not ours");
    assert_eq!(store.booking_let_go(&key, ben.id, &room(3), at(4), &letter).await.unwrap(), Cancelled::Done(1));
    let without = Room { places: None, ..room(0) };
    let free = OccasionKey { occasion: "course".into(), ..key };
    assert!(
        matches!(ask(&store, &free, without, "ida").await.unwrap(), Asked::Booked(one) if one.state == BookingState::Taken)
    );
}

pub(crate) async fn told_once_whoever_tells(place: Place) {
    let store = place.store().await;
    let key = key("2026-12-08");
    for name in ["ada", "ben", "cy"] {
        ask(&store, &key, room(2), name).await.unwrap();
    }
    let waiting = async || store.outbox_counts().await.unwrap().waiting;
    assert_eq!(waiting().await, 3);
    let (one, two) =
        tokio::join!(store.bookings_remind(&key, 7, at(1), &letter), store.bookings_remind(&key, 7, at(1), &letter));
    assert_eq!(one.unwrap() + two.unwrap(), 2, "two nodes at once remind each person once");
    assert_eq!(store.bookings_remind(&key, 1, at(2), &letter).await.unwrap(), 2);
    assert_eq!(store.bookings_remind(&key, 7, at(3), &letter).await.unwrap(), 0, "a nearer one went out");
    let (form, by) = (IdempotencyKey::new("form-1").unwrap(), AccountId::new(at(0)));
    assert_eq!(store.bookings_message(&key, &form, &hello(by), &letter).await.unwrap(), Some(2));
    assert_eq!(store.bookings_message(&key, &form, &hello(by), &letter).await.unwrap(), None);
    assert_eq!(store.bookings_messages(&key).await.unwrap(), ["Bring a coat."]);
    let list = store.bookings(&key).await.unwrap();
    store.bookings_came(&key, &[(list[0].id, Some(true)), (list[1].id, Some(false))]).await.unwrap();
    assert_eq!(store.bookings(&key).await.unwrap()[1].came, Some(false));
    assert_eq!(store.bookings_ask(&key, at(5), &letter).await.unwrap(), 1, "who did not come is not asked");
    assert_eq!(store.bookings_ask(&key, at(5), &letter).await.unwrap(), 0);
    assert!(store.opinion_add(&token("ada"), "It helped.", FORGET).await.unwrap());
    assert!(!store.opinion_add(&token("ada"), "It helped again.", FORGET).await.unwrap());
    assert!(!store.opinion_add(&token("cy"), "I had no place.", FORGET).await.unwrap());
    assert_eq!(store.opinions("borsetshire", "sleep").await.unwrap(), ["It helped."]);
    let before = waiting().await;
    assert_eq!(store.bookings_call_off(&key, FORGET, at(6), &letter).await.unwrap(), 3);
    assert_eq!(store.bookings_call_off(&key, FORGET, at(6), &letter).await.unwrap(), 0);
    assert_eq!(waiting().await, before + 3);
    assert_eq!(ask(&store, &key, room(9), "dot").await.unwrap(), Asked::CalledOff);
}

pub(crate) async fn kept_sealed_and_not_for_long(place: Place) {
    let store = place.store().await;
    let key = key("2026-12-08");
    ask(&store, &key, room(1), "ada").await.unwrap();
    store.opinion_add(&token("ada"), "It helped Zebedee.", FORGET).await.unwrap();
    let mut all = Vec::new();
    store.export(&mut all).await.unwrap();
    let all = String::from_utf8(all).unwrap();
    let rows: String = all.lines().filter(|line| !line.contains("outbox")).collect();
    assert!(!rows.contains("ada@example.org") && !rows.contains("Zebedee"), "what was given is sealed");
    assert!(!rows.contains(&token("ada").reveal()), "nor is the link there");
    let bare = Store::open(store.location()).await.unwrap();
    assert!(matches!(bare.booking(&token("ada")).await, Err(StoreError::NoKey)));
    assert_eq!(store.forget_bookings(FORGET).await.unwrap(), 0);
    assert_eq!(store.forget_bookings(FORGET.tomorrow().unwrap()).await.unwrap(), 3);
    assert_eq!(store.booking(&token("ada")).await.unwrap(), None);
    assert!(store.opinions("borsetshire", "sleep").await.unwrap().is_empty());
}
