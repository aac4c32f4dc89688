//! A new account, from the name and the password that a form asks for.

use super::form::Field;
use super::password;
use crate::App;
use crate::find::Fields;
use crate::language::Said;
use store::{AccountId, Email, NewAccount};

/// The account with this address and no roles yet, or the field that is wrong and what to do about it.
pub(super) async fn account(app: &App, sent: &Fields, email: &Email) -> Result<NewAccount, (&'static str, Said)> {
    let name = sent.get("name");
    if let Some(words) = Field::name_fault(name) {
        return Err(("name", words));
    }
    let hash = password::make(sent.raw("new"), email.as_str(), name)
        .await
        .map_err(|fault| ("new", fault.to_string().into()))?;
    let created = app.clock().now();
    Ok(NewAccount {
        id: AccountId::new(created),
        email: email.clone(),
        name: name.to_owned(),
        password: Some(hash),
        created,
        grants: Vec::new(),
    })
}
