//! A message as email: its words as text and, where it has them, as HTML; for a list, the ways to leave it.

use lettre::Message;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};
use store::Mail;

/// Writes a message. It bears its own id, the same on every try.
pub(crate) fn write(mail: &Mail, from: Mailbox, to: Mailbox) -> Result<Message, String> {
    let mut message = Message::builder()
        .from(from)
        .to(to)
        .subject(&mail.subject)
        .message_id(Some(format!("<{}@kith>", mail.id)))
        // Nobody's holiday notice answers it (RFC 3834).
        .raw_header(header("Auto-Submitted", "auto-generated"));
    if let Some(list) = &mail.list {
        message = message
            .raw_header(header("List-Id", &format!("<{}>", list.id)))
            .raw_header(header("List-Unsubscribe", &format!("<{}>", list.unsubscribe)))
            .raw_header(header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
    }
    let written = match &mail.html {
        Some(html) => message.multipart(MultiPart::alternative_plain_html(mail.body.clone(), html.clone())),
        None => message.header(ContentType::TEXT_PLAIN).body(mail.body.clone()),
    };
    written.map_err(|error| error.to_string())
}

fn header(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}
