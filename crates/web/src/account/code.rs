//! The second factor: a code from an app, or one that was written down.

use super::form::{Field, FormPage};
use super::sign_in::Onward;
use super::signed::{HalfSignedIn, safe_onward, with_cookie};
use super::{second_factor, throttle};
use crate::App;
use crate::find::Fields;
use crate::language::say;
use crate::safety;
use crate::ui::Fault;
use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use store::{AccountId, SessionToken, StoreError};

fn form(to: &str) -> FormPage {
    FormPage::new(say("sign-in-code-title"), say("sign-in-code-lead"), "/account/code", say("sign-in-title"))
        .ask([Field::code()])
        .carry("to", to)
}

/// `/account/code`.
pub(super) async fn show(half: HalfSignedIn, Query(onward): Query<Onward>) -> Response {
    let to = safe_onward(&onward.to);
    match (half.session.second_factor, half.account.second_factor) {
        (Some(_), _) => Redirect::to(to).into_response(),
        (None, false) => Redirect::to("/account/second-factor").into_response(),
        (None, true) => form(to).show(),
    }
}

/// Checks the code.
pub(super) async fn take(
    State(app): State<App>,
    half: HalfSignedIn,
    headers: HeaderMap,
    sent: Fields,
) -> Result<Response, Response> {
    let to = safe_onward(sent.get("to"));
    let id = half.account.id;
    if !throttle::may_guess(&app, &half.keeper, &format!("code {id}")).await.map_err(Fault::store)? {
        safety::not_shown(Some(id), "too many tries of a code");
        return Ok(form(to).wrong("code", say("sign-in-code-too-many")).show());
    }
    if !is_right(&app, &half, id, sent.get("code")).await.map_err(Fault::store)? {
        safety::not_shown(Some(id), "a code");
        return Ok(form(to).wrong("code", say("sign-in-code-wrong")).show());
    }
    let store = half.keeper.store();
    let (now, fresh) = (app.clock().now(), SessionToken::fresh());
    store.session_raise(half.session.id, &fresh, now).await.map_err(Fault::store)?;
    safety::shown(id, "a code");
    store.attempts_clear(&format!("code {id}")).await.map_err(Fault::store)?;
    let response = throttle::know(&app, id, with_cookie(&app, &fresh, Redirect::to(to)));
    bind(&app, &half, &headers, response).await.map_err(Fault::store)
}

/// Binds the account to whom a council's own sign-in sent in this session.
#[cfg(feature = "oidc")]
async fn bind(app: &App, half: &HalfSignedIn, headers: &HeaderMap, response: Response) -> Result<Response, StoreError> {
    super::sign_on::bind(app, half, headers, response).await
}

#[cfg(not(feature = "oidc"))]
async fn bind(_: &App, _: &HalfSignedIn, _: &HeaderMap, response: Response) -> Result<Response, StoreError> {
    Ok(response)
}

/// Whether a code is the account's, and was not used before.
async fn is_right(app: &App, half: &HalfSignedIn, id: AccountId, typed: &str) -> Result<bool, StoreError> {
    let (store, now) = (half.keeper.store(), app.clock().now());
    let code: String = typed.chars().filter(|letter| letter.is_ascii_alphanumeric()).collect();
    let secret = store.totp(id).await?;
    if let Some(step) = secret.and_then(|secret| second_factor::step_of(&secret, &code, now)) {
        return store.totp_use(id, step).await;
    }
    match code.len() {
        second_factor::WRITTEN_CODE => store.recovery_code_use(id, &code.to_ascii_lowercase(), now).await,
        _ => Ok(false),
    }
}
