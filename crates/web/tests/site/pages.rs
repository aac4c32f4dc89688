//! Every route answers with a whole page and every safety header; what is asked wrongly is answered kindly.

use crate::browser::{Browser, NOW, law, site};
use axum::body::Body;
use axum::http::{Request, StatusCode};
use offer::place::Places;
use tower::ServiceExt;
use web::{Needs, Route};

const SAFETY: [(&str, &str); 5] = [
    ("referrer-policy", "no-referrer"),
    ("x-content-type-options", "nosniff"),
    ("cross-origin-opener-policy", "same-origin"),
    ("x-frame-options", "DENY"),
    (
        "content-security-policy",
        "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
];

/// Whether a route answers anybody with a page, with nothing but the law and the offers.
fn is_open(route: &Route) -> bool {
    route.method == "GET" && route.needs == Needs::Nothing
}

#[tokio::test]
async fn every_route_answers_with_a_page_and_safety_headers() {
    let mut browser = Browser::at(NOW);
    browser.submit("/", "postcode=CF10+1EP").await;
    for route in web::routes().iter().filter(|route| route.path != "/static/{name}" && is_open(route)) {
        let page = browser.clone().get(route.example).await;
        let leaves = route.path == "/find/exit";
        assert_eq!(page.status.as_u16(), if leaves { 303 } else { 200 }, "{}", route.example);
        for (name, value) in SAFETY {
            assert_eq!(page.header(name), value, "{name} of {}", route.example);
        }
        let kind = page.header("content-type");
        if kind.starts_with("text/html") {
            whole(&page.text, route.example);
        } else if kind.starts_with("application/json") {
            serde_json::from_str::<serde_json::Value>(&page.text).unwrap();
        }
        let cache = page.header("cache-control");
        assert_eq!(cache == "no-store", !route.kept, "{cache} of {}", route.example);
    }
}

fn whole(page: &str, address: &str) {
    assert_eq!(page.matches("<h1").count(), 1, "{address} has not one h1");
    let language = if address.starts_with("/ur") { "lang=\"ur\" dir=\"rtl\"" } else { "lang=\"en-GB\"" };
    assert!(page.contains(&format!("<html {language}>")) && page.contains("</html>"), "{address}");
    assert!(page.len() < 200_000, "{address} has {} bytes", page.len());
    let first = page.find("<a ").unwrap();
    assert!(page[first..].starts_with("<a class=\"exit\" href=\"/find/exit\""), "{address}: the exit is not first");
    for outside in ["<script>", " style=", " onclick", "<style", "http://"] {
        assert!(!page.contains(outside), "{address} holds {outside}");
    }
}

#[tokio::test]
async fn every_entry_of_the_law_and_every_council_has_its_page() {
    let mut browser = Browser::at(NOW);
    let mut addresses: Vec<String> = Vec::new();
    let law = law();
    addresses.extend(law.supports.iter().map(|one| format!("/law/support/{}", one.id)));
    addresses.extend(law.supports.iter().map(|one| format!("/find/answer/{}", one.id)));
    addresses.extend(law.clocks.iter().map(|one| format!("/law/clock/{}", one.id)));
    addresses.extend(law.rates.iter().map(|one| format!("/law/rate/{}", one.id)));
    addresses.extend(law.instruments.iter().map(|one| format!("/law/instrument/{}", one.id)));
    addresses.extend(law.stories.iter().map(|one| format!("/law/story/{}", one.id)));
    addresses.extend(Places::embedded().councils().iter().map(|one| format!("/council/{}", one.slug)));
    let index = browser.get("/law.json").await;
    let index: serde_json::Value = serde_json::from_str(&index.text).unwrap();
    for provision in index["provisions"].as_array().unwrap() {
        let data = provision["href"].as_str().unwrap();
        addresses.push(data.strip_suffix(".json").unwrap().to_owned());
    }
    assert!(addresses.len() > 700);
    for address in addresses {
        let page = browser.get(&address).await;
        assert_eq!(page.status, StatusCode::OK, "{address}");
        whole(&page.text, &address);
    }
}

#[tokio::test]
async fn every_link_on_the_main_pages_leads_somewhere() {
    let mut browser = Browser::at(NOW);
    browser.submit("/", "postcode=SE15+5EB").await;
    let starts = [
        "/",
        "/find/answer",
        "/find/answers",
        "/find/answer/s17_assessment",
        "/letters",
        "/letters/child-needs-assessment",
        "/law",
        "/councils",
        "/about",
        "/law/support/sgo_support_plan",
    ];
    let mut links: Vec<String> = Vec::new();
    for start in starts {
        let page = browser.get(start).await;
        let found =
            page.text.split("href=\"/").skip(1).map(|rest| format!("/{}", rest.split(['"', '#']).next().unwrap()));
        links.extend(found);
    }
    links.sort();
    links.dedup();
    // The door for councils is there only with a database.
    for link in links.into_iter().filter(|link| !["/find/exit", "/publish"].contains(&link.as_str())) {
        assert_eq!(browser.clone().get(&link).await.status, StatusCode::OK, "{link}");
    }
}

#[tokio::test]
async fn what_is_not_there_is_said_with_a_way_back() {
    let mut browser = Browser::at(NOW);
    for address in [
        "/nothing",
        "/law/support/nothing",
        "/council/atlantis",
        "/find/question/nothing",
        "/find/question/child_age",
        "/law/provision/ca-1989/nothing",
        "/law/story/x",
        "/letters/nothing",
        "/letters/%FF",
        "/static/x.css",
        "/find/answer/%FF",
        "/council/%FF",
    ] {
        let page = browser.get(address).await;
        assert!(page.status.is_client_error(), "{address}: {}", page.status);
        whole(&page.text, address);
        assert!(page.text.contains("Go to the start"), "{address}");
    }
    let page = browser.post("/law", "").await;
    assert_eq!(page.status, StatusCode::METHOD_NOT_ALLOWED);
    whole(&page.text, "POST /law");
}

#[tokio::test]
async fn public_pages_are_known_again_by_their_fingerprint() {
    let first = site(NOW, false).oneshot(Request::get("/law").body(Body::empty()).unwrap()).await.unwrap();
    let etag = first.headers()["etag"].clone();
    let again = Request::get("/law").header("if-none-match", etag).body(Body::empty()).unwrap();
    assert_eq!(site(NOW, false).oneshot(again).await.unwrap().status(), StatusCode::NOT_MODIFIED);
}

#[tokio::test]
async fn the_first_page_is_light_and_its_assets_are_kept() {
    let mut browser = Browser::at(NOW);
    let page = browser.get("/").await;
    let mut total = page.text.len();
    for part in page.text.split("\"/static/").skip(1) {
        let asset = browser.get(&format!("/static/{}", part.split('"').next().unwrap())).await;
        assert_eq!(asset.status, StatusCode::OK);
        assert!(asset.header("cache-control").contains("immutable"));
        total += asset.text.len();
    }
    assert!(total < 60_000, "{total} bytes");
}

/// What a phone on a slow line can wait for, before compression.
const LARGEST_PAGE: usize = 100_000;

#[tokio::test]
async fn every_page_is_light_enough_for_a_slow_line() {
    let mut browser = Browser::at(NOW);
    browser.submit("/", "postcode=SE15+5EB").await;
    browser.answer("carer_relation", "value=grandparent").await;
    browser.answer("order_type", "value=SGO").await;
    // A council's whole offer and an Act with every provision on one page are as long as they are.
    let may_be_long = |path: &str| path.starts_with("/council/") || path.starts_with("/law/instrument/");
    for route in web::routes().iter().filter(|route| is_open(route)) {
        let bytes = browser.clone().get(route.example).await.text.len();
        if may_be_long(route.path) {
            println!("{bytes} bytes at {}", route.example);
        } else if !route.example.ends_with(".json") {
            assert!(bytes < LARGEST_PAGE, "{} has {bytes} bytes", route.example);
        }
    }
}

#[tokio::test]
async fn public_pages_are_squeezed_and_private_ones_are_not() {
    for route in web::routes().iter().filter(|route| route.path != "/static/{name}" && is_open(route)) {
        let request = Request::get(route.example).header("accept-encoding", "gzip").body(Body::empty()).unwrap();
        let response = site(NOW, false).oneshot(request).await.unwrap();
        let is_squeezed = response.headers().get("content-encoding").is_some();
        assert_eq!(is_squeezed, route.kept, "{}", route.example);
    }
}
