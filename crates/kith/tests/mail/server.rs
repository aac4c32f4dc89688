//! A real mail server (mailin), with a mailbox that the test reads.

use mailin::response::{INTERNAL_ERROR, NO_MAILBOX, OK};
use mailin::{Action, Handler, Response, SessionBuilder};
use std::io::{self, BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// A letter as it arrived.
#[derive(Clone, Debug)]
pub(crate) struct Arrived {
    pub(crate) to: String,
    pub(crate) text: String,
}

impl Arrived {
    /// The value of a line of its head, whole.
    pub(crate) fn head(&self, name: &str) -> Option<String> {
        let head = self.text.split_once("\r\n\r\n").map_or(self.text.as_str(), |(head, _)| head);
        let unfolded = head.replace("\r\n ", " ").replace("\r\n\t", " ");
        unfolded.lines().find_map(|line| line.strip_prefix(&format!("{name}: ")).map(str::to_owned))
    }
}

/// Everything that arrived.
#[derive(Clone, Default)]
pub(crate) struct Mailbox(Arc<Mutex<Vec<Arrived>>>);

impl Mailbox {
    pub(crate) fn all(&self) -> Vec<Arrived> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// One connection. It refuses whoever is called `nobody`, and takes a moment over each letter.
#[derive(Clone)]
struct Talk {
    mailbox: Mailbox,
    slow: Duration,
    to: String,
    text: Vec<u8>,
}

impl Handler for Talk {
    fn rcpt(&mut self, to: &str) -> Response {
        if to.starts_with("nobody") {
            return NO_MAILBOX;
        }
        self.to = to.to_owned();
        OK
    }

    fn data_start(&mut self, _: &str, _: &str, _: bool, _: &[String]) -> Response {
        self.text.clear();
        OK
    }

    fn data(&mut self, part: &[u8]) -> io::Result<()> {
        self.text.extend_from_slice(part);
        Ok(())
    }

    fn data_end(&mut self) -> Response {
        std::thread::sleep(self.slow);
        let Ok(text) = String::from_utf8(self.text.clone()) else { return INTERNAL_ERROR };
        let arrived = Arrived { to: self.to.clone(), text };
        self.mailbox.0.lock().unwrap_or_else(PoisonError::into_inner).push(arrived);
        OK
    }
}

/// Starts a server on a free port, and says how to reach it.
pub(crate) fn start(slow: Duration) -> (String, Mailbox) {
    let mailbox = Mailbox::default();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let talk = Talk { mailbox: mailbox.clone(), slow, to: String::new(), text: Vec::new() };
    std::thread::spawn(move || {
        for line in listener.incoming() {
            let (line, talk) = (line.unwrap(), talk.clone());
            // Whoever is killed in the middle hangs up.
            std::thread::spawn(move || drop(serve(&line, talk)));
        }
    });
    (format!("smtp://{address}"), mailbox)
}

/// One connection, to its end.
fn serve(line: &TcpStream, talk: Talk) -> io::Result<()> {
    line.set_nodelay(true)?;
    let mut session = SessionBuilder::new("mail.example").build(line.peer_addr()?.ip(), talk);
    let (mut from, mut to) = (BufReader::new(line), line);
    to.write_all(&session.greeting().buffer()?)?;
    let mut words = Vec::new();
    loop {
        words.clear();
        if from.read_until(b'\n', &mut words)? == 0 {
            return Ok(());
        }
        let answer = session.process(&words);
        if answer.action != Action::NoReply {
            to.write_all(&answer.buffer()?)?;
        }
        if answer.action == Action::Close {
            return Ok(());
        }
    }
}
