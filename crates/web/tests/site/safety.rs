//! What the log says of who signed in, of what was refused and of what looks like an attack; and that it says no more.

use crate::cases::{asked, case_of, did};
use crate::office::{Office, PASSWORD, Person};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use std::io::Write;
use std::sync::{Arc, Mutex};
use tower::ServiceExt;
use tracing::subscriber::DefaultGuard;

/// A log kept in memory, of what happens in this test.
#[derive(Clone, Default)]
pub(crate) struct Log(pub(crate) Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Log {
    /// A log, and what must be held while it is kept.
    fn kept() -> (Log, DefaultGuard) {
        let log = Log::default();
        let writer = log.clone();
        let subscriber = tracing_subscriber::fmt()
            .with_max_level(tracing::Level::INFO)
            .with_ansi(false)
            .with_writer(move || writer.clone())
            .finish();
        (log, tracing::subscriber::set_default(subscriber))
    }

    /// The lines about safety so far.
    fn lines(&self) -> Vec<String> {
        let text = String::from_utf8(self.0.lock().unwrap().clone()).unwrap();
        text.lines().filter(|line| line.contains("safety: ")).map(str::to_owned).collect()
    }

    /// Whether a line holds all of these.
    #[track_caller]
    fn says(&self, all: &[&str]) {
        let lines = self.lines();
        assert!(lines.iter().any(|line| all.iter().all(|words| line.contains(words))), "{all:?} in {lines:#?}");
    }
}

#[tokio::test]
async fn the_log_says_who_signed_in_and_who_did_not() {
    let (log, _guard) = Log::kept();
    let office = Office::new().await;
    let id = office.account("sam", &[("reader", Some("borsetshire"))]).await.to_string();
    let account = format!("account={id}");
    let mut sam = office.stranger();
    let (email, wrong) = ("sam@council.example", "CANARY horse");
    sam.post("/account/sign-in", &[("email", email), ("password", wrong)]).await;
    log.says(&["WARN", "signing in: not right", "a password", &account]);
    sam.post("/account/sign-in", &[("email", "CANARY@council.example"), ("password", wrong)]).await;
    assert_eq!(log.lines().iter().filter(|line| line.contains("not right")).count(), 2, "{:#?}", log.lines());
    sam.post("/account/sign-in", &[("email", email), ("password", PASSWORD)]).await;
    log.says(&["INFO", "signing in: shown", "a password", &account, "/account/sign-in"]);
    let form = sam.get("/account/second-factor").await;
    let set_up = [("code", "CANARY"), ("secret", &*form.hidden("secret"))];
    sam.post("/account/second-factor", &set_up).await;
    log.says(&["WARN", "signing in: not right", "a new second step", &account]);
    sam.post("/account/sign-out", &[]).await;
    log.says(&["INFO", "signed out", &account]);

    office.signed_in("wendy", &[("worker", Some("southwark"))]).await;
    let (mut carer, reference, code) = asked(&office).await;
    carer.post("/track", &[("reference", &reference), ("code", "CANARY")]).await;
    log.says(&["WARN", "the page of a case: not right"]);
    did(&carer.post("/track", &[("reference", &reference), ("code", &code)]).await);
    log.says(&["INFO", "the page of a case: shown"]);
    for line in log.lines() {
        for word in ["CANARY", "sam", PASSWORD, "Field", &reference, &code] {
            assert!(!line.contains(word), "{word}: {line}");
        }
    }
}

#[tokio::test]
async fn what_is_refused_is_in_the_log_with_the_account() {
    let (log, _guard) = Log::kept();
    let office = Office::new().await;
    let mut worker = office.signed_in("wendy", &[("worker", Some("southwark"))]).await;
    asked(&office).await;
    let case = case_of(&mut worker).await;
    assert!(log.lines().iter().all(|line| !line.contains("refused")), "{:#?}", log.lines());
    let mut other = office.signed_in("oscar", &[("worker", Some("gateshead"))]).await;
    assert_eq!(other.get(&case).await.status, StatusCode::FORBIDDEN);
    let accounts = office.store.accounts().await.unwrap();
    let oscar = accounts.iter().find(|account| account.name == "oscar").unwrap().id;
    let account = format!("account={oscar}");
    log.says(&["WARN", "refused: not theirs", &account, "/cases/{slug}/case/{case}"]);
    let name = case.rsplit('/').next().unwrap();
    assert!(log.lines().iter().all(|line| !line.contains(name)), "no line says which case: {:#?}", log.lines());
}

#[tokio::test]
async fn what_looks_like_an_attack_is_in_the_log() {
    let (log, _guard) = Log::kept();
    let office = Office::new().await;
    office.account("sam", &[]).await;
    let guess = [("email", "sam@council.example"), ("password", "wrong")];
    for _ in 0..12 {
        office.stranger().post("/account/sign-in", &guess).await;
    }
    log.says(&["WARN", "too many tries of a password"]);
    let foreign = Request::post("/track")
        .header("sec-fetch-site", "cross-site")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from("reference=CANARY"))
        .unwrap();
    assert_eq!(office.site.clone().oneshot(foreign).await.unwrap().status(), StatusCode::FORBIDDEN);
    log.says(&["WARN", "a form came from another site", "/track"]);
    office.signed_in("wendy", &[("worker", Some("southwark"))]).await;
    let (mut carer, reference, code) = asked(&office).await;
    did(&carer.post("/track", &[("reference", &reference), ("code", &code)]).await);
    let changed = carer.cookies.iter().map(|cookie| cookie.replace("kith-track=", "kith-track=AAAA")).collect();
    let mut thief = Person { site: office.site.clone(), cookies: changed };
    assert_eq!(thief.get("/track/case").await.header("location"), "/track");
    log.says(&["WARN", "something sealed was changed"]);

    crate::desk::begun(&office).await;
    let mut ida = office.signed_in("ida", &[("administrator", Some("borsetshire"))]).await;
    let accounts = office.store.accounts().await.unwrap();
    let id = accounts.iter().find(|account| account.name == "sam").unwrap().id.to_string();
    for (how, says) in [("invite", "a role was given"), ("remove", "a role was taken away")] {
        let form = match how {
            "remove" => [("do", "remove"), ("role", "reader"), ("id", &*id)],
            _ => [("do", "invite"), ("role", "reader"), ("email", "sam@council.example")],
        };
        ida.post("/publish/borsetshire/team", &form).await;
        log.says(&["INFO", says, "role=\"reader\"", &format!("of={id}")]);
    }
    assert!(log.lines().iter().all(|line| !line.contains("CANARY") && !line.contains("sam@")), "{:#?}", log.lines());
}
