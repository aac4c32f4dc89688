//! The style sheet, the icon and the small script: built in, and served at addresses that change with them.

use super::fault::Fault;
use crate::App;
use axum::Router;
use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use std::sync::LazyLock;

static CSS: LazyLock<String> = LazyLock::new(|| squeeze(include_str!("../../static/kith.css")));
const JS: &str = include_str!("../../static/exit.js");
const ICON: &str = include_str!("../../static/kith.svg");

/// Where the assets are found.
pub(crate) struct Addresses {
    /// The style sheet.
    pub css: String,
    /// The script.
    pub js: String,
    /// The icon.
    pub icon: String,
}

static ADDRESSES: LazyLock<Addresses> = LazyLock::new(|| Addresses {
    css: format!("/static/{}.css", fingerprint(CSS.as_bytes())),
    js: format!("/static/{}.js", fingerprint(JS.as_bytes())),
    icon: format!("/static/{}.svg", fingerprint(ICON.as_bytes())),
});

/// The addresses of the assets.
pub(crate) fn addresses() -> &'static Addresses {
    &ADDRESSES
}

/// A short name for some bytes (FNV-1a, 64 bits): changes when they do. It keeps no secret.
pub(crate) fn fingerprint(bytes: &[u8]) -> String {
    let step = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    format!("{:016x}", bytes.iter().fold(0xcbf2_9ce4_8422_2325, step))
}

/// The style sheet without comments and the spaces that only help to read it.
fn squeeze(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    let joined: String = out.lines().map(str::trim).collect();
    let pairs =
        [(" {", "{"), ("{ ", "{"), ("; ", ";"), (": ", ":"), (" }", "}"), (", ", ","), (" > ", ">"), (";}", "}")];
    pairs.iter().fold(joined, |css, (wide, tight)| css.replace(wide, tight))
}

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/static/{name}", get(asset))
}

async fn asset(Path(name): Path<String>) -> Response {
    let address = format!("/static/{name}");
    let (kind, text) = match address.as_str() {
        known if known == ADDRESSES.css => ("text/css; charset=utf-8", CSS.as_str()),
        known if known == ADDRESSES.js => ("text/javascript; charset=utf-8", JS),
        known if known == ADDRESSES.icon => ("image/svg+xml", ICON),
        _ => return Fault::not_found().into_response(),
    };
    ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "public, max-age=31536000, immutable")], text)
        .into_response()
}
