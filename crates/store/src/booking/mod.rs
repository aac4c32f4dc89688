//! Places in workshops: taken in the order in which people ask, by people without an account. How many there are is passed
//! in; that no more are ever given, and that the first who waits is the first to move up, is seen to here.
//!
//! Every change of an occasion begins with the lock of its row and ends in the same transaction, together with the letters
//! that tell of it. What people give is sealed with an installation key.

mod after;
mod list;
mod take;

pub use after::GroupMessage;
pub use list::Fullness;
pub use take::{Asked, Cancelled, NewBooking};

use jiff::civil::Date;
use sqlx::any::AnyRow;
use std::str::FromStr;
use zeroize::Zeroizing;

use crate::error::StoreError;
use crate::id::BookingId;
use crate::outbox::NewMail;
use crate::secret::BookingToken;
use crate::sql::{fit, number, read, read_or_none, text};
use crate::store::{Store, Write};

/// The longest that somebody may give of themselves, in bytes.
pub const LONGEST_DETAILS: usize = 8000;
/// How many may wait for one occasion.
pub const MOST_WAITING: i64 = 2000;

/// A day of a workshop, or a course, in which places are taken.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OccasionKey {
    /// The host's name in addresses.
    pub host: String,
    /// The workshop's name in addresses.
    pub workshop: String,
    /// Which day, or that it is the course.
    pub occasion: String,
}

/// What there is room for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// How many places; none where there is no limit.
    pub places: Option<u32>,
    /// Whether people may wait for one.
    pub waits: bool,
    /// The day after which bookings are forgotten.
    pub forget: Date,
}

/// Where a booking stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BookingState {
    /// It has a place.
    Taken,
    /// It waits for one.
    Waiting,
    /// It was given back. Nothing of the person is kept.
    Cancelled,
    /// The occasion was called off.
    CalledOff,
}

impl BookingState {
    /// As it is kept.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Taken => "taken",
            Self::Waiting => "waiting",
            Self::Cancelled => "cancelled",
            Self::CalledOff => "called off",
        }
    }
}

impl FromStr for BookingState {
    type Err = StoreError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let all = [Self::Taken, Self::Waiting, Self::Cancelled, Self::CalledOff];
        let known = all.into_iter().find(|state| state.as_str() == text);
        known.ok_or_else(|| StoreError::Invalid(format!("{text:?} is not a state of a booking")))
    }
}

/// A booking. Printed without what the person gave.
#[derive(Clone, PartialEq, Eq)]
pub struct Booking {
    /// Its id.
    pub id: BookingId,
    /// Of what.
    pub key: OccasionKey,
    /// Its place in the order of all who asked.
    pub seq: i64,
    /// Where it stands.
    pub state: BookingState,
    /// What the person gave, and the link by which they come back; none once it was given back.
    pub person: Option<Person>,
    /// Whether they came, where that was written down.
    pub came: Option<bool>,
    /// Whether they have said what they thought.
    pub has_said: bool,
}

/// What somebody gave.
#[derive(Clone, PartialEq, Eq)]
pub struct Person {
    /// What opens their booking.
    pub token: BookingToken,
    /// What they gave, as it was kept.
    pub details: String,
}

impl std::fmt::Debug for Booking {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Booking({}, {}, {:?})", self.id, self.seq, self.state)
    }
}

/// Letters that tell somebody of their booking.
pub type Letters<'a> = &'a (dyn Fn(&Booking) -> Vec<NewMail> + Sync);

/// How an occasion stands, as seen under its lock.
struct Count {
    seq: i64,
    taken: i64,
    waiting: i64,
    closed: bool,
}

const COLUMNS: &str = "id, host, workshop, occasion, seq, state, sealed, came, said";

impl OccasionKey {
    fn check(&self) -> Result<(), StoreError> {
        fit("the name of a host", &self.host, 100)?;
        fit("the name of a workshop", &self.workshop, 100)?;
        fit("the name of a day", &self.occasion, 20)
    }
}

impl Store {
    /// The turn to change an occasion, and how it stands. Nobody else changes it before the transaction ends.
    async fn occasion_lock(
        &self,
        tx: &mut Write,
        key: &OccasionKey,
        forget: Option<Date>,
    ) -> Result<Count, StoreError> {
        key.check()?;
        let row = match forget {
            Some(forget) => {
                sqlx::query(
                    "insert into occasions (host, workshop, occasion, seq, taken, waiting, closed, forget)
                 values ($1, $2, $3, 0, 0, 0, 0, $4)
                 on conflict (host, workshop, occasion) do update set forget = excluded.forget
                 returning seq, taken, waiting, closed",
                )
                .bind(&key.host)
                .bind(&key.workshop)
                .bind(&key.occasion)
                .bind(forget.to_string())
                .fetch_optional(&mut **tx)
                .await?
            }
            None => {
                sqlx::query(
                    "update occasions set seq = seq where host = $1 and workshop = $2 and occasion = $3
                 returning seq, taken, waiting, closed",
                )
                .bind(&key.host)
                .bind(&key.workshop)
                .bind(&key.occasion)
                .fetch_optional(&mut **tx)
                .await?
            }
        };
        let Some(row) = row else { return Ok(Count { seq: 0, taken: 0, waiting: 0, closed: false }) };
        Ok(Count {
            seq: number(&row, "seq")?,
            taken: number(&row, "taken")?,
            waiting: number(&row, "waiting")?,
            closed: number(&row, "closed")? != 0,
        })
    }

    async fn occasion_set(&self, tx: &mut Write, key: &OccasionKey, count: &Count) -> Result<(), StoreError> {
        sqlx::query(
            "update occasions set seq = $1, taken = $2, waiting = $3, closed = $4
             where host = $5 and workshop = $6 and occasion = $7",
        )
        .bind(count.seq)
        .bind(count.taken)
        .bind(count.waiting)
        .bind(i64::from(count.closed))
        .bind(&key.host)
        .bind(&key.workshop)
        .bind(&key.occasion)
        .execute(&mut **tx)
        .await?;
        Ok(())
    }

    fn booking_of(&self, row: &AnyRow) -> Result<Booking, StoreError> {
        let id: BookingId = read(row, "id")?;
        let sealed: Option<String> = read_or_none(row, "sealed")?;
        let person = sealed.map(|sealed| -> Result<Person, StoreError> {
            let what = format!("what was given with booking {id}");
            let plain: Zeroizing<Vec<u8>> = self.keys()?.open(&what, &purpose(&id.to_string()), &sealed)?;
            let broken = || StoreError::Corrupt(format!("{what} is not whole"));
            let (token, details) =
                std::str::from_utf8(&plain).ok().and_then(|text| text.split_once('\n')).ok_or_else(broken)?;
            Ok(Person { token: token.parse().map_err(|_| broken())?, details: details.to_owned() })
        });
        Ok(Booking {
            id,
            key: OccasionKey {
                host: text(row, "host")?,
                workshop: text(row, "workshop")?,
                occasion: text(row, "occasion")?,
            },
            seq: number(row, "seq")?,
            state: read(row, "state")?,
            person: person.transpose()?,
            came: sqlx::Row::try_get::<Option<i64>, _>(row, "came")?.map(|came| came != 0),
            has_said: number(row, "said")? != 0,
        })
    }
}

/// For what it is sealed.
pub(crate) fn purpose(id: &str) -> String {
    format!("booking {id}")
}

/// For what an opinion is sealed.
pub(crate) fn opinion_purpose(id: &str) -> String {
    format!("opinion {id}")
}

/// For what a message is sealed.
pub(crate) fn message_purpose(key: &str) -> String {
    format!("booking message {key}")
}

/// Puts letters into the outbox.
async fn post(tx: &mut Write, letters: Vec<NewMail>, at: jiff::Timestamp) -> Result<(), StoreError> {
    for mail in letters {
        mail.check()?;
        mail.insert(tx, None, at).await?;
    }
    Ok(())
}
