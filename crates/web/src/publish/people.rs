//! Names of colleagues, looked up where they are shown: events know only accounts, so that a name can be erased.

use crate::account::Seat;
use crate::language::say;
use offer::publish::Officer;
use std::collections::BTreeMap;
use store::StoreError;

/// Names by account.
pub(crate) struct People(BTreeMap<String, String>);

impl People {
    /// Everybody who has an account.
    pub(crate) async fn of(seat: &Seat) -> Result<People, StoreError> {
        let accounts = seat.signed.keeper.store().accounts().await?;
        Ok(People(accounts.into_iter().map(|account| (account.id.to_string(), account.name)).collect()))
    }

    /// The name of an officer.
    pub(crate) fn name(&self, officer: &Officer) -> String {
        self.0.get(officer.as_str()).cloned().unwrap_or_else(|| say("desk-somebody-left").plain().to_owned())
    }

    /// Those who have a role at a council, by account and name.
    pub(crate) async fn at(&self, seat: &Seat) -> Result<Vec<(String, String)>, StoreError> {
        let grants = seat.signed.keeper.store().grants_at(Some(&seat.slug)).await?;
        let mut list: Vec<(String, String)> = Vec::new();
        for (id, _) in grants {
            let id = id.to_string();
            if let Some(name) = self.0.get(&id).filter(|_| !list.iter().any(|(known, _)| *known == id)) {
                list.push((id, name.clone()));
            }
        }
        Ok(list)
    }
}
