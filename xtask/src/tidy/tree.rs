//! The files of the repository, as they would be in a fresh copy of it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// Folders that hold nothing of ours.
const LEFT_OUT: &[&str] = &[".git", "target", "node_modules", "data", "test-results", "playwright-report"];

/// A file, with its text where it is text.
pub(crate) struct File {
    /// Path from the root, with `/` between parts.
    pub(crate) path: String,
    /// The text; empty for a file that is not text.
    pub(crate) text: String,
    /// Bytes.
    pub(crate) size: u64,
}

impl File {
    /// Whether the path ends so.
    pub(crate) fn is(&self, ending: &str) -> bool {
        self.path.ends_with(ending)
    }

    /// The name without the folders.
    pub(crate) fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }

    /// The folder, without a stroke at its end; empty for the root.
    pub(crate) fn folder(&self) -> &str {
        self.path.rsplit_once('/').map_or("", |(folder, _)| folder)
    }
}

/// Every file, in order of path.
pub(crate) fn read(root: &Path) -> Result<Vec<File>> {
    let mut files = Vec::new();
    let mut folders: Vec<PathBuf> = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).with_context(|| format!("reading {}", folder.display()))? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let kind = entry.file_type()?;
            if kind.is_dir() && !LEFT_OUT.contains(&name.as_str()) {
                folders.push(entry.path());
            } else if kind.is_file() && !name.ends_with(".snap.new") {
                files.push(file(root, &entry.path())?);
            }
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

fn file(root: &Path, path: &Path) -> Result<File> {
    let bytes = fs::read(path).with_context(|| format!("reading {}", path.display()))?;
    let size = bytes.len() as u64;
    let short = path.strip_prefix(root).unwrap_or(path).to_string_lossy().replace('\\', "/");
    let text = if bytes.contains(&0) { String::new() } else { String::from_utf8(bytes).unwrap_or_default() };
    Ok(File { path: short, text, size })
}
