//! How often somebody may try: enough for a slip of the hand, too few to guess. A stranger who keeps trying somebody's
//! address does not lock out that somebody, whose own browser is known and counted apart.

use crate::App;
use crate::find::Purpose;
use crate::keeper::Keeper;
use crate::ui::cookie::Cookie;
use axum::http::HeaderMap;
use axum::response::Response;
use jiff::SignedDuration;
use store::{AccountId, StoreError};

/// How many tries in a quarter of an hour.
const MOST: i64 = 10;
const WINDOW: SignedDuration = SignedDuration::from_mins(15);
/// The cookie of a browser in which somebody has signed in before.
const COOKIE: Cookie = Cookie { name: "kith-known", secure_name: "__Host-kith-known", from_elsewhere: false };
const YEAR: i64 = 365 * 24 * 60 * 60;

/// Counts a try at something that is tried a few times at most; whether it may go on.
pub(super) async fn may_guess(app: &App, keeper: &Keeper, what: &str) -> Result<bool, StoreError> {
    may_try(app, keeper, what, MOST).await
}

/// Counts a try at something; whether it may go on, at most so many times in a quarter of an hour.
pub(crate) async fn may_try(app: &App, keeper: &Keeper, what: &str, most: i64) -> Result<bool, StoreError> {
    let now = app.clock().now();
    let since = now.checked_sub(WINDOW).unwrap_or(now);
    Ok(keeper.store().attempt(what, now, since).await? <= most)
}

/// What a try to sign in as somebody is counted under: apart for a browser that is known for the account.
pub(super) fn bucket(app: &App, headers: &HeaderMap, email: &str, account: Option<AccountId>) -> String {
    let known = COOKIE
        .read(app, headers)
        .and_then(|sealed| app.sealer().open(Purpose::Known, sealed))
        .and_then(|plain| String::from_utf8(plain).ok());
    match (known, account) {
        (Some(known), Some(account)) if known == format!("known {account}") => format!("sign-in known {account}"),
        _ => format!("sign-in {email}"),
    }
}

/// The answer, with the browser made known for the account.
pub(super) fn know(app: &App, account: AccountId, response: Response) -> Response {
    match app.sealer().seal(Purpose::Known, format!("known {account}").as_bytes()) {
        Some(sealed) => COOKIE.set(app, &sealed, Some(YEAR), response),
        None => response,
    }
}
