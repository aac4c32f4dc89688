//! Questions to an advice team, with what was answered: sealed, each with a key of its own, and read without an account by
//! whoever has its reference and its code.
//!
//! As for cases, nothing is locked by wrong tries; whoever asks limits tries by the address of the network.

use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use jiff::Timestamp;
use jiff::civil::Date;
use sqlx::AnyConnection;
use sqlx::any::AnyRow;

use crate::error::StoreError;
use crate::event::LONGEST_BODY;
use crate::id::QuestionId;
use crate::outbox::NewMail;
use crate::seal::Secret;
use crate::secret::Digest;
use crate::sql::{fit, moment, number, read, read_or_none, text};
use crate::store::Store;

/// A question to be kept.
#[derive(Clone, Debug)]
pub struct NewQuestion {
    /// The host it is asked of.
    pub host: String,
    /// By what it is named to people.
    pub reference: String,
    /// What the form it came by is named, so that one sent twice is one question.
    pub form: String,
    /// Where it stands.
    pub state: String,
    /// The day by which an answer is promised.
    pub due: Option<Date>,
    /// The question, as its reader writes it. Sealed.
    pub body: String,
    /// When.
    pub at: Timestamp,
}

/// A question that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptQuestion {
    /// Its id.
    pub id: QuestionId,
    /// The host it is asked of.
    pub host: String,
    /// By what it is named to people.
    pub reference: String,
    /// Where it stands.
    pub state: String,
    /// The day by which an answer is promised.
    pub due: Option<Date>,
    /// How often it was changed.
    pub version: i64,
    /// When it came.
    pub created: Timestamp,
    /// When it was changed last.
    pub changed: Timestamp,
    /// The question, as its reader writes it.
    pub body: String,
    /// What proves its code: another once there is a new one.
    pub proof: String,
}

/// A change to a question.
#[derive(Clone, Debug)]
pub struct QuestionChange {
    /// The version that was changed: where it is another by now, nothing is written.
    pub version: i64,
    /// Where it stands now.
    pub state: String,
    /// The day by which an answer is promised now.
    pub due: Option<Date>,
    /// The question now.
    pub body: String,
    /// When.
    pub at: Timestamp,
    /// The letters that go out because of it.
    pub mail: Vec<NewMail>,
}

const COLUMNS: &str = "id, host, reference, state, due, version, created, changed, sealed_key, sealed, code";

impl Store {
    /// Keeps a question, and the letters that go out because of it. The same form sent again since a moment is the
    /// same question, and the code told last is the one that opens it; sent again later, it tells nothing: none. Gives
    /// the question's id and its reference.
    pub async fn question_add(
        &self,
        new: &NewQuestion,
        code: &Digest,
        again_since: Timestamp,
        mail: &[NewMail],
    ) -> Result<Option<(QuestionId, String)>, StoreError> {
        fit("the name of a host", &new.host, 100)?;
        fit("the reference", &new.reference, 100)?;
        fit("the name of a form", &new.form, 200)?;
        fit("a question", &new.body, LONGEST_BODY)?;
        mail.iter().try_for_each(NewMail::check)?;
        let form = Digest::of(new.form.as_bytes());
        let mut tx = self.write_in_turn().await?;
        let known = sqlx::query(sqlx::AssertSqlSafe(format!("select {COLUMNS} from questions where form = $1")))
            .bind(form.as_str())
            .fetch_optional(&mut *tx)
            .await?;
        if let Some(row) = known {
            let (id, reference): (QuestionId, _) = (read(&row, "id")?, text(&row, "reference")?);
            if read::<Timestamp>(&row, "created")? < again_since || text(&row, "host")? != new.host {
                return Ok(None);
            }
            let key = self.question_key(id, &row)?;
            open_with(&mut tx, id, &proof(&key, &reference, code)).await?;
            tx.commit().await?;
            return Ok(Some((id, reference)));
        }
        let (id, key) = (QuestionId::new(new.at), Secret::fresh());
        sqlx::query(sqlx::AssertSqlSafe(format!(
            "insert into questions ({COLUMNS}, form) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
        )))
        .bind(id.to_string())
        .bind(&new.host)
        .bind(&new.reference)
        .bind(&new.state)
        .bind(new.due.map(|day| day.to_string()))
        .bind(1_i64)
        .bind(moment(new.at))
        .bind(moment(new.at))
        .bind(self.keys()?.seal(&key_purpose(&id.to_string()), STANDARD_NO_PAD.encode(key.bytes()).as_bytes())?)
        .bind(key.seal_text(&purpose(id, 1), &new.body)?)
        .bind(proof(&key, &new.reference, code).as_str())
        .bind(form.as_str())
        .execute(&mut *tx)
        .await?;
        for mail in mail {
            mail.insert(&mut tx, None, new.at).await?;
        }
        tx.commit().await?;
        Ok(Some((id, new.reference.clone())))
    }

    /// The question that a reference and a code open together.
    pub async fn question_by_code(&self, reference: &str, code: &Digest) -> Result<Option<KeptQuestion>, StoreError> {
        fit("the reference", reference, 100)?;
        let words = format!("select {COLUMNS} from questions where reference = $1");
        let row = sqlx::query(sqlx::AssertSqlSafe(words)).bind(reference).fetch_optional(&self.pool).await?;
        let Some(row) = row else { return Ok(None) };
        let key = self.question_key(read(&row, "id")?, &row)?;
        // Both are keyed hashes: how long comparing them takes tells nothing of the code.
        match text(&row, "code")? == proof(&key, reference, code).as_str() {
            true => self.kept_question(&row).map(Some),
            false => Ok(None),
        }
    }

    /// From now on another code opens a question, and the one before does not. Gives its reference; none where the host has no
    /// such question.
    pub async fn question_new_code(
        &self,
        host: &str,
        id: QuestionId,
        code: &Digest,
    ) -> Result<Option<String>, StoreError> {
        let mut tx = self.write_in_turn().await?;
        let words = format!("select {COLUMNS} from questions where id = $1 and host = $2");
        let row =
            sqlx::query(sqlx::AssertSqlSafe(words)).bind(id.to_string()).bind(host).fetch_optional(&mut *tx).await?;
        let Some(row) = row else { return Ok(None) };
        let reference = text(&row, "reference")?;
        let key = self.question_key(id, &row)?;
        open_with(&mut tx, id, &proof(&key, &reference, code)).await?;
        tx.commit().await?;
        Ok(Some(reference))
    }

    /// One question of a host.
    pub async fn question(&self, host: &str, id: QuestionId) -> Result<Option<KeptQuestion>, StoreError> {
        let words = format!("select {COLUMNS} from questions where id = $1 and host = $2");
        let row =
            sqlx::query(sqlx::AssertSqlSafe(words)).bind(id.to_string()).bind(host).fetch_optional(&self.pool).await?;
        row.map(|row| self.kept_question(&row)).transpose()
    }

    /// The questions of a host, the first promised first and those without a promise last, at most `limit`.
    pub async fn questions(&self, host: &str, limit: usize) -> Result<Vec<KeptQuestion>, StoreError> {
        let words = format!(
            "select {COLUMNS} from questions where host = $1
             order by case state when 'waiting' then 0 else 1 end, coalesce(due, '9999-12-31'), created limit $2"
        );
        let rows = sqlx::query(sqlx::AssertSqlSafe(words))
            .bind(host)
            .bind(i64::try_from(limit).unwrap_or(i64::MAX))
            .fetch_all(&self.pool)
            .await?;
        rows.iter().map(|row| self.kept_question(row)).collect()
    }

    /// Changes a question. False where somebody else changed it in between, or it is gone; then nothing is written.
    pub async fn question_change(
        &self,
        host: &str,
        id: QuestionId,
        change: &QuestionChange,
    ) -> Result<bool, StoreError> {
        fit("a question", &change.body, LONGEST_BODY)?;
        change.mail.iter().try_for_each(NewMail::check)?;
        let mut tx = self.write_in_turn().await?;
        let words = format!("select {COLUMNS} from questions where id = $1 and host = $2");
        let row =
            sqlx::query(sqlx::AssertSqlSafe(words)).bind(id.to_string()).bind(host).fetch_optional(&mut *tx).await?;
        let Some(row) = row else { return Ok(false) };
        if number(&row, "version")? != change.version {
            return Ok(false);
        }
        let version = change.version + 1;
        let sealed = self.question_key(id, &row)?.seal_text(&purpose(id, version), &change.body)?;
        let done = sqlx::query(
            "update questions set state = $1, due = $2, version = $3, changed = $4, sealed = $5
             where id = $6 and version = $7",
        )
        .bind(&change.state)
        .bind(change.due.map(|day| day.to_string()))
        .bind(version)
        .bind(moment(change.at))
        .bind(sealed)
        .bind(id.to_string())
        .bind(change.version)
        .execute(&mut *tx)
        .await?;
        if done.rows_affected() != 1 {
            return Ok(false);
        }
        for mail in &change.mail {
            mail.insert(&mut tx, None, change.at).await?;
        }
        tx.commit().await?;
        Ok(true)
    }

    /// Erases a question with all that was said. False where the host has no such question.
    pub async fn question_erase(&self, host: &str, id: QuestionId) -> Result<bool, StoreError> {
        let mut tx = self.write().await?;
        let done = sqlx::query("delete from questions where id = $1 and host = $2")
            .bind(id.to_string())
            .bind(host)
            .execute(&mut *tx)
            .await?;
        tx.commit().await?;
        Ok(done.rows_affected() == 1)
    }

    /// Forgets questions that were closed and not changed since a moment, and all that were not changed since another; says
    /// how many.
    pub async fn questions_prune(&self, closed_before: Timestamp, any_before: Timestamp) -> Result<u64, StoreError> {
        let mut tx = self.write().await?;
        let done = sqlx::query("delete from questions where (state = 'closed' and changed < $1) or changed < $2")
            .bind(moment(closed_before))
            .bind(moment(any_before))
            .execute(&mut *tx)
            .await?;
        tx.commit().await?;
        Ok(done.rows_affected())
    }

    fn question_key(&self, id: QuestionId, row: &AnyRow) -> Result<Secret, StoreError> {
        let what = format!("the key of the question {id}");
        let plain = self.keys()?.open(&what, &key_purpose(&id.to_string()), &text(row, "sealed_key")?)?;
        let bytes = STANDARD_NO_PAD.decode(&*plain).ok();
        bytes
            .and_then(|bytes| Secret::from_bytes(&bytes))
            .ok_or_else(|| StoreError::Corrupt(format!("{what} is not whole")))
    }

    fn kept_question(&self, row: &AnyRow) -> Result<KeptQuestion, StoreError> {
        let (id, version) = (read(row, "id")?, number(row, "version")?);
        let body = self.question_key(id, row)?.open_text(&purpose(id, version), &text(row, "sealed")?);
        Ok(KeptQuestion {
            id,
            host: text(row, "host")?,
            reference: text(row, "reference")?,
            state: text(row, "state")?,
            due: read_or_none(row, "due")?,
            version,
            created: read(row, "created")?,
            changed: read(row, "changed")?,
            body: body.ok_or_else(|| StoreError::Corrupt(format!("the question {id} is not whole")))?,
            proof: text(row, "code")?,
        })
    }
}

/// For what a question is sealed: an older state of it cannot be put in the place of a newer one.
fn purpose(id: QuestionId, version: i64) -> String {
    format!("question {id} {version}")
}

/// For what the key of a question is sealed.
pub(crate) fn key_purpose(id: &str) -> String {
    format!("question key {id}")
}

async fn open_with(tx: &mut AnyConnection, id: QuestionId, proof: &Digest) -> Result<(), StoreError> {
    let words = "update questions set code = $1 where id = $2";
    sqlx::query(words).bind(proof.as_str()).bind(id.to_string()).execute(tx).await?;
    Ok(())
}

fn proof(key: &Secret, reference: &str, code: &Digest) -> Digest {
    key.hash("question", &format!("{code} {reference}"))
}
