//! Words as HTML.

use askama::filters::{Escaper, Html, HtmlSafe};
use askama::{FastWritable, Values};
use std::fmt;

/// Words that are written as HTML: what would be taken for a tag or the end of one is escaped.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Escaped<'a>(&'a str);

/// Words of the law or of an offer, for a page that holds very many of them: a template escapes byte by byte, this lets
/// plain words pass in strides.
pub(crate) fn escaped(words: &str) -> Escaped<'_> {
    Escaped(words)
}

/// Writes words as HTML, the same way as a template does.
pub(crate) fn write_escaped<W: fmt::Write + ?Sized>(to: &mut W, words: &str) -> fmt::Result {
    if is_plain(words.as_bytes()) { to.write_str(words) } else { Html.write_escaped_str(to, words) }
}

/// Whether every byte stands for itself. Sixteen are looked at in one step, for none of the steps ends before its last byte.
fn is_plain(bytes: &[u8]) -> bool {
    let is_special = |byte: u8| b"\"&'<>".iter().fold(false, |is, one| is | (byte == *one));
    let is_plain = |stride: &[u8; 16]| !stride.iter().fold(false, |found, byte| found | is_special(*byte));
    match bytes.last_chunk() {
        // The last stride may look again at some bytes of the one before it.
        Some(last) => is_plain(last) && bytes.as_chunks().0.iter().all(is_plain),
        None => !bytes.iter().any(|byte| is_special(*byte)),
    }
}

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_escaped(f, self.0)
    }
}

impl FastWritable for Escaped<'_> {
    fn write_into<W: fmt::Write + ?Sized>(&self, to: &mut W, _: &dyn Values) -> askama::Result<()> {
        Ok(write_escaped(to, self.0)?)
    }
}

impl HtmlSafe for Escaped<'_> {}

#[cfg(test)]
mod tests {
    use super::escaped;
    use askama::filters::{Escaper, Html};

    #[test]
    fn words_are_escaped_as_a_template_escapes_them() {
        let long = "It’s a “<b>” & a 'c' > \"d\" ".repeat(9);
        for words in ["", "plain", "&", "a<b", "<>\"'&", "'''&&&", "ë'ë&ë<ë", &long] {
            let mut theirs = String::new();
            Html.write_escaped_str(&mut theirs, words).unwrap();
            assert_eq!(escaped(words).to_string(), theirs);
        }
    }
}
