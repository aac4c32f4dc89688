//! Taking up an invitation: the only way, after the first account, that anybody gets one.

use super::form::{Field, FormPage};
use super::role::Role;
use super::signed::Open;
use super::{fresh, setup};
use crate::App;
use crate::find::Fields;
use crate::language::{Piece, say, say_with};
use crate::ui::Fault;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use store::{Invitation, InvitationToken, StoreError};

fn form(token: &str, invitation: &Invitation, name: &str) -> FormPage {
    let roles = invitation.grants.iter().filter_map(|grant| Role::read(grant.role.as_str()));
    let roles: Vec<String> = roles.map(|role| format!("{} ({})", role.word(), role.what().plain())).collect();
    let lead = say_with(
        "invitation-lead",
        [("email", Piece::words(&invitation.email)), ("roles", roles.join("; ").as_str().into())],
    );
    FormPage::new(say("invitation-title"), lead, &format!("/account/invitation/{token}"), say("invitation-do"))
        .ask([Field::name(name), Field::new_password()])
}

/// The invitation, where the link still works.
async fn working(app: &App, open: &Open, text: &str) -> Result<(InvitationToken, Invitation), Response> {
    let gone = || Fault::not_found().into_response();
    let token: InvitationToken = text.parse().map_err(|_| gone())?;
    let found = open.0.store().invitation(&token).await.map_err(Fault::store)?;
    let works = |found: &Invitation| found.used.is_none() && found.expires > app.clock().now();
    found.filter(works).map(|found| (token, found)).ok_or_else(gone)
}

/// `/account/invitation/{token}`.
pub(super) async fn show(State(app): State<App>, open: Open, Path(text): Path<String>) -> Result<Response, Response> {
    let (_, invitation) = working(&app, &open, &text).await?;
    Ok(form(&text, &invitation, "").show())
}

/// Makes the account and signs in.
pub(super) async fn take(
    State(app): State<App>,
    open: Open,
    headers: HeaderMap,
    Path(text): Path<String>,
    sent: Fields,
) -> Result<Response, Response> {
    let (token, invitation) = working(&app, &open, &text).await?;
    let account = match fresh::account(&app, &sent, &invitation.email).await {
        Ok(account) => account,
        Err((field, words)) => return Ok(form(&text, &invitation, sent.get("name")).wrong(field, words).show()),
    };
    match open.0.store().invitation_accept(&token, &account).await {
        Ok(()) => setup::enter(&app, &open, &headers, account.id).await,
        Err(StoreError::Conflict(_)) => Err(Fault::not_found().into_response()),
        Err(error) => Err(Fault::store(error)),
    }
}
