//! A forgotten password: a link by mail to choose another. The second factor is still asked for, so whoever reads
//! somebody's mail does not thereby become them.

use super::form::{Field, FormPage};
use super::signed::Open;
use super::{password, throttle};
use crate::App;
use crate::find::Fields;
use crate::language::say;
use crate::ui::Fault;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use jiff::SignedDuration;
use store::{Email, NewMail, RecoveryToken, StoreError};

/// How many letters somebody is sent in a quarter of an hour: whoever asks may be a stranger.
const MOST: i64 = 3;
/// How long a link works.
const WORKS: SignedDuration = SignedDuration::from_hours(1);

fn form(email: &str) -> FormPage {
    let lead = say("forgotten-lead");
    FormPage::new(say("forgotten-title"), lead, "/account/forgotten", say("forgotten-do")).ask([Field::email(email)])
}

fn new_password(token: &str) -> FormPage {
    let lead = say("recovery-lead");
    FormPage::new(say("recovery-title"), lead, &format!("/account/recovery/{token}"), say("recovery-do"))
        .ask([Field::new_password()])
}

/// `/account/forgotten`.
pub(super) async fn forgotten(_: Open) -> Response {
    form("").show()
}

/// Sends a link. The answer is the same whether or not there is such an account.
pub(super) async fn send(State(app): State<App>, Open(keeper): Open, sent: Fields) -> Result<Response, Response> {
    let typed = sent.get("email");
    let Ok(email) = typed.parse::<Email>() else {
        return Ok(form(typed).wrong("email", say("account-form-email-wrong")).show());
    };
    let may = throttle::may_try(&app, &keeper, &format!("forgotten {email}"), MOST).await.map_err(Fault::store)?;
    let account = keeper.store().account_by_email(&email).await.map_err(Fault::store)?;
    if let Some(account) = account.filter(|_| may) {
        let (now, token) = (app.clock().now(), RecoveryToken::fresh());
        let mail = NewMail {
            to: account.email.clone(),
            subject: "Choose a new password".to_owned(),
            body: format!(
                "Somebody, perhaps you, asked for a new password for Kith.\n\nTo choose one, open this link within an \
                 hour:\n{}/account/recovery/{}\n\nIf it was not you, do nothing: your password stays as it is.\n",
                app.address(),
                token.reveal()
            ),
            due: None,
        };
        let expires = now.checked_add(WORKS).unwrap_or(now);
        keeper.store().recovery_add(account.id, &token, now, expires, Some(&mail)).await.map_err(Fault::store)?;
    } else {
        // Something is kept all the same, so that the time it takes does not tell who has an account.
        throttle::may_try(&app, &keeper, "forgotten by nobody", MOST).await.map_err(Fault::store)?;
    }
    let lead = say("forgotten-sent-lead");
    Ok(FormPage::new(say("forgotten-sent-title"), lead, "/account/sign-in", say("sign-in-go")).codes(Vec::new()).show())
}

/// `/account/recovery/{token}`.
pub(super) async fn show(State(app): State<App>, open: Open, Path(text): Path<String>) -> Result<Response, Response> {
    working(&app, &open, &text).await?;
    Ok(new_password(&text).show())
}

async fn working(app: &App, open: &Open, text: &str) -> Result<(RecoveryToken, store::Account), Response> {
    let gone = || Fault::not_found().into_response();
    let token: RecoveryToken = text.parse().map_err(|_| gone())?;
    let store = open.0.store();
    let id = store.recovery(&token, app.clock().now()).await.map_err(Fault::store)?.ok_or_else(gone)?;
    let account = store.account(id).await.map_err(Fault::store)?.ok_or_else(gone)?;
    Ok((token, account))
}

/// Keeps the new password; every session of the account ends.
pub(super) async fn take(
    State(app): State<App>,
    open: Open,
    Path(text): Path<String>,
    sent: Fields,
) -> Result<Response, Response> {
    let (token, account) = working(&app, &open, &text).await?;
    let hash = match password::make(sent.raw("new"), account.email.as_str(), &account.name).await {
        Ok(hash) => hash,
        Err(fault) => return Ok(new_password(&text).wrong("new", fault.to_string()).show()),
    };
    match open.0.store().recovery_use(&token, &hash, app.clock().now()).await {
        Ok(Some(_)) => {
            let lead = say("recovery-done-lead");
            Ok(FormPage::new(say("recovery-done-title"), lead, "/account/sign-in", say("sign-in-go")).show())
        }
        Ok(None) | Err(StoreError::Conflict(_)) => Err(Fault::not_found().into_response()),
        Err(error) => Err(Fault::store(error)),
    }
}
