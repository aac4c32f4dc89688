//! What may stand where: SQL in the store alone, no input or output in the law, no council by name in the engine,
//! each heavy dependency in the crate it is for.

use serde::Deserialize;

use super::lexer::Source;
use super::tree::File;

/// Crates that are given everything they know, and what of the outer world they may not touch.
const PURE: &[&str] = &[
    "crates/language/src/",
    "crates/law/src/",
    "crates/offer/src/",
    "crates/outreach/src/",
    "crates/paper/src/",
    "crates/returns/src/",
];
const OUTER_WORLD: &[&str] = &[
    "std::fs",
    "std::env::",
    "std::net",
    "std::process",
    "std::thread::sleep",
    "SystemTime",
    "Instant",
    "Zoned::now",
    "Timestamp::now",
    "println!",
    "eprintln!",
];

/// Dependencies that shape what they enter, and the only crates that may have them.
const HEAVY: &[(&str, &[&str])] = &[
    ("axum", &["web", "kith"]),
    ("tower", &["web"]),
    ("tower-http", &["web"]),
    ("hyper", &["web", "kith"]),
    ("askama", &["web"]),
    ("pulldown-cmark", &["web"]),
    ("chacha20poly1305", &["store", "web"]),
    ("tokio", &["web", "kith", "store"]),
    ("clap", &["kith"]),
    ("include_dir", &["kith"]),
    ("indicatif", &["kith"]),
    ("parquet", &["kith"]),
    ("arrow", &["kith"]),
    ("sqlx", &["store"]),
    ("tokio-postgres", &["store"]),
    ("rusqlite", &["store"]),
    ("redb", &["store"]),
    ("anyhow", &["kith", "letters", "xtask"]),
    ("docx-rs", &["paper"]),
    ("fluent-bundle", &["language"]),
    ("typst", &["letters"]),
    ("typst-pdf", &["letters"]),
    ("brotli-decompressor", &["xtask"]),
    ("rmp-serde", &["xtask"]),
    ("spdx", &["xtask"]),
    ("regex", &[]),
    ("chrono", &[]),
    ("openssl", &[]),
    // Asks a council's own sign-in, and GOV.UK Notify, where they are built; nothing else asks another machine.
    ("reqwest", &["kith", "web"]),
];

/// What each crate may know of the others of this workspace.
const INWARD: &[(&str, &[&str])] = &[
    ("language", &["law"]),
    ("law", &[]),
    ("offer", &["law"]),
    ("paper", &["law"]),
    ("returns", &["casework"]),
    ("letters", &["paper"]),
    ("casework", &["law", "paper"]),
    ("outreach", &["casework", "law", "offer"]),
    ("web", &["casework", "language", "law", "offer", "outreach", "paper", "returns", "store"]),
    ("store", &["law", "offer"]),
];

/// The crates of the workspace and what they depend on, as Cargo tells.
#[derive(Deserialize)]
pub(crate) struct Metadata {
    /// Every package, of the workspace and beneath.
    pub(crate) packages: Vec<Package>,
}

/// One package.
#[derive(Deserialize)]
pub(crate) struct Package {
    /// Its name.
    pub(crate) name: String,
    /// Its version.
    pub(crate) version: String,
    /// Its licence, as an SPDX expression.
    pub(crate) license: Option<String>,
    /// Where it comes from; none for our own.
    pub(crate) source: Option<String>,
    /// What it depends on.
    pub(crate) dependencies: Vec<Dependency>,
}

/// One line of `[dependencies]`.
#[derive(Deserialize)]
pub(crate) struct Dependency {
    name: String,
    kind: Option<String>,
}

/// Faults of a Rust file at its borders.
pub(crate) fn check(file: &File, source: &Source, councils: &[String]) -> Vec<String> {
    let mut faults = Vec::new();
    // A bare database is what `bench` measures the store beside.
    if !["crates/store/", "bench/"].iter().any(|home| file.path.starts_with(home)) {
        let sql = source.strings.iter().filter(|(_, text)| is_sql(text));
        faults.extend(sql.map(|(line, _)| format!("{}:{line}: SQL belongs in crates/store", file.path)));
    }
    if PURE.iter().any(|place| file.path.starts_with(place)) {
        for (number, line) in source.code.lines().enumerate() {
            if let Some(word) = OUTER_WORLD.iter().find(|word| holds(line, word)) {
                faults.push(format!("{}:{}: {word}: this crate is given what it knows", file.path, number + 1));
            }
        }
    }
    if file.path.starts_with("crates/law/src/") {
        for (line, text) in &source.strings {
            if let Some(name) = councils.iter().find(|name| holds(text, name)) {
                faults.push(format!("{}:{line}: {name:?}: the law names no council", file.path));
            }
        }
    }
    faults
}

/// Faults of the lists of dependencies.
pub(crate) fn dependencies(metadata: &Metadata) -> Vec<String> {
    let ours: Vec<&Package> = metadata.packages.iter().filter(|package| package.source.is_none()).collect();
    let mut faults = Vec::new();
    for package in &ours {
        for dependency in &package.dependencies {
            let for_tests = dependency.kind.as_deref() == Some("dev");
            let heavy = HEAVY.iter().find(|(name, _)| *name == dependency.name);
            if let Some((name, allowed)) =
                heavy.filter(|(_, allowed)| !allowed.contains(&package.name.as_str()) && !for_tests)
            {
                faults.push(format!("{}: {name} is only for {allowed:?}", package.name));
            }
            let inward = INWARD.iter().find(|(name, _)| *name == package.name);
            let is_ours = ours.iter().any(|other| other.name == dependency.name);
            if inward.is_some_and(|(_, allowed)| is_ours && !for_tests && !allowed.contains(&dependency.name.as_str()))
            {
                faults.push(format!("{} may not depend on {}", package.name, dependency.name));
            }
        }
    }
    faults
}

/// The names of the councils, from the register.
pub(crate) fn councils(files: &[File]) -> Vec<String> {
    let register = files.iter().find(|file| file.path == "places/councils.csv");
    let lines = register.map(|file| file.text.as_str()).unwrap_or_default().lines();
    let rows = lines.filter(|line| !line.starts_with('#')).skip(1);
    rows.filter_map(|row| Some(row.split(',').nth(1)?.trim_matches('"').to_owned()))
        .filter(|name| name.len() > 3)
        .collect()
}

fn is_sql(text: &str) -> bool {
    let text = text.trim_start().to_lowercase();
    let both = |first: &str, then: &str| text.starts_with(first) && text.contains(then);
    both("select ", " from ")
        || both("update ", " set ")
        || both("insert into ", "(")
        || both("delete from ", " where ")
        || both("create table ", "(")
        || both("alter table ", " add ")
}

/// Whether the text holds the word, and not as part of a longer one.
fn holds(text: &str, word: &str) -> bool {
    let whole = |c: char| c.is_alphanumeric() || c == '_';
    let ends_open = word.ends_with(|c: char| !whole(c));
    text.match_indices(word)
        .any(|(at, _)| !text[..at].ends_with(whole) && (ends_open || !text[at + word.len()..].starts_with(whole)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sql_is_told_from_english() {
        assert!(is_sql(&["SELECT", "id FROM families"].join(" ")));
        assert!(is_sql(&["insert", "into notes (a) values (1)"].join(" ")));
        assert!(!is_sql("select one of these"));
        assert!(!is_sql("Update the page"));
    }

    #[test]
    fn whole_words_only() {
        assert!(holds("let t = Instant::now();", "Instant"));
        assert!(!holds("InstantIsh", "Instant"));
        assert!(!holds("Kentish", "Kent"));
    }
}
