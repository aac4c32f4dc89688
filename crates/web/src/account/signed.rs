//! Who has signed in: read from the cookie of every request, so that no page can forget to ask.

use crate::App;
use crate::keeper::Keeper;
use crate::safety;
use crate::ui::Fault;
use crate::ui::cookie::Cookie;
use axum::extract::{FromRequestParts, OriginalUri};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method};
use axum::response::{IntoResponse, Redirect, Response};
use jiff::{SignedDuration, Timestamp};
use std::sync::Arc;
use store::{Account, AccountState, Grant, Session, SessionToken};

/// What a signed-in browser holds.
const COOKIE: Cookie = Cookie { name: "kith-desk", secure_name: "__Host-kith-desk", from_elsewhere: false };
/// How long a session lasts at most.
pub(super) const LONGEST: SignedDuration = SignedDuration::from_hours(12);
/// How long it lasts without being used.
const IDLE: SignedDuration = SignedDuration::from_mins(60);
/// How often it is written down that a session was used.
const TOUCH: SignedDuration = SignedDuration::from_mins(1);

/// Somebody who has signed in with both factors.
pub(crate) struct SignedIn {
    /// Their account.
    pub account: Account,
    /// What they may do.
    pub grants: Vec<Grant>,
    /// Their session.
    pub session: Session,
    /// What councils write.
    pub keeper: Arc<Keeper>,
}

/// Somebody who has shown a password and not yet, or perhaps not yet, the second factor.
pub(crate) struct HalfSignedIn {
    /// Their account.
    pub account: Account,
    /// Their session.
    pub session: Session,
    /// What councils write.
    pub keeper: Arc<Keeper>,
}

/// The keeper, for pages that come before signing in.
pub(crate) struct Open(pub(crate) Arc<Keeper>);

impl FromRequestParts<App> for Open {
    type Rejection = Response;

    async fn from_request_parts(_: &mut Parts, app: &App) -> Result<Open, Response> {
        app.keeper().map(Open).ok_or_else(|| Fault::not_found().into_response())
    }
}

impl FromRequestParts<App> for HalfSignedIn {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<HalfSignedIn, Response> {
        let Open(keeper) = Open::from_request_parts(parts, app).await?;
        let now = app.clock().now();
        let found = match token(app, &parts.headers) {
            None => None,
            Some(token) => find(&keeper, &token, now).await.map_err(Fault::store)?,
        };
        match found {
            Some((account, session)) => {
                safety::is_by(account.id);
                Ok(HalfSignedIn { account, session, keeper })
            }
            None => Err(Redirect::to(&format!("/account/sign-in{}", onward(parts))).into_response()),
        }
    }
}

impl FromRequestParts<App> for SignedIn {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<SignedIn, Response> {
        let HalfSignedIn { account, session, keeper } = HalfSignedIn::from_request_parts(parts, app).await?;
        if session.second_factor.is_none() {
            let page = if account.second_factor { "/account/code" } else { "/account/second-factor" };
            return Err(Redirect::to(&format!("{page}{}", onward(parts))).into_response());
        }
        let grants = keeper.store().grants(account.id).await.map_err(Fault::store)?;
        Ok(SignedIn { account, grants, session, keeper })
    }
}

/// The account and session of a token, where they count.
async fn find(
    keeper: &Keeper,
    token: &SessionToken,
    now: Timestamp,
) -> Result<Option<(Account, Session)>, store::StoreError> {
    let store = keeper.store();
    let Some(session) = store.session(token, now).await? else { return Ok(None) };
    let idle = now.duration_since(session.last_used);
    if idle > IDLE {
        store.session_revoke(session.account, session.id).await?;
        return Ok(None);
    }
    let account = store.account(session.account).await?.filter(|account| account.state == AccountState::Active);
    let Some(account) = account else { return Ok(None) };
    if idle > TOUCH {
        store.session_touch(session.id, now).await?;
    }
    Ok(Some((account, session)))
}

/// Where to go on to after signing in: the page that was asked for, where it was a page.
fn onward(parts: &Parts) -> String {
    let uri = parts.extensions.get::<OriginalUri>().map_or(&parts.uri, |uri| &uri.0);
    match parts.method == Method::GET && uri.path() != "/account" {
        true => format!("?to={}", crate::ui::show::part(uri.path())),
        false => String::new(),
    }
}

/// Where to go on to, of what an address or a form says: a page of ours, and nothing else.
pub(super) fn safe_onward(to: &str) -> &str {
    let fits = to.starts_with('/') && !to.starts_with("//") && to.chars().all(|c| c.is_ascii_graphic() && c != '\\');
    if fits { to } else { "/publish" }
}

/// The token in the cookie.
pub(super) fn token(app: &App, headers: &HeaderMap) -> Option<SessionToken> {
    COOKIE.read(app, headers)?.parse().ok()
}

/// The answer with the cookie set.
pub(super) fn with_cookie(app: &App, token: &SessionToken, response: impl IntoResponse) -> Response {
    COOKIE.set(app, &token.reveal(), Some(LONGEST.as_secs()), response.into_response())
}

/// The answer with the cookie taken away.
pub(super) fn without_cookie(app: &App, response: impl IntoResponse) -> Response {
    COOKIE.wipe(app, response.into_response())
}
