//! The draft as the public would read it, and how it stands.

use crate::App;
use crate::account::{Deed, Seat, SignedIn};
use axum::extract::{Path, State};
use axum::response::Response;

/// `/publish/{slug}/preview`.
pub(super) async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
) -> Result<Response, Response> {
    let seat = Seat::whole(signed, &slug, Deed::Read)?;
    let (offer, _) = seat.desk.draft.offer(app.law());
    Ok(crate::council::draft(&app, &offer))
}

/// `/publish/{slug}/checks`.
pub(super) async fn checks(
    State(app): State<App>,
    signed: SignedIn,
    Path(slug): Path<String>,
) -> Result<Response, Response> {
    let seat = Seat::whole(signed, &slug, Deed::Read)?;
    let (offer, _) = seat.desk.draft.offer(app.law());
    Ok(crate::council::draft_checks(&app, &offer))
}
