//! What the log says about safety: who signed in and who was turned away, what was refused, and what looked like an attack.
//! Each line has the target `safety`, so that it can be picked out. It stands within the line of its request, which has the
//! route's pattern and, of somebody signed in, the id of their account. No word that somebody typed is ever in one, no
//! address of a page or of a machine, and nobody's name.

use axum::http::StatusCode;
use store::AccountId;
use tracing::{Span, field, info, warn};

/// Puts the account into every line of this request.
pub(crate) fn is_by(account: AccountId) {
    Span::current().record("account", field::display(account));
}

/// Somebody showed what signs them in: a password, a code, a council's own sign-in.
pub(crate) fn shown(account: AccountId, what: &'static str) {
    info!(target: "safety", %account, what, "signing in: shown");
}

/// Somebody did not show it. The account is said where there is one.
pub(crate) fn not_shown(account: Option<AccountId>, what: &'static str) {
    let account = account.map(field::display);
    warn!(target: "safety", account, what, "signing in: not right");
}

/// Somebody signed out.
pub(crate) fn left(account: AccountId) {
    info!(target: "safety", %account, "signed out");
}

/// A carer showed reference and code, or showed what is none.
pub(crate) fn tracked(is_right: bool) {
    match is_right {
        true => info!(target: "safety", "the page of a case: shown"),
        false => warn!(target: "safety", "the page of a case: not right"),
    }
}

/// Somebody gave a role, or took it away.
pub(crate) fn role(by: AccountId, of: AccountId, role: &'static str, is_given: bool) {
    let what = if is_given { "a role was given" } else { "a role was taken away" };
    info!(target: "safety", %by, %of, role, "{what}");
}

/// Something that ought not to happen by itself, and may be somebody’s try.
pub(crate) fn odd(what: &'static str) {
    warn!(target: "safety", "{what}");
}

/// Says of an answer that something was refused, where it was.
pub(crate) fn answered(status: StatusCode) {
    match status {
        StatusCode::FORBIDDEN => warn!(target: "safety", "refused: not theirs"),
        StatusCode::TOO_MANY_REQUESTS => warn!(target: "safety", "refused: too many tries"),
        _ => {}
    }
}
