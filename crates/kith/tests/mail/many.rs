//! How fast updates go out to many, how much memory it takes, and that none goes out twice. `KITH_UPDATES=100000` says how many.

use crate::server;
use crate::{ask, mail, open, write};
use jiff::Timestamp;
use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};
use store::{Outcome, UpdatesToken};

/// So many people who asked and confirmed.
async fn fill(folder: &Path, people: usize) {
    let store = open(folder).await;
    for number in 0..people {
        ask(&store, &format!("carer{number}@example.org")).await;
    }
    loop {
        let bag = store.due(Timestamp::now(), 5000).await.unwrap();
        if bag.is_empty() {
            break;
        }
        for one in &bag {
            let token: UpdatesToken = one.body.rsplit_once('/').unwrap().1.parse().unwrap();
            store.subscriber_confirm(&token, Timestamp::now()).await.unwrap().unwrap();
        }
        let told: Vec<_> = bag.into_iter().map(|mail| (mail, Outcome::Sent)).collect();
        for few in told.chunks(500) {
            store.settle(few, Timestamp::now()).await.unwrap();
        }
    }
    write(&store, "edition 1").await;
    store.close().await;
}

/// The most memory a program has held so far, in MB; none where the system does not say.
fn peak(child: &Child) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().trim_end_matches(" kB").parse::<u64>().ok()? / 1024)
}

#[test]
fn to_many_each_once() {
    let people = std::env::var("KITH_UPDATES").ok().and_then(|text| text.parse().ok()).unwrap_or(300);
    // Filled where the disk is not waited for, and sent from where it is.
    let quick = Path::new("/dev/shm");
    let filled = if quick.is_dir() { tempfile::tempdir_in(quick).unwrap() } else { tempfile::tempdir().unwrap() };
    crate::block_on(fill(filled.path(), people));
    let folder = tempfile::tempdir().unwrap();
    for file in std::fs::read_dir(filled.path()).unwrap() {
        let file = file.unwrap();
        std::fs::copy(file.path(), folder.path().join(file.file_name())).unwrap();
    }
    let (url, mailbox) = server::start(Duration::ZERO);
    let began = Instant::now();
    let mut sender = mail(folder.path(), &["send", "--smtp", &url]).stdout(Stdio::null()).spawn().unwrap();
    let mut most = 0;
    let done = loop {
        most = most.max(peak(&sender).unwrap_or(0));
        match sender.try_wait().unwrap() {
            Some(done) => break done,
            None => std::thread::sleep(Duration::from_millis(20)),
        }
    };
    let took = began.elapsed().as_secs_f64();
    assert!(done.success());
    let arrived = mailbox.all();
    let to: BTreeSet<&str> = arrived.iter().map(|one| one.to.as_str()).collect();
    assert_eq!((arrived.len(), to.len()), (people, people), "each once");
    println!("{people} updates in {took:.1} s, {:.0} a second, {most} MB at most, none twice", people as f64 / took);
}
