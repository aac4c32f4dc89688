//! Who keeps a peer group true, and the links by which they say that it met. An organiser may be a carer without an account:
//! an address, sealed, in one row that can be erased.

use jiff::Timestamp;
use jiff::civil::Date;

use crate::account::Email;
use crate::error::StoreError;
use crate::secret::GroupToken;
use crate::sql::{fit, moment, read, read_or_none, text};
use crate::store::Store;

/// What a link is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupLink {
    /// The host's name in addresses.
    pub host: String,
    /// The group's.
    pub item: String,
    /// The meeting that was asked about, where its days are fixed.
    pub about: Option<Date>,
}

impl Store {
    /// Sets who keeps a group true, in place of whoever did. Links that another had no longer work.
    pub async fn organiser_set(&self, host: &str, item: &str, to: &Email, at: Timestamp) -> Result<(), StoreError> {
        fit("the name of a host", host, 100)?;
        fit("the name of a group", item, 100)?;
        if self.organiser(host, item).await?.as_ref() == Some(to) {
            return Ok(());
        }
        let sealed = self.keys()?.seal(&purpose(&format!("{host} {item}")), to.as_str().as_bytes())?;
        let mut tx = self.write_in_turn().await?;
        for words in [
            "delete from organisers where host = $1 and item = $2",
            "delete from group_links where host = $1 and item = $2",
        ] {
            sqlx::query(words).bind(host).bind(item).execute(&mut *tx).await?;
        }
        sqlx::query("insert into organisers (host, item, sealed, at) values ($1, $2, $3, $4)")
            .bind(host)
            .bind(item)
            .bind(sealed)
            .bind(moment(at))
            .execute(&mut *tx)
            .await?;
        tx.commit().await
    }

    /// Who keeps a group true.
    pub async fn organiser(&self, host: &str, item: &str) -> Result<Option<Email>, StoreError> {
        let row = sqlx::query("select sealed from organisers where host = $1 and item = $2")
            .bind(host)
            .bind(item)
            .fetch_optional(&self.pool)
            .await?;
        let Some(row) = row else { return Ok(None) };
        let what = format!("the organiser of {host}/{item}");
        let plain = self.keys()?.open(&what, &purpose(&format!("{host} {item}")), &text(&row, "sealed")?)?;
        let email = std::str::from_utf8(&plain).ok().and_then(|plain| plain.parse().ok());
        email.map(Some).ok_or_else(|| StoreError::Corrupt(format!("{what} is not an address")))
    }

    /// Erases who keeps a group true, with their links. False where nobody was set.
    pub async fn organiser_erase(&self, host: &str, item: &str) -> Result<bool, StoreError> {
        let mut tx = self.write_in_turn().await?;
        sqlx::query("delete from group_links where host = $1 and item = $2")
            .bind(host)
            .bind(item)
            .execute(&mut *tx)
            .await?;
        let done = sqlx::query("delete from organisers where host = $1 and item = $2")
            .bind(host)
            .bind(item)
            .execute(&mut *tx)
            .await?;
        tx.commit().await?;
        Ok(done.rows_affected() == 1)
    }

    /// Keeps a link by its hash.
    pub async fn group_link_add(
        &self,
        token: &GroupToken,
        link: &GroupLink,
        created: Timestamp,
        expires: Timestamp,
    ) -> Result<(), StoreError> {
        let mut tx = self.write().await?;
        sqlx::query(
            "insert into group_links (hash, host, item, about, created, expires) values ($1, $2, $3, $4, $5, $6)",
        )
        .bind(token.hash().as_str())
        .bind(&link.host)
        .bind(&link.item)
        .bind(link.about.map(|day| day.to_string()))
        .bind(moment(created))
        .bind(moment(expires))
        .execute(&mut *tx)
        .await?;
        tx.commit().await
    }

    /// What a link is about, while it works. It works more than once: saying the same again changes nothing.
    pub async fn group_link(&self, token: &GroupToken, now: Timestamp) -> Result<Option<GroupLink>, StoreError> {
        let row = sqlx::query("select host, item, about from group_links where hash = $1 and expires > $2")
            .bind(token.hash().as_str())
            .bind(moment(now))
            .fetch_optional(&self.pool)
            .await?;
        row.map(|row| {
            Ok(GroupLink { host: read(&row, "host")?, item: read(&row, "item")?, about: read_or_none(&row, "about")? })
        })
        .transpose()
    }

    /// Forgets links that ran out before a moment, and says how many.
    pub async fn group_links_prune(&self, before: Timestamp) -> Result<u64, StoreError> {
        let mut tx = self.write().await?;
        let done =
            sqlx::query("delete from group_links where expires < $1").bind(moment(before)).execute(&mut *tx).await?;
        tx.commit().await?;
        Ok(done.rows_affected())
    }
}

/// For what it is sealed.
pub(crate) fn purpose(name: &str) -> String {
    format!("organiser {name}")
}
