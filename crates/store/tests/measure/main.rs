//! How fast cases are written and read: `cargo test -p store --test measure -- --ignored --nocapture`. Both databases wait for
//! the disk; two writers, each with its own connection, append one event of 1 KB to cases, with vault and audit chain.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, reason = "measurements fail loudly")]

#[path = "../postgres/mod.rs"]
mod postgres;

use jiff::Timestamp;
use postgres::Server;
use std::time::{Duration, Instant};
use store::{Append, InstallationKey, Keys, Location, NewEvent, Position, Store, StreamId, Version};

/// For how long is appended.
const LONG: Duration = Duration::from_secs(5);
/// How many events the long case has.
const MANY: i64 = 10_000;

async fn append(store: &Store, stream: &StreamId, version: i64, count: usize) {
    let event = NewEvent { kind: "noted".into(), body: format!("{{\"words\":\"{}\"}}", "x".repeat(1000)) };
    let append = Append {
        stream,
        expected_version: Version(version),
        by: None,
        at: Timestamp::UNIX_EPOCH,
        events: vec![event; count],
        index: None,
        mail: Vec::new(),
        key: None,
        form: None,
    };
    store.append(append).await.unwrap();
}

/// How many appends a second two writers come to, over streams whose names begin so.
async fn appends(location: &Location, keys: &Keys, prefix: &'static str) -> f64 {
    let start = Instant::now();
    let mut writers = Vec::new();
    for writer in 0..2 {
        let store = Store::open(location).await.unwrap().with_keys(keys.clone());
        writers.push(tokio::spawn(async move {
            let mut done = 0_i64;
            while start.elapsed() < LONG {
                // Ten events to a case.
                let stream = format!("{prefix}{writer}-{}", done / 10).parse().unwrap();
                append(&store, &stream, done % 10, 1).await;
                done += 1;
            }
            done
        }));
    }
    let mut whole = 0.0;
    for writer in writers {
        whole += writer.await.unwrap() as f64;
    }
    whole / start.elapsed().as_secs_f64()
}

async fn measure(location: &Location) {
    let engine = Store::open(location).await.unwrap().engine();
    let keys = Keys::from(InstallationKey::fresh());
    let plain = appends(location, &keys, "plain/").await;
    let sealed = appends(location, &keys, "case/somewhere/").await;
    println!("{engine:?}: {sealed:.0} appends a second with vault and audit chain, {plain:.0} without");
    let store = Store::open(location).await.unwrap().with_keys(keys.clone());
    for name in ["plain/long", "case/somewhere/long"] {
        let stream = name.parse().unwrap();
        for hundred in 0..MANY / 100 {
            append(&store, &stream, hundred * 100, 100).await;
        }
        let fresh = Store::open(location).await.unwrap().with_keys(keys.clone());
        let mut times = Vec::new();
        for _ in 0..5 {
            let start = Instant::now();
            assert_eq!(fresh.read(&stream, Version::NONE).await.unwrap().len(), 10_000);
            times.push(start.elapsed());
        }
        times.sort();
        println!("{engine:?}: {name}, 10,000 events read in {:.0} ms", times[2].as_secs_f64() * 1e3);
    }
    let start = Instant::now();
    let head = store.verify_audit("somewhere").await.unwrap();
    let events = store.since(Position::START, usize::MAX).await.unwrap().len();
    println!(
        "{engine:?}: a chain of {} verified, and {events} events read, in {:.1} s",
        head.seq,
        start.elapsed().as_secs_f64()
    );
}

fn run(location: &Location) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(measure(location));
}

#[test]
#[ignore = "it measures"]
fn on_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    run(&Location::in_folder(folder.path()));
}

#[test]
#[ignore = "it measures"]
fn on_postgres() {
    let Some(server) = Server::start_safe() else { return };
    run(&server.database());
}
