//! Everything taken out while it is in use, and put back with proof.

mod export;
mod proof;
mod restore;
mod sealed;
mod table;

pub use proof::Proof;
pub use sealed::open_backup;

use sqlx::{AnyConnection, Connection};
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use crate::backup::sealed::Sealer;
use crate::error::StoreError;
use crate::key::InstallationKey;
use crate::location::Location;
use crate::store::{Engine, Store, private};

impl Store {
    /// Writes a backup while the database is in use: a copy of the SQLite file where `to` ends in `.db`, else all of it
    /// as text, which either kind of database can be restored from. The file is there whole or not at all.
    pub async fn backup(&self, to: &Path) -> Result<Proof, StoreError> {
        self.backup_with(to, None).await
    }

    /// Writes a backup as text, sealed with a key. `open_backup` opens it.
    pub async fn backup_sealed(&self, to: &Path, key: &InstallationKey) -> Result<Proof, StoreError> {
        self.backup_with(to, Some(key)).await
    }

    async fn backup_with(&self, to: &Path, key: Option<&InstallationKey>) -> Result<Proof, StoreError> {
        if to.exists() {
            return Err(StoreError::Unusable(format!("{} is there already\n  Hint: give another name", to.display())));
        }
        let part = part(to);
        let made = match (to.extension().is_some_and(|ending| ending == "db"), key) {
            (true, None) => self.copy(&part).await,
            (true, Some(_)) => Err(StoreError::Unusable(
                "only a backup as text can be sealed\n  Hint: let the name of the backup end in .sealed".into(),
            )),
            (false, key) => self.export_file(&part, key).await,
        };
        let finished = made.and_then(|proof| std::fs::rename(&part, to).map(|()| proof).map_err(|why| file(to, &why)));
        if finished.is_err() {
            let _ = std::fs::remove_file(&part);
        }
        finished
    }

    async fn export_file(&self, to: &Path, key: Option<&InstallationKey>) -> Result<Proof, StoreError> {
        // It holds everything: only its owner may read it.
        let opened = private().create(true).truncate(true).open(to).map_err(|why| file(to, &why))?;
        let mut writer = BufWriter::new(opened);
        let proof = match key {
            None => self.export(&mut writer).await?,
            Some(key) => {
                let mut sealer = Sealer::begin(writer, key).map_err(|why| file(to, &why))?;
                let proof = self.export(&mut sealer).await?;
                writer = sealer.finish().map_err(|why| file(to, &why))?;
                proof
            }
        };
        let opened = writer.into_inner().map_err(|why| file(to, why.error()))?;
        opened.sync_all().map_err(|why| file(to, &why))?;
        Ok(proof)
    }

    /// SQLite's own copy, made from one moment of the file; then opened and looked through.
    async fn copy(&self, to: &Path) -> Result<Proof, StoreError> {
        if self.engine() != Engine::Sqlite {
            return Err(StoreError::Unusable(
                "only a SQLite database can be copied as a file\n  Hint: let the name of the backup end in .ndjson"
                    .into(),
            ));
        }
        let location = Location::Sqlite(to.to_owned());
        let name = to.to_str().ok_or_else(|| StoreError::Unusable("the path is not plain text (UTF-8)".into()))?;
        // Made empty first, so that nobody else can read it at any time.
        private().create(true).truncate(true).open(to).map_err(|why| file(to, &why))?;
        sqlx::query("vacuum into $1").bind(name).execute(&self.pool).await?;
        File::open(to).and_then(|copy| copy.sync_all()).map_err(|why| file(to, &why))?;
        let mut copy = AnyConnection::connect(&location.url()?).await?;
        let proof = proof::prove(&mut copy, Engine::Sqlite, &self.vaults).await;
        copy.close().await?;
        proof
    }

    /// Writes everything as text, as it was at one moment: a line to a row, the same for the same contents whatever the
    /// database, and at the end how much it was and its digest.
    pub async fn export(&self, to: &mut (dyn Write + Send)) -> Result<Proof, StoreError> {
        let mut tx = self.snapshot().await?;
        let proof = export::export(&mut tx, self.engine(), to).await?;
        tx.rollback().await?;
        Ok(proof)
    }

    /// Looks through everything: every stream without gaps, every letter and key with its event, every file as its digest
    /// says, every audit chain whole, and every vault opened where there are keys.
    pub async fn prove(&self) -> Result<Proof, StoreError> {
        let mut tx = self.snapshot().await?;
        let proof = proof::prove(&mut tx, self.engine(), &self.vaults).await?;
        tx.rollback().await?;
        Ok(proof)
    }
}

/// The name a backup has while it is being made.
fn part(to: &Path) -> PathBuf {
    let mut name = to.as_os_str().to_owned();
    name.push(".part");
    name.into()
}

fn file(path: &Path, why: &std::io::Error) -> StoreError {
    StoreError::Unusable(format!("{}: {why}", path.display()))
}
