//! The very first account, made through the link that the program prints when it starts on an empty database.

use super::form::{Field, FormPage};
use super::fresh;
use super::sign_in;
use super::signed::Open;
use crate::App;
use crate::find::Fields;
use crate::language::say;
use crate::ui::Fault;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use store::{AccountId, Email, Grant, SetupToken, StoreError};

fn form(token: &str, name: &str, email: &str) -> FormPage {
    let lead = say("set-up-lead");
    FormPage::new(say("set-up-title"), lead, &format!("/account/set-up/{token}"), say("set-up-do")).ask([
        Field::name(name),
        Field::email(email),
        Field::new_password(),
    ])
}

/// The token, where the link still works.
async fn working(app: &App, open: &Open, text: &str) -> Result<SetupToken, Response> {
    let token: SetupToken = text.parse().map_err(|_| Fault::not_found().into_response())?;
    match open.0.store().setup_works(&token, app.clock().now()).await.map_err(Fault::store)? {
        true => Ok(token),
        false => Err(Fault::not_found().into_response()),
    }
}

/// `/account/set-up/{token}`.
pub(super) async fn show(State(app): State<App>, open: Open, Path(text): Path<String>) -> Result<Response, Response> {
    working(&app, &open, &text).await?;
    Ok(form(&text, "", "").show())
}

/// Makes the account and signs in.
pub(super) async fn take(
    State(app): State<App>,
    open: Open,
    headers: HeaderMap,
    Path(text): Path<String>,
    sent: Fields,
) -> Result<Response, Response> {
    let token = working(&app, &open, &text).await?;
    let (name, typed) = (sent.get("name"), sent.get("email"));
    let again = || form(&text, name, typed);
    let Ok(email) = typed.parse::<Email>() else {
        return Ok(again().wrong("email", say("account-form-email-wrong")).show());
    };
    let mut account = match fresh::account(&app, &sent, &email).await {
        Ok(account) => account,
        Err((field, words)) => return Ok(again().wrong(field, words).show()),
    };
    let role = "operator".parse().map_err(|error: StoreError| Fault::store(error))?;
    account.grants.push(Grant { role, council: None });
    match open.0.store().setup_accept(&token, &account).await {
        Ok(()) => enter(&app, &open, &headers, account.id).await,
        Err(StoreError::Conflict(_)) => Err(Fault::not_found().into_response()),
        Err(error) => Err(Fault::store(error)),
    }
}

/// Signs a new account in, as far as the second factor.
pub(super) async fn enter(app: &App, open: &Open, headers: &HeaderMap, id: AccountId) -> Result<Response, Response> {
    match open.0.store().account(id).await.map_err(Fault::store)? {
        Some(account) => sign_in::open(app, &open.0, &account, headers, "/publish").await.map_err(Fault::store),
        None => Err(Fault::not_found().into_response()),
    }
}
