//! `/updates/notify`: what GOV.UK Notify tells of messages it took (docs.notifications.service.gov.uk, Callbacks). An address
//! that can never be reached is forgotten, as Notify asks.

use crate::App;
use crate::account::Open;
use crate::ui::Fault;
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use store::{Digest, Email};

/// What became of a message. Notify tells more; no more is read.
#[derive(Deserialize)]
pub(super) struct Receipt {
    to: String,
    status: String,
    notification_type: String,
}

/// Takes a receipt from whoever has the token that Notify was given.
pub(super) async fn take(
    State(app): State<App>,
    Open(keeper): Open,
    headers: HeaderMap,
    receipt: Result<Json<Receipt>, axum::extract::rejection::JsonRejection>,
) -> Result<Response, Response> {
    let known = app.notify_token().ok_or_else(|| Fault::not_found().into_response())?;
    let said = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let said = said.and_then(|value| value.strip_prefix("Bearer ")).unwrap_or_default();
    // Digests are compared: how long it takes tells nothing of the token.
    if Digest::of(said.as_bytes()) != Digest::of(known.as_bytes()) {
        return Err(Fault::of(StatusCode::FORBIDDEN).into_response());
    }
    let Ok(Json(receipt)) = receipt else { return Err(Fault::bad_request().into_response()) };
    if receipt.notification_type == "email" && receipt.status == "permanent-failure" {
        let Ok(email) = receipt.to.parse::<Email>() else { return Err(Fault::bad_request().into_response()) };
        let lists = keeper.store().subscriber_forget(&email).await.map_err(Fault::store)?;
        tracing::info!(lists, "an address that cannot be reached was forgotten");
    }
    Ok(StatusCode::NO_CONTENT.into_response())
}
