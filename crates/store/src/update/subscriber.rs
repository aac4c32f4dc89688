//! Who asked a host for updates. The address is sealed under a key that lies wrapped beside those of the cases; beside it
//! stands a keyed hash, so that one address asks once, and can be found to be forgotten.

use jiff::Timestamp;
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, AssertSqlSafe};
use std::collections::HashMap;
use std::str::FromStr;

use crate::account::Email;
use crate::error::StoreError;
use crate::event::StreamId;
use crate::id::SubscriberId;
use crate::outbox::{Row, Whose};
use crate::seal::Secret;
use crate::secret::UpdatesToken;
use crate::sql::{fit, moment, number, places, read, read_or_none, text};
use crate::store::Store;
use crate::vault::Vault;

/// The stream under which the key of all addresses is kept. It has no events.
const KEY: &str = "index/updates";

/// How often somebody is written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Pace {
    /// As soon as there is something.
    AtOnce,
    /// Once a month.
    Monthly,
}

impl Pace {
    /// As it is kept.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::AtOnce => "at-once",
            Self::Monthly => "monthly",
        }
    }
}

impl FromStr for Pace {
    type Err = StoreError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let known = [Self::AtOnce, Self::Monthly].into_iter().find(|pace| pace.as_str() == text);
        known.ok_or_else(|| StoreError::Invalid(format!("{text:?} is not how often updates come")))
    }
}

/// Somebody who asks for updates.
#[derive(Clone, Debug)]
pub struct NewSubscriber<'a> {
    /// Of which host, by its name in addresses.
    pub host: &'a str,
    /// Where updates are to go.
    pub email: &'a Email,
    /// What they want.
    pub wants: &'a str,
    /// How often.
    pub pace: Pace,
    /// When they ask.
    pub at: Timestamp,
}

/// The words of a letter to somebody who asks, with `TOKEN_PLACE` where their own link is.
#[derive(Clone, Debug)]
pub struct Words {
    /// The subject.
    pub subject: String,
    /// The words.
    pub body: String,
    /// The same as HTML.
    pub html: String,
}

/// What became of asking. It is not told to whoever asked: the address may be somebody else's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subscribed {
    /// A letter that asks to confirm is on its way.
    Asked,
    /// Updates go there already: a letter with the way to change them is on its way.
    Already,
}

/// Somebody who asked, as they are found by their own link. The address stays sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subscriber {
    /// Who.
    pub id: SubscriberId,
    /// Of which host.
    pub host: String,
    /// What they want.
    pub wants: String,
    /// How often.
    pub pace: Pace,
    /// When they asked.
    pub created: Timestamp,
    /// When they confirmed; until then they are sent nothing else.
    pub confirmed: Option<Timestamp>,
}

/// How many want the same of a host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// What.
    pub wants: String,
    /// How often.
    pub pace: Pace,
    /// How many.
    pub people: i64,
}

const COLUMNS: &str = "id, host, wants, pace, created, confirmed";

impl Store {
    /// Keeps that somebody asks, and puts a letter into the outbox in the same breath: `ask` to confirm, or `already`
    /// where updates go there. Who has confirmed keeps what they chose, whatever a stranger asks for them.
    pub async fn subscribe(
        &self,
        new: &NewSubscriber<'_>,
        ask: &Words,
        already: &Words,
    ) -> Result<Subscribed, StoreError> {
        fit("the host", new.host, 100)?;
        fit("what is wanted", new.wants, 1000)?;
        let mut tx = self.write_in_turn().await?;
        let stream: StreamId = KEY.parse()?;
        let key = self.vaults.find_or_make(&mut tx, &stream, new.at).await?;
        let address = hash(&key, new.email);
        let row = sqlx::query("select id, confirmed from subscribers where host = $1 and address = $2")
            .bind(new.host)
            .bind(&address)
            .fetch_optional(&mut *tx)
            .await?;
        let (id, confirmed) = match row {
            Some(row) => (read(&row, "id")?, read_or_none::<Timestamp>(&row, "confirmed")?),
            None => (insert(&mut tx, &key, &address, new).await?, None),
        };
        if confirmed.is_none() {
            sqlx::query("update subscribers set wants = $1, pace = $2, created = $3 where id = $4")
                .bind(new.wants)
                .bind(new.pace.as_str())
                .bind(moment(new.at))
                .bind(id.to_string())
                .execute(&mut *tx)
                .await?;
        }
        let words = if confirmed.is_some() { already } else { ask };
        let letter = Row {
            to: Whose::Subscriber(id),
            subject: &words.subject,
            body: &words.body,
            html: Some(&words.html),
            due: None,
        };
        letter.check()?;
        letter.insert(&mut tx, None, new.at).await?;
        tx.commit().await?;
        Ok(if confirmed.is_some() { Subscribed::Already } else { Subscribed::Asked })
    }

    /// Whose link this is.
    pub async fn subscriber(&self, token: &UpdatesToken) -> Result<Option<Subscriber>, StoreError> {
        let words = format!("select {COLUMNS} from subscribers where token = $1");
        let row = sqlx::query(AssertSqlSafe(words)).bind(token.hash().as_str()).fetch_optional(&self.pool).await?;
        row.as_ref().map(subscriber).transpose()
    }

    /// Confirms that somebody wants what was asked for them. None where the link is nobody's.
    pub async fn subscriber_confirm(
        &self,
        token: &UpdatesToken,
        at: Timestamp,
    ) -> Result<Option<Subscriber>, StoreError> {
        let words =
            format!("update subscribers set confirmed = coalesce(confirmed, $1) where token = $2 returning {COLUMNS}");
        let mut tx = self.write().await?;
        let row = sqlx::query(AssertSqlSafe(words))
            .bind(moment(at))
            .bind(token.hash().as_str())
            .fetch_optional(&mut *tx)
            .await?;
        tx.commit().await?;
        row.as_ref().map(subscriber).transpose()
    }

    /// Changes what somebody wants, and how often. False where the link is nobody's.
    pub async fn subscriber_change(&self, token: &UpdatesToken, wants: &str, pace: Pace) -> Result<bool, StoreError> {
        fit("what is wanted", wants, 1000)?;
        let mut tx = self.write().await?;
        let done = sqlx::query("update subscribers set wants = $1, pace = $2 where token = $3")
            .bind(wants)
            .bind(pace.as_str())
            .bind(token.hash().as_str())
            .execute(&mut *tx)
            .await?;
        tx.commit().await?;
        Ok(done.rows_affected() == 1)
    }

    /// Forgets somebody who wants no more updates, with what waits to be sent to them. False where the link is nobody's.
    pub async fn unsubscribe(&self, token: &UpdatesToken) -> Result<bool, StoreError> {
        let mut tx = self.write().await?;
        let row = sqlx::query("select id from subscribers where token = $1")
            .bind(token.hash().as_str())
            .fetch_optional(&mut *tx)
            .await?;
        if let Some(row) = &row {
            forget(&mut tx, read(row, "id")?).await?;
        }
        tx.commit().await?;
        Ok(row.is_some())
    }

    /// Forgets an address with every host: mail to it comes back, or its owner asks for it. Says with how many hosts it was.
    pub async fn subscriber_forget(&self, email: &Email) -> Result<usize, StoreError> {
        let mut tx = self.write().await?;
        let Vault::Open(key) = self.vaults.find(&mut *tx, KEY).await? else { return Ok(0) };
        let rows = sqlx::query("select id from subscribers where address = $1")
            .bind(hash(&key, email))
            .fetch_all(&mut *tx)
            .await?;
        for row in &rows {
            forget(&mut tx, read(row, "id")?).await?;
        }
        tx.commit().await?;
        Ok(rows.len())
    }

    /// Forgets who asked before a moment and has not confirmed.
    pub async fn subscribers_prune(&self, before: Timestamp) -> Result<u64, StoreError> {
        let mut tx = self.write().await?;
        sqlx::query(
            "delete from outbox where sent is null and subscriber in
             (select id from subscribers where confirmed is null and created < $1)",
        )
        .bind(moment(before))
        .execute(&mut *tx)
        .await?;
        let done = sqlx::query("delete from subscribers where confirmed is null and created < $1")
            .bind(moment(before))
            .execute(&mut *tx)
            .await?;
        tx.commit().await?;
        Ok(done.rows_affected())
    }

    /// What those want who had confirmed to a host by a moment, and how many want the same.
    pub async fn wanted(&self, host: &str, by: Timestamp) -> Result<Vec<Wanted>, StoreError> {
        let rows = sqlx::query(
            "select wants, pace, count(*) as people from subscribers where host = $1 and confirmed <= $2
             group by wants, pace order by wants, pace",
        )
        .bind(host)
        .bind(moment(by))
        .fetch_all(&self.pool)
        .await?;
        let each = rows.iter().map(|row| {
            Ok(Wanted { wants: text(row, "wants")?, pace: read(row, "pace")?, people: number(row, "people")? })
        });
        each.collect()
    }

    /// The addresses and links of some who asked.
    pub(crate) async fn subscribers_of(
        &self,
        tx: &mut AnyConnection,
        ids: &[SubscriberId],
    ) -> Result<HashMap<SubscriberId, (Email, String)>, StoreError> {
        if ids.is_empty() {
            return Ok(HashMap::new());
        }
        let Vault::Open(key) = self.vaults.find(&mut *tx, KEY).await? else { return Ok(HashMap::new()) };
        let words = format!("select id, sealed from subscribers where id in ({})", places(1, ids.len()));
        let mut query = sqlx::query(AssertSqlSafe(words));
        for id in ids {
            query = query.bind(id.to_string());
        }
        let mut people = HashMap::with_capacity(ids.len());
        for row in query.fetch_all(tx).await? {
            let id: SubscriberId = read(&row, "id")?;
            let broken = || StoreError::Corrupt(format!("the address of subscriber {id} cannot be opened"));
            let plain = key.open_text(&purpose(id), &text(&row, "sealed")?).ok_or_else(broken)?;
            let (token, email) = plain.split_once(' ').ok_or_else(broken)?;
            people.insert(id, (email.parse().map_err(|_| broken())?, token.to_owned()));
        }
        Ok(people)
    }
}

async fn insert(
    tx: &mut AnyConnection,
    key: &Secret,
    address: &str,
    new: &NewSubscriber<'_>,
) -> Result<SubscriberId, StoreError> {
    let (id, token) = (SubscriberId::new(new.at), UpdatesToken::fresh());
    sqlx::query(
        "insert into subscribers (id, host, address, sealed, token, wants, pace, created, refused)
         values ($1, $2, $3, $4, $5, $6, $7, $8, 0)",
    )
    .bind(id.to_string())
    .bind(new.host)
    .bind(address)
    .bind(key.seal_text(&purpose(id), &format!("{} {}", token.reveal(), new.email))?)
    .bind(token.hash().as_str())
    .bind(new.wants)
    .bind(new.pace.as_str())
    .bind(moment(new.at))
    .execute(tx)
    .await?;
    Ok(id)
}

/// Forgets somebody, and what waits to be sent to them.
pub(crate) async fn forget(tx: &mut AnyConnection, id: SubscriberId) -> Result<(), StoreError> {
    for words in ["delete from outbox where subscriber = $1 and sent is null", "delete from subscribers where id = $1"]
    {
        sqlx::query(words).bind(id.to_string()).execute(&mut *tx).await?;
    }
    Ok(())
}

fn hash(key: &Secret, email: &Email) -> String {
    key.hash("subscriber address", email.as_str()).to_string()
}

fn purpose(id: SubscriberId) -> String {
    format!("subscriber {id}")
}

fn subscriber(row: &AnyRow) -> Result<Subscriber, StoreError> {
    Ok(Subscriber {
        id: read(row, "id")?,
        host: text(row, "host")?,
        wants: text(row, "wants")?,
        pace: read(row, "pace")?,
        created: read(row, "created")?,
        confirmed: read_or_none(row, "confirmed")?,
    })
}
