//! What can go wrong with a database, told apart by what to do about it.

use crate::event::{StreamId, Version};

/// Why the store could not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database does not answer, or has no room. Nothing is known to have been written; trying again may succeed.
    #[error(
        "the database cannot be reached: {0}\n  Hint: try again in a moment; if it goes on, see that the database runs and has room on its disk"
    )]
    Unavailable(String),
    /// Something that must be there once is there already, or what was to be changed has changed.
    #[error("{0}")]
    Conflict(String),
    /// What was read is not what was written.
    #[error(
        "the database is damaged: {0}\n  Hint: stop, keep a copy of it as it is, and restore the last backup with `kith restore`"
    )]
    Corrupt(String),
    /// A later version of Kith has been here.
    #[error(
        "the database has step {found}, and this program knows only {known}\n  Hint: use the newer `kith`, or restore a backup made with this one"
    )]
    Newer {
        /// The last step taken.
        found: i64,
        /// The last step known here.
        known: i64,
    },
    /// The place or the way in is wrong; trying again will not help.
    #[error("the database cannot be used: {0}")]
    Unusable(String),
    /// What was given to be kept is not fit to be.
    #[error("{0}")]
    Invalid(String),
    /// Something is sealed with another installation key.
    #[error(
        "{0} was sealed with another installation key\n  Hint: start Kith with the key file that was used when it was saved"
    )]
    WrongKey(String),
    /// Something is sealed, and no installation key was given.
    #[error(
        "this is sealed, and there is no installation key to open it\n  Hint: put the file installation.key into the folder of what is kept, which --data names"
    )]
    NoKey,
    /// Of what was destroyed on purpose nothing can be read, and nothing can be added to it.
    #[error("{0} was destroyed; nothing can be added to it")]
    Gone(StreamId),
    /// What belongs to a case was to be kept, and the case has no history yet.
    #[error("there is no case {0}")]
    NoCase(StreamId),
    /// The database that a backup was to be restored into holds something.
    #[error("the database is not empty: {0}\n  Hint: restore into a new file or a new database")]
    NotEmpty(String),
}

impl StoreError {
    /// Whether the same may succeed a moment later.
    pub fn is_passing(&self) -> bool {
        matches!(self, Self::Unavailable(_))
    }
}

/// Why nothing was appended.
#[derive(Debug, thiserror::Error)]
pub enum AppendError {
    /// Someone else appended in the meantime.
    #[error(
        "the record has moved on: it is at version {actual}, not {expected}\n  Hint: read it again and decide anew"
    )]
    Conflict {
        /// The version it was thought to be at.
        expected: Version,
        /// The version it is at.
        actual: Version,
    },
    /// The key was used before, for something else.
    #[error(
        "this form was sent before with other answers\n  Hint: open the page again, so that the form has a new key"
    )]
    KeyReused,
    /// All else.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<sqlx::Error> for AppendError {
    fn from(error: sqlx::Error) -> Self {
        Self::Store(error.into())
    }
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::Database(database) => of_database(database.as_ref()),
            sqlx::Error::PoolTimedOut => Self::Unavailable("no connection could be had in time".into()),
            sqlx::Error::Configuration(why) => Self::Unusable(why.to_string()),
            sqlx::Error::Io(why) if why.kind() == std::io::ErrorKind::InvalidData => Self::Unusable(format!(
                "no safe connection: {why}\n  Hint: add ?sslrootcert=FILE to the address, with the certificate to trust"
            )),
            sqlx::Error::Tls(why) => Self::Unusable(format!("no safe connection: {why}")),
            sqlx::Error::RowNotFound => Self::Corrupt("a row is missing".into()),
            sqlx::Error::ColumnNotFound(_) | sqlx::Error::ColumnDecode { .. } | sqlx::Error::Decode(_) => {
                Self::Corrupt(error.to_string())
            }
            sqlx::Error::Encode(_) | sqlx::Error::InvalidArgument(_) => Self::Invalid(error.to_string()),
            _ => Self::Unavailable(error.to_string()),
        }
    }
}

/// By the engine's own code: SQLite's are numbers, the lowest byte being the kind; PostgreSQL's have five signs.
fn of_database(error: &dyn sqlx::error::DatabaseError) -> StoreError {
    let said = error.message().to_owned();
    if error.is_unique_violation() {
        return StoreError::Conflict(format!("that is there already ({said})"));
    }
    if error.is_foreign_key_violation() {
        return StoreError::Conflict(format!("what this belongs to is not there ({said})"));
    }
    let code = error.code().unwrap_or_default();
    match (code.len(), code.parse::<i64>()) {
        (5, _) => of_postgres(&code, said),
        (_, Ok(number)) => of_sqlite(number & 0xff, said),
        _ => StoreError::Unavailable(said),
    }
}

fn of_sqlite(kind: i64, said: String) -> StoreError {
    match kind {
        11 | 26 => StoreError::Corrupt(said),
        3 | 8 | 14 | 23 => {
            StoreError::Unusable(format!("{said}\n  Hint: see who may read and write the file and its folder"))
        }
        18 | 20 | 25 => StoreError::Invalid(said),
        1 if said.starts_with("no such ") => StoreError::Corrupt(said),
        _ => StoreError::Unavailable(said),
    }
}

fn of_postgres(code: &str, said: String) -> StoreError {
    match (&code[..2], code) {
        // While another server takes over, this one may only read.
        (_, "25006") => StoreError::Unavailable(said),
        ("XX", _) | ("42", "42P01" | "42703") => StoreError::Corrupt(said),
        ("28", _) => StoreError::Unusable(format!("{said}\n  Hint: see the name and the password in --database")),
        ("3D", _) => StoreError::Unusable(format!("{said}\n  Hint: create the database first: createdb NAME")),
        ("42" | "0A" | "25", _) => StoreError::Unusable(said),
        ("22", _) => StoreError::Invalid(said),
        _ => StoreError::Unavailable(said),
    }
}
