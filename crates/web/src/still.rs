//! A council's whole public offer as files that need no server: the pages as they are served, with links between them
//! made relative, and a search that runs in the page.

use crate::App;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use thiserror::Error;
use tower::ServiceExt;

/// The largest page.
const LARGEST: usize = 16 * 1024 * 1024;
/// How far from the council's own pages a page of the law may be linked.
const DEPTH: usize = 2;

/// Why the files could not be made.
#[derive(Debug, Error)]
pub enum StillError {
    /// No such council has an offer here.
    #[error("there is no offer of {0:?} here; `kith serve` lists those there are at /councils")]
    NoOffer(String),
    /// A page could not be made.
    #[error("the page {0} could not be made")]
    Page(String),
}

/// Files by path.
pub type Files = BTreeMap<String, Vec<u8>>;

/// A service as the search in the page finds it.
#[derive(Serialize)]
struct Found {
    name: String,
    summary: String,
    href: String,
    words: String,
}

/// The files of a council's public offer. `live` is the address of a site that asks questions, for the links that need one;
/// without it they become plain words.
///
/// # Errors
/// Where the council has no offer here, or a page cannot be made.
pub async fn still(app: &App, slug: &str, live: Option<&str>) -> Result<Files, StillError> {
    let published = app.published();
    let offer = published.offers().by_slug(slug).ok_or_else(|| StillError::NoOffer(slug.to_owned()))?;
    let pages = gather(app, slug).await?;
    let mut files = Files::new();
    for (address, page) in &pages {
        let path = path_of(address, slug);
        let bytes = match page.is_html {
            false => page.bytes.clone(),
            true => {
                let text = String::from_utf8_lossy(&page.bytes);
                still_page(&text, &path, slug, &pages, live.map(|live| live.trim_end_matches('/'))).into_bytes()
            }
        };
        files.insert(path, bytes);
    }
    let found = offer.services.iter().map(|service| Found {
        name: service.name.clone(),
        summary: service.summary.clone(),
        href: format!("index.html#service-{}", service.id),
        words: words_of(service),
    });
    let index = serde_json::to_string(&found.collect::<Vec<_>>()).unwrap_or_default();
    // A script and not a file of data: browsers that open a page from a disk fetch no data.
    files.insert("search-index.js".to_owned(), format!("window.kithServices = {index};\n").into_bytes());
    files.insert("search.js".to_owned(), include_bytes!("../static/still.js").to_vec());
    files.insert("search.html".to_owned(), search_page(&pages, slug, offer).into_bytes());
    Ok(files)
}

/// Everything a family might look for a service by.
fn words_of(service: &offer::Service) -> String {
    let published = service.eligibility.published.value().map(Vec::as_slice).unwrap_or_default();
    let mut words: Vec<&str> = published.iter().map(|one| one.words.as_str()).collect();
    words.extend(service.providers.iter().map(|provider| provider.name.as_str()));
    words.extend(service.notes.iter().map(String::as_str));
    words.join(" ")
}

/// A page as it was served.
struct Page {
    bytes: Vec<u8>,
    is_html: bool,
}

/// The council's pages and what they link to, as far as it can stand without a server.
async fn gather(app: &App, slug: &str) -> Result<BTreeMap<String, Page>, StillError> {
    let site = crate::router(app.clone());
    let start = format!("/council/{slug}");
    let mut pages = BTreeMap::new();
    let mut seen = BTreeSet::from([start.clone()]);
    let mut next = VecDeque::from([(start.clone(), 0)]);
    while let Some((address, depth)) = next.pop_front() {
        let request = Request::get(&address).header("host", "still").body(Body::empty());
        let request = request.map_err(|_| StillError::Page(address.clone()))?;
        let answer = site.clone().oneshot(request).await.map_err(|_| StillError::Page(address.clone()))?;
        if answer.status() != StatusCode::OK {
            match address == start {
                true => return Err(StillError::Page(address)),
                // A link that leads nowhere becomes plain words.
                false => continue,
            }
        }
        let kind = answer.headers().get("content-type").and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        let is_html = kind.starts_with("text/html");
        let bytes = to_bytes(answer.into_body(), LARGEST).await.map_err(|_| StillError::Page(address.clone()))?;
        if is_html {
            let text = String::from_utf8_lossy(&bytes);
            for (_, link) in links(&text) {
                let link = link.split('#').next().unwrap_or_default();
                let further = if link.starts_with("/law/") { depth + 1 } else { depth };
                if stands_still(link, slug) && further <= DEPTH && seen.insert(link.to_owned()) {
                    next.push_back((link.to_owned(), further));
                }
            }
        }
        pages.insert(address, Page { bytes: bytes.to_vec(), is_html });
    }
    Ok(pages)
}

/// Whether a page is the same for everybody and needs no server.
fn stands_still(link: &str, slug: &str) -> bool {
    let own = format!("/council/{slug}");
    let is_own = link.strip_prefix(&own).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    let is_law =
        ["/law/support/", "/law/provision/", "/law/clock/", "/law/rate/"].iter().any(|kind| link.starts_with(kind));
    let is_word = ["/glossary", "/safety", "/accessibility"].contains(&link);
    (is_own || is_law || is_word || link.starts_with("/static/")) && !link.contains('?')
}

/// The path of the file of a page: the council's own page is the first.
fn path_of(address: &str, slug: &str) -> String {
    let own = format!("/council/{slug}");
    let rest = match address.strip_prefix(&own) {
        Some("") => return "index.html".to_owned(),
        Some(rest) if rest.starts_with('/') => rest.trim_start_matches('/').to_owned(),
        _ => address.trim_start_matches('/').to_owned(),
    };
    let name = rest.replace('%', "_");
    let last = name.rsplit('/').next().unwrap_or_default();
    let has_ending = [".json", ".law", ".css", ".js", ".svg", ".txt", ".ics", ".docx", ".pdf"]
        .iter()
        .any(|ending| last.ends_with(ending));
    if has_ending { name } else { format!("{name}.html") }
}

/// Every link of a page: where its address stands, and the address, of those that begin with `/`.
fn links(page: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    for start in ["href=\"/", "src=\"/"] {
        for (place, _) in page.match_indices(start) {
            let from = place + start.len() - 1;
            let length = page[from..].find('"').unwrap_or(0);
            found.push((from, &page[from..from + length]));
        }
    }
    found.sort_unstable();
    found
}

/// A page with its links made relative; what needs a server leads to the live site, or to nowhere.
fn still_page(page: &str, path: &str, slug: &str, pages: &BTreeMap<String, Page>, live: Option<&str>) -> String {
    let up = "../".repeat(path.matches('/').count());
    let mut out = String::with_capacity(page.len());
    let mut done = 0;
    for (from, link) in links(page) {
        let (address, anchor) = link.split_once('#').map_or((link, None), |(address, anchor)| (address, Some(anchor)));
        out.push_str(&page[done..from]);
        match (pages.contains_key(address), live) {
            (true, _) => {
                out.push_str(&up);
                out.push_str(&path_of(address, slug));
                out.extend(anchor.map(|anchor| format!("#{anchor}")));
            }
            (false, Some(live)) => out.push_str(&format!("{live}{link}")),
            // An address within the page itself: the link stays a link and leads nowhere else.
            (false, None) if address == "/services" || address == "/" => out.push_str(&format!("{up}search.html")),
            (false, None) => out.push_str(&format!("{up}index.html")),
        }
        done = from + link.len();
    }
    out.push_str(&page[done..]);
    // A form needs a server, and so does leaving in a hurry, which wipes a cookie that is not there.
    out.replacen("<a class=\"exit\" href=", "<a class=\"exit\" hidden href=", 1)
}

/// The page that searches: all services stand in it, so that it says everything without a script too.
fn search_page(pages: &BTreeMap<String, Page>, slug: &str, offer: &offer::Offer) -> String {
    let css = pages.keys().find(|address| address.ends_with(".css")).map(|address| path_of(address, slug));
    let code = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
    let items: String = (offer.services.iter())
        .map(|service| {
            format!(
                "<li data-name=\"{name}\"><a href=\"index.html#service-{id}\">{name}</a><br>{summary}</li>\n",
                name = code(&service.name),
                id = service.id,
                summary = code(&service.summary)
            )
        })
        .collect();
    format!(
        "<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" \
         content=\"width=device-width, initial-scale=1\">\n<title>Find a service – {council}</title>\n<link \
         rel=\"stylesheet\" href=\"{css}\">\n<script src=\"search-index.js\" defer></script>\n<script \
         src=\"search.js\" defer></script>\n</head>\n<body>\n<main id=\"main\">\n<div class=\"narrow\">\n<a \
         class=\"back\" href=\"index.html\">Back to the offer</a>\n<h1>Find a service</h1>\n<p class=\"lead\">Every \
         service of {council} stands here.</p>\n<form class=\"letter-form\" hidden><div class=\"letter-field\"><label \
         for=\"look\">What do you look for?</label><input id=\"look\" class=\"w-all\" type=\"search\" \
         autocomplete=\"off\"></div></form>\n<p id=\"told\" role=\"status\"></p>\n<ul class=\"ways\" \
         id=\"services\">\n{items}</ul>\n</div>\n</main>\n</body>\n</html>\n",
        council = code(&offer.head.council),
        css = css.unwrap_or_default(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_become_relative_from_wherever_they_stand() {
        let page = |_: &str| Page { bytes: Vec::new(), is_html: true };
        let known = ["/council/a", "/law/support/b", "/static/c.css"];
        let pages: BTreeMap<String, Page> = known.iter().map(|one| ((*one).to_owned(), page(one))).collect();
        let text = "<link href=\"/static/c.css\"><a href=\"/council/a#x\">a</a><a href=\"/find/answer\">f</a>";
        let made = still_page(text, "law/support/b.html", "a", &pages, None);
        assert_eq!(
            made,
            "<link href=\"../../static/c.css\"><a href=\"../../index.html#x\">a</a><a href=\"../../index.html\">f</a>"
        );
        let live = still_page(text, "index.html", "a", &pages, Some("https://kith.example"));
        assert!(live.contains("href=\"https://kith.example/find/answer\""));
        assert_eq!(path_of("/law/provision/ca-1989/17%2810%29", "a"), "law/provision/ca-1989/17_2810_29.html");
        assert_eq!(path_of("/council/a/editions/1.law", "a"), "editions/1.law");
    }
}
