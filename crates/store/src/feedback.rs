//! What readers say about a council's offer, and what the council answers.

use jiff::Timestamp;
use sqlx::any::AnyRow;
use std::str::FromStr;

use crate::error::StoreError;
use crate::id::{AccountId, FeedbackId};
use crate::sql::{fit, moment, read, read_or_none, text};
use crate::store::Store;

/// The longest that a reader may write, in bytes.
pub const LONGEST_FEEDBACK: usize = 8000;

/// Where a reader's words stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FeedbackState {
    /// Nobody has answered.
    Waiting,
    /// They were answered, and both are public.
    Answered,
    /// They were read and are not public, because they name somebody or are not about the offer.
    Hidden,
}

impl FeedbackState {
    /// As it is kept.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Answered => "answered",
            Self::Hidden => "hidden",
        }
    }
}

impl FromStr for FeedbackState {
    type Err = StoreError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let known = [Self::Waiting, Self::Answered, Self::Hidden].into_iter().find(|state| state.as_str() == text);
        known.ok_or_else(|| StoreError::Invalid(format!("{text:?} is not a state of feedback")))
    }
}

/// A reader's words to be kept.
#[derive(Clone, Debug)]
pub struct NewFeedback {
    /// The council's name in addresses.
    pub council: String,
    /// The page they are about.
    pub page: String,
    /// The words.
    pub words: String,
    /// When.
    pub created: Timestamp,
}

/// A reader's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feedback {
    /// Their id.
    pub id: FeedbackId,
    /// The page they are about.
    pub page: String,
    /// The words as they came.
    pub words: String,
    /// When.
    pub created: Timestamp,
    /// Where they stand.
    pub state: FeedbackState,
    /// The words as they are public: without what names somebody.
    pub published: Option<String>,
    /// What the council answers.
    pub answer: Option<String>,
    /// When it did.
    pub answered: Option<Timestamp>,
}

/// What a council answers.
#[derive(Clone, Copy, Debug)]
pub struct FeedbackAnswer<'a> {
    /// The reader's words as they are to be public; none to hide them.
    pub published: Option<&'a str>,
    /// The answer, or why they are hidden.
    pub answer: &'a str,
    /// Who answers.
    pub by: AccountId,
    /// When.
    pub at: Timestamp,
}

impl Store {
    /// Keeps a reader's words.
    pub async fn feedback_add(&self, new: &NewFeedback) -> Result<FeedbackId, StoreError> {
        fit("what you wrote", &new.words, LONGEST_FEEDBACK)?;
        fit("the page", &new.page, 500)?;
        let id = FeedbackId::new(new.created);
        let mut tx = self.write().await?;
        sqlx::query("insert into feedback (id, council, page, words, created, state) values ($1, $2, $3, $4, $5, $6)")
            .bind(id.to_string())
            .bind(&new.council)
            .bind(&new.page)
            .bind(&new.words)
            .bind(moment(new.created))
            .bind(FeedbackState::Waiting.as_str())
            .execute(&mut *tx)
            .await?;
        tx.commit().await?;
        Ok(id)
    }

    /// What readers said to a council, the newest first, at most `limit`.
    pub async fn feedback(&self, council: &str, limit: usize) -> Result<Vec<Feedback>, StoreError> {
        let rows = sqlx::query(
            "select id, page, words, created, state, published, answer, answered from feedback
             where council = $1 order by created desc, id desc limit $2",
        )
        .bind(council)
        .bind(i64::try_from(limit).unwrap_or(i64::MAX))
        .fetch_all(&self.pool)
        .await?;
        rows.iter().map(from_row).collect()
    }

    /// Answers, or hides where nothing is to be published. False where the council has no such words.
    pub async fn feedback_answer(
        &self,
        council: &str,
        id: FeedbackId,
        answer: &FeedbackAnswer<'_>,
    ) -> Result<bool, StoreError> {
        let FeedbackAnswer { published, answer, by, at } = *answer;
        fit("the answer", answer, LONGEST_FEEDBACK)?;
        fit("what is published", published.unwrap_or_default(), LONGEST_FEEDBACK)?;
        let state = if published.is_some() { FeedbackState::Answered } else { FeedbackState::Hidden };
        let mut tx = self.write().await?;
        let done = sqlx::query(
            "update feedback set state = $1, published = $2, answer = $3, answered = $4, account = $5
             where id = $6 and council = $7",
        )
        .bind(state.as_str())
        .bind(published)
        .bind(answer)
        .bind(moment(at))
        .bind(by.to_string())
        .bind(id.to_string())
        .bind(council)
        .execute(&mut *tx)
        .await?;
        tx.commit().await?;
        Ok(done.rows_affected() == 1)
    }

    /// Erases a reader's words. False where the council has no such words.
    pub async fn feedback_erase(&self, council: &str, id: FeedbackId) -> Result<bool, StoreError> {
        let mut tx = self.write().await?;
        let done = sqlx::query("delete from feedback where id = $1 and council = $2")
            .bind(id.to_string())
            .bind(council)
            .execute(&mut *tx)
            .await?;
        tx.commit().await?;
        Ok(done.rows_affected() == 1)
    }
}

fn from_row(row: &AnyRow) -> Result<Feedback, StoreError> {
    Ok(Feedback {
        id: read(row, "id")?,
        page: text(row, "page")?,
        words: text(row, "words")?,
        created: read(row, "created")?,
        state: read(row, "state")?,
        published: read_or_none(row, "published")?,
        answer: read_or_none(row, "answer")?,
        answered: read_or_none(row, "answered")?,
    })
}
