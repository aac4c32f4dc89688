//! Where the database is, said the same way to every command.

use anyhow::{Context, Result};
use clap::Args;
use std::path::{Path, PathBuf};
use store::{Keys, Location, Store};

/// The name of the variable that may hold the address, so that its password stands in no list of processes.
const DATABASE: &str = "KITH_DATABASE";

/// The folder of what is kept, where none is named.
const DATA: &str = "data";

/// Where the database is.
#[derive(Args)]
pub(crate) struct DatabaseArgs {
    /// The folder of what is kept: the database as the file kith.db, the installation's keys, and letters to be posted.
    #[arg(long, value_name = "DIR", default_value = DATA)]
    data: PathBuf,
    /// Another database: postgres://name:password@host/database, with more servers of the same one as host,host:port; or a
    /// file. May be set as KITH_DATABASE instead.
    #[arg(long, value_name = "URL")]
    database: Option<Location>,
}

impl Default for DatabaseArgs {
    fn default() -> Self {
        DatabaseArgs { data: PathBuf::from(DATA), database: None }
    }
}

impl DatabaseArgs {
    /// Whether a database or a folder was asked for, rather than what stands in for them.
    pub(crate) fn is_named(&self) -> bool {
        self.database.is_some() || self.data != Path::new(DATA) || std::env::var(DATABASE).is_ok()
    }

    /// The folder of what is kept, made where it is missing.
    pub(crate) fn folder(&self) -> Result<PathBuf> {
        std::fs::create_dir_all(&self.data).with_context(|| {
            format!("the folder {} cannot be made; choose another with --data", self.data.display())
        })?;
        Ok(self.data.clone())
    }

    /// The place that was named, or else the file in the folder.
    pub(crate) fn location(&self) -> Result<Location> {
        if let Some(location) = &self.database {
            return Ok(location.clone());
        }
        match std::env::var(DATABASE) {
            Ok(text) => text.parse().with_context(|| format!("{DATABASE} is set")),
            Err(_) => Ok(Location::in_folder(&self.data)),
        }
    }

    /// Whether there is a database to be read: a server was named, or the file exists.
    pub(crate) fn is_there(&self) -> Result<bool> {
        Ok(match self.location()? {
            Location::Sqlite(path) => path.exists(),
            Location::Postgres(_) => true,
        })
    }

    /// The folder of what is kept, which may not be there.
    pub(crate) fn data(&self) -> &Path {
        &self.data
    }

    /// The file of this installation's keys: one to a line, of which the first seals.
    pub(crate) fn key_file(&self) -> PathBuf {
        self.data.join("installation.key")
    }

    /// The database, made where it is missing, with the installation's keys where there are any.
    pub(crate) async fn open(&self) -> Result<Store> {
        let location = self.location()?;
        let store = Store::open(&location).await.with_context(|| format!("the database {location}"))?;
        let file = self.key_file();
        Ok(if file.exists() { store.with_keys(Keys::load(&file)?) } else { store })
    }
}
