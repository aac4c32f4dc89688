//! Whether we may ship what we build on: the licence of every dependency, and known faults in them.
//!
//! Allowed are licences that ask no more than to be named, and the Mozilla Public License, which asks for changes
//! to its own files alone.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use serde::Deserialize;
use spdx::{Expression, ParseMode};
use std::collections::BTreeMap;

use crate::tidy;

const ALLOWED: &[&str] = &[
    "MIT",
    "MIT-0",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "MPL-2.0",
    "Unicode-3.0",
    "Zlib",
    "CC0-1.0",
    "Unlicense",
    "BSL-1.0",
    "0BSD",
];

/// What npm wrote of the packages the browser tests use.
#[derive(Deserialize)]
struct NodeLock {
    packages: BTreeMap<String, NodePackage>,
}

#[derive(Deserialize)]
struct NodePackage {
    license: Option<String>,
}

/// Checks every licence; then asks after known faults, where that can be asked.
pub(crate) fn run(root: &Path) -> Result<()> {
    let metadata = tidy::metadata(root)?;
    let mut faults = Vec::new();
    let mut count = 0_usize;
    for package in metadata.packages.iter().filter(|package| package.source.is_some()) {
        count += 1;
        let name = format!("{} {}", package.name, package.version);
        faults.extend(refused(&name, package.license.as_deref()));
    }
    let lock = root.join("tests/browser/package-lock.json");
    if lock.exists() {
        let text = fs::read_to_string(&lock)?;
        let lock: NodeLock = serde_json::from_str(&text).context("reading tests/browser/package-lock.json")?;
        for (path, package) in lock.packages.iter().filter(|(path, _)| !path.is_empty()) {
            count += 1;
            faults.extend(refused(path, package.license.as_deref()));
        }
    }
    let advisories = advisories(root);
    faults.extend(advisories.faults);
    let summary = format!("{count} packages, {} to mend; known faults: {}", faults.len(), advisories.said);
    crate::chore::finish("licences", &faults, &summary)
}

/// Why a package may not be used, where it may not.
fn refused(name: &str, license: Option<&str>) -> Option<String> {
    let Some(license) = license else {
        return Some(format!("{name}: names no licence"));
    };
    let expression = match Expression::parse_mode(license, ParseMode::LAX) {
        Ok(expression) => expression,
        Err(error) => return Some(format!("{name}: the licence {license:?} cannot be read: {}", error.reason)),
    };
    let allowed = expression.evaluate(|wanted| {
        let id = wanted.license.id().map(|id| id.name);
        id.is_some_and(|id| ALLOWED.contains(&id))
    });
    (!allowed).then(|| format!("{name}: {license} is not among the licences we allow"))
}

struct Advisories {
    faults: Vec<String>,
    said: String,
}

/// Asks `cargo audit`, which needs its database from the network; says plainly where that was not possible.
fn advisories(root: &Path) -> Advisories {
    let skipped = |why: &str| Advisories { faults: Vec::new(), said: format!("SKIPPED, not checked: {why}") };
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let Ok(told) = Command::new(cargo).args(["audit", "--color", "never"]).current_dir(root).output() else {
        return skipped("cargo could not be run");
    };
    let said = String::from_utf8_lossy(&told.stderr).into_owned() + &String::from_utf8_lossy(&told.stdout);
    if told.status.success() {
        return Advisories { faults: Vec::new(), said: "none in the advisory database".into() };
    }
    if said.contains("no such command") {
        return skipped("cargo-audit is not installed");
    }
    if !said.contains("vulnerabilit") {
        return skipped("the advisory database could not be reached");
    }
    Advisories { faults: said.lines().map(str::to_owned).collect(), said: "found".into() }
}

#[cfg(test)]
mod tests {
    use super::refused;

    #[test]
    fn expressions_are_weighed() {
        let table = [
            ("MIT OR Apache-2.0", true),
            ("MIT/Apache-2.0", true),
            ("(MIT OR Apache-2.0) AND Unicode-3.0", true),
            ("Apache-2.0 WITH LLVM-exception OR MIT", true),
            ("GPL-3.0-only OR MIT", true),
            ("MIT AND GPL-3.0-only", false),
            ("AGPL-3.0", false),
        ];
        for (license, allowed) in table {
            assert_eq!(refused("x", Some(license)).is_none(), allowed, "{license}");
        }
        assert!(refused("x", None).is_some());
    }
}
