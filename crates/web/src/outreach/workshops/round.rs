//! What goes on by itself, each day and on whichever node: reminders, asking what people thought, and what was left undone
//! when a node stopped in the middle. Each letter is written once: the mark that it was is in the same transaction.

use super::notice::{Letter, Tells};
use super::{KEPT_DAYS, Shown, key};
use crate::App;
use outreach::workshop::{Booked, due};
use store::{Booking, NewMail, StoreError};

/// How many days after it people are still asked what they thought.
const ASKED_DAYS: i32 = 14;

impl App {
    /// Reminds those who have places, and asks those who came; how many letters were written.
    ///
    /// # Errors
    /// Where the database cannot be read or written. What was not told is told the next time.
    pub(crate) async fn remind_of_workshops(&self) -> Result<usize, StoreError> {
        let Some(boards) = self.boards() else { return Ok(0) };
        boards.catch_up().await?;
        let (store, today, at) = (boards.store(), self.clock().today(), self.clock().now());
        let mut written = 0;
        for shown in Shown::all(self).iter().filter(|shown| shown.workshop.booked != Booked::Open) {
            for occasion in shown.standing.thing.occasions(self.law()) {
                let letter = Letter { app: self, shown, occasion: &occasion };
                let key = key(&shown.name, occasion.when);
                let room = shown.room(&occasion);
                if let Some(why) = &occasion.called_off {
                    if occasion.last() >= today {
                        let letters = |booking: &Booking| -> Vec<NewMail> { letter.to(booking, Tells::CalledOff(why)) };
                        store.bookings_call_off(&key, occasion.forget_after(KEPT_DAYS), at, &letters).await?;
                    }
                    continue;
                }
                if occasion.first() >= today {
                    let letters = |booking: &Booking| -> Vec<NewMail> { letter.to(booking, Tells::MovedUp) };
                    store.bookings_move_up(&key, &room, at, &letters).await?;
                }
                if let Some(before) = due(&shown.workshop.reminders, occasion.days_left(today)) {
                    let letters = |booking: &Booking| -> Vec<NewMail> { letter.to(booking, Tells::Reminder) };
                    written += store.bookings_remind(&key, before, at, &letters).await?;
                }
                let since = occasion.last().until(today).map_or(0, |span| span.get_days());
                if shown.workshop.asks_opinion && (1..=ASKED_DAYS).contains(&since) {
                    let letters = |booking: &Booking| -> Vec<NewMail> { letter.to(booking, Tells::Over) };
                    written += store.bookings_ask(&key, at, &letters).await?;
                }
            }
        }
        Ok(written)
    }
}
