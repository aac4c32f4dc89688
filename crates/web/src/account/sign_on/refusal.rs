//! What somebody is told who is not let in through a council's own sign-in: why, and what to do.

use super::provider::{Provider, ProviderFault};
use crate::account::form::FormPage;
use crate::language::{Piece, Said, say, say_with};
use axum::http::StatusCode;
use axum::response::Response;

/// Why somebody may not come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum No {
    /// The provider does not say that an address is theirs.
    Unproved,
    /// There is no account that this provider opens.
    NotInvited,
    /// The account with their address is bound to another at this provider.
    AnotherPerson,
    /// The account has no second step yet, by which it could be shown to be theirs.
    Unshown,
}

fn named(provider: &Provider) -> [(&'static str, Piece); 1] {
    [("provider", provider.title.as_str().into())]
}

/// A page that says that somebody is not in, why, and what to do.
fn refusal(status: StatusCode, title: Said, words: Said) -> Response {
    let mut response = FormPage::new(title, words, "/account/sign-in", say("sign-in-go")).show();
    *response.status_mut() = status;
    response
}

/// The way back belongs to no way there.
pub(super) fn lost() -> Response {
    let words = say("sign-on-lost");
    refusal(StatusCode::BAD_REQUEST, say("sign-on-lost-title"), words)
}

/// The provider says that somebody did not sign in.
pub(super) fn not_done(provider: &Provider) -> Response {
    let words = say_with("sign-on-not-done", named(provider));
    refusal(StatusCode::FORBIDDEN, say("sign-on-not-in-title"), words)
}

/// The provider did not answer as it should, or what it said is not believed.
pub(super) fn failed(provider: &Provider, fault: &ProviderFault) -> Response {
    tracing::warn!(provider = %provider.id, %fault, "a council's own sign-in did not work");
    match fault {
        ProviderFault::Code(_) | ProviderFault::Token(_) => {
            let words = say("sign-on-odd");
            refusal(StatusCode::BAD_REQUEST, say("sign-on-failed-title"), words)
        }
        ProviderFault::Away(_) | ProviderFault::Odd(_) => {
            let words = say_with("sign-on-away", named(provider));
            refusal(StatusCode::BAD_GATEWAY, say("sign-on-failed-title"), words)
        }
    }
}

impl No {
    /// The page that says so.
    pub(super) fn page(self, provider: &Provider) -> Response {
        let words = match self {
            No::Unproved => say_with("sign-on-unproved", named(provider)),
            No::NotInvited => say("sign-on-not-invited"),
            No::AnotherPerson => say("sign-on-another"),
            No::Unshown => say("sign-on-unshown"),
        };
        refusal(StatusCode::FORBIDDEN, say("sign-on-not-in-title"), words)
    }
}
