//! A browser small enough for tests: one cookie, forms, redirects, and a list of every address it saw.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use casework::Practice;
use jiff::civil::date;
use law::Law;
use law::text::SourceFile;
use offer::Offers;
use paper::Letters;
use std::path::Path;
use std::sync::{Arc, LazyLock};
use tower::ServiceExt;
use web::{App, Clock};

/// The minute at which tests begin.
pub(crate) const NOW: u32 = 29_600_000;
const KEY: [u8; 32] = [9; 32];

static LAW: LazyLock<Arc<Law>> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../law");
    let mut files = Vec::new();
    read(&root, &root, &mut files);
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let (law, faults) = Law::load(&files);
    assert!(faults.is_empty(), "{faults:?}");
    Arc::new(law)
});

static OFFERS: LazyLock<Arc<Offers>> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../offers");
    let mut files = Vec::new();
    read(&root, &root, &mut files);
    let (offers, faults) = Offers::load(&files, &LAW);
    assert!(faults.is_empty(), "{faults:?}");
    Arc::new(offers)
});

static LETTERS: LazyLock<Arc<Letters>> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content/en/letters");
    let mut files = Vec::new();
    read(&root, &root, &mut files);
    let (letters, faults) = Letters::load(&files, &LAW);
    assert!(faults.is_empty(), "{faults:?}");
    Arc::new(letters)
});

static PRACTICE: LazyLock<Arc<Practice>> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../casework");
    let mut files = Vec::new();
    read(&root, &root, &mut files);
    files.retain(|file| !file.path.ends_with("README.md"));
    let (practice, faults) = Practice::load(&files, &LAW);
    assert!(faults.is_empty(), "{faults:?}");
    Arc::new(practice)
});

/// How casework is done.
pub(crate) fn practice() -> Arc<Practice> {
    PRACTICE.clone()
}

fn read(folder: &Path, root: &Path, into: &mut Vec<SourceFile>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => read(&path, root, into),
            false => into.push(SourceFile {
                path: path.strip_prefix(root).unwrap().to_string_lossy().into_owned(),
                text: std::fs::read_to_string(&path).unwrap(),
            }),
        }
    }
}

/// The law of this repository.
pub(crate) fn law() -> &'static Arc<Law> {
    &LAW
}

/// The offers of this repository.
pub(crate) fn offers() -> &'static Arc<Offers> {
    &OFFERS
}

/// The letters of this repository.
pub(crate) fn letters() -> &'static Arc<Letters> {
    &LETTERS
}

/// What the site at a minute is made from, with or without https.
pub(crate) fn app(minute: u32, secure: bool) -> App {
    let clock = Clock::fixed(date(2026, 11, 22), minute);
    App::new(LAW.clone(), OFFERS.clone(), LETTERS.clone(), clock, Some(KEY), secure).unwrap()
}

/// The site at a minute, with or without https.
pub(crate) fn site(minute: u32, secure: bool) -> Router {
    web::router(app(minute, secure))
}

thread_local! {
    static SITE: Router = site(NOW, false);
}

/// Asks for an address of a site that is made once for each test.
pub(crate) async fn ask(address: &str) -> Answer {
    Browser::of(SITE.with(Router::clone)).get(address).await
}

/// The same, as the JSON that it must be.
pub(crate) async fn data(address: &str) -> serde_json::Value {
    let page = ask(address).await;
    assert_eq!(page.status.as_u16(), 200, "{address}: {}", page.text);
    serde_json::from_str(&page.text).unwrap()
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) text: String,
}

impl Answer {
    /// A header, or nothing.
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// The page's only `h1`, without tags.
    pub(crate) fn h1(&self) -> &str {
        let start = self.text.find("<h1>").expect("an h1") + 4;
        let end = self.text[start..].find("</h1>").unwrap() + start;
        &self.text[start..end]
    }
}

/// A browser with one cookie jar.
#[derive(Clone)]
pub(crate) struct Browser {
    site: Router,
    pub(crate) cookie: Option<String>,
    pub(crate) seen: Vec<String>,
}

impl Browser {
    /// A new browser at the site as it stands at a minute.
    pub(crate) fn at(minute: u32) -> Browser {
        Browser::of(site(minute, false))
    }

    /// A new browser at a site.
    pub(crate) fn of(site: Router) -> Browser {
        Browser { site, cookie: None, seen: Vec::new() }
    }

    /// The same browser, so many minutes later.
    pub(crate) fn later(&self, minutes: u32) -> Browser {
        Browser { site: site(NOW + minutes, false), ..self.clone() }
    }

    /// Sends a request as it is, and keeps the cookie that comes back.
    pub(crate) async fn send(&mut self, request: Request<Body>) -> Answer {
        self.seen.push(request.uri().to_string());
        let response = self.site.clone().oneshot(request).await.unwrap();
        let (status, headers) = (response.status(), response.headers().clone());
        for set in headers.get_all(header::SET_COOKIE) {
            let set = set.to_str().unwrap();
            assert!(set.contains("HttpOnly") && set.contains("SameSite=Strict") && set.contains("Path=/"), "{set}");
            let pair = set.split(';').next().unwrap();
            self.cookie = if set.contains("Max-Age=0") { None } else { Some(pair.to_owned()) };
        }
        let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap();
        let answer = Answer { status, headers, text: String::from_utf8_lossy(&bytes).into_owned() };
        self.seen.push(answer.header("location").to_owned());
        answer
    }

    /// Asks for a page, and is led on to the question that comes next where the address only leads there.
    pub(crate) async fn get(&mut self, address: &str) -> Answer {
        let answer = self.ask(address).await;
        match answer.header("location") {
            to if to.starts_with("/find/question/") => self.ask(to).await,
            _ => answer,
        }
    }

    async fn ask(&mut self, address: &str) -> Answer {
        let mut request = Request::get(address).header("host", "kith.test");
        if let Some(cookie) = &self.cookie {
            request = request.header(header::COOKIE, cookie);
        }
        self.send(request.body(Body::empty()).unwrap()).await
    }

    /// Sends a form from one of our own pages.
    pub(crate) async fn post(&mut self, address: &str, form: &str) -> Answer {
        let mut request = Request::post(address)
            .header("host", "kith.test")
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        if let Some(cookie) = &self.cookie {
            request = request.header(header::COOKIE, cookie);
        }
        self.send(request.body(Body::from(form.to_owned())).unwrap()).await
    }

    /// Sends a form that must be taken, and follows it to where it leads.
    pub(crate) async fn submit(&mut self, address: &str, form: &str) -> Answer {
        let sent = self.post(address, form).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{address} {form}: {}", sent.text);
        let to = sent.header("location").to_owned();
        self.get(&to).await
    }

    /// Answers a question; `value` is a whole form field, such as `value=yes`.
    pub(crate) async fn answer(&mut self, fact: &str, value: &str) -> Answer {
        self.submit("/find/question", &format!("fact={fact}&then=next&{value}")).await
    }
}
