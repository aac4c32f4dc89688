//! The organiser’s desk: workshops written, published and called off; who booked, who came, what they thought.

mod day;
mod edit;
mod form;
mod list;
mod one;

use super::Shown;
use super::notice::{Letter, Tells};
use crate::App;
use crate::account::{Deed, SignedIn};
use crate::language::{Said, say};
use crate::outreach::{BoardError, Boards, HostSeat, Name, Standing, Writing};
use crate::ui::Fault;
use axum::Router;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use outreach::workshop::{Act, Kept, Occasion, Refusal, decide};
use std::sync::Arc;
use store::{Booking, GroupMessage, IdempotencyKey, NewMail, StoreError};

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/hosts/{slug}/workshops", get(list::show))
        .route("/hosts/{slug}/workshops/new", get(edit::begin).post(edit::make))
        .route("/hosts/{slug}/workshops/{id}", get(one::show).post(one::take))
        .route("/hosts/{slug}/workshops/{id}/edit", get(edit::show).post(edit::take))
        .route("/hosts/{slug}/workshops/{id}/on/{when}", get(day::show).post(day::take))
}

/// An organiser, and where workshops are kept.
struct Desk {
    seat: HostSeat,
    boards: Arc<Boards>,
}

impl Desk {
    fn take(app: &App, signed: SignedIn, slug: &str) -> Result<Desk, Response> {
        let seat = HostSeat::take(signed, app, slug, Deed::Host)?;
        let boards = app.boards().ok_or_else(|| Fault::not_found().into_response())?;
        Ok(Desk { seat, boards })
    }

    fn name(&self, id: &str) -> Name {
        Name { host: self.seat.host.slug.clone(), id: id.to_owned() }
    }

    fn get(&self, id: &str) -> Result<Arc<Standing<Kept>>, Response> {
        self.boards.workshops().get(&self.name(id)).ok_or_else(|| Fault::not_found().into_response())
    }

    /// Does an act, once for each sending of a form.
    async fn act(
        &self,
        app: &App,
        name: &Name,
        act: &Act,
        key: &str,
    ) -> Result<Arc<Standing<Kept>>, BoardError<Refusal>> {
        let key = if key.is_empty() { None } else { Some(IdempotencyKey::new(key)?) };
        let by = Some(self.seat.signed.account.id);
        let writing = Writing { name, by, at: app.clock().now(), key: key.as_ref() };
        let (today, law) = (app.clock().today(), app.law());
        self.boards.workshops().act(writing, |kept: &Kept| decide(kept, act, today, law)).await
    }
}

/// Why an act was not done, in words for a page; or the page that says the database is away.
fn refused(error: BoardError<Refusal>) -> Result<Said, Response> {
    match error {
        BoardError::Refused(refusal) => Ok(refusal.0.into()),
        BoardError::Busy => Ok(say("workshops-desk-busy")),
        BoardError::Store(error) => Err(Fault::store(error)),
    }
}

/// What follows once something was called off, or places were added: those concerned are told, each once.
async fn follow(app: &App, desk: &Desk, name: &Name) -> Result<(), StoreError> {
    let Some(shown) = Shown::find(app, &name.host, &name.id) else { return Ok(()) };
    let (store, at, today) = (desk.boards.store(), app.clock().now(), app.clock().today());
    for occasion in shown.standing.thing.occasions(app.law()).into_iter().filter(|one| one.last() >= today) {
        let letter = Letter { app, shown: &shown, occasion: &occasion };
        let key = super::key(name, occasion.when);
        let room = shown.room(&occasion);
        match &occasion.called_off {
            Some(why) => {
                let letters = |booking: &Booking| -> Vec<NewMail> { letter.to(booking, Tells::CalledOff(why)) };
                store.bookings_call_off(&key, room.forget, at, &letters).await?;
            }
            None => {
                let letters = |booking: &Booking| -> Vec<NewMail> { letter.to(booking, Tells::MovedUp) };
                store.bookings_move_up(&key, &room, at, &letters).await?;
            }
        }
    }
    Ok(())
}

/// Tells everybody who has a place that something changed: once for each form.
async fn tell_changed(
    app: &App,
    desk: &Desk,
    name: &Name,
    key: &IdempotencyKey,
    occasions: &[Occasion],
) -> Result<(), StoreError> {
    let Some(shown) = Shown::find(app, &name.host, &name.id) else { return Ok(()) };
    let by = desk.seat.signed.account.id;
    let words = "When or where this is has changed. Please look at it again.";
    let message = GroupMessage { words, by, at: app.clock().now() };
    for occasion in occasions.iter().filter(|one| one.called_off.is_none()) {
        let letter = Letter { app, shown: &shown, occasion };
        let letters = |booking: &Booking| -> Vec<NewMail> { letter.to(booking, Tells::Changed) };
        let of = super::key(name, occasion.when);
        desk.boards.store().bookings_message(&of, key, &message, &letters).await?;
    }
    Ok(())
}
