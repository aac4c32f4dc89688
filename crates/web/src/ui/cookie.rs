//! Cookies: read from a request, set on an answer, always out of reach of scripts and of other sites.

use crate::App;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;

/// A cookie by name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cookie {
    /// Its name, where browsers reach the site without https.
    pub name: &'static str,
    /// Its name where they reach it by https alone: the prefix keeps other hosts of the domain from setting it.
    pub secure_name: &'static str,
    /// Whether it is sent along where a page of another site leads here. None that lets anybody in may be.
    pub from_elsewhere: bool,
}

impl Cookie {
    fn name(self, app: &App) -> &'static str {
        if app.is_secure() { self.secure_name } else { self.name }
    }

    /// Its value in a request.
    pub(crate) fn read<'a>(self, app: &App, headers: &'a HeaderMap) -> Option<&'a str> {
        let name = self.name(app);
        let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
        let mut pairs = cookies.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
        pairs.find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    /// The answer with the cookie set for so many seconds; without them, until the browser is closed.
    pub(crate) fn set(self, app: &App, value: &str, seconds: Option<i64>, mut response: Response) -> Response {
        let secure = if app.is_secure() { "; Secure" } else { "" };
        let age = seconds.map(|seconds| format!("; Max-Age={seconds}")).unwrap_or_default();
        let site = if self.from_elsewhere { "Lax" } else { "Strict" };
        let text = format!("{}={value}; Path=/; HttpOnly; SameSite={site}{secure}{age}", self.name(app));
        if let Ok(text) = HeaderValue::from_str(&text) {
            response.headers_mut().append(header::SET_COOKIE, text);
        }
        response
    }

    /// The answer with the cookie taken away.
    pub(crate) fn wipe(self, app: &App, response: Response) -> Response {
        self.set(app, "", Some(0), response)
    }
}
