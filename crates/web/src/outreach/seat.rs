//! A seat at a host's desk: somebody signed in, at one council or charity, for one deed.

use crate::App;
use crate::account::{Deed, Reach, SignedIn, reach};
use crate::ui::Fault;
use axum::response::{IntoResponse, Response};
use offer::publish::Officer;
use outreach::Host;

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
    pub(crate) fn officer(&self) -> Officer {
        Officer::new(self.signed.account.id.to_string())
    }

    /// Whether a deed is theirs here, wholly.
    pub(crate) fn may(&self, deed: Deed) -> bool {
        reach(&self.signed.grants, deed, Some(&self.host.slug)) == Reach::All
    }
}
