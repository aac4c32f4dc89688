//! `kith build` and `kith account`, as whoever runs them sees them.
#![allow(clippy::unwrap_used, reason = "tests fail loudly")]

mod command;

use command::kith;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use store::{AccountId, Location, NewAccount, Store};

fn files(folder: &Path, found: &mut BTreeSet<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else {
            found.insert(path);
        }
    }
}

/// The path that a link from a file means, with `..` taken away.
fn target(file: &Path, link: &str) -> PathBuf {
    let mut path = file.parent().unwrap().to_path_buf();
    for part in link.split('/') {
        match part {
            ".." => drop(path.pop()),
            part => path.push(part),
        }
    }
    path
}

#[test]
fn an_offer_stands_without_a_server() {
    let folder = tempfile::tempdir().unwrap();
    let (done, said) = kith(folder.path(), &["build", "--council", "southwark", "--out", "site"]);
    assert!(done && said.contains("site/index.html"), "{said}");
    assert!(!folder.path().join("data").exists(), "no database is made");
    let site = folder.path().join("site");
    let mut found = BTreeSet::new();
    files(&site, &mut found);
    assert!(found.len() > 50, "{} files", found.len());
    for file in found.iter().filter(|file| file.extension().is_some_and(|ending| ending == "html")) {
        let text = std::fs::read_to_string(file).unwrap();
        for start in ["href=\"", "src=\"", "action=\""] {
            for rest in text.split(start).skip(1) {
                let link = rest.split(['"', '#', '?']).next().unwrap();
                if link.is_empty() || link.contains(':') {
                    continue;
                }
                assert!(!link.starts_with('/'), "{} leads to a server: {link}", file.display());
                let meant = target(file, link);
                assert!(found.contains(&meant), "{} leads nowhere: {link}", file.display());
            }
        }
    }
    let search = std::fs::read_to_string(site.join("search.html")).unwrap();
    assert!(search.contains("Bursary for 16 to 19 year olds"), "every service is named without a script too");
    let (done, said) = kith(folder.path(), &["build", "--council", "sothwark", "--out", "site"]);
    assert!(!done && said.contains("there is no offer of \"sothwark\""), "{said}");
}

#[test]
fn roles_are_given_where_they_belong() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let store = Store::open(&Location::in_folder(&here.join("data"))).await.unwrap();
        let created = jiff::Timestamp::UNIX_EPOCH;
        let (id, email) = (AccountId::new(created), "ada@council.example".parse().unwrap());
        let account = NewAccount { id, email, name: "Ada".into(), password: None, created, grants: Vec::new() };
        store.account_add(&account).await.unwrap();
        store.close().await;
    });
    let account = |words: &[&str]| kith(here, &[&["account"], words].concat());
    let table: [(&[&str], bool, &str); 8] = [
        (&["grant", "ada@council.example", "lead"], false, "say at which council"),
        (&["grant", "ada@council.example", "ledd", "--council", "southwark"], false, "the roles are: reader"),
        (&["grant", "ada@council.example", "operator", "--council", "southwark"], false, "leave --council out"),
        (&["grant", "bob@council.example", "operator"], false, "there is no account"),
        (&["grant", "ada@council.example", "lead", "--council", "southwark"], true, "is lead at southwark now"),
        (&["list"], true, "lead at southwark, no second step yet"),
        (&["suspend", "ada@council.example"], true, "can no longer sign in"),
        (&["new-password", "ada@council.example"], true, "/account/recovery/"),
    ];
    for (words, works, says) in table {
        let (done, said) = account(words);
        assert!(done == works && said.contains(says), "{words:?}: {said}");
    }
}
