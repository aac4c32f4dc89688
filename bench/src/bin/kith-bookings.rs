//! How fast places in a workshop are taken: many people at once, in one workshop and in many, each with a letter.

use anyhow::{Context, Result, ensure};
use jiff::Timestamp;
use jiff::civil::date;
use std::sync::Arc;
use std::time::Instant;
use store::{
    Asked, Booking, BookingState, BookingToken, InstallationKey, Location, NewBooking, NewMail, OccasionKey, Room,
    Store, StoreError,
};

/// How many people ask at once.
const PEOPLE: usize = 1000;
/// How many places there are in one workshop.
const PLACES: u32 = 10;

fn letter(booking: &Booking) -> Vec<NewMail> {
    let to = booking.person.as_ref().and_then(|person| person.details.parse().ok());
    let letter =
        to.map(|to| NewMail { to, subject: "There is something to read".into(), body: "A page.".into(), due: None });
    letter.into_iter().collect()
}

async fn one(store: &Store, workshop: &str, number: usize) -> Result<Booking> {
    let key = OccasionKey { host: "made-up".into(), workshop: workshop.into(), occasion: "2026-12-08".into() };
    let token = BookingToken::of_form(&[workshop, &number.to_string()]);
    let details = format!("carer{number}@example.org");
    let room = Room { places: Some(PLACES), waits: true, forget: date(2027, 1, 7) };
    let at = Timestamp::from_second(1_790_000_000)?;
    let new = NewBooking { key: &key, room, token: &token, details: &details, reminded: None, at };
    loop {
        match store.book(&new, &letter).await {
            Ok(Asked::Booked(booking)) => return Ok(booking),
            Ok(other) => anyhow::bail!("{other:?}"),
            // As somebody does who is told that the place is busy: sent again, it is the same booking.
            Err(StoreError::Unavailable(_)) => {}
            Err(error) => return Err(error.into()),
        }
    }
}

/// Everybody at once; how many a second, and how many got a place.
async fn all(store: &Arc<Store>, name: impl Fn(usize) -> String) -> Result<(f64, usize)> {
    let start = Instant::now();
    let each: Vec<_> = (0..PEOPLE)
        .map(|number| {
            let (store, workshop) = (store.clone(), name(number));
            tokio::spawn(async move { one(&store, &workshop, number).await })
        })
        .collect();
    let mut placed = 0;
    for person in each {
        placed += usize::from(person.await??.state == BookingState::Taken);
    }
    Ok((PEOPLE as f64 / start.elapsed().as_secs_f64(), placed))
}

#[tokio::main]
async fn main() -> Result<()> {
    let folder = std::env::temp_dir().join(format!("kith-bookings-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let (location, engine) = match std::env::var("KITH_DATABASE") {
        Ok(url) => (url.parse()?, "PostgreSQL"),
        Err(_) => (Location::in_folder(&folder), "SQLite"),
    };
    let store = Store::open(&location).await.context("the database")?.with_keys(InstallationKey::fresh());
    let store = Arc::new(store);
    let (rate, placed) = all(&store, |_| "one".to_owned()).await?;
    ensure!(placed == PLACES as usize, "{placed} got one of {PLACES} places");
    println!("{engine}: {PEOPLE} people at once for {PLACES} places: {rate:.0} bookings a second, {placed} placed");
    let (rate, _) = all(&store, |number| format!("many-{}", number % 100)).await?;
    println!("{engine}: the same, over 100 workshops: {rate:.0} bookings a second");
    store.close().await;
    std::fs::remove_dir_all(&folder)?;
    Ok(())
}
