//! Sending messages: by a mail server, by GOV.UK Notify, or, where neither is named, into a folder.

mod message;
#[cfg(feature = "notify")]
mod notify;
mod post;

pub(crate) use post::{Post, Posting};

use anyhow::{Context, Result, bail};
use clap::Args;
use jiff::{SignedDuration, Timestamp};
use lettre::message::Mailbox;
use lettre::transport::smtp::{Error, PoolConfig};
use lettre::{AsyncFileTransport, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use std::path::Path;
use store::{Mail, Outcome, Recipient};

/// How many connections to a mail server are kept.
const CONNECTIONS: u32 = 10;

/// How messages are sent.
#[derive(Args)]
pub(crate) struct MailArgs {
    /// The mail server: smtps://name:password@host, or smtp://…?tls=required. Without it, letters are written into the
    /// folder `mail` of what is kept. May be set as KITH_SMTP instead.
    #[arg(long, value_name = "URL")]
    smtp: Option<String>,
    /// Who letters are from.
    #[arg(long, value_name = "ADDRESS", default_value = "Kith <kith@localhost>")]
    mail_from: String,
    #[cfg(feature = "notify")]
    #[command(flatten)]
    notify: notify::NotifyArgs,
}

impl Default for MailArgs {
    fn default() -> Self {
        MailArgs {
            smtp: None,
            mail_from: "Kith <kith@localhost>".to_owned(),
            #[cfg(feature = "notify")]
            notify: notify::NotifyArgs::default(),
        }
    }
}

/// What sends messages.
pub(crate) struct Sender {
    from: Mailbox,
    way: Way,
}

enum Way {
    Server(AsyncSmtpTransport<Tokio1Executor>),
    Folder(AsyncFileTransport<Tokio1Executor>),
    #[cfg(feature = "notify")]
    Notify(Box<notify::Notify>),
}

impl MailArgs {
    /// The way that was chosen.
    pub(crate) fn sender(&self, folder: &Path) -> Result<Sender> {
        let from: Mailbox = self.mail_from.parse().with_context(|| {
            format!("--mail-from {:?} is not an address; write it as \"Kith <kith@council.example>\"", self.mail_from)
        })?;
        #[cfg(feature = "notify")]
        if let Some(notify) = self.notify.read()? {
            return Ok(Sender { from, way: Way::Notify(Box::new(notify)) });
        }
        let way = match self.smtp.clone().or_else(|| std::env::var("KITH_SMTP").ok()) {
            Some(url) => {
                if !is_safe(&url) {
                    bail!(
                        "--smtp would send letters in clear to another machine\n  Hint: write smtps://name:password@host, or \
                         smtp://…?tls=required"
                    );
                }
                let server = AsyncSmtpTransport::<Tokio1Executor>::from_url(&url);
                let server = server.context("--smtp is not the address of a mail server")?;
                Way::Server(server.pool_config(PoolConfig::new().max_size(CONNECTIONS)).build())
            }
            None => {
                let folder = folder.join("mail");
                std::fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
                // Letters hold links that open accounts.
                #[cfg(unix)]
                std::fs::set_permissions(&folder, std::os::unix::fs::PermissionsExt::from_mode(0o700))
                    .with_context(|| format!("{} cannot be kept from others", folder.display()))?;
                Way::Folder(AsyncFileTransport::new(folder))
            }
        };
        Ok(Sender { from, way })
    }

    /// The token with which GOV.UK Notify says what became of messages, where one was given.
    pub(crate) fn callback(&self) -> Result<Option<String>> {
        #[cfg(feature = "notify")]
        return self.notify.callback();
        #[cfg(not(feature = "notify"))]
        Ok(None)
    }
}

impl Sender {
    /// The way, in a word, as it is kept with what was handed over to it.
    pub(crate) fn name(&self) -> &'static str {
        match &self.way {
            Way::Server(_) => "smtp",
            Way::Folder(_) => "folder",
            #[cfg(feature = "notify")]
            Way::Notify(_) => "notify",
        }
    }

    /// Whether anything can be handed over at all; why not. Asked before messages are marked, so that a server that is away
    /// leaves none of them unsure.
    pub(crate) async fn ready(&self) -> Result<(), String> {
        match &self.way {
            Way::Server(server) => match server.test_connection().await {
                Ok(true) => Ok(()),
                Ok(false) => Err("the mail server does not answer".to_owned()),
                Err(error) => Err(error.to_string()),
            },
            _ => Ok(()),
        }
    }

    /// Sends one message, and says how it went. To whom it was is not said: servers like to repeat it, and this is logged.
    pub(crate) async fn send(&self, mail: &Mail, now: Timestamp) -> Outcome {
        let outcome = match &self.way {
            #[cfg(feature = "notify")]
            Way::Notify(notify) => notify.send(mail, now).await,
            Way::Server(server) => match self.message(mail) {
                Ok(message) => match server.send(message).await {
                    Ok(_) => Outcome::Sent,
                    Err(error) => of_server(&error, mail, now),
                },
                Err(refused) => refused,
            },
            Way::Folder(folder) => match self.message(mail) {
                Ok(message) => match folder.send(message).await {
                    Ok(_) => Outcome::Sent,
                    Err(error) => later(mail, now, error.to_string()),
                },
                Err(refused) => refused,
            },
        };
        let hide = |why: String| without(&why, &mail.to.to_string());
        match outcome {
            Outcome::Later { why, at } => Outcome::Later { why: hide(why), at },
            Outcome::Refused { why, no_such_address } => Outcome::Refused { why: hide(why), no_such_address },
            Outcome::Unsure { why } => Outcome::Unsure { why: hide(why) },
            other => other,
        }
    }

    /// Whether what was handed over to this and is unsure was taken; none where that cannot be asked.
    pub(crate) async fn was_taken(&self, unsure: &store::Unsure, now: Timestamp) -> Option<bool> {
        match &self.way {
            #[cfg(feature = "notify")]
            Way::Notify(notify) if unsure.way == "notify" => notify.was_taken(unsure, now).await,
            _ => {
                let _ = (unsure, now);
                None
            }
        }
    }

    fn message(&self, mail: &Mail) -> Result<Message, Outcome> {
        let refused = |why: &str, no_such_address| Outcome::Refused { why: why.to_owned(), no_such_address };
        let Recipient::Email(email) = &mail.to else {
            return Err(refused("text messages and letters by post need GOV.UK Notify", false));
        };
        let to = email.as_str().parse().map_err(|_| refused("the address is not one mail can go to", true))?;
        message::write(mail, self.from.clone(), to).map_err(|why| refused(&why, false))
    }
}

/// Whether letters are kept from others on their way to a mail server: it speaks TLS for certain, or is on this machine.
fn is_safe(url: &str) -> bool {
    let Some(rest) = url.strip_prefix("smtp://") else { return true };
    let (place, asked) = rest.split_once('?').unwrap_or((rest, ""));
    let place = place.split('/').next().unwrap_or_default();
    let host = place.rsplit('@').next().unwrap_or_default();
    let name = host.strip_prefix('[').map_or_else(|| host.split(':').next(), |rest| rest.split(']').next());
    let name = name.unwrap_or_default();
    let is_here = name == "localhost" || name.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback());
    is_here || asked.split('&').rfind(|part| part.starts_with("tls=")) == Some("tls=required")
}

/// How a message went by what the mail server said. What it refused it has not taken; where it said nothing that can be read
/// after the message was on its way, nobody knows.
fn of_server(error: &Error, mail: &Mail, now: Timestamp) -> Outcome {
    let why = error.to_string();
    if error.is_permanent() && is_nobody(&why) {
        return Outcome::Refused { why, no_such_address: true };
    }
    // The library does not tell by a method of its own that no connection was made.
    let known = error.is_permanent() || error.is_transient() || error.is_client() || error.is_tls();
    if known || why.starts_with("Connection error") { later(mail, now, why) } else { Outcome::Unsure { why } }
}

/// Whether a refusal says that nobody is there: by its own code (RFC 3463, 5.1.x), or, without one, by 550, 551 or 553.
fn is_nobody(why: &str) -> bool {
    let said = why.strip_prefix("permanent error (").unwrap_or(why);
    let (code, rest) = said.split_once(')').unwrap_or((said, ""));
    let rest = rest.trim_start_matches([':', ' ']);
    let own = rest.split(' ').next().filter(|word| word.starts_with("5.") && word.matches('.').count() == 2);
    match own {
        Some(own) => own.starts_with("5.1."),
        None => ["550", "551", "553"].contains(&code),
    }
}

/// Later each time: after a minute, two, four, eight …
pub(crate) fn later(mail: &Mail, now: Timestamp, why: String) -> Outcome {
    let tries = u32::try_from(mail.tries.clamp(1, 10)).unwrap_or(1);
    Outcome::Later { why, at: now + SignedDuration::from_mins(1 << (tries - 1)) }
}

/// What a server said, without the address it said it of.
fn without(why: &str, address: &str) -> String {
    let (low, address) = (why.to_ascii_lowercase(), address.to_ascii_lowercase());
    let (mut told, mut done) = (String::new(), 0);
    for (place, found) in low.match_indices(&address) {
        told.push_str(&why[done..place]);
        told.push_str("(the address)");
        done = place + found.len();
    }
    told + &why[done..]
}

#[cfg(test)]
mod tests {
    use super::{MailArgs, is_nobody, is_safe, without};

    #[cfg(unix)]
    #[test]
    fn letters_that_wait_in_a_folder_are_kept_from_others() {
        let folder = tempfile::tempdir().unwrap();
        let to_folder = MailArgs::default().sender(folder.path());
        let mode =
            std::os::unix::fs::PermissionsExt::mode(&folder.path().join("mail").metadata().unwrap().permissions());
        assert!(to_folder.is_ok());
        assert_eq!(mode & 0o777, 0o700);
    }

    #[test]
    fn letters_go_to_no_other_machine_in_clear() {
        let table = [
            ("smtps://a:b@mail.example", true),
            ("smtp://a:b@mail.example:587?tls=required", true),
            ("smtp://localhost:1025", true),
            ("smtp://127.0.0.1:1025/kith.test", true),
            ("smtp://[::1]:1025", true),
            ("smtp://mail.example", false),
            ("smtp://localhost@mail.example", false),
            ("smtp://mail.example?tls=opportunistic", false),
            ("smtp://mail.example?tls=required&tls=opportunistic", false),
        ];
        for (url, is_kept) in table {
            assert_eq!(is_safe(url), is_kept, "{url}");
        }
        let clear = MailArgs { smtp: Some("smtp://mail.example".to_owned()), ..MailArgs::default() };
        assert!(clear.sender(std::path::Path::new("unused")).is_err());
    }

    #[test]
    fn a_refused_letter_does_not_say_whose_it_was() {
        let said = "550 5.1.1 <Ann.Lee@council.example>: ann.lee@council.example is unknown";
        assert_eq!(without(said, "ann.lee@council.example"), "550 5.1.1 <(the address)>: (the address) is unknown");
    }

    #[test]
    fn an_address_is_gone_where_the_server_says_so() {
        let table = [
            ("permanent error (550): 5.1.1 no such user", true),
            ("permanent error (550): No such user here", true),
            ("permanent error (550): 5.7.1 relaying denied", false),
            ("permanent error (554): 5.7.1 looks like spam", false),
            ("permanent error (552): 5.2.2 mailbox full", false),
            ("permanent error (535): authentication failed", false),
        ];
        for (said, nobody) in table {
            assert_eq!(is_nobody(said), nobody, "{said}");
        }
    }
}
