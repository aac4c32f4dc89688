//! A site with a database of its own, a council that is made up, and people with roles.

use crate::browser::{Answer, NOW, law, letters, offers, practice};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use jiff::Timestamp;
use jiff::civil::{Date, date};
use std::sync::Arc;
use store::{AccountId, Email, Grant, InstallationKey, Location, NewAccount, NewSession, SessionToken, Store};
use tempfile::TempDir;
use tower::ServiceExt;
use web::account::hash_password;
use web::{App, Boards, Caseload, Clock, Keeper};

/// The password of everybody here.
pub(crate) const PASSWORD: &str = "lantern orchard river";

/// A site with a database.
pub(crate) struct Office {
    pub(crate) app: App,
    pub(crate) site: Router,
    pub(crate) store: Store,
    pub(crate) caseload: Arc<Caseload>,
    folder: Arc<TempDir>,
}

/// The moment at which everything here happens.
pub(crate) fn now() -> Timestamp {
    Timestamp::from_second(i64::from(NOW) * 60).unwrap()
}

impl Office {
    /// A site with an empty database.
    pub(crate) async fn new() -> Office {
        Office::with_clock(Clock::fixed(date(2026, 11, 26), NOW)).await
    }

    /// A site with an empty database, and a clock of its own.
    pub(crate) async fn with_clock(clock: Clock) -> Office {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&Location::in_folder(folder.path())).await.unwrap();
        Office::by(clock, store, Arc::new(folder)).await
    }

    /// A site in a database that is there and empty.
    pub(crate) async fn in_database(location: &Location) -> Office {
        let store = Store::open(location).await.unwrap();
        let clock = Clock::fixed(date(2026, 11, 26), NOW);
        Office::by(clock, store, Arc::new(tempfile::tempdir().unwrap())).await
    }

    /// Another node on the same database, on another day.
    pub(crate) async fn on(&self, day: Date) -> Office {
        let store = Store::open(self.store.location()).await.unwrap();
        Office::by(Clock::fixed(day, NOW), store, self.folder.clone()).await
    }

    async fn by(clock: Clock, store: Store, folder: Arc<TempDir>) -> Office {
        let key = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8".parse::<InstallationKey>().unwrap();
        let store = store.with_keys(key);
        let keeper = Arc::new(Keeper::open(store.clone()).await.unwrap());
        let app = App::new(law().clone(), offers().clone(), letters().clone(), clock, Some([9; 32]), false).unwrap();
        let caseload = Arc::new(Caseload::open(store.clone(), practice()).await.unwrap());
        let boards = Arc::new(Boards::open(store.clone()).await.unwrap());
        let app = app.with_keeper(keeper, "https://kith.test").with_caseload(caseload.clone()).with_boards(boards);
        Office { site: web::router(app.clone()), app, store, caseload, folder }
    }

    /// Makes an account with roles, each at a council or for the installation.
    pub(crate) async fn account(&self, name: &str, roles: &[(&str, Option<&str>)]) -> AccountId {
        let now = self.app.clock().now();
        let id = AccountId::new(now);
        let grants = roles
            .iter()
            .map(|(role, council)| Grant { role: role.parse().unwrap(), council: council.map(str::to_owned) });
        let account = NewAccount {
            id,
            email: format!("{name}@council.example").parse::<Email>().unwrap(),
            name: name.to_owned(),
            password: Some(hash_password(PASSWORD).unwrap()),
            created: now,
            grants: grants.collect(),
        };
        self.store.account_add(&account).await.unwrap();
        id
    }

    /// Somebody signed in with both factors.
    pub(crate) async fn signed_in(&self, name: &str, roles: &[(&str, Option<&str>)]) -> Person {
        let account = self.account(name, roles).await;
        let token = SessionToken::fresh();
        let now = self.app.clock().now();
        let expires = now + jiff::SignedDuration::from_hours(12);
        let agent = "test".to_owned();
        let session = NewSession { account, created: now, expires, agent, second_factor: Some(now), provider: None };
        self.store.session_open(&session, &token).await.unwrap();
        Person { site: self.site.clone(), cookies: vec![format!("kith-desk={}", token.reveal())] }
    }

    /// Somebody who has not signed in.
    pub(crate) fn stranger(&self) -> Person {
        Person { site: self.site.clone(), cookies: Vec::new() }
    }
}

/// Somebody with a browser.
#[derive(Clone)]
pub(crate) struct Person {
    pub(crate) site: Router,
    pub(crate) cookies: Vec<String>,
}

impl Person {
    /// Opens a page.
    pub(crate) async fn get(&mut self, address: &str) -> Answer {
        self.send(Request::get(address), String::new()).await
    }

    /// Takes a file.
    pub(crate) async fn bytes(&mut self, address: &str) -> Vec<u8> {
        let (status, _, bytes) = self.send_for_bytes(Request::get(address), String::new()).await;
        assert_eq!(status, StatusCode::OK, "{address}");
        bytes
    }

    /// Sends a form.
    pub(crate) async fn post(&mut self, address: &str, fields: &[(&str, &str)]) -> Answer {
        let code =
            |text: &str| percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string();
        let body: Vec<String> = fields.iter().map(|(name, value)| format!("{}={}", code(name), code(value))).collect();
        let request = Request::post(address).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request, body.join("&")).await
    }

    /// Sends a form with a file in it.
    pub(crate) async fn hand_in(&mut self, address: &str, fields: &[(&str, &str)], name: &str, file: &[u8]) -> Answer {
        const EDGE: &str = "----kith-test-edge";
        let head = |what: String| format!("--{EDGE}\r\nContent-Disposition: form-data; {what}\r\n\r\n");
        let mut body = Vec::new();
        for (field, value) in fields {
            body.extend(format!("{}{value}\r\n", head(format!("name=\"{field}\""))).into_bytes());
        }
        body.extend(head(format!("name=\"paper\"; filename=\"{name}\"")).into_bytes());
        body.extend([file, format!("\r\n--{EDGE}--\r\n").as_bytes()].concat());
        let kind = format!("multipart/form-data; boundary={EDGE}");
        self.send(Request::post(address).header(header::CONTENT_TYPE, kind), body).await
    }

    async fn send(&mut self, request: axum::http::request::Builder, body: impl Into<Body>) -> Answer {
        let (status, headers, bytes) = self.send_for_bytes(request, body).await;
        Answer { status, headers, text: String::from_utf8_lossy(&bytes).into_owned() }
    }

    async fn send_for_bytes(
        &mut self,
        request: axum::http::request::Builder,
        body: impl Into<Body>,
    ) -> (StatusCode, HeaderMap, Vec<u8>) {
        let request = request.header("host", "kith.test").header(header::COOKIE, self.cookies.join("; "));
        let response = self.site.clone().oneshot(request.body(body.into()).unwrap()).await.unwrap();
        let (status, headers) = (response.status(), response.headers().clone());
        for set in headers.get_all(header::SET_COOKIE) {
            let set = set.to_str().unwrap();
            assert!(set.contains("HttpOnly") && set.contains("SameSite=Strict") && set.contains("Path=/"), "{set}");
            let pair = set.split(';').next().unwrap().to_owned();
            let name = pair.split('=').next().unwrap().to_owned() + "=";
            self.cookies.retain(|known| !known.starts_with(&name));
            if !set.contains("Max-Age=0") {
                self.cookies.push(pair);
            }
        }
        let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap();
        (status, headers, bytes.to_vec())
    }
}

impl Answer {
    /// The value of a hidden field.
    pub(crate) fn hidden(&self, name: &str) -> String {
        let start = format!("name=\"{name}\" value=\"");
        let from = self.text.find(&start).unwrap_or_else(|| panic!("no field {name} in {}", self.text)) + start.len();
        self.text[from..].split('"').next().unwrap().to_owned()
    }
}
