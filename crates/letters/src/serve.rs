//! `letters --serve`: one request after another over standard input and output, as [`paper::exchange`] lays down.

use crate::proof::TOO_LARGE;
use crate::typesetter::Typesetter;
use anyhow::{Context, Result};
use paper::exchange::{Answer, LARGEST_DOCUMENT, answer_head};
use std::io::{self, ErrorKind, Read, Write};

/// Answers until the input ends.
pub(crate) fn run(typesetter: &Typesetter, input: &mut impl Read, output: &mut impl Write) -> Result<()> {
    // The first document would otherwise wait for what every document needs.
    typesetter.warm_up();
    while let Some(length) = read_length(input).context("a request cannot be read")? {
        let (answer, body) = match read_document(input, length).context("a document cannot be read")? {
            None => (Answer::Refused, TOO_LARGE.to_owned().into_bytes()),
            Some(json) => match typesetter.write(&json) {
                Ok(pdf) => (Answer::Written, pdf),
                Err(why) => (Answer::Refused, why.into_bytes()),
            },
        };
        let head = answer_head(answer, body.len()).context("a PDF came out too large")?;
        output.write_all(&head).and_then(|()| output.write_all(&body)).context("an answer cannot be given")?;
        output.flush().context("an answer cannot be given")?;
    }
    Ok(())
}

/// The length of the next document; `None` where the input has ended between two of them.
fn read_length(input: &mut impl Read) -> io::Result<Option<usize>> {
    let mut head = [0; 4];
    let mut held = 0;
    while held < head.len() {
        match input.read(&mut head[held..]) {
            Ok(0) if held == 0 => return Ok(None),
            Ok(0) => return Err(ErrorKind::UnexpectedEof.into()),
            Ok(more) => held += more,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(Some(u32::from_be_bytes(head) as usize))
}

/// The document; `None`, with its bytes passed over, where it is too large.
fn read_document(input: &mut impl Read, length: usize) -> io::Result<Option<Vec<u8>>> {
    if length > LARGEST_DOCUMENT {
        io::copy(&mut input.take(length as u64), &mut io::sink())?;
        return Ok(None);
    }
    let mut json = vec![0; length];
    input.read_exact(&mut json)?;
    Ok(Some(json))
}
