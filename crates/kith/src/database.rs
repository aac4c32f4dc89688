//! Where the database is, said the same way to every command.

use anyhow::{Context, Result};
use clap::Args;
use std::path::PathBuf;
use store::{Location, Store};

/// The name of the variable that may hold the address, so that its password stands in no list of processes.
const DATABASE: &str = "KITH_DATABASE";

/// Where the database is.
#[derive(Args)]
pub(crate) struct DatabaseArgs {
    /// The folder of the database, in which it is the file kith.db.
    #[arg(long, value_name = "DIR", default_value = "data", conflicts_with = "database")]
    data: PathBuf,
    /// Another database: postgres://name:password@host/database, or a file. May be set as KITH_DATABASE instead.
    #[arg(long, value_name = "URL")]
    database: Option<Location>,
}

impl DatabaseArgs {
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

    /// The database, made where it is missing.
    pub(crate) async fn open(&self) -> Result<Store> {
        let location = self.location()?;
        Store::open(&location).await.with_context(|| format!("the database {location}"))
    }
}
