//! Messages sent by the program itself to a real mail server: whole, with what lists need; and, killed in the middle again and
//! again, none twice and none lost but those that are named as not sure.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, reason = "tests fail loudly")]

mod many;
mod server;

use jiff::Timestamp;
use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;
use store::{
    BulletinLetter, InstallationKey, Location, NewBulletin, NewMail, NewSubscriber, Outcome, Pace, Store, TOKEN_PLACE,
    UpdatesToken, Words,
};

/// How many letters are sent while the sender is killed.
const MANY: usize = 3000;
/// How often it is killed.
const KILLS: usize = 20;

fn block_on<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(future)
}

async fn open(folder: &Path) -> Store {
    let key: InstallationKey = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8".parse().unwrap();
    Store::open(&Location::in_folder(folder)).await.unwrap().with_keys(key)
}

/// `kith mail …` over that folder.
fn mail(folder: &Path, args: &[&str]) -> Command {
    std::fs::write(folder.join("installation.key"), "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8\n").unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_kith"));
    command.args(["mail", "--data"]).arg(folder).args(args).stdin(Stdio::null());
    command
}

fn said(mut command: Command) -> String {
    let done = command.output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8(done.stdout).unwrap()
}

fn words(subject: &str) -> Words {
    let body = format!("Open https://kith.example/updates/confirm/{TOKEN_PLACE}");
    Words { subject: subject.into(), html: format!("<p>{body}</p>"), body }
}

/// Somebody asks for updates.
async fn ask(store: &Store, email: &str) {
    let email = email.parse().unwrap();
    let new =
        NewSubscriber { host: "somewhere", email: &email, wants: "all", pace: Pace::AtOnce, at: Timestamp::now() };
    store.subscribe(&new, &words("Please confirm"), &words("You have these")).await.unwrap();
}

async fn write(store: &Store, cause: &str) {
    let letter = BulletinLetter {
        wants: "all".into(),
        pace: Pace::AtOnce,
        subject: "The local offer has changed – £20 more".into(),
        body: format!("Stop: https://kith.example/updates/stop/{TOKEN_PLACE}"),
        html: format!("<a href=\"https://kith.example/updates/stop/{TOKEN_PLACE}\">Stop</a>"),
        list: "somewhere.updates.kith.example".into(),
        unsubscribe: format!("https://kith.example/updates/stop/{TOKEN_PLACE}"),
    };
    let new = NewBulletin {
        host: "somewhere".into(),
        cause: cause.into(),
        subject: "Changed".into(),
        by: None,
        asked_by: Timestamp::now(),
        at: Timestamp::now(),
        letters: vec![letter],
    };
    store.bulletin_write(&new).await.unwrap().unwrap();
}

#[test]
fn an_update_arrives_with_what_lists_need() {
    let folder = tempfile::tempdir().unwrap();
    let (url, mailbox) = server::start(Duration::ZERO);
    let send = ["send", "--smtp", &url, "--mail-from", "Kith <kith@council.example>"];
    block_on(async {
        let store = open(folder.path()).await;
        for email in ["ann@example.org", "nobody@example.org"] {
            ask(&store, email).await;
        }
        store.close().await;
    });
    assert_eq!(said(mail(folder.path(), &send)), "0 waiting, 1 sent, 1 given up, 0 not sure\n");
    let asked = mailbox.all().pop().unwrap();
    assert_eq!((asked.to.as_str(), asked.head("Subject").as_deref()), ("ann@example.org", Some("Please confirm")));
    assert_eq!(asked.head("Auto-Submitted").as_deref(), Some("auto-generated"));
    assert!(asked.head("List-Unsubscribe").is_none(), "nobody is on a list before they confirm");
    let text = asked.text.replace("=\r\n", "").replace("=3D", "=");
    let token: String = text.split("/confirm/").nth(1).unwrap().chars().take(43).collect();
    block_on(async {
        let store = open(folder.path()).await;
        let token: UpdatesToken = token.parse().unwrap();
        store.subscriber_confirm(&token, Timestamp::now()).await.unwrap().unwrap();
        write(&store, "edition 1").await;
        store.close().await;
    });
    assert_eq!(said(mail(folder.path(), &send)), "0 waiting, 2 sent, 1 given up, 0 not sure\n");
    assert_eq!(mailbox.all().len(), 2);
    let update = mailbox.all().pop().unwrap();
    assert_eq!(update.head("List-Id").as_deref(), Some("<somewhere.updates.kith.example>"));
    assert_eq!(
        update.head("List-Unsubscribe"),
        Some(format!("<https://kith.example/updates/stop/{token}>")),
        "one click with the person's own link"
    );
    assert_eq!(update.head("List-Unsubscribe-Post").as_deref(), Some("List-Unsubscribe=One-Click"));
    assert!(update.head("Content-Type").unwrap().starts_with("multipart/alternative"));
    assert!(update.text.contains("text/plain") && update.text.contains("text/html"));
    assert!(!update.text.contains("<img"), "nothing tells who reads it");
    // A person says that mail to her comes back.
    assert_eq!(said(mail(folder.path(), &["bounce", "Ann@example.org"])), "Taken off 1 list.\n");
}

#[test]
fn a_server_that_is_away_leaves_nothing_unsure() {
    let folder = tempfile::tempdir().unwrap();
    block_on(async {
        let store = open(folder.path()).await;
        ask(&store, "ann@example.org").await;
        store.close().await;
    });
    let nobody = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("smtp://{}", nobody.local_addr().unwrap());
    drop(nobody);
    assert_eq!(said(mail(folder.path(), &["send", "--smtp", &url])), "1 waiting, 0 sent, 0 given up, 0 not sure\n");
}

/// As if five minutes went by: what a dead sender had handed over is not sure, and what it was only lent is another's.
async fn leases_end(folder: &Path) {
    let store = open(folder).await;
    let later = Timestamp::now() + store::LEASE + store::LEASE;
    let bag = store.due(later, MANY).await.unwrap();
    let back: Vec<_> = bag.into_iter().map(|mail| (mail, Outcome::Busy { at: Timestamp::UNIX_EPOCH })).collect();
    store.settle(&back, later).await.unwrap();
    store.close().await;
}

/// Killed while it sends, it is started again, as often as it takes. What it had handed over when it died is named.
#[test]
fn killed_while_sending_none_goes_out_twice() {
    let folder = tempfile::tempdir().unwrap();
    let (url, mailbox) = server::start(Duration::from_micros(300));
    let all: BTreeSet<String> = block_on(async {
        let store = open(folder.path()).await;
        let mut all = BTreeSet::new();
        for number in 0..MANY {
            let mail = NewMail {
                to: format!("carer{number}@example.org").parse().unwrap(),
                subject: "Hello".into(),
                body: "x".repeat(200),
                due: None,
            };
            all.insert(store.post(&mail, Timestamp::now()).await.unwrap().to_string());
        }
        store.close().await;
        all
    });
    for round in 0..KILLS {
        let before = mailbox.all().len();
        let mut sender = mail(folder.path(), &["send", "--smtp", &url]).stdout(Stdio::null()).spawn().unwrap();
        // Once it is at work, at another moment each time.
        for _ in 0..2000 {
            if mailbox.all().len() > before || sender.try_wait().unwrap().is_some() {
                break;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        std::thread::sleep(Duration::from_millis((round as u64 * 37) % 90));
        sender.kill().unwrap();
        sender.wait().unwrap();
        block_on(leases_end(folder.path()));
    }
    println!("{}", said(mail(folder.path(), &["send", "--smtp", &url])));
    let listed = said(mail(folder.path(), &["unsure"]));
    let unsure: BTreeSet<String> = listed.lines().skip(1).map(|line| line[..36].to_owned()).collect();
    let id = |arrived: &server::Arrived| {
        arrived.head("Message-ID").unwrap().trim_start_matches('<').trim_end_matches("@kith>").to_owned()
    };
    let arrived: Vec<String> = mailbox.all().iter().map(id).collect();
    let seen: BTreeSet<String> = arrived.iter().cloned().collect();
    assert_eq!(seen.len(), arrived.len(), "one went out twice");
    assert!(seen.is_subset(&all));
    let missing: BTreeSet<String> = all.difference(&seen).cloned().collect();
    assert!(missing.is_subset(&unsure), "lost, and not named: {:?}", missing.difference(&unsure).collect::<Vec<_>>());
    assert!(unsure.len() <= KILLS * 20, "{} are not sure", unsure.len());
    println!("{} arrived, {} not sure, of which {} did not arrive", seen.len(), unsure.len(), missing.len());
    assert!(seen.len() > MANY / 2);
}
