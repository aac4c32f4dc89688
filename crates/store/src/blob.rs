//! Small files, kept once by the digest of what is in them: pictures, minutes of meetings, attachments. An edition's
//! own text is not here but in its event.

use sqlx::Row;

use crate::error::StoreError;
use crate::secret::Digest;
use crate::store::Store;

/// The largest file that is kept.
pub const LARGEST_BLOB: usize = 8 * 1024 * 1024;

impl Store {
    /// Keeps a file and says its digest. The same file again is the same one.
    pub async fn put_blob(&self, bytes: &[u8]) -> Result<Digest, StoreError> {
        if bytes.len() > LARGEST_BLOB {
            let most = LARGEST_BLOB / 1024 / 1024;
            return Err(StoreError::Invalid(format!("the file is too large: at most {most} MB")));
        }
        let digest = Digest::of(bytes);
        let mut tx = self.write().await?;
        sqlx::query("insert into blobs (digest, bytes) values ($1, $2) on conflict do nothing")
            .bind(digest.as_str())
            .bind(bytes)
            .execute(&mut *tx)
            .await?;
        tx.commit().await?;
        Ok(digest)
    }

    /// A file, checked against its digest.
    pub async fn get_blob(&self, digest: &Digest) -> Result<Option<Vec<u8>>, StoreError> {
        let row = sqlx::query("select bytes from blobs where digest = $1")
            .bind(digest.as_str())
            .fetch_optional(&self.pool)
            .await?;
        let Some(row) = row else { return Ok(None) };
        let bytes: Vec<u8> = row.try_get("bytes")?;
        if Digest::of(&bytes) != *digest {
            return Err(StoreError::Corrupt(format!("the file {digest} is not what was kept")));
        }
        Ok(Some(bytes))
    }
}
