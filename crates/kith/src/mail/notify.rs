//! GOV.UK Notify: email, text messages and letters by its REST API (docs.notifications.service.gov.uk/rest-api.html).
//!
//! Words are ours, so each channel needs one template in Notify, whose subject is `((subject))` and whose message is
//! `((body))`. Every message bears the id of the outbox as its reference: by it Notify says later whether it took it.

use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use clap::Args;
use hmac::{Hmac, Mac};
use jiff::{SignedDuration, Timestamp};
use reqwest::{Client, StatusCode};
use serde::Deserialize;
use serde_json::{Value, json};
use sha2::Sha256;
use std::path::{Path, PathBuf};
use std::time::Duration;
use store::{Mail, Outcome, Recipient, Unsure};

/// The name of the variable that may hold the API key.
const KEY: &str = "KITH_NOTIFY_KEY";
/// The name of the variable that may hold the token of Notify's callbacks.
const CALLBACK: &str = "KITH_NOTIFY_CALLBACK";
/// How long Notify may take.
const LONGEST_WAIT: Duration = Duration::from_secs(30);
/// How long Notify knows a message.
const KNOWN: SignedDuration = SignedDuration::from_hours(6 * 24);
/// When to try again after too many messages in a minute; Notify counts them on a rolling basis.
const RATE: SignedDuration = SignedDuration::from_secs(10);
/// When to try again after too many messages in a day.
const DAY: SignedDuration = SignedDuration::from_hours(1);

/// GOV.UK Notify, in the place of a mail server.
#[derive(Args, Default)]
pub(crate) struct NotifyArgs {
    /// A file with the API key of GOV.UK Notify, which then sends all messages. May be set as KITH_NOTIFY_KEY instead.
    #[arg(long, value_name = "FILE")]
    notify_key_file: Option<PathBuf>,
    /// Where GOV.UK Notify is.
    #[arg(long, value_name = "URL", default_value = "https://api.notifications.service.gov.uk")]
    notify_url: String,
    /// The template of emails: its subject is ((subject)), its message ((body)).
    #[arg(long, value_name = "ID")]
    notify_email: Option<String>,
    /// The template of text messages: its message is ((body)).
    #[arg(long, value_name = "ID")]
    notify_sms: Option<String>,
    /// The template of letters: its heading is ((subject)), its message ((body)).
    #[arg(long, value_name = "ID")]
    notify_letter: Option<String>,
    /// A file with the token that GOV.UK Notify sends with its callbacks to /updates/notify. May be set as
    /// KITH_NOTIFY_CALLBACK instead.
    #[arg(long, value_name = "FILE")]
    notify_callback_file: Option<PathBuf>,
}

impl NotifyArgs {
    /// Notify as it was set up; none where it was not.
    pub(crate) fn read(&self) -> Result<Option<Notify>> {
        let Some(key) = secret(self.notify_key_file.as_deref(), KEY)? else { return Ok(None) };
        let Some(email) = self.notify_email.clone() else { bail!("--notify-email names the template of emails") };
        let templates = Templates { email, sms: self.notify_sms.clone(), letter: self.notify_letter.clone() };
        Notify::new(&key, &self.notify_url, templates).map(Some)
    }

    /// The token of its callbacks.
    pub(crate) fn callback(&self) -> Result<Option<String>> {
        secret(self.notify_callback_file.as_deref(), CALLBACK)
    }
}

fn secret(file: Option<&Path>, variable: &str) -> Result<Option<String>> {
    let Some(file) = file else { return Ok(std::env::var(variable).ok()) };
    let text = std::fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
    Ok(Some(text.trim().to_owned()))
}

/// The templates in which our words are sent.
pub(crate) struct Templates {
    pub(crate) email: String,
    pub(crate) sms: Option<String>,
    pub(crate) letter: Option<String>,
}

/// The way to GOV.UK Notify.
pub(crate) struct Notify {
    http: Client,
    url: String,
    service: String,
    secret: String,
    templates: Templates,
}

#[derive(Deserialize)]
struct Refused {
    errors: Vec<Fault>,
}

#[derive(Deserialize)]
struct Fault {
    error: String,
    message: String,
}

impl Notify {
    /// `key` is `{name}-{service id}-{secret}`, the last two UUIDs.
    pub(crate) fn new(key: &str, url: &str, templates: Templates) -> Result<Notify> {
        let is_uuid =
            |text: &str| text.len() == 36 && text.bytes().all(|sign| sign.is_ascii_hexdigit() || sign == b'-');
        let parts = key.len().checked_sub(73).filter(|_| key.is_ascii()).map(|at| (&key[at..at + 36], &key[at + 37..]));
        let Some((service, secret)) = parts.filter(|(service, secret)| is_uuid(service) && is_uuid(secret)) else {
            bail!(
                "the key of GOV.UK Notify is not whole: it is a name and two ids, as its page “API integration” shows it"
            );
        };
        if !url.starts_with("https://") && !url.starts_with("http://127.0.0.1:") {
            bail!("--notify-url must begin with https://");
        }
        let http = Client::builder().timeout(LONGEST_WAIT).redirect(reqwest::redirect::Policy::none());
        let http = http.build().context("no secure requests can be made from this machine")?;
        let url = url.trim_end_matches('/').to_owned();
        Ok(Notify { http, url, service: service.to_owned(), secret: secret.to_owned(), templates })
    }

    /// A token (JSON Web Token, HS256) that says who asks; it is good for half a minute.
    fn token(&self, now: Timestamp) -> Option<String> {
        let part = |value: Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let head = part(json!({ "typ": "JWT", "alg": "HS256" }));
        let words = format!("{head}.{}", part(json!({ "iss": self.service, "iat": now.as_second() })));
        let mut mac = Hmac::<Sha256>::new_from_slice(self.secret.as_bytes()).ok()?;
        mac.update(words.as_bytes());
        Some(format!("{words}.{}", URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes())))
    }

    /// Sends one message, and says how it went.
    pub(super) async fn send(&self, mail: &Mail, now: Timestamp) -> Outcome {
        let later = |why: String| super::later(mail, now, why);
        let Some((kind, request)) = self.request(mail) else {
            return Outcome::Refused {
                why: "no template of GOV.UK Notify is named for this".into(),
                no_such_address: false,
            };
        };
        let Some(token) = self.token(now) else { return later("no token could be made".into()) };
        let ask = self.http.post(format!("{}/v2/notifications/{kind}", self.url)).bearer_auth(token);
        let ask = ask.header("content-type", "application/json").body(request.to_string());
        let answer = match ask.send().await {
            Ok(answer) => answer,
            Err(error) if error.is_connect() || error.is_builder() => return later(error.without_url().to_string()),
            Err(error) => return Outcome::Unsure { why: error.without_url().to_string() },
        };
        let status = answer.status();
        if status == StatusCode::CREATED {
            return Outcome::Sent;
        }
        let said = answer.bytes().await.unwrap_or_default();
        let fault = serde_json::from_slice::<Refused>(&said).ok().and_then(|refused| refused.errors.into_iter().next());
        let (error, message) = fault.map(|fault| (fault.error, fault.message)).unwrap_or_default();
        let why = format!("GOV.UK Notify said {}: {error}: {message}", status.as_u16());
        match (status, error.as_str()) {
            // What we write is always whole, so what does not fit is the address.
            (StatusCode::BAD_REQUEST, "ValidationError") => Outcome::Refused { why, no_such_address: true },
            (StatusCode::TOO_MANY_REQUESTS, "TooManyRequestsError") => Outcome::Busy { at: now + DAY },
            (StatusCode::TOO_MANY_REQUESTS, _) => Outcome::Busy { at: now + RATE },
            // Its documentation says of these to put the key, the clock or the template right, or to send it again.
            (status, _) if status.is_client_error() || status.is_server_error() => later(why),
            _ => Outcome::Unsure { why },
        }
    }

    /// The kind of a message and what is asked for it; none where it needs a template that was not named.
    fn request(&self, mail: &Mail) -> Option<(&'static str, Value)> {
        let (subject, body, reference) = (&mail.subject, &mail.body, mail.id.to_string());
        Some(match &mail.to {
            Recipient::Email(email) => {
                let mut request = json!({
                    "email_address": email.as_str(), "template_id": self.templates.email, "reference": reference,
                    "personalisation": { "subject": subject, "body": body },
                });
                let leave = mail.list.as_ref().map(|list| &list.unsubscribe).filter(|url| url.starts_with("https://"));
                if let Some(url) = leave {
                    request["one_click_unsubscribe_url"] = json!(url);
                }
                ("email", request)
            }
            Recipient::Phone(phone) => (
                "sms",
                json!({
                    "phone_number": phone.as_str(), "template_id": self.templates.sms.as_ref()?, "reference": reference,
                    "personalisation": { "body": body },
                }),
            ),
            Recipient::Post(address) => {
                let mut words = json!({ "subject": subject, "body": body });
                for (number, line) in address.lines().iter().enumerate() {
                    words[format!("address_line_{}", number + 1)] = json!(line);
                }
                let template = self.templates.letter.as_ref()?;
                ("letter", json!({ "template_id": template, "reference": reference, "personalisation": words }))
            }
        })
    }

    /// Whether Notify took a message, asked by its reference; none where it does not say, or no longer knows.
    pub(super) async fn was_taken(&self, unsure: &Unsure, now: Timestamp) -> Option<bool> {
        if unsure.handed + KNOWN < now {
            return None;
        }
        let ask = self.http.get(format!("{}/v2/notifications?reference={}", self.url, unsure.id));
        let answer =
            ask.bearer_auth(self.token(now)?).send().await.ok().filter(|answer| answer.status().is_success())?;
        let said: Value = serde_json::from_slice(&answer.bytes().await.ok()?).ok()?;
        said.get("notifications")?.as_array().map(|list| !list.is_empty())
    }
}

#[cfg(test)]
#[path = "notify/stand_in.rs"]
mod stand_in;
#[cfg(test)]
#[path = "notify/tests.rs"]
mod tests;
