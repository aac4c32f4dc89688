//! A seat at a council's desk: somebody signed in, at one council, for one deed. Every page behind the sign-in takes one.

use super::role::{Deed, Reach, reach};
use super::signed::SignedIn;
use crate::App;
use crate::keeper::{ActError, Doing};
use crate::ui::Fault;
use axum::response::{IntoResponse, Response};
use offer::publish::{Act, Desk, Officer};
use std::sync::Arc;
use store::{IdempotencyKey, NewMail};

/// Somebody at a council's desk.
pub(crate) struct Seat {
    /// Who.
    pub signed: SignedIn,
    /// The council's name in addresses.
    pub slug: String,
    /// How far the deed they came for reaches.
    pub reach: Reach,
    /// How things stand.
    pub desk: Arc<Desk>,
}

impl Seat {
    /// A seat at a council, for a deed.
    ///
    /// # Errors
    /// The page that says it is not theirs, or that there is no such desk. Whoever may not look is not told which.
    pub(crate) fn take(signed: SignedIn, slug: &str, deed: Deed) -> Result<Seat, Response> {
        let reach = reach(&signed.grants, deed, Some(slug));
        if reach == Reach::No {
            return Err(Fault::not_yours().into_response());
        }
        let desk = signed.keeper.desk(slug).ok_or_else(|| Fault::not_found().into_response())?;
        Ok(Seat { signed, slug: slug.to_owned(), reach, desk })
    }

    /// A seat for a deed that covers the whole offer and not only some of its records.
    ///
    /// # Errors
    /// As [`Seat::take`].
    pub(crate) fn whole(signed: SignedIn, slug: &str, deed: Deed) -> Result<Seat, Response> {
        let seat = Seat::take(signed, slug, deed)?;
        if seat.reach == Reach::All { Ok(seat) } else { Err(Fault::not_yours().into_response()) }
    }

    /// Who sits here, as events name them.
    pub(crate) fn officer(&self) -> Officer {
        Officer::new(self.signed.account.id.to_string())
    }

    /// Whether they may do a deed here, at least for what is theirs.
    pub(crate) fn may(&self, deed: Deed) -> bool {
        reach(&self.signed.grants, deed, Some(&self.slug)) != Reach::No
    }

    /// Does an act, once for each sending of a form.
    pub(crate) async fn act(&self, app: &App, act: Act, key: &str, mail: Vec<NewMail>) -> Result<Arc<Desk>, ActError> {
        let key = match key {
            "" => None,
            key => Some(IdempotencyKey::new(key).map_err(ActError::Store)?),
        };
        let clock = app.clock();
        let doing = Doing {
            council: &self.slug,
            act,
            by: self.signed.account.id,
            grants: &self.signed.grants,
            at: clock.now(),
            today: clock.today(),
            law: app.law(),
            key,
            mail,
        };
        self.signed.keeper.act(doing).await
    }
}
