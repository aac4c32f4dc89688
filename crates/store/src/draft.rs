//! Forms begun and not sent, saved as somebody types. Each is its writer's alone.

use jiff::Timestamp;
use sqlx::any::AnyRow;

use crate::error::StoreError;
use crate::event::{LONGEST_BODY, StreamId};
use crate::id::AccountId;
use crate::sql::{fit, moment, read, text};
use crate::store::Store;
use crate::together::Together;
use crate::vault::Vault;

/// A form begun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// What was typed, as it was saved.
    pub text: String,
    /// When it was saved last.
    pub at: Timestamp,
}

impl Store {
    /// Saves a draft, in place of what was saved of the same form. Sealed with the key of the case where it has one, else
    /// with that of the installation.
    pub async fn save_draft(
        &self,
        account: AccountId,
        stream: &StreamId,
        form: &str,
        words: &str,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        fit("the name of a form", form, 100)?;
        fit("a draft", words, LONGEST_BODY)?;
        let purpose = purpose(&format!("{account} {stream} {form}"));
        // In turn, so that a case which is destroyed meanwhile leaves nothing behind.
        let mut tx = self.write_in_turn().await?;
        let sealed = match self.vaults.find(&mut *tx, stream.as_str()).await? {
            Vault::Open(key) => key.seal_text(&purpose, words)?,
            Vault::None => self.keys()?.seal(&purpose, words.as_bytes())?,
            Vault::Gone => return Err(StoreError::Gone(stream.clone())),
        };
        sqlx::query(
            "insert into drafts (account, stream, form, sealed, at) values ($1, $2, $3, $4, $5)
             on conflict (account, stream, form) do update set sealed = excluded.sealed, at = excluded.at",
        )
        .bind(account.to_string())
        .bind(stream.as_str())
        .bind(form)
        .bind(sealed)
        .bind(moment(at))
        .execute(&mut *tx)
        .await?;
        tx.commit().await
    }

    /// What somebody has begun of a form.
    pub async fn draft(&self, account: AccountId, stream: &StreamId, form: &str) -> Result<Option<Draft>, StoreError> {
        let row = sqlx::query(
            "select drafts.sealed, drafts.at, vaults.sealed as vault, vaults.destroyed from drafts
             left join vaults on vaults.stream = drafts.stream
             where drafts.account = $1 and drafts.stream = $2 and drafts.form = $3",
        )
        .bind(account.to_string())
        .bind(stream.as_str())
        .bind(form)
        .fetch_optional(&self.pool)
        .await?;
        let open = |row: AnyRow| {
            let (what, purpose) = (format!("a draft in {stream}"), purpose(&format!("{account} {stream} {form}")));
            let (sealed, at) = (text(&row, "sealed")?, read(&row, "at")?);
            // What an installation key sealed bears its name and a dot.
            if sealed.contains('.') {
                let plain = self.keys()?.open(&what, &purpose, &sealed)?;
                return Ok(Some(Draft { text: String::from_utf8_lossy(&plain).into_owned(), at }));
            }
            let body = self.vaults.of_row(stream.as_str(), &row)?.body(&what, &purpose, &sealed)?;
            Ok(body.text().map(|text| Draft { text: text.to_owned(), at }))
        };
        row.map_or(Ok(None), open)
    }

    /// Forgets drafts saved last before a moment.
    pub async fn forget_drafts(&self, before: Timestamp) -> Result<u64, StoreError> {
        let mut tx = self.write().await?;
        let done = sqlx::query("delete from drafts where at < $1").bind(moment(before)).execute(&mut *tx).await?;
        tx.commit().await?;
        Ok(done.rows_affected())
    }
}

/// Adds to what is written that a draft goes, because its form was sent.
pub(crate) fn add_end(all: &mut Together, account: AccountId, stream: &StreamId, form: &str) {
    all.add(
        "delete from drafts where account = $1 and stream = $2 and form = $3",
        [account.to_string().into(), stream.as_str().into(), form.into()],
    );
}

/// For what it is sealed.
pub(crate) fn purpose(name: &str) -> String {
    format!("draft {name}")
}
