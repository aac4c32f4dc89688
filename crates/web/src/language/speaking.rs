//! In which language a request is answered: known to the frame and the words while its page is made.

use super::addresses::{self, Choice};
use super::said::say;
use axum::extract::Request;
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use language::{ENGLISH, Language, Standing};
use std::borrow::Cow;
use std::sync::atomic::{AtomicBool, Ordering};

tokio::task_local! {
    static SPEAKING: Speaking;
}

/// How a request is answered.
struct Speaking {
    language: Language,
    /// The address asked for, without the prefix of the language; the start where it was a form.
    path: String,
    /// Whether a draft has been said.
    has_draft: AtomicBool,
}

impl Speaking {
    fn new(language: Language, request: &Request) -> Speaking {
        let path = if request.method() == Method::GET { request.uri().path() } else { "/" };
        Speaking { language, path: path.to_owned(), has_draft: AtomicBool::new(false) }
    }
}

/// The language of the page that is being made; English outside a request.
pub(crate) fn spoken() -> Language {
    SPEAKING.try_with(|speaking| speaking.language).unwrap_or(ENGLISH)
}

/// The other languages in which the page that is being made can be read.
pub(crate) fn choices() -> Vec<Choice> {
    SPEAKING
        .try_with(|speaking| addresses::choices(speaking.language, &speaking.path))
        .unwrap_or_else(|_| addresses::choices(ENGLISH, "/"))
}

/// Remembers how far the page can be relied on.
pub(super) fn note(standing: &Standing) {
    if *standing == Standing::Draft {
        _ = SPEAKING.try_with(|speaking| speaking.has_draft.store(true, Ordering::Relaxed));
    }
}

/// Where the frame leaves room for a word on how far the page can be relied on.
const ROOM: &str = "<!--draft-->";

/// A written page, with its addresses led to its language, and with a word on drafts where it holds any.
pub(crate) fn finish(page: &str) -> Cow<'_, str> {
    let language = spoken();
    if language == ENGLISH {
        return page.into();
    }
    let has_draft = SPEAKING.try_with(|speaking| speaking.has_draft.load(Ordering::Relaxed)).unwrap_or_default();
    let page = addresses::lead(language, page);
    let words = match has_draft {
        true => format!("<p class=\"box\">{}</p>", say("language-draft")),
        false => String::new(),
    };
    page.replacen(ROOM, &words, 1).into()
}

/// Answers in English.
pub(super) async fn in_english(request: Request, next: Next) -> Response {
    let speaking = Speaking::new(ENGLISH, &request);
    SPEAKING.scope(speaking, next.run(request)).await
}

/// Answers in another language. What is there in English alone is answered with the way to it.
pub(super) async fn speak(language: Language, request: Request, next: Next) -> Response {
    if !addresses::is_spoken(request.uri().path()) {
        let address = request.uri().path_and_query().map_or("/", |address| address.as_str()).to_owned();
        return in_english_alone(&address);
    }
    let speaking = Speaking::new(language, &request);
    let mut response = SPEAKING.scope(speaking, next.run(request)).await;
    let onward = response.headers().get(header::LOCATION).and_then(|to| to.to_str().ok()).unwrap_or_default();
    if onward.starts_with('/') && addresses::is_spoken(onward) {
        let onward = HeaderValue::from_str(&addresses::led(language, onward));
        onward.into_iter().for_each(|onward| _ = response.headers_mut().insert(header::LOCATION, onward));
    }
    response
}

/// The way to a page that is there in English alone. A form sent there goes along.
fn in_english_alone(address: &str) -> Response {
    // Two slashes at the front would lead to another site.
    let address = format!("/{}", address.trim_start_matches('/'));
    let address = HeaderValue::from_str(&address).unwrap_or_else(|_| HeaderValue::from_static("/"));
    let nothing = HeaderValue::from_static("no-store");
    (StatusCode::TEMPORARY_REDIRECT, [(header::LOCATION, address), (header::CACHE_CONTROL, nothing)]).into_response()
}
