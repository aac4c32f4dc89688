//! The `letters` command: a document as JSON goes in, a PDF comes out.
//!
//! It is a program of its own because the typesetter is large, and because a fault in it must never reach the site.
//! It reads no file, writes no file, keeps nothing, and says nothing of what it reads.
#![forbid(unsafe_code)]

mod fonts;
mod proof;
mod serve;
mod typesetter;

use anyhow::{Context, Result, bail, ensure};
use paper::exchange::LARGEST_DOCUMENT;
use std::io::{self, Read, Write};
use std::process::ExitCode;
use typesetter::Typesetter;

const USAGE: &str = "usage:
  letters < document.json > letter.pdf    writes one document
  letters --serve                         answers requests on standard input until it ends";

fn main() -> ExitCode {
    // A fault may happen amid somebody's words: say where it was, and none of them.
    std::panic::set_hook(Box::new(|fault| {
        let place = fault.location().map(|place| format!("{}:{}", place.file(), place.line()));
        eprintln!("letters: a fault in the program at {}", place.unwrap_or_default());
    }));
    match run(std::env::args().skip(1).collect()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("letters: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: Vec<String>) -> Result<()> {
    match arguments.as_slice() {
        [] => once(),
        [mode] if mode == "--serve" => serve::run(&Typesetter::new()?, &mut io::stdin().lock(), &mut io::stdout().lock()),
        _ => bail!("not understood\n{USAGE}"),
    }
}

fn once() -> Result<()> {
    let mut json = Vec::new();
    let more_than_taken = LARGEST_DOCUMENT as u64 + 1;
    io::stdin().lock().take(more_than_taken).read_to_end(&mut json).context("the document cannot be read")?;
    ensure!(json.len() <= LARGEST_DOCUMENT, "{}", proof::TOO_LARGE);
    let pdf = Typesetter::new()?.write(&json).map_err(anyhow::Error::msg)?;
    io::stdout().lock().write_all(&pdf).context("the PDF cannot be written out")
}
