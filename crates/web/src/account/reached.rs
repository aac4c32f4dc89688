//! Whom letters of this site reach at a council or charity: those whose role covers what the letter is about.

use super::role::{Deed, Reach, reach};
use store::{AccountId, AccountState, Email, Store, StoreError};

/// The address of somebody whose account may be used.
pub(crate) async fn address(store: &Store, id: AccountId) -> Result<Option<Email>, StoreError> {
    let account = store.account(id).await?.filter(|account| account.state == AccountState::Active);
    Ok(account.map(|account| account.email))
}

/// The addresses of everybody at a council or charity who may wholly do a deed, each once; but for one of them.
pub(crate) async fn addresses(
    store: &Store,
    council: &str,
    deed: Deed,
    but: Option<AccountId>,
) -> Result<Vec<Email>, StoreError> {
    let mut list = Vec::new();
    for (id, grant) in store.grants_at(Some(council)).await? {
        let may = reach(&[grant], deed, Some(council)) == Reach::All && Some(id) != but;
        if may
            && let Some(email) = address(store, id).await?
            && !list.contains(&email)
        {
            list.push(email);
        }
    }
    Ok(list)
}
