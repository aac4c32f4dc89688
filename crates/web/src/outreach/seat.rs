//! A seat at a host's desk: somebody signed in, at one council or charity, for one deed.

use super::board::{Board, Name, Writing};
use crate::App;
use crate::account::{Deed, Reach, SignedIn, reach};
use crate::ui::Fault;
use axum::response::{IntoResponse, Response};
use offer::publish::Officer;
use outreach::{Host, Run};
use std::convert::Infallible;
use store::IdempotencyKey;

/// Somebody at a host's desk.
pub(crate) struct HostSeat {
    /// Who.
    pub signed: SignedIn,
    /// The council or charity.
    pub host: Host,
}

impl HostSeat {
    /// A seat at a council or charity, for a deed that is theirs wholly.
    ///
    /// # Errors
    /// The page that says it is not theirs, or that there is no such host. Whoever may not look is not told which.
    pub(crate) fn take(signed: SignedIn, app: &App, slug: &str, deed: Deed) -> Result<HostSeat, Response> {
        let seat = HostSeat::enter(signed, app, slug, deed)?;
        if seat.may(deed) { Ok(seat) } else { Err(Fault::not_yours().into_response()) }
    }

    /// A seat for a deed that may be theirs only in part: for the page from which the others are reached.
    ///
    /// # Errors
    /// As [`HostSeat::take`].
    pub(crate) fn enter(signed: SignedIn, app: &App, slug: &str, deed: Deed) -> Result<HostSeat, Response> {
        if reach(&signed.grants, deed, Some(slug)) == Reach::No {
            return Err(Fault::not_yours().into_response());
        }
        let host = app.host(slug).ok_or_else(|| Fault::not_found().into_response())?;
        Ok(HostSeat { signed, host })
    }

    /// Who sits here, as events name them.
    #[allow(dead_code, reason = "for what is decided by who does it")]
    pub(crate) fn officer(&self) -> Officer {
        Officer::new(self.signed.account.id.to_string())
    }

    /// The name of something new that a form makes: the same, when the form is sent twice.
    ///
    /// # Errors
    /// The page that says that the database cannot be read.
    pub(crate) async fn name<T: Run>(&self, board: &Board<T>, called: &str, key: &str) -> Result<Name, Response> {
        let (key, by) = (key_of(key)?, self.signed.account.id);
        board.name(&self.host.slug, called, by, key.as_ref()).await.map_err(Fault::store)
    }

    /// Writes down what happened to something of this host's, once for each sending of a form.
    ///
    /// # Errors
    /// The page that says that it could not be kept.
    pub(crate) async fn write<T: Run>(
        &self,
        app: &App,
        board: &Board<T>,
        name: &Name,
        key: &str,
        events: Vec<T::Event>,
    ) -> Result<(), Response>
    where
        T::Event: Clone,
    {
        let key = key_of(key)?;
        let by = Some(self.signed.account.id);
        let writing = Writing { name, by, at: app.clock().now(), key: key.as_ref() };
        let done = board.act(writing, |_| Ok::<_, Infallible>(events.clone())).await;
        done.map(drop).map_err(IntoResponse::into_response)
    }

    /// Whether a deed is theirs here, wholly.
    pub(crate) fn may(&self, deed: Deed) -> bool {
        reach(&self.signed.grants, deed, Some(&self.host.slug)) == Reach::All
    }
}

/// The key of a form; none where it has none.
pub(super) fn key_of(typed: &str) -> Result<Option<IdempotencyKey>, Response> {
    if typed.is_empty() { Ok(None) } else { IdempotencyKey::new(typed).map(Some).map_err(Fault::store) }
}
