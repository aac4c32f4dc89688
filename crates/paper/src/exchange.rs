//! How the program `letters` is spoken to: what stands before a document on its way in, and before an answer on its
//! way out.
//!
//! A request is the length of the document's JSON in four bytes, most significant first, and then the JSON. An answer
//! is one byte that says what it is, its length in four bytes, and then the PDF or a sentence that says why there is
//! none.

/// The largest document that is taken, as JSON.
pub const LARGEST_DOCUMENT: usize = 1 << 20;

/// The largest answer that makes sense.
pub const LARGEST_ANSWER: usize = 32 << 20;

/// What an answer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The document as a PDF.
    Written,
    /// A sentence that says why it was not written, fit to be shown.
    Refused,
}

/// What stands before a document of so many bytes; `None` where it is too large.
pub fn request_head(length: usize) -> Option<[u8; 4]> {
    let length = u32::try_from(length).ok()?;
    (length as usize <= LARGEST_DOCUMENT).then(|| length.to_be_bytes())
}

/// What stands before an answer of so many bytes; `None` where it is too large.
pub fn answer_head(answer: Answer, length: usize) -> Option<[u8; 5]> {
    let [a, b, c, d] = u32::try_from(length).ok().filter(|_| length <= LARGEST_ANSWER)?.to_be_bytes();
    let mark = match answer {
        Answer::Written => b'+',
        Answer::Refused => b'-',
    };
    Some([mark, a, b, c, d])
}

/// Reads what stands before an answer; `None` where it is not one.
pub fn read_answer_head(head: [u8; 5]) -> Option<(Answer, usize)> {
    let [mark, length @ ..] = head;
    let answer = match mark {
        b'+' => Answer::Written,
        b'-' => Answer::Refused,
        _ => return None,
    };
    let length = u32::from_be_bytes(length) as usize;
    (length <= LARGEST_ANSWER).then_some((answer, length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_are_read_back() {
        for answer in [Answer::Written, Answer::Refused] {
            for length in [0, 1, 70_000, LARGEST_ANSWER] {
                let head = answer_head(answer, length).unwrap();
                assert_eq!(read_answer_head(head), Some((answer, length)));
            }
        }
        assert_eq!(request_head(258), Some([0, 0, 1, 2]));
    }

    #[test]
    fn what_is_too_large_or_no_answer_has_no_head() {
        assert_eq!(request_head(LARGEST_DOCUMENT + 1), None);
        assert_eq!(answer_head(Answer::Written, LARGEST_ANSWER + 1), None);
        assert_eq!(read_answer_head(*b"+\xff\xff\xff\xff"), None);
        assert_eq!(read_answer_head(*b"Hello"), None);
    }
}
