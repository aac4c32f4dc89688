//! People who sign in: how they come in, what they may do, and how they are kept safe. A carer never needs any of it.

mod code;
mod common;
mod form;
mod fresh;
mod guard;
mod invitation;
mod me;
mod password;
mod reached;
mod recovery;
mod role;
mod roles_page;
mod second_factor;
mod setup;
mod sign_in;
#[cfg(feature = "oidc")]
mod sign_on;
mod signed;
mod team;
mod throttle;

pub(crate) use guard::Seat;
pub use password::{PasswordFault, hash as hash_password};
pub(crate) use reached::{address, addresses};
pub use role::{Deed, Reach, Role, reach};
pub(crate) use role::{is_own, is_own_record};
pub(crate) use second_factor::form_key;
#[cfg(feature = "oidc")]
pub use sign_on::{Provider, SignOn, SignOnFault};
pub(crate) use signed::{Open, SignedIn};
pub(crate) use team::runs_it;
pub(crate) use throttle::may_try;

use crate::App;
use axum::Router;
use axum::routing::{get, post};

pub(crate) fn routes() -> Router<App> {
    let routes = Router::new();
    #[cfg(feature = "oidc")]
    let routes = routes.merge(sign_on::routes());
    routes
        .route("/account", get(me::show))
        .route("/account/sign-in", get(sign_in::show).post(sign_in::take))
        .route("/account/sign-out", post(sign_in::leave))
        .route("/account/code", get(code::show).post(code::take))
        .route("/account/second-factor", get(second_factor::show).post(second_factor::take))
        .route("/account/password", get(me::password_form).post(me::change_password))
        .route("/account/sessions", post(me::end_session))
        .route("/account/forgotten", get(recovery::forgotten).post(recovery::send))
        .route("/account/recovery/{token}", get(recovery::show).post(recovery::take))
        .route("/account/invitation/{token}", get(invitation::show).post(invitation::take))
        .route("/account/set-up/{token}", get(setup::show).post(setup::take))
        .route("/account/roles", get(roles_page::show))
        .route("/publish/{slug}/team", get(team::show).post(team::take))
}
