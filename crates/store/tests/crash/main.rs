//! Killed while writing: what was acknowledged is there, what is there is whole.
//!
//! A writer is this same program, started again by the tests below. It says each acknowledgement on its standard output,
//! and is killed with SIGKILL in the middle of its work, a hundred times on each database.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, reason = "tests fail loudly")]

#[path = "../postgres/mod.rs"]
mod postgres;

use jiff::Timestamp;
use postgres::Server;
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;
use store::{
    Append, AppendError, IdempotencyKey, InstallationKey, Location, NewEvent, NewMail, Position, Store, StreamId,
    Version,
};

const ROUNDS: usize = 100;
const DATABASE: &str = "KITH_CRASH_DATABASE";
const NAME: &str = "KITH_CRASH_NAME";

/// The key of these tests.
fn key() -> InstallationKey {
    "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8".parse().unwrap()
}

/// Not a test: the writer that is killed.
#[test]
#[ignore = "started by the other tests, and killed by them"]
fn writer() {
    let (Ok(database), Ok(name)) = (std::env::var(DATABASE), std::env::var(NAME)) else { return };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let store = loop {
            match Store::open(&database.parse().unwrap()).await {
                Ok(store) => break store.with_keys(key()),
                Err(error) if error.is_passing() => tokio::time::sleep(Duration::from_millis(20)).await,
                Err(error) => panic!("{error}"),
            }
        };
        for turn in 0.. {
            write(&store, &name, turn).await;
        }
    });
}

/// Appends until it is acknowledged, as a browser sends a form again; then says so.
async fn write(store: &Store, name: &str, turn: usize) {
    let stream = match turn % 4 {
        0 => format!("own/{name}"),
        1 => "shared/a".into(),
        2 => format!("case/somewhere/{name}"),
        _ => "case/somewhere/shared".into(),
    };
    let stream: StreamId = stream.parse().unwrap();
    let count = 1 + turn % 3;
    let key = format!("{name}-{turn}");
    let body = |number| NewEvent { kind: "said".into(), body: format!("{key} {number} {count}") };
    let letter =
        NewMail { to: "carer@example.org".parse().unwrap(), subject: key.clone(), body: "x".repeat(300), due: None };
    let mut version = store.version(&stream).await.unwrap_or_default();
    loop {
        let append = Append {
            stream: &stream,
            expected_version: version,
            by: None,
            at: Timestamp::UNIX_EPOCH,
            events: (1..=count).map(body).collect(),
            index: None,
            mail: vec![letter.clone()],
            key: Some(IdempotencyKey::new(&key).unwrap()),
            form: None,
        };
        match store.append(append).await {
            Ok(done) => {
                let mut out = std::io::stdout().lock();
                writeln!(out, "ack {key} {} {}", done.version, done.position).unwrap();
                return out.flush().unwrap();
            }
            Err(AppendError::Conflict { actual, .. }) => version = actual,
            Err(AppendError::Store(error)) if error.is_passing() => tokio::time::sleep(Duration::from_millis(20)).await,
            Err(error) => panic!("{error}"),
        }
    }
}

/// A writer, and what it has said so far.
struct Writer {
    child: Child,
    said: Receiver<String>,
}

impl Writer {
    fn start(database: &str, name: &str) -> Self {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args(["--exact", "writer", "--ignored", "--nocapture"]).env(DATABASE, database).env(NAME, name);
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().unwrap();
        let out = BufReader::new(child.stdout.take().unwrap());
        let (tell, said) = channel();
        std::thread::spawn(move || {
            for line in out.lines().map_while(Result::ok) {
                // The test runner writes the name of the test before the first line.
                if let Some((_, ack)) = line.split_once("ack ") {
                    let _ = tell.send(ack.to_owned());
                }
            }
        });
        Self { child, said }
    }

    /// Waits for some acknowledgements, then a little, then kills it; all that it said.
    fn kill(mut self, after: usize, and: Duration) -> Vec<Ack> {
        let mut said = Vec::new();
        while said.len() < after {
            said.push(self.said.recv_timeout(Duration::from_secs(60)).unwrap());
        }
        std::thread::sleep(and);
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        said.extend(self.said.iter());
        said.iter().filter_map(|line| Ack::read(line)).collect()
    }
}

/// What a writer was told.
#[derive(Debug)]
struct Ack {
    key: String,
    version: Version,
    position: Position,
}

impl Ack {
    /// None where the line is cut off.
    fn read(line: &str) -> Option<Self> {
        let mut parts = line.split(' ');
        let key = parts.next()?.to_owned();
        let (version, position) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        Some(Self { key, version: Version(version), position: Position(position) })
    }
}

/// Every acknowledged append is there, and every append that is there is whole: its events in one piece, its letter, its
/// key, of a case its entry in the audit chain; no version and no position is missing.
async fn check(location: &Location, acks: &[Ack]) {
    let store = Store::open(location).await.unwrap().with_keys(key());
    let proof = store.prove().await.unwrap();
    let events = store.since(Position::START, usize::MAX).await.unwrap();
    let mut appends: BTreeMap<String, (Version, Position)> = BTreeMap::new();
    let (mut at, mut of_cases) = (0, 0);
    while at < events.len() {
        let parts: Vec<&str> = events[at].body.text().unwrap().split(' ').collect();
        let (key, count) = (parts[0], parts[2].parse::<usize>().unwrap());
        for number in 1..=count {
            let event = &events[at + number - 1];
            assert_eq!(event.body.text(), Some(format!("{key} {number} {count}").as_str()));
            assert_eq!(event.stream, events[at].stream);
        }
        of_cases += i64::from(events[at].stream.council().is_some());
        let last = &events[at + count - 1];
        let before = appends.insert(key.to_owned(), (last.version, last.position));
        assert!(before.is_none(), "{key} was done twice");
        at += count;
    }
    let whole = i64::try_from(appends.len()).unwrap();
    assert_eq!((proof.rows["keys"], proof.rows["outbox"]), (whole, whole), "each has its key and its letter");
    let chain = store.verify_audit("somewhere").await.unwrap();
    assert_eq!(chain.seq, of_cases, "each append to a case has its entry in the audit chain");
    for ack in acks {
        assert_eq!(appends.get(&ack.key), Some(&(ack.version, ack.position)), "{} was acknowledged", ack.key);
    }
    store.close().await;
}

fn block_on(future: impl Future<Output = ()>) {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(future);
}

/// Two writers at a time, killed at another moment each round.
fn killed_while_writing(location: &Location, database: &str) {
    let mut acks = Vec::new();
    for round in 0..ROUNDS / 2 {
        let two = ["a", "b"].map(|name| Writer::start(database, &format!("{name}{round}")));
        for (number, writer) in two.into_iter().enumerate() {
            let moment = (round * 7 + number * 3) % 11;
            acks.extend(writer.kill(moment, Duration::from_micros(moment as u64 * 370)));
        }
        block_on(check(location, &acks));
    }
    assert!(acks.len() > ROUNDS, "only {} acknowledged", acks.len());
    println!("{ROUNDS} kills, {} acknowledged", acks.len());
}

/// Killed while the tables are being made.
fn killed_while_opening(places: impl Iterator<Item = (Location, String)>) {
    for (round, (location, database)) in places.enumerate() {
        let acks = Writer::start(&database, "a").kill(0, Duration::from_millis(4 + 3 * round as u64));
        block_on(check(&location, &acks));
    }
}

#[test]
fn on_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    let place = |name: &str| {
        let location = Location::in_folder(&folder.path().join(name));
        (location.clone(), location.to_string())
    };
    killed_while_opening((0..10).map(|round| place(&format!("opening-{round}"))));
    let (location, database) = place("writing");
    killed_while_writing(&location, &database);
}

fn database(server: &Server) -> (Location, String) {
    let location = server.database();
    let Location::Postgres(url) = &location else { panic!("{location}") };
    (location.clone(), url.clone())
}

#[test]
fn on_postgres() {
    let Some(server) = Server::start() else { return };
    killed_while_opening((0..10).map(|_| database(&server)));
    let (location, url) = database(&server);
    killed_while_writing(&location, &url);
}

/// The server itself goes down, or one of its processes, again and again; writers go on, and nodes hear of them.
#[test]
fn when_postgres_crashes() {
    let Some(mut server) = Server::start() else { return };
    let (location, url) = database(&server);
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let reader = runtime.block_on(Store::open(&location)).unwrap();
    let mut heard = reader.changes();
    let writers = ["a", "b"].map(|name| Writer::start(&url, name));
    let mut hear_more = || {
        let further = heard.borrow_and_update().0 + 20;
        let wait = heard.wait_for(|position| position.0 >= further);
        runtime.block_on(async { tokio::time::timeout(Duration::from_secs(60), wait).await }).unwrap().unwrap();
    };
    for round in 0..8 {
        hear_more();
        match round % 2 {
            0 => server.kill_a_backend(),
            _ => server.crash(),
        }
    }
    hear_more();
    let acks: Vec<Ack> = writers.into_iter().flat_map(|writer| writer.kill(0, Duration::ZERO)).collect();
    block_on(check(&location, &acks));
    assert!(acks.len() > 20, "only {} acknowledged", acks.len());
    println!("8 crashes, {} acknowledged", acks.len());
}
