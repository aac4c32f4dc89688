//! Who works at a council, by account and name.

use crate::language::say;
use std::collections::BTreeSet;
use store::{Account, AccountId, Store, StoreError};

/// Everybody with a role at a council, or for the installation. By default nobody, as for a carer, who is told no names.
#[derive(Clone, Default)]
pub(crate) struct Colleagues(Vec<(String, String)>);

impl Colleagues {
    /// Those of a council.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub(crate) async fn at(store: &Store, slug: &str) -> Result<Colleagues, StoreError> {
        Colleagues::with(store, Some(slug)).await
    }

    /// Those with a role for the whole installation.
    ///
    /// # Errors
    /// As [`Colleagues::at`].
    pub(super) async fn of_installation(store: &Store) -> Result<Colleagues, StoreError> {
        Colleagues::with(store, None).await
    }

    /// Everybody with an account.
    ///
    /// # Errors
    /// As [`Colleagues::at`].
    pub(super) async fn everybody(store: &Store) -> Result<Colleagues, StoreError> {
        Ok(Colleagues::named(store.accounts().await?.into_iter()))
    }

    async fn with(store: &Store, slug: Option<&str>) -> Result<Colleagues, StoreError> {
        let here: BTreeSet<AccountId> = store.grants_at(slug).await?.into_iter().map(|(account, _)| account).collect();
        Ok(Colleagues::named(store.accounts().await?.into_iter().filter(|account| here.contains(&account.id))))
    }

    fn named(accounts: impl Iterator<Item = Account>) -> Colleagues {
        Colleagues(accounts.map(|account| (account.id.to_string(), account.name)).collect())
    }

    /// Each, by account and name.
    pub(super) fn each(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(account, name)| (account.as_str(), name.as_str()))
    }

    /// What somebody is called, where they work here.
    pub(crate) fn find(&self, account: &str) -> Option<&str> {
        self.each().find(|(known, _)| *known == account).map(|(_, name)| name)
    }

    /// What somebody is or was called.
    pub(super) fn name(&self, account: &str) -> String {
        self.find(account).map_or_else(|| say("desk-somebody-left").plain().to_owned(), str::to_owned)
    }
}
