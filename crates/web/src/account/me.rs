//! One's own account: where one is signed in, one's roles, and one's password.

use super::form::{Field, FormPage};
use super::role::Role;
use super::signed::SignedIn;
use super::{password, throttle};
use crate::App;
use crate::find::Fields;
use crate::language::{Said, say, say_with};
use crate::safety;
use crate::ui::shell::Part;
use crate::ui::{Fault, Shell, page, show};
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use store::{PasswordHash, SessionId, StoreError};

#[derive(Template)]
#[template(path = "account/me.html")]
struct MePage {
    shell: Shell,
    name: String,
    email: String,
    roles: Vec<RoleView>,
    sessions: Vec<SessionView>,
    codes_left: i64,
}

/// A role, where, and what it is.
struct RoleView {
    role: &'static str,
    what: Said,
    /// The name in addresses, and the name, of a council or a charity.
    council: Option<(String, String)>,
}

/// A browser that is signed in.
struct SessionView {
    id: String,
    agent: String,
    how: Said,
    since: String,
    used: String,
    is_this: bool,
}

/// `/account`.
pub(super) async fn show(State(app): State<App>, signed: SignedIn) -> Result<Response, Response> {
    let (store, id) = (signed.keeper.store(), signed.account.id);
    let sessions = store.sessions(id, app.clock().now()).await.map_err(Fault::store)?;
    let codes_left = store.recovery_codes_left(id).await.map_err(Fault::store)?;
    let page = MePage {
        shell: Shell::said(&say("account-title"), Part::Desk),
        name: signed.account.name.clone(),
        email: signed.account.email.to_string(),
        roles: signed.grants.iter().filter_map(|grant| role(&app, grant)).collect(),
        sessions: sessions
            .iter()
            .map(|session| SessionView {
                id: session.id.to_string(),
                agent: if session.agent.is_empty() {
                    say("account-browser").plain().to_owned()
                } else {
                    session.agent.clone()
                },
                how: match &session.provider {
                    Some(provider) => say_with("account-signed-in-with", [("provider", provider.as_str().into())]),
                    None => say("account-signed-in-password"),
                },
                since: show::moment(session.created),
                used: show::moment(session.last_used),
                is_this: session.id == signed.session.id,
            })
            .collect(),
        codes_left,
    };
    Ok(page::ok(&page))
}

fn role(app: &App, grant: &store::Grant) -> Option<RoleView> {
    let role = Role::read(grant.role.as_str())?;
    let name = |slug: &str| app.host(slug).map_or_else(|| slug.to_owned(), |host| host.name);
    let council = grant.council.as_ref().map(|slug| (slug.clone(), name(slug)));
    Some(RoleView { role: role.word(), what: role.what(), council })
}

fn ending(which: &str) -> FormPage {
    let lead = say("account-elsewhere-lead");
    FormPage::new(say("account-elsewhere-title"), lead, "/account/sessions", say("account-sign-out-there"))
        .ask([Field::password()])
        .carry("session", which)
        .link("/account", say("account-back"))
}

/// Ends the session of this browser; or, where the password is shown again, another one or all others.
pub(super) async fn end_session(State(app): State<App>, signed: SignedIn, sent: Fields) -> Result<Response, Response> {
    let (account, store, which) = (&signed.account, signed.keeper.store(), sent.get("session"));
    let one: Option<SessionId> = match which {
        "others" => None,
        id => Some(id.parse().map_err(|_| Fault::bad_request().into_response())?),
    };
    if one != Some(signed.session.id) {
        if !sent.has("password") {
            return Ok(ending(which).show());
        }
        if !knows_password(&app, &signed, sent.raw("password")).await.map_err(Fault::store)? {
            safety::not_shown(Some(account.id), "the password, to sign out elsewhere");
            return Ok(ending(which).wrong("password", say("account-password-wrong")).show());
        }
        safety::shown(account.id, "the password, and signed out elsewhere");
    }
    match one {
        Some(id) => store.session_revoke(account.id, id).await.map(drop),
        None => store.sessions_revoke(account.id, Some(signed.session.id)).await.map(drop),
    }
    .map_err(Fault::store)?;
    Ok(Redirect::to("/account").into_response())
}

/// Whether somebody who is signed in knows the password, as far as they may still try.
async fn knows_password(app: &App, signed: &SignedIn, typed: &str) -> Result<bool, StoreError> {
    let account = &signed.account;
    let may = throttle::may_guess(app, &signed.keeper, &format!("password {}", account.id)).await?;
    Ok(may && password::is_right(Some(account), typed).await)
}

fn form() -> FormPage {
    let lead = say("account-password-lead");
    FormPage::new(say("account-password"), lead, "/account/password", say("account-password-do"))
        .ask([Field::password(), Field::new_password()])
        .link("/account", say("account-back"))
}

/// `/account/password`.
pub(super) async fn password_form(_: SignedIn) -> Response {
    form().show()
}

/// Changes the password; the old one must be known.
pub(super) async fn change_password(
    State(app): State<App>,
    signed: SignedIn,
    sent: Fields,
) -> Result<Response, Response> {
    let (account, store) = (&signed.account, signed.keeper.store());
    if !knows_password(&app, &signed, sent.raw("password")).await.map_err(Fault::store)? {
        safety::not_shown(Some(account.id), "the password, to change it");
        return Ok(form().wrong("password", say("account-password-wrong")).show());
    }
    let hash: PasswordHash = match password::make(sent.raw("new"), account.email.as_str(), &account.name).await {
        Ok(hash) => hash,
        Err(fault) => return Ok(form().wrong("new", fault.to_string()).show()),
    };
    store.account_set_password(account.id, &hash, app.clock().now()).await.map_err(Fault::store)?;
    store.sessions_revoke(account.id, Some(signed.session.id)).await.map_err(Fault::store)?;
    safety::shown(account.id, "the password, and changed it");
    Ok(Redirect::to("/account").into_response())
}
