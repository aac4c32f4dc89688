//! Reading bookings: one by its link, those of an occasion, how full each is.

use super::{BookingState, COLUMNS, OccasionKey};
use crate::booking::Booking;
use crate::error::StoreError;
use crate::secret::BookingToken;
use crate::sql::{number, text};
use crate::store::{Store, Write};

/// How full an occasion is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fullness {
    /// Which.
    pub key: OccasionKey,
    /// How many places are taken.
    pub taken: i64,
    /// How many wait.
    pub waiting: i64,
}

impl Store {
    /// The booking that a link opens.
    pub async fn booking(&self, token: &BookingToken) -> Result<Option<Booking>, StoreError> {
        let row = sqlx::query(sqlx::AssertSqlSafe(format!("select {COLUMNS} from bookings where token = $1")))
            .bind(token.hash().as_str())
            .fetch_optional(&self.pool)
            .await?;
        row.map(|row| self.booking_of(&row)).transpose()
    }

    pub(super) async fn booking_in(&self, tx: &mut Write, token: &BookingToken) -> Result<Option<Booking>, StoreError> {
        let row = sqlx::query(sqlx::AssertSqlSafe(format!("select {COLUMNS} from bookings where token = $1")))
            .bind(token.hash().as_str())
            .fetch_optional(&mut **tx)
            .await?;
        row.map(|row| self.booking_of(&row)).transpose()
    }

    /// How many wait before a booking that waits.
    pub async fn booking_before(&self, booking: &Booking) -> Result<i64, StoreError> {
        let row = sqlx::query(
            "select count(*) as whole from bookings where host = $1 and workshop = $2 and occasion = $3
             and state = 'waiting' and seq < $4",
        )
        .bind(&booking.key.host)
        .bind(&booking.key.workshop)
        .bind(&booking.key.occasion)
        .bind(booking.seq)
        .fetch_one(&self.pool)
        .await?;
        number(&row, "whole")
    }

    /// Every booking of an occasion, in the order in which people asked, without those that were given back.
    pub async fn bookings(&self, key: &OccasionKey) -> Result<Vec<Booking>, StoreError> {
        let rows = sqlx::query(sqlx::AssertSqlSafe(format!(
            "select {COLUMNS} from bookings where host = $1 and workshop = $2 and occasion = $3 and state <> $4 order by seq"
        )))
        .bind(&key.host)
        .bind(&key.workshop)
        .bind(&key.occasion)
        .bind(BookingState::Cancelled.as_str())
        .fetch_all(&self.pool)
        .await?;
        rows.iter().map(|row| self.booking_of(row)).collect()
    }

    /// How full every occasion is in which somebody has asked for a place.
    pub async fn occasions(&self) -> Result<Vec<Fullness>, StoreError> {
        let rows =
            sqlx::query("select host, workshop, occasion, taken, waiting from occasions").fetch_all(&self.pool).await?;
        let one = |row: &sqlx::any::AnyRow| {
            Ok(Fullness {
                key: OccasionKey {
                    host: text(row, "host")?,
                    workshop: text(row, "workshop")?,
                    occasion: text(row, "occasion")?,
                },
                taken: number(row, "taken")?,
                waiting: number(row, "waiting")?,
            })
        };
        rows.iter().map(one).collect()
    }
}
