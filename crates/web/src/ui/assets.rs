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
static LANGUAGE_CSS: LazyLock<String> = LazyLock::new(|| squeeze(include_str!("../../static/language.css")));
static DESK_CSS: LazyLock<String> = LazyLock::new(|| squeeze(include_str!("../../static/desk.css")));
const DESK_JS: &str = include_str!("../../static/desk.js");
const JS: &str = include_str!("../../static/exit.js");
const ICON: &str = include_str!("../../static/kith.svg");

/// Where the assets are found.
pub(crate) struct Addresses {
    /// The style sheet.
    pub css: String,
    /// The style sheet of other languages and of easy words, beside the other.
    pub language_css: String,
    /// The script.
    pub js: String,
    /// The style sheet of the desk, beside the other.
    pub desk_css: String,
    /// The script of the desk.
    pub desk_js: String,
    /// The icon.
    pub icon: String,
}

static ADDRESSES: LazyLock<Addresses> = LazyLock::new(|| Addresses {
    css: format!("/static/{}.css", fingerprint(CSS.as_bytes())),
    language_css: format!("/static/{}.css", fingerprint(LANGUAGE_CSS.as_bytes())),
    js: format!("/static/{}.js", fingerprint(JS.as_bytes())),
    desk_css: format!("/static/{}.css", fingerprint(DESK_CSS.as_bytes())),
    desk_js: format!("/static/{}.js", fingerprint(DESK_JS.as_bytes())),
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
        known if known == ADDRESSES.language_css => ("text/css; charset=utf-8", LANGUAGE_CSS.as_str()),
        known if known == ADDRESSES.desk_css => ("text/css; charset=utf-8", DESK_CSS.as_str()),
        known if known == ADDRESSES.desk_js => ("text/javascript; charset=utf-8", DESK_JS),
        known if known == ADDRESSES.icon => ("image/svg+xml", ICON),
        _ => return Fault::not_found().into_response(),
    };
    ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "public, max-age=31536000, immutable")], text)
        .into_response()
}

#[cfg(test)]
mod tests {
    use super::{CSS, LANGUAGE_CSS};

    #[test]
    fn the_style_sheet_is_small() {
        assert!(CSS.len() <= 22 * 1024, "{} bytes", CSS.len());
        assert!(LANGUAGE_CSS.len() <= 4 * 1024, "{} bytes", LANGUAGE_CSS.len());
    }

    /// A page read from right to left needs no style sheet of its own, as long as sides are named by the way of reading.
    #[test]
    fn sides_are_named_by_the_way_of_reading() {
        for side in ["left", "right"] {
            for before in ["margin-", "padding-", "border-", "float:", "text-align:", ";", "{"] {
                let physical = format!("{before}{side}");
                let found = CSS.match_indices(&physical).map(|(at, _)| CSS.get(at..at + 40).unwrap_or_default());
                assert_eq!(found.collect::<Vec<_>>(), Vec::<&str>::new(), "name {side} by start or end");
            }
        }
    }
}
