//! The files of `law/`, read once so that loading them can be measured without the disk.

use anyhow::{Context, Result, ensure};
use law::Law;
use law::text::SourceFile;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The root of the repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Every file of `law/`, in the order of their names.
pub fn read() -> Result<Vec<SourceFile>> {
    let folder = root().join("law");
    let mut files = Vec::new();
    read_folder(&folder, &folder, &mut files)?;
    Ok(files)
}

/// The texts of a folder and those in it.
pub fn read_folder(root: &Path, folder: &Path, files: &mut Vec<SourceFile>) -> Result<()> {
    let entries = std::fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))?;
    let mut paths = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    paths.sort();
    for path in paths {
        if path.is_dir() {
            read_folder(root, &path, files)?;
        } else if path.extension().is_some_and(|ending| ending == "law" || ending == "md") {
            let text = std::fs::read_to_string(&path)?;
            files.push(SourceFile { path: path.strip_prefix(root)?.to_string_lossy().into_owned(), text });
        }
    }
    Ok(())
}

/// The law of these files, which must have no fault.
pub fn load(files: &[SourceFile]) -> Result<Arc<Law>> {
    let (law, faults) = Law::load(files);
    ensure!(faults.is_empty(), "{} faults in law/, the first: {:?}", faults.len(), faults.first());
    Ok(Arc::new(law))
}
