//! The texts Kith answers from: built in, or read from a folder.

use anyhow::{Context, Result, bail};
use casework::Practice;
use include_dir::{Dir, include_dir};
use law::text::SourceFile;
use law::{Fault, Law};
use offer::Offers;
use paper::Letters;
use std::path::Path;
use std::sync::Arc;

static OFFERS: Dir = include_dir!("$CARGO_MANIFEST_DIR/../../offers");
static LETTERS: Dir = include_dir!("$CARGO_MANIFEST_DIR/../../content/en/letters");
static CASEWORK: Dir = include_dir!("$CARGO_MANIFEST_DIR/../../casework");
static LAW: Dir = include_dir!("$CARGO_MANIFEST_DIR/../../law");

/// The texts of the law: those of a folder where one is given, else those built in.
pub(crate) fn law_texts(folder: Option<&Path>) -> Result<Vec<SourceFile>> {
    match folder {
        None => Ok(built_in(&LAW)),
        Some(folder) => read_folder(folder),
    }
}

/// The law without faults, or every fault as one error.
pub(crate) fn law(folder: Option<&Path>) -> Result<Arc<Law>> {
    let (law, faults) = Law::load(&law_texts(folder)?);
    if faults.is_empty() {
        return Ok(Arc::new(law));
    }
    bail!("the law has {} and cannot be used:\n{}", count(faults.len(), "fault"), list(&faults));
}

/// The councils' offers: those of a folder where one is given, else those built in; without faults.
pub(crate) fn offers(folder: Option<&Path>, law: &Law) -> Result<Arc<Offers>> {
    let texts = match folder {
        None => built_in(&OFFERS),
        Some(folder) => one_or_many(folder, read_folder(folder)?),
    };
    let (offers, faults) = Offers::load(&texts, law);
    if faults.is_empty() {
        return Ok(Arc::new(offers));
    }
    bail!("the offers have {} and cannot be used:\n{}", count(faults.len(), "fault"), list(&faults));
}

/// The texts of a folder of offers; where it is the folder of one offer, they stand in it by its name.
fn one_or_many(folder: &Path, mut texts: Vec<SourceFile>) -> Vec<SourceFile> {
    let whole = std::fs::canonicalize(folder);
    let name = whole.ok().and_then(|path| path.file_name().map(|name| name.to_string_lossy().into_owned()));
    if let Some(name) = name.filter(|_| texts.iter().any(|text| text.path == "offer.law")) {
        texts.iter_mut().for_each(|text| text.path = format!("{name}/{}", text.path));
    }
    texts
}

/// The texts of the letters built in.
pub(crate) fn letter_texts() -> Vec<SourceFile> {
    built_in(&LETTERS)
}

/// The letters built in, without faults.
pub(crate) fn letters(law: &Law) -> Result<Arc<Letters>> {
    let (letters, faults) = Letters::load(&letter_texts(), law);
    if faults.is_empty() {
        return Ok(Arc::new(letters));
    }
    bail!("the letters have {} and cannot be used:\n{}", count(faults.len(), "fault"), list(&faults));
}

/// How casework is done, without faults.
pub(crate) fn practice(law: &Law) -> Result<Arc<Practice>> {
    let (practice, faults) = Practice::load(&built_in(&CASEWORK), law);
    if faults.is_empty() {
        return Ok(Arc::new(practice));
    }
    bail!("the table of casework has {} and cannot be used:\n{}", count(faults.len(), "fault"), list(&faults));
}

/// `1 fault`, `2 faults`.
pub(crate) fn count(number: usize, thing: &str) -> String {
    format!("{number} {thing}{}", if number == 1 { "" } else { "s" })
}

/// Faults, one beneath the other.
pub(crate) fn list(faults: &[Fault]) -> String {
    faults.iter().map(Fault::to_string).collect::<Vec<_>>().join("\n")
}

fn built_in(folder: &Dir) -> Vec<SourceFile> {
    let mut files = Vec::new();
    for file in folder.files() {
        if let Some(text) = file.contents_utf8() {
            files.push(SourceFile { path: file.path().to_string_lossy().into_owned(), text: text.to_owned() });
        }
    }
    files.extend(folder.dirs().flat_map(built_in));
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

fn read_folder(folder: &Path) -> Result<Vec<SourceFile>> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        let entries = std::fs::read_dir(&next).with_context(|| format!("cannot read the folder {}", next.display()))?;
        for entry in entries {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            if !path.extension().is_some_and(|ending| ending == "md" || ending == "law") {
                continue;
            }
            let text = std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
            let short = path.strip_prefix(folder).unwrap_or(&path);
            files.push(SourceFile { path: short.to_string_lossy().replace('\\', "/"), text });
        }
    }
    if files.is_empty() {
        bail!("{} holds no .law or .md file; is it a folder like law/?", folder.display());
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}
