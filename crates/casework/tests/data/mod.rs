//! The law and the table, as the tests read them from their folders.
#![allow(dead_code, clippy::unwrap_used, reason = "each test uses a part of it, and its files are there")]

use casework::Practice;
use casework::story::{Story, Told, run};
use law::Law;
use law::text::SourceFile;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

fn read(folder: &Path, below: &Path, into: &mut Vec<SourceFile>) {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(below).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            read(folder, &path, into);
        } else if !path.ends_with("README.md") {
            let name = path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
            into.push(SourceFile { path: name, text: std::fs::read_to_string(&path).unwrap() });
        }
    }
}

/// The files of a folder of the repository.
pub(crate) fn files(name: &str) -> Vec<SourceFile> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(name);
    let mut files = Vec::new();
    read(&folder, &folder, &mut files);
    files
}

/// The law.
pub(crate) static LAW: LazyLock<Arc<Law>> = LazyLock::new(|| Arc::new(Law::load(&files("law")).0));

/// The table, with its faults.
pub(crate) static TABLE: LazyLock<(Practice, Vec<law::Fault>)> =
    LazyLock::new(|| Practice::load(&files("casework"), &LAW));

/// The stories of a text, played after those with which others begin; what came of the last of them.
pub(crate) fn play(text: &str, practice: &Practice, law: &Arc<Law>) -> Told {
    let begun = files("casework").into_iter().find(|file| file.path.ends_with("1-begun.law")).unwrap();
    let mut stories = Vec::new();
    for file in [begun, SourceFile { path: "here.law".to_owned(), text: text.to_owned() }] {
        let (read, faults) = Story::read(&file);
        assert_eq!(faults, []);
        stories.extend(read);
    }
    let mut told = run(&stories, practice, law);
    assert_eq!(told.iter().flat_map(|told| &told.wrong).collect::<Vec<_>>(), Vec::<&String>::new());
    told.pop().unwrap()
}
