//! How fast casework is: acts acknowledged a second through the whole site, beside bare inserts into the same kind of database;
//! a council's list of 5,000 open cases with their clocks; and a case of 10,000 events, opened.

use anyhow::{Context, Result, ensure};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use casework::Practice;
use cpu_time::ProcessTime;
use jiff::Timestamp;
use jiff::civil::date;
use kith_bench::stopwatch::quantile;
use kith_bench::texts;
use offer::Offers;
use paper::Letters;
use sqlx::Connection;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use store::{
    AccountId, Append, Email, Grant, InstallationKey, Location, NewAccount, NewEvent, NewSession, SessionToken, Store,
    Version,
};
use tower::ServiceExt;
use web::{App, Caseload, Clock, Keeper};

const CASES: usize = 5_000;
const EVENTS: usize = 10_000;
/// How many people work at once.
const WRITERS: usize = 8;
const FOR: Duration = Duration::from_secs(5);
const LOOKS: usize = 21;
/// What an act holds in the database, in bytes.
const ROW: usize = 1_000;

#[tokio::main]
async fn main() -> Result<()> {
    let folder = std::env::temp_dir().join(format!("kith-cases-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let url = std::env::var("KITH_DATABASE").ok();
    let location = match &url {
        Some(url) => url.parse()?,
        None => Location::in_folder(&folder),
    };
    let desk = Desk::open(&location).await?;
    desk.fill().await?;
    let acts = desk.acts().await?;
    let bare = bare(url.as_deref(), &folder).await?;
    println!(
        "acts acknowledged a second, {WRITERS} at work: {acts:.0}; bare inserts of {ROW} bytes, one after another: {bare:.0}"
    );
    let list = desk.looks("/cases/southwark").await?;
    println!("the list of {CASES} open cases: {:.1} ms, {:.1} ms of it work", list.0, list.1);
    let case = desk.long_case().await?;
    let home = desk.looks(&case).await?;
    println!("a case of {EVENTS} events: {:.1} ms, {:.1} ms of it work", home.0, home.1);
    let story = desk.looks(&format!("{case}/chronology")).await?;
    println!("its chronology, read from the database: {:.1} ms, {:.1} ms of it work", story.0, story.1);
    let start = Instant::now();
    Desk::open(&location).await?;
    println!("a node that opens all of it: {:.1} s", start.elapsed().as_secs_f64());
    std::fs::remove_dir_all(&folder)?;
    Ok(())
}

/// A worker at the desk of Southwark's cases.
struct Desk {
    site: Router,
    store: Store,
    cookie: String,
    now: Timestamp,
}

impl Desk {
    async fn open(location: &Location) -> Result<Desk> {
        let law = texts::load(&texts::read()?)?;
        let mut files = Vec::new();
        let root = texts::root().join("casework");
        texts::read_folder(&root, &root, &mut files)?;
        files.retain(|file| !file.path.ends_with("README.md"));
        let (practice, faults) = Practice::load(&files, &law);
        ensure!(faults.is_empty(), "{} faults in casework/", faults.len());
        let key: InstallationKey = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8".parse()?;
        let store = Store::open(location).await?.with_keys(key);
        let keeper = Arc::new(Keeper::open(store.clone()).await?);
        let caseload = Arc::new(Caseload::open(store.clone(), Arc::new(practice)).await?);
        let clock = Clock::fixed(date(2026, 11, 26), 29_600_000);
        let app =
            App::new(law, Arc::new(Offers::default()), Arc::new(Letters::default()), clock, Some([1; 32]), false)?;
        let app = app.with_keeper(keeper, "http://localhost").with_caseload(caseload);
        let now = Timestamp::from_second(29_600_000 * 60)?;
        let account = AccountId::new(now);
        let email: Email = format!("{account}@council.example").parse()?;
        let grants =
            ["worker", "manager"].map(|role| Ok(Grant { role: role.parse()?, council: Some("southwark".to_owned()) }));
        let grants = grants.into_iter().collect::<Result<_>>()?;
        let name = "Wendy".to_owned();
        store.account_add(&NewAccount { id: account, email, name, password: None, created: now, grants }).await?;
        let (token, agent) = (SessionToken::fresh(), "bench".to_owned());
        let expires = now + jiff::SignedDuration::from_hours(12);
        let session = NewSession { account, created: now, expires, agent, second_factor: Some(now), provider: None };
        store.session_open(&session, &token).await?;
        Ok(Desk { site: web::router(app), store, cookie: format!("kith-desk={}", token.reveal()), now })
    }

    async fn send(&self, request: axum::http::request::Builder, body: String) -> Result<(StatusCode, String, String)> {
        let request =
            request.header("host", "localhost").header(header::COOKIE, &self.cookie).body(Body::from(body))?;
        let response = self.site.clone().oneshot(request).await?;
        let (status, headers) = (response.status(), response.headers().clone());
        let to = headers.get(header::LOCATION).and_then(|to| to.to_str().ok()).unwrap_or_default().to_owned();
        let text = String::from_utf8_lossy(&to_bytes(response.into_body(), usize::MAX).await?).into_owned();
        Ok((status, to, text))
    }

    /// Sends a form; where it leads.
    async fn post(&self, address: &str, fields: &str) -> Result<String> {
        let request = Request::post(address).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        let (status, to, text) = self.send(request, fields.to_owned()).await?;
        ensure!(status == StatusCode::SEE_OTHER, "{address}: {status} {text}");
        Ok(to)
    }

    /// Opens the cases, each with a request whose clock runs.
    async fn fill(&self) -> Result<()> {
        let next = AtomicUsize::new(0);
        let work = async || {
            while let number = next.fetch_add(1, Ordering::Relaxed)
                && number < CASES
            {
                let form = format!(
                    "child_name=Max+{number}&carer_name=Rose+{number}&carer_is=grandmother&opened_because=She+rang&\
                     asked_by=carer&asked_how=phone&asked_on=2026-11-{:02}&what_happened=He+came&what_is_needed=A+bed&\
                     consent=yes&key=open-{number}",
                    1 + number % 26
                );
                self.post("/cases/southwark/new", &form).await?;
            }
            anyhow::Ok(())
        };
        tokio::try_join!(work(), work(), work(), work())?;
        Ok(())
    }

    /// How many acts are acknowledged a second.
    async fn acts(&self) -> Result<f64> {
        let streams = self.store.streams("case/southwark/").await?;
        let (next, start) = (AtomicUsize::new(0), Instant::now());
        let work = async || {
            while start.elapsed() < FOR {
                let number = next.fetch_add(1, Ordering::Relaxed);
                let case = streams[number * 7 % streams.len()].0.as_str().rsplit('/').next().unwrap_or_default();
                let form = format!("note=Max+slept+well+and+went+to+school.&key=note-{number}");
                self.post(&format!("/cases/southwark/case/{case}/do/note_written"), &form).await?;
            }
            anyhow::Ok(())
        };
        futures_util::future::try_join_all((0..WRITERS).map(|_| work())).await?;
        Ok(next.load(Ordering::Relaxed) as f64 / start.elapsed().as_secs_f64())
    }

    /// A case in which very much was written down; its address.
    async fn long_case(&self) -> Result<String> {
        let stream = self.store.streams("case/southwark/").await?.into_iter().next().context("no case")?.0;
        let case = stream.as_str().rsplit('/').next().unwrap_or_default();
        let address = format!("/cases/southwark/case/{case}");
        self.post(&format!("{address}/do/note_written"), "note=Max+slept+well.&key=long").await?;
        let events = self.store.read(&stream, Version::NONE).await?;
        let last = events.last().context("no event")?;
        let body = last.body.text().context("a case that is gone")?;
        let mut version = last.version;
        while usize::try_from(version.0)? < EVENTS {
            let count = (EVENTS - usize::try_from(version.0)?).min(50);
            let note = || NewEvent { kind: last.kind.clone(), body: body.to_owned() };
            let append = Append {
                stream: &stream,
                expected_version: version,
                by: None,
                at: self.now,
                events: std::iter::repeat_with(note).take(count).collect(),
                mail: Vec::new(),
                key: None,
                form: None,
                index: None,
            };
            version = self.store.append(append).await?.version;
        }
        // One more act has the node take in what came.
        self.post(&format!("{address}/do/note_written"), "note=Max+slept+well.&key=longer").await?;
        Ok(address)
    }

    /// How long a page takes: the median by the clock on the wall and by the processor, in milliseconds.
    async fn looks(&self, address: &str) -> Result<(f64, f64)> {
        let (mut wall, mut work) = (Vec::new(), Vec::new());
        for _ in 0..LOOKS {
            let (start, cpu) = (Instant::now(), ProcessTime::now());
            let (status, ..) = self.send(Request::get(address), String::new()).await?;
            ensure!(status == StatusCode::OK, "{address}: {status}");
            wall.push(start.elapsed().as_secs_f64() * 1e3);
            work.push(cpu.elapsed().as_secs_f64() * 1e3);
        }
        Ok((quantile(&mut wall, 0.5), quantile(&mut work, 0.5)))
    }
}

/// How many rows of the size of an act a bare database takes a second, each waiting for the disk.
async fn bare(url: Option<&str>, folder: &Path) -> Result<f64> {
    sqlx::any::install_default_drivers();
    let file = format!("sqlite://{}?mode=rwc", folder.join("bare.sqlite").display());
    let mut connection = sqlx::AnyConnection::connect(url.unwrap_or(&file)).await?;
    if url.is_none() {
        sqlx::raw_sql("pragma journal_mode = wal; pragma synchronous = full").execute(&mut connection).await?;
    }
    sqlx::raw_sql("drop table if exists bare; create table bare (body text not null)").execute(&mut connection).await?;
    let (body, start, mut count) = ("x".repeat(ROW), Instant::now(), 0_u32);
    while start.elapsed() < FOR {
        sqlx::query("insert into bare (body) values ($1)").bind(body.as_str()).execute(&mut connection).await?;
        count += 1;
    }
    Ok(f64::from(count) / start.elapsed().as_secs_f64())
}
