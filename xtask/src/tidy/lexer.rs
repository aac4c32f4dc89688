//! Rust source with its words and its strings told apart, so that a check of code is not fooled by a comment.

/// A source file, split.
pub(crate) struct Source {
    /// The code, with comments and the insides of strings blanked; lines stay where they were.
    pub(crate) code: String,
    /// Each string with the line it begins on.
    pub(crate) strings: Vec<(usize, String)>,
}

struct Lexer<'a> {
    rest: &'a str,
    line: usize,
    found: Source,
}

/// Splits a source file.
pub(crate) fn split(text: &str) -> Source {
    let found = Source { code: String::with_capacity(text.len()), strings: Vec::new() };
    let mut lexer = Lexer { rest: text, line: 1, found };
    while let Some(letter) = lexer.rest.chars().next() {
        lexer.step(letter);
    }
    lexer.found
}

impl Lexer<'_> {
    fn step(&mut self, letter: char) {
        let after_word = self.found.code.ends_with(|c: char| c.is_alphanumeric() || c == '_');
        if self.rest.starts_with("//") {
            self.blank(self.rest.find('\n').unwrap_or(self.rest.len()));
        } else if self.rest.starts_with("/*") {
            self.blank(comment_length(self.rest));
        } else if let Some(hashes) = raw_start(self.rest).filter(|_| !after_word) {
            let open = self.rest.find('"').unwrap_or(0) + 1;
            let close = format!("\"{}", "#".repeat(hashes));
            let inside = self.rest[open..].find(&close).unwrap_or(self.rest.len() - open);
            self.string(open, inside, close.len());
        } else if letter == '"' {
            let inside = string_length(&self.rest[1..]);
            self.string(1, inside, 1);
        } else if letter == '\'' {
            let length = char_length(self.rest);
            if length > 1 { self.blank(length) } else { self.keep(letter) }
        } else {
            self.keep(letter);
        }
    }

    fn keep(&mut self, letter: char) {
        self.line += usize::from(letter == '\n');
        self.found.code.push(letter);
        self.rest = &self.rest[letter.len_utf8()..];
    }

    fn blank(&mut self, length: usize) {
        for letter in self.rest[..length].chars() {
            self.line += usize::from(letter == '\n');
            self.found.code.push(if letter == '\n' { '\n' } else { ' ' });
        }
        self.rest = &self.rest[length..];
    }

    fn string(&mut self, open: usize, inside: usize, close: usize) {
        self.found.strings.push((self.line, self.rest[open..open + inside].to_owned()));
        self.blank((open + inside + close).min(self.rest.len()));
    }
}

/// The number of `#` of a raw string that begins here.
fn raw_start(text: &str) -> Option<usize> {
    let after = text.strip_prefix("br").or_else(|| text.strip_prefix('r'))?;
    let hashes = after.bytes().take_while(|byte| *byte == b'#').count();
    after[hashes..].starts_with('"').then_some(hashes)
}

fn string_length(text: &str) -> usize {
    let mut escaped = false;
    for (place, letter) in text.char_indices() {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return place,
            _ => {}
        }
    }
    text.len()
}

/// The length of a character with its marks, or 1 where the mark begins a lifetime.
fn char_length(text: &str) -> usize {
    let mut letters = text.char_indices().skip(1);
    match letters.next() {
        Some((_, '\\')) => text[2..].char_indices().skip(1).find(|(_, c)| *c == '\'').map_or(1, |(at, _)| at + 3),
        Some(_) => match letters.next() {
            Some((at, '\'')) => at + 1,
            _ => 1,
        },
        None => 1,
    }
}

fn comment_length(text: &str) -> usize {
    let mut depth = 0_usize;
    let mut place = 0;
    while place < text.len() {
        let rest = &text[place..];
        if rest.starts_with("/*") {
            depth += 1;
            place += 2;
        } else if rest.starts_with("*/") {
            depth -= 1;
            place += 2;
            if depth == 0 {
                return place;
            }
        } else {
            place += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn comments_strings_and_characters_are_blanked() {
        let text = "let a = \"x { \\\" y\"; // { why\nlet b = '{'; let c: &'static str = r#\"q\"z\"#; /* a /* b */ } */ d('\\'')";
        let source = split(text);
        assert!(!source.code.contains(['{', '}']), "{}", source.code);
        assert!(source.code.contains("'static str"));
        assert!(source.code.contains("d("));
        let strings: Vec<_> = source.strings.iter().map(|(line, text)| (*line, text.as_str())).collect();
        assert_eq!(strings, [(1, "x { \\\" y"), (2, "q\"z")]);
    }
}
