//! A stand-in for GOV.UK Notify, made from its public documentation: it believes only tokens signed with the key and half a
//! minute old, takes so many messages a minute, refuses what the documentation says is refused, and knows what it took by
//! reference.

use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, Mac};
use jiff::Timestamp;
use serde_json::{Value, json};
use sha2::Sha256;
use std::collections::HashMap;
use std::sync::{Arc, Mutex};

pub(super) const SERVICE: &str = "26785a09-ab16-4eb0-8407-a37497a57506";
pub(super) const SECRET: &str = "3d844edf-8d35-48ac-975b-e847b4f122b0";
pub(super) const EMAIL: &str = "9d751e0e-f929-4891-82a1-a3e1c3c18ee3";
pub(super) const SMS: &str = "ceb50d92-100d-4b8b-b559-14fa3b091cda";
pub(super) const LETTER: &str = "64415853-cb86-4cc4-b597-2aaa94ef8c39";

/// What it took, and how it behaves.
#[derive(Default)]
pub(super) struct Desk {
    /// Messages it took: the kind and the request.
    pub(super) taken: Vec<(String, Value)>,
    /// How many more it takes in this minute; none for no limit.
    pub(super) left: Option<usize>,
    /// How many more it takes today.
    pub(super) left_today: Option<usize>,
    /// Whether it falls over.
    pub(super) is_broken: bool,
    /// Whether it takes the message and then never answers.
    pub(super) is_silent: bool,
}

pub(super) type Shared = Arc<Mutex<Desk>>;

/// Starts it on a free port.
pub(super) async fn start() -> (String, Shared) {
    let desk = Shared::default();
    let routes = Router::new()
        .route("/v2/notifications/{kind}", post(send))
        .route("/v2/notifications", get(list))
        .with_state(desk.clone());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, routes).await.unwrap() });
    (url, desk)
}

fn fault(status: u16, error: &str, message: &str) -> Response {
    let said = json!({ "status_code": status, "errors": [{ "error": error, "message": message }] });
    (StatusCode::from_u16(status).unwrap(), Json(said)).into_response()
}

/// The refusal of a token that is not good.
fn token(headers: &HeaderMap) -> Option<Response> {
    let refused = |message: &str| Some(fault(403, "AuthError", message));
    let Some(token) = headers.get("authorization").and_then(|value| value.to_str().ok()?.strip_prefix("Bearer "))
    else {
        return Some(fault(401, "AuthError", "Unauthorized: authentication token must be provided"));
    };
    let parts: Vec<&str> = token.split('.').collect();
    let [head, body, sign] = parts[..] else { return refused("Invalid token: not a JSON Web Token") };
    let read = |part: &str| -> Option<Value> { serde_json::from_slice(&URL_SAFE_NO_PAD.decode(part).ok()?).ok() };
    let (Some(head_said), Some(said)) = (read(head), read(body)) else { return refused("Invalid token") };
    if head_said != json!({ "typ": "JWT", "alg": "HS256" }) {
        return refused("Invalid token: algorithm used is not HS256");
    }
    let mut mac = Hmac::<Sha256>::new_from_slice(SECRET.as_bytes()).unwrap();
    mac.update(format!("{head}.{body}").as_bytes());
    let is_signed = URL_SAFE_NO_PAD.decode(sign).is_ok_and(|sign| mac.verify_slice(&sign).is_ok());
    if said["iss"] != SERVICE || !is_signed {
        return refused("Invalid token: API key not found");
    }
    let age = Timestamp::now().as_second() - said["iat"].as_i64().unwrap_or_default();
    if age.abs() > 30 {
        return refused("Error: Your system clock must be accurate to within 30 seconds");
    }
    None
}

async fn send(
    State(desk): State<Shared>,
    Path(kind): Path<String>,
    headers: HeaderMap,
    Json(asked): Json<Value>,
) -> Response {
    if let Some(refused) = token(&headers) {
        return refused;
    }
    let is_silent = {
        let mut desk = desk.lock().unwrap();
        if desk.is_broken {
            return fault(500, "Exception", "Internal server error");
        }
        if desk.left == Some(0) {
            let words = "Exceeded rate limit for key type LIVE of 3000 requests per 60 seconds";
            return fault(429, "RateLimitError", words);
        }
        if desk.left_today == Some(0) {
            return fault(429, "TooManyRequestsError", "Exceeded send limits (250000) for today");
        }
        if let Some(refused) = check(&kind, &asked) {
            return refused;
        }
        desk.left = desk.left.map(|left| left - 1);
        desk.left_today = desk.left_today.map(|left| left - 1);
        desk.taken.push((kind.clone(), asked.clone()));
        desk.is_silent
    };
    if is_silent {
        std::future::pending::<()>().await;
    }
    let id = "201b576e-c09b-467b-9dfa-9c3b689ee730";
    (StatusCode::CREATED, Json(json!({ "id": id, "reference": asked["reference"] }))).into_response()
}

/// What is wrong with a request, by the documentation.
fn check(kind: &str, asked: &Value) -> Option<Response> {
    let invalid = |message: &str| Some(fault(400, "ValidationError", message));
    let words = &asked["personalisation"];
    let missing = |names: &[&str]| names.iter().any(|name| !words[*name].is_string());
    let (template, needed): (&str, &[&str]) = match kind {
        "email" => (EMAIL, &["subject", "body"]),
        "sms" => (SMS, &["body"]),
        "letter" => (LETTER, &["subject", "body"]),
        _ => return Some(fault(404, "NotFound", "Not found")),
    };
    if asked["template_id"] != template {
        return Some(fault(400, "BadRequestError", "Template not found"));
    }
    if missing(needed) {
        return Some(fault(400, "BadRequestError", "Missing personalisation"));
    }
    let is_https = |url: &Value| url.is_null() || url.as_str().is_some_and(|url| url.starts_with("https://"));
    match kind {
        "email" if !asked["email_address"].as_str().is_some_and(|to| to.ends_with("example.com")) => {
            invalid("email_address Not a valid email address")
        }
        "email" if !is_https(&asked["one_click_unsubscribe_url"]) => {
            invalid("one_click_unsubscribe_url is not a valid https url")
        }
        "sms" if !asked["phone_number"].as_str().is_some_and(|to| to.starts_with("+447")) => {
            invalid("phone_number Not a UK mobile number")
        }
        "letter" => {
            let lines: Vec<&str> =
                (1..=7).filter_map(|number| words[format!("address_line_{number}")].as_str()).collect();
            match lines.last() {
                _ if lines.len() < 3 => invalid("Address must be at least 3 lines"),
                Some(last) if last.contains(|sign: char| sign.is_ascii_digit()) => None,
                _ => invalid("Last line of address must be a real UK postcode or another country"),
            }
        }
        _ => None,
    }
}

async fn list(
    State(desk): State<Shared>,
    Query(asked): Query<HashMap<String, String>>,
    headers: HeaderMap,
) -> Response {
    if let Some(refused) = token(&headers) {
        return refused;
    }
    let desk = desk.lock().unwrap();
    let found = desk.taken.iter().filter(|(_, one)| one["reference"] == asked["reference"].as_str());
    let found: Vec<Value> = found.map(|(kind, one)| json!({ "type": kind, "reference": one["reference"] })).collect();
    Json(json!({ "notifications": found, "links": { "current": "/v2/notifications" } })).into_response()
}
