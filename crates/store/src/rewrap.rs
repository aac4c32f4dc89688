//! After a new installation key: what the former ones sealed is sealed again with it, a few rows at a time, while the
//! program serves. The keys of cases stay the same; only what they are wrapped in changes.

use jiff::Timestamp;

use crate::error::StoreError;
use crate::sql::text;
use crate::store::Store;
use crate::{account, booking, draft, organiser, question, vault};

/// A column that an installation key sealed.
struct Sealed {
    /// What is not sealed with the key of this name, at most so many rows: what is sealed, and the row's own name.
    find: &'static str,
    /// Puts what is sealed anew in place of what was.
    change: &'static str,
    /// The columns of the row's own name.
    key: &'static [&'static str],
    /// For what a row of this name is sealed.
    purpose: fn(&[String]) -> String,
}

const SEALED: &[Sealed] = &[
    Sealed {
        find: "select sealed, stream from vaults where sealed is not null and sealed not like $1 limit $2",
        change: "update vaults set sealed = $1 where stream = $2",
        key: &["stream"],
        purpose: |name| vault::purpose(&name.join(" ")),
    },
    Sealed {
        find: "select totp as sealed, id from accounts where totp is not null and totp not like $1 limit $2",
        change: "update accounts set totp = $1 where id = $2",
        key: &["id"],
        purpose: |name| account::totp_purpose(&name.join(" ")),
    },
    Sealed {
        find: "select sealed, account, stream, form from drafts where sealed like '%.%' and sealed not like $1 limit $2",
        change: "update drafts set sealed = $1 where account = $2 and stream = $3 and form = $4",
        key: &["account", "stream", "form"],
        purpose: |name| draft::purpose(&name.join(" ")),
    },
    Sealed {
        find: "select sealed, host, item from organisers where sealed not like $1 limit $2",
        change: "update organisers set sealed = $1 where host = $2 and item = $3",
        key: &["host", "item"],
        purpose: |name| organiser::purpose(&name.join(" ")),
    },
    Sealed {
        find: "select sealed_key as sealed, id from questions where sealed_key not like $1 limit $2",
        change: "update questions set sealed_key = $1 where id = $2",
        key: &["id"],
        purpose: |name| question::key_purpose(&name.join(" ")),
    },
    Sealed {
        find: "select sealed, id from bookings where sealed is not null and sealed not like $1 limit $2",
        change: "update bookings set sealed = $1 where id = $2",
        key: &["id"],
        purpose: |name| booking::purpose(&name.join(" ")),
    },
    Sealed {
        find: "select sealed, id from opinions where sealed not like $1 limit $2",
        change: "update opinions set sealed = $1 where id = $2",
        key: &["id"],
        purpose: |name| booking::opinion_purpose(&name.join(" ")),
    },
    Sealed {
        find: "select sealed, key from booking_messages where sealed not like $1 limit $2",
        change: "update booking_messages set sealed = $1 where key = $2",
        key: &["key"],
        purpose: |name| booking::message_purpose(&name.join(" ")),
    },
];

impl Store {
    /// Makes sure that every program over this database has the same installation key: the first leaves something sealed
    /// with it, which the others must be able to open. Otherwise each would seal what the others cannot read.
    pub async fn agree_on_keys(&self, at: Timestamp) -> Result<(), StoreError> {
        let mut tx = self.write_in_turn().await?;
        self.vaults.find_or_make(&mut tx, &"installation/key".parse()?, at).await?;
        tx.commit().await
    }

    /// Seals again, with the current key, at most `limit` of what former keys sealed, in one transaction, and says how many
    /// it was. To be asked until none is left; then no former key is needed any more, save for backups.
    pub async fn rewrap(&self, limit: usize) -> Result<usize, StoreError> {
        let keys = self.keys()?;
        let current = format!("{}.%", keys.current()?.id());
        let mut done = 0;
        let mut tx = self.write_in_turn().await?;
        for Sealed { find, change, key, purpose } in SEALED {
            let left = i64::try_from(limit - done).unwrap_or(i64::MAX);
            let rows = sqlx::query(*find).bind(&current).bind(left).fetch_all(&mut *tx).await?;
            for row in rows {
                let name = key.iter().map(|column| text(&row, column)).collect::<Result<Vec<_>, _>>()?;
                let purpose = purpose(&name);
                let plain = keys.open(&format!("what is sealed as {purpose:?}"), &purpose, &text(&row, "sealed")?)?;
                let mut query = sqlx::query(*change).bind(keys.seal(&purpose, &plain)?);
                for part in name {
                    query = query.bind(part);
                }
                query.execute(&mut *tx).await?;
                done += 1;
            }
        }
        tx.commit().await?;
        Ok(done)
    }
}
