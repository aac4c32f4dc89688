//! Taking a place, giving it back, moving up, and calling all of it off.

use jiff::Timestamp;

use super::{
    BookingState, COLUMNS, Count, LONGEST_DETAILS, Letters, MOST_WAITING, OccasionKey, Person, Room, post, purpose,
};
use crate::booking::Booking;
use crate::error::StoreError;
use crate::id::BookingId;
use crate::secret::BookingToken;
use crate::sql::{fit, moment};
use crate::store::{Store, Write};

/// Somebody who asks for a place.
#[derive(Clone, Debug)]
pub struct NewBooking<'a> {
    /// Of what.
    pub key: &'a OccasionKey,
    /// What there is room for.
    pub room: Room,
    /// What opens the booking. The same form sent twice bears the same, and is one booking.
    pub token: &'a BookingToken,
    /// What the person gives.
    pub details: &'a str,
    /// The reminder they need no more, in days before.
    pub reminded: Option<u8>,
    /// When.
    pub at: Timestamp,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// There is a booking, with a place or waiting for one.
    Booked(Booking),
    /// Every place is taken, and nobody more can wait.
    Full,
    /// It was called off.
    CalledOff,
}

/// What came of giving a place back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cancelled {
    /// It was given back; so many moved up.
    Done(usize),
    /// There was nothing to give back any more.
    Before,
    /// No such link is known.
    Unknown,
}

impl Store {
    /// Takes a place, or a place in the line of those who wait, and posts the letters that tell of it, all or nothing.
    pub async fn book(&self, new: &NewBooking<'_>, letters: Letters<'_>) -> Result<Asked, StoreError> {
        fit("what you wrote", new.details, LONGEST_DETAILS)?;
        let id = BookingId::new(new.at);
        let plain = format!("{}\n{}", new.token.reveal(), new.details);
        let sealed = self.keys()?.seal(&purpose(&id.to_string()), plain.as_bytes())?;
        let mut tx = self.write().await?;
        let mut count = self.occasion_lock(&mut tx, new.key, Some(new.room.forget)).await?;
        if let Some(known) = self.booking_in(&mut tx, new.token).await? {
            tx.commit().await?;
            return Ok(Asked::Booked(known));
        }
        if count.closed {
            tx.rollback().await?;
            return Ok(Asked::CalledOff);
        }
        let state = match (new.room.has_free(&count) && count.waiting == 0, new.room.waits) {
            (true, _) => BookingState::Taken,
            (false, true) if count.waiting < MOST_WAITING => BookingState::Waiting,
            _ => {
                tx.rollback().await?;
                return Ok(Asked::Full);
            }
        };
        count.seq += 1;
        match state {
            BookingState::Taken => count.taken += 1,
            _ => count.waiting += 1,
        }
        sqlx::query(
            "insert into bookings
             (id, host, workshop, occasion, seq, token, state, sealed, created, reminded, asked, said)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0, 0)",
        )
        .bind(id.to_string())
        .bind(&new.key.host)
        .bind(&new.key.workshop)
        .bind(&new.key.occasion)
        .bind(count.seq)
        .bind(new.token.hash().as_str())
        .bind(state.as_str())
        .bind(sealed)
        .bind(moment(new.at))
        .bind(new.reminded.map(i64::from))
        .execute(&mut *tx)
        .await?;
        let mut booking = Booking {
            id,
            key: new.key.clone(),
            seq: count.seq,
            state,
            person: Some(Person { token: new.token.clone(), details: new.details.to_owned() }),
            came: None,
            has_said: false,
        };
        post(&mut tx, letters(&booking), new.at).await?;
        let moved = self.fill(&mut tx, new.key, &new.room, &mut count, new.at, letters).await?;
        if moved.contains(&id) {
            booking.state = BookingState::Taken;
        }
        self.occasion_set(&mut tx, new.key, &count).await?;
        tx.commit().await?;
        Ok(Asked::Booked(booking))
    }

    /// Gives a place back, forgets what the person gave, and lets the first who wait move up.
    pub async fn booking_cancel(
        &self,
        token: &BookingToken,
        room: &Room,
        at: Timestamp,
        letters: Letters<'_>,
    ) -> Result<Cancelled, StoreError> {
        let Some(booking) = self.booking(token).await? else { return Ok(Cancelled::Unknown) };
        self.booking_let_go(&booking.key, booking.id, room, at, letters).await
    }

    /// The same, by the host: somebody told them.
    pub async fn booking_let_go(
        &self,
        key: &OccasionKey,
        id: BookingId,
        room: &Room,
        at: Timestamp,
        letters: Letters<'_>,
    ) -> Result<Cancelled, StoreError> {
        let mut tx = self.write().await?;
        let mut count = self.occasion_lock(&mut tx, key, None).await?;
        let row = sqlx::query(
            "update bookings set state = 'cancelled', sealed = null
             where id = $1 and host = $2 and workshop = $3 and occasion = $4 and state = 'taken' returning id",
        );
        let with_key = |query: sqlx::query::Query<'static, sqlx::Any, _>| {
            query.bind(id.to_string()).bind(key.host.clone()).bind(key.workshop.clone()).bind(key.occasion.clone())
        };
        if with_key(row).fetch_optional(&mut *tx).await?.is_some() {
            count.taken -= 1;
        } else {
            let row = sqlx::query(
                "update bookings set state = 'cancelled', sealed = null
                 where id = $1 and host = $2 and workshop = $3 and occasion = $4 and state = 'waiting' returning id",
            );
            if with_key(row).fetch_optional(&mut *tx).await?.is_none() {
                tx.rollback().await?;
                return Ok(Cancelled::Before);
            }
            count.waiting -= 1;
        }
        let moved = self.fill(&mut tx, key, room, &mut count, at, letters).await?;
        self.occasion_set(&mut tx, key, &count).await?;
        tx.commit().await?;
        Ok(Cancelled::Done(moved.len()))
    }

    /// Lets those who wait move up where there is room, as after places were added; how many did.
    pub async fn bookings_move_up(
        &self,
        key: &OccasionKey,
        room: &Room,
        at: Timestamp,
        letters: Letters<'_>,
    ) -> Result<usize, StoreError> {
        let mut tx = self.write().await?;
        let mut count = self.occasion_lock(&mut tx, key, None).await?;
        let moved = self.fill(&mut tx, key, room, &mut count, at, letters).await?;
        if moved.is_empty() {
            tx.rollback().await?;
            return Ok(0);
        }
        self.occasion_set(&mut tx, key, &count).await?;
        tx.commit().await?;
        Ok(moved.len())
    }

    /// Calls an occasion off: nobody can book any more, and everybody who has a place or waits is told once. How many were.
    pub async fn bookings_call_off(
        &self,
        key: &OccasionKey,
        forget: jiff::civil::Date,
        at: Timestamp,
        letters: Letters<'_>,
    ) -> Result<usize, StoreError> {
        let mut tx = self.write().await?;
        let mut count = self.occasion_lock(&mut tx, key, Some(forget)).await?;
        if count.closed {
            tx.rollback().await?;
            return Ok(0);
        }
        let rows = sqlx::query(sqlx::AssertSqlSafe(format!(
            "update bookings set state = 'called off' where host = $1 and workshop = $2 and occasion = $3
             and state in ('taken', 'waiting') returning {COLUMNS}"
        )))
        .bind(&key.host)
        .bind(&key.workshop)
        .bind(&key.occasion)
        .fetch_all(&mut *tx)
        .await?;
        for row in &rows {
            post(&mut tx, letters(&self.booking_of(row)?), at).await?;
        }
        (count.closed, count.taken, count.waiting) = (true, 0, 0);
        self.occasion_set(&mut tx, key, &count).await?;
        tx.commit().await?;
        Ok(rows.len())
    }

    /// Gives free places to those who wait, the first who asked first; who moved up.
    async fn fill(
        &self,
        tx: &mut Write,
        key: &OccasionKey,
        room: &Room,
        count: &mut Count,
        at: Timestamp,
        letters: Letters<'_>,
    ) -> Result<Vec<BookingId>, StoreError> {
        let mut moved = Vec::new();
        while !count.closed && count.waiting > 0 && room.has_free(count) {
            let row = sqlx::query(sqlx::AssertSqlSafe(format!(
                "update bookings set state = 'taken' where id = (select id from bookings where host = $1 and workshop = $2
                 and occasion = $3 and state = 'waiting' order by seq limit 1) returning {COLUMNS}"
            )))
            .bind(&key.host)
            .bind(&key.workshop)
            .bind(&key.occasion)
            .fetch_optional(&mut **tx)
            .await?;
            let Some(row) = row else { break };
            let booking = self.booking_of(&row)?;
            post(tx, letters(&booking), at).await?;
            (count.taken, count.waiting) = (count.taken + 1, count.waiting - 1);
            moved.push(booking.id);
        }
        Ok(moved)
    }
}

impl Room {
    fn has_free(&self, count: &Count) -> bool {
        self.places.is_none_or(|places| count.taken < i64::from(places))
    }
}
