//! Sending letters: by a mail server, or, where none is named, into a folder.

use anyhow::{Context, Result};
use clap::Args;
use lettre::message::Mailbox;
use lettre::message::header::ContentType;
use lettre::{AsyncFileTransport, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use std::path::Path;
use store::Mail;

/// How letters are sent.
#[derive(Args)]
pub(crate) struct MailArgs {
    /// The mail server: smtps://name:password@host, or smtp://…?tls=required. Without it, letters are written into the
    /// folder `mail` of what is kept. May be set as KITH_SMTP instead.
    #[arg(long, value_name = "URL")]
    smtp: Option<String>,
    /// Who letters are from.
    #[arg(long, value_name = "ADDRESS", default_value = "Kith <kith@localhost>")]
    mail_from: String,
}

impl Default for MailArgs {
    fn default() -> Self {
        MailArgs { smtp: None, mail_from: "Kith <kith@localhost>".to_owned() }
    }
}

/// What sends letters.
pub(crate) struct Sender {
    from: Mailbox,
    way: Way,
}

enum Way {
    Server(AsyncSmtpTransport<Tokio1Executor>),
    Folder(AsyncFileTransport<Tokio1Executor>),
}

impl MailArgs {
    /// The way that was chosen.
    pub(crate) fn sender(&self, folder: &Path) -> Result<Sender> {
        let from = self.mail_from.parse().with_context(|| {
            format!("--mail-from {:?} is not an address; write it as \"Kith <kith@council.example>\"", self.mail_from)
        })?;
        let way = match self.smtp.clone().or_else(|| std::env::var("KITH_SMTP").ok()) {
            Some(url) => {
                let server = AsyncSmtpTransport::<Tokio1Executor>::from_url(&url);
                Way::Server(server.context("--smtp is not the address of a mail server")?.build())
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
}

impl Sender {
    /// Sends one letter, or says why not. To whom it was is not said: servers like to repeat it, and this is logged.
    pub(crate) async fn send(&self, mail: &Mail) -> Result<(), String> {
        let done = self.hand_over(mail).await;
        done.map_err(|why| without(&why, mail.to.as_str()))
    }

    async fn hand_over(&self, mail: &Mail) -> Result<(), String> {
        let to: Mailbox = mail.to.as_str().parse().map_err(|_| "the address is not one mail can go to".to_owned())?;
        let message = Message::builder()
            .from(self.from.clone())
            .to(to)
            .subject(&mail.subject)
            .message_id(Some(format!("<{}@kith>", mail.id)))
            .header(ContentType::TEXT_PLAIN)
            .body(mail.body.clone())
            .map_err(|error| error.to_string())?;
        match &self.way {
            Way::Server(server) => server.send(message).await.map(drop).map_err(|error| error.to_string()),
            Way::Folder(folder) => folder.send(message).await.map(drop).map_err(|error| error.to_string()),
        }
    }
}

/// What a server said, without the address it said it of.
fn without(why: &str, address: &str) -> String {
    let (low, mut told, mut done) = (why.to_ascii_lowercase(), String::new(), 0);
    for (place, found) in low.match_indices(address) {
        told.push_str(&why[done..place]);
        told.push_str("(the address)");
        done = place + found.len();
    }
    told + &why[done..]
}

#[cfg(test)]
mod tests {
    use super::{MailArgs, without};

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
    fn a_refused_letter_does_not_say_whose_it_was() {
        let said = "550 5.1.1 <Ann.Lee@council.example>: ann.lee@council.example is unknown";
        assert_eq!(without(said, "ann.lee@council.example"), "550 5.1.1 <(the address)>: (the address) is unknown");
    }
}
