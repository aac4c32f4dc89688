//! Two `kith serve` over one database, each with a folder of its own and the same key: what is published through one is
//! soon shown by the other, each stops when told, and one with another key does not start.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, reason = "tests fail loudly")]

#[path = "../../store/tests/postgres/mod.rs"]
mod postgres;

use jiff::{SignedDuration, Timestamp, ToSpan, Zoned};
use postgres::Server;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};
use store::{AccountId, Grant, Location, NewAccount, NewSession, SessionToken, Store};

/// Longer than anything here should ever take.
const LIMIT: Duration = Duration::from_secs(60);
const COUNCIL: &str = "/council/borsetshire";
const EDITIONS: &str = "/publish/borsetshire/editions";

/// How to start a `kith serve`.
fn serve(folder: &Path, database: &str) -> Command {
    let mut serve = Command::new(env!("CARGO_BIN_EXE_kith"));
    serve.args(["serve", "--listen", "127.0.0.1:0", "--data"]).arg(folder).env("KITH_DATABASE", database);
    serve.stdin(Stdio::null());
    serve
}

/// A `kith serve`.
struct Node {
    child: Child,
    address: String,
}

impl Node {
    fn start(folder: &Path, database: &str) -> Self {
        let mut child = serve(folder, database).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut said = BufReader::new(child.stdout.take().unwrap()).lines();
        let first = said.next().unwrap().unwrap();
        let address = first.strip_prefix("Kith is at http://").unwrap().trim_end_matches('/').to_owned();
        // What else it says is read, so that it never waits for a reader.
        std::thread::spawn(move || said.for_each(drop));
        Self { child, address }
    }

    /// The answer to a request, with its head.
    fn ask(&self, request: &str, token: &str, body: &str) -> String {
        let mut line = TcpStream::connect(&self.address).unwrap();
        line.set_read_timeout(Some(LIMIT)).unwrap();
        let kind = "application/x-www-form-urlencoded";
        write!(
            line,
            "{request} HTTP/1.0\r\nHost: {}\r\nCookie: kith-desk={token}\r\nContent-Type: {kind}\r\n\
             Content-Length: {}\r\n\r\n{body}",
            self.address,
            body.len()
        )
        .unwrap();
        let mut answer = Vec::new();
        line.read_to_end(&mut answer).unwrap();
        String::from_utf8(answer).unwrap()
    }

    fn get(&self, path: &str, token: &str) -> String {
        self.ask(&format!("GET {path}"), token, "")
    }

    /// Sends a form, which is taken.
    fn post(&self, path: &str, token: &str, fields: &[(&str, &str)]) {
        let code = |text: &str| text.bytes().map(|byte| format!("%{byte:02X}")).collect::<String>();
        let body: Vec<String> = fields.iter().map(|(name, value)| format!("{}={}", code(name), code(value))).collect();
        let answer = self.ask(&format!("POST {path}"), token, &body.join("&"));
        assert!(answer.starts_with("HTTP/1.0 303"), "{path}: {answer}");
    }

    /// Tells it to stop, and waits until it has.
    fn stop(mut self) -> ExitStatus {
        Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status().unwrap();
        let began = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status;
            }
            assert!(began.elapsed() < LIMIT, "it does not stop");
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Somebody signed in with both factors: the token of the session.
async fn signed_in(store: &Store, name: &str, role: &str, council: Option<&str>) -> String {
    let (created, token) = (Timestamp::now(), SessionToken::fresh());
    let grants = vec![Grant { role: role.parse().unwrap(), council: council.map(str::to_owned) }];
    let (id, email) = (AccountId::new(created), format!("{name}@council.example").parse().unwrap());
    let account = NewAccount { id, email, name: name.to_owned(), password: None, created, grants };
    store.account_add(&account).await.unwrap();
    let expires = created + SignedDuration::from_hours(1);
    let (agent, second_factor) = ("test".into(), Some(created));
    let session = NewSession { account: id, created, expires, agent, second_factor, provider: None };
    store.session_open(&session, &token).await.unwrap();
    token.reveal()
}

/// From an empty desk to a proposal; its digest.
fn proposed(node: &Node, operator: &str, lead: &str) -> String {
    let day = |days: i64| Zoned::now().date().checked_add(days.days()).unwrap().to_string();
    node.post("/publish", operator, &[("name", "Borsetshire County Council"), ("key", "begin")]);
    let rule =
        "may when\n  child_age < 18\n  because  You care for a child.\notherwise no\n  because  The child is grown up.";
    let service = [
        ("id", "group"),
        ("value:name", "A group for carers"),
        ("value:summary", "Carers meet each month."),
        ("value:cost", "free"),
        ("value:schedule", "monthly | second Tuesday | 10:00 to 12:00 | from 2026-01-13"),
        ("value:published", "For every kinship carer."),
        ("value:", rule),
        ("state:reach", "not stated"),
        ("key", "service"),
    ];
    node.post("/publish/borsetshire/new/service", lead, &service);
    let page = "/publish/borsetshire/consultation";
    let (opens, closes) = (day(-20), day(-5));
    let open = [("do", "open"), ("about", "The draft"), ("opens", &*opens), ("closes", &*closes), ("key", "c1")];
    node.post(page, lead, &[&open[..], &[("how:kinship carers", "two evenings")]].concat());
    let shown = node.get(page, lead);
    let id = shown.split("name=\"consultation\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let report =
        [("do", "report"), ("consultation", id), ("words", "Twelve came."), ("changed", "Sums."), ("key", "c2")];
    node.post(page, lead, &report);
    let (today, before) = (day(0), day(-2));
    let dates = [("effective", &*today), ("approved_on", &*before)];
    let proposal = [("do", "propose"), ("change", "update"), ("body", "Cabinet"), ("key", "p1")];
    node.post(EDITIONS, lead, &[&proposal[..], &dates].concat());
    node.get(EDITIONS, lead).split("<code>").nth(1).unwrap().split('<').next().unwrap().to_owned()
}

/// A second node: with a key of its own it would seal what the first cannot read, and does not start; with a copy of the
/// first one's key it does.
fn second(folders: &[tempfile::TempDir; 2], database: &str) -> Node {
    let [theirs, own] = folders.each_ref().map(|folder| folder.path().join("installation.key"));
    let refused = serve(folders[1].path(), database).output().unwrap();
    let said = String::from_utf8(refused.stderr).unwrap();
    assert!(!refused.status.success() && said.contains("another installation key"), "{said}");
    assert_ne!(std::fs::read(&own).unwrap(), std::fs::read(&theirs).unwrap());
    std::fs::copy(theirs, own).unwrap();
    Node::start(folders[1].path(), database)
}

/// One node publishes, the other shows it; one stops, the other goes on.
fn two_nodes(what: &str, location: &Location, database: &str) {
    let folders = [(); 2].map(|()| tempfile::tempdir().unwrap());
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let [operator, lead, publisher] = runtime.block_on(async {
        let (store, at) = (Store::open(location).await.unwrap(), Some("borsetshire"));
        let operator = signed_in(&store, "olive", "operator", None).await;
        [operator, signed_in(&store, "ada", "lead", at).await, signed_in(&store, "grace", "publisher", at).await]
    });
    let one = Node::start(folders[0].path(), database);
    let two = second(&folders, database);
    let digest = proposed(&one, &operator, &lead);
    assert!(!two.get(COUNCIL, "").contains("Edition 1."), "nothing is published yet");
    one.post(EDITIONS, &publisher, &[("do", "publish"), ("digest", &digest), ("key", "p2")]);
    let published = Instant::now();
    while !two.get(COUNCIL, "").contains("Edition 1.") {
        assert!(published.elapsed() < LIMIT, "the other node does not show it");
        std::thread::sleep(Duration::from_millis(5));
    }
    println!("{what}: shown by the other node {:?} after it was published", published.elapsed());
    assert!(one.stop().success());
    assert!(two.get(COUNCIL, "").contains("A group for carers"), "the other goes on");
    assert!(two.stop().success());
}

#[test]
fn over_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let location = Location::in_folder(folder.path());
    two_nodes("SQLite", &location, &location.to_string());
}

#[test]
fn over_postgres() {
    let Some(server) = Server::start() else { return };
    let location = server.database();
    two_nodes("PostgreSQL", &location, &server.url("test_0"));
}
