//! Signing in with email and password, the first of two factors, and signing out.

use super::form::{Field, FormPage};
use super::signed::{LONGEST, Open, safe_onward, token, with_cookie, without_cookie};
use super::{password, throttle};
use crate::App;
use crate::find::Fields;
use crate::keeper::Keeper;
#[cfg(feature = "oidc")]
use crate::language::say_with;
use crate::language::{Said, say};
use crate::safety;
use crate::ui::Fault;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Redirect, Response};
use jiff::Timestamp;
use serde::Deserialize;
use store::{Account, AccountId, AccountState, Email, NewSession, SessionId, SessionToken, StoreError};

/// Where to go on to.
#[derive(Deserialize, Default)]
pub(super) struct Onward {
    #[serde(default)]
    pub(super) to: String,
}

fn form(app: &App, email: &str, to: &str) -> FormPage {
    let lead = say("sign-in-lead");
    let form = FormPage::new(say("sign-in-title"), lead, "/account/sign-in", say("go-on-link"))
        .ask([Field::email(email), Field::password()])
        .carry("to", to)
        .link("/account/forgotten", say("sign-in-forgotten"));
    through_councils(app).into_iter().fold(form, |form, (address, words)| form.way(address, to, words))
}

/// The ways in through councils' own sign-ins, where this site has any.
#[cfg(feature = "oidc")]
fn through_councils(app: &App) -> Vec<(String, Said)> {
    let providers = app.sign_on().map(|sign_on| sign_on.providers()).unwrap_or_default();
    let way = |id: &str| format!("/account/sign-on/{id}");
    providers
        .iter()
        .map(|one| (way(&one.id), say_with("sign-in-with", [("provider", one.title.as_str().into())])))
        .collect()
}

#[cfg(not(feature = "oidc"))]
fn through_councils(_: &App) -> Vec<(String, Said)> {
    Vec::new()
}

/// `/account/sign-in`.
pub(super) async fn show(State(app): State<App>, _: Open, Query(onward): Query<Onward>) -> Response {
    form(&app, "", safe_onward(&onward.to)).show()
}

/// Checks the password.
pub(super) async fn take(
    State(app): State<App>,
    Open(keeper): Open,
    headers: HeaderMap,
    sent: Fields,
) -> Result<Response, Response> {
    let (typed, to) = (sent.get("email"), safe_onward(sent.get("to")));
    let Ok(email) = typed.parse::<Email>() else {
        return Ok(form(&app, typed, to).wrong("email", say("account-form-email-wrong")).show());
    };
    let account = keeper.store().account_by_email(&email).await.map_err(Fault::store)?;
    let id = account.as_ref().map(|account| account.id);
    let bucket = throttle::bucket(&app, &headers, email.as_str(), id);
    if !throttle::may_guess(&app, &keeper, &bucket).await.map_err(Fault::store)? {
        safety::not_shown(id, "too many tries of a password");
        let words = say("sign-in-too-many");
        return Ok(form(&app, typed, to).wrong("email", words).show());
    }
    let is_right = password::is_right(account.as_ref(), sent.raw("password")).await;
    match account.filter(|account| is_right && account.state == AccountState::Active) {
        None => {
            safety::not_shown(id, "a password");
            Ok(form(&app, typed, to).wrong("email", say("sign-in-wrong")).show())
        }
        Some(account) => open(&app, &keeper, &account, &headers, to).await.map_err(Fault::store),
    }
}

/// Opens a session that has shown one factor, and goes on to the second.
pub(super) async fn open(
    app: &App,
    keeper: &Keeper,
    account: &Account,
    headers: &HeaderMap,
    to: &str,
) -> Result<Response, StoreError> {
    let (fresh, _) = session(app, keeper, account, headers, None, None).await?;
    safety::shown(account.id, "a password");
    let page = if account.second_factor { "/account/code" } else { "/account/second-factor" };
    let next = format!("{page}?to={}", crate::ui::show::part(to));
    Ok(with_cookie(app, &fresh, Redirect::to(&next)))
}

/// A new session, and the second factor where that was shown already.
pub(super) async fn session(
    app: &App,
    keeper: &Keeper,
    account: &Account,
    headers: &HeaderMap,
    second_factor: Option<Timestamp>,
    provider: Option<String>,
) -> Result<(SessionToken, SessionId), StoreError> {
    // Whoever signs in anew leaves no earlier session of this browser behind.
    end(app, keeper, headers).await?;
    let (created, fresh) = (app.clock().now(), SessionToken::fresh());
    let agent = headers.get(header::USER_AGENT).and_then(|agent| agent.to_str().ok()).unwrap_or_default().to_owned();
    let expires = created.checked_add(LONGEST).unwrap_or(created);
    let session = NewSession { account: account.id, created, expires, agent, second_factor, provider };
    let id = keeper.store().session_open(&session, &fresh).await?;
    Ok((fresh, id))
}

/// Signs out: the session ends here and in the database.
pub(super) async fn leave(
    State(app): State<App>,
    Open(keeper): Open,
    headers: HeaderMap,
) -> Result<Response, Response> {
    if let Some(account) = end(&app, &keeper, &headers).await.map_err(Fault::store)? {
        safety::left(account);
    }
    Ok(without_cookie(&app, Redirect::to("/").into_response()))
}

/// Ends the session of this browser in the database, where it has one; whose it was.
pub(super) async fn end(app: &App, keeper: &Keeper, headers: &HeaderMap) -> Result<Option<AccountId>, StoreError> {
    let (Some(token), store) = (token(app, headers), keeper.store()) else { return Ok(None) };
    let Some(session) = store.session(&token, app.clock().now()).await? else { return Ok(None) };
    store.session_revoke(session.account, session.id).await?;
    Ok(Some(session.account))
}
