//! What somebody is told who is not let in through a council's own sign-in: why, and what to do.

use super::provider::{Provider, ProviderFault};
use crate::account::form::FormPage;
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

/// A page that says that somebody is not in, why, and what to do.
fn refusal(status: StatusCode, title: &str, words: &str) -> Response {
    let mut response = FormPage::new(title, words, "/account/sign-in", "Go to sign in").show();
    *response.status_mut() = status;
    response
}

/// The way back belongs to no way there.
pub(super) fn lost() -> Response {
    let words = "Either it took longer than ten minutes, or it was begun in another window, or the link was used before. \
        Nothing is wrong with your account. Start again from the sign-in page.";
    refusal(StatusCode::BAD_REQUEST, "That sign-in is over", words)
}

/// The provider says that somebody did not sign in.
pub(super) fn not_done(provider: &Provider) -> Response {
    let words = format!("{} did not sign you in. You can try again, or use your password.", provider.title);
    refusal(StatusCode::FORBIDDEN, "You are not signed in", &words)
}

/// The provider did not answer as it should, or what it said is not believed.
pub(super) fn failed(provider: &Provider, fault: &ProviderFault) -> Response {
    tracing::warn!(provider = %provider.id, %fault, "a council's own sign-in did not work");
    match fault {
        ProviderFault::Code(_) | ProviderFault::Token(_) => {
            let words = "What came back does not belong to a sign-in that was begun here, or was used before. Start again \
                from the sign-in page. If it happens twice, tell whoever runs this site.";
            refusal(StatusCode::BAD_REQUEST, "We could not sign you in", words)
        }
        ProviderFault::Away(_) | ProviderFault::Odd(_) => {
            let words = format!(
                "The sign-in of {} does not answer as it should. Try again in a few minutes, or use your password.",
                provider.title
            );
            refusal(StatusCode::BAD_GATEWAY, "We could not sign you in", &words)
        }
    }
}

impl No {
    /// The page that says so.
    pub(super) fn page(self, provider: &Provider) -> Response {
        let words = match self {
            No::Unproved => format!(
                "{} did not tell us an email address that it knows to be yours. Use your password, and tell whoever looks \
                 after sign-in at your council.",
                provider.title
            ),
            No::NotInvited => "Nobody has invited you with this email address, or your account is not one that this \
                sign-in opens. Ask whoever looks after accounts at your council."
                .to_owned(),
            No::AnotherPerson => {
                "The account with this email address belongs to somebody who signed in here before. If it \
                is yours, use your password, and tell whoever looks after accounts at your council."
                    .to_owned()
            }
            No::Unshown => "Sign in with your password once, and set up the second step. After that you can come in \
                this way."
                .to_owned(),
        };
        refusal(StatusCode::FORBIDDEN, "You are not signed in", &words)
    }
}
