//! The rules of the house that a machine can check. What a rule is for stands with it, in the files below.

mod borders;
mod dead;
mod lexer;
mod rust;
mod text;
mod tree;
mod trust;

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

pub(crate) use borders::Metadata;

/// Checks every file and prints what is to mend; long files are only remarked upon.
pub(crate) fn run(root: &Path) -> Result<()> {
    let files = tree::read(root)?;
    let councils = borders::councils(&files);
    ensure!(!councils.is_empty(), "places/councils.csv names no council");
    let (mut faults, mut remarks, mut rust_files) = (Vec::new(), Vec::new(), 0_usize);
    for file in &files {
        faults.extend(text::check(file));
        if file.is(".rs") {
            rust_files += 1;
            let source = rust::source(file);
            faults.extend(rust::check(file, &source));
            faults.extend(borders::check(file, &source, &councils));
            remarks.extend(rust::remark(file));
        }
    }
    let ids = files.iter().find(|file| file.path == "xtask/supports.txt").context("xtask/supports.txt is missing")?;
    faults.extend(dead::check(&files, &ids.text));
    faults.extend(trust::check(&files));
    faults.extend(borders::dependencies(&metadata(root)?));
    for remark in &remarks {
        eprintln!("remark: {remark}");
    }
    let lines: usize = files.iter().filter(|file| file.is(".rs")).map(|file| file.text.lines().count()).sum();
    let summary = format!(
        "{} files, {rust_files} of Rust with {lines} lines, {} of them long; {} to mend",
        files.len(),
        remarks.len(),
        faults.len()
    );
    crate::chore::finish("tidy", &faults, &summary)
}

/// What Cargo knows of our packages and of everything beneath them.
pub(crate) fn metadata(root: &Path) -> Result<Metadata> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let told = Command::new(cargo)
        .args(["metadata", "--format-version", "1", "--locked"])
        .current_dir(root)
        .output()
        .context("running cargo metadata")?;
    ensure!(told.status.success(), "cargo metadata failed:\n{}", String::from_utf8_lossy(&told.stderr));
    serde_json::from_slice(&told.stdout).context("reading what cargo metadata says")
}
