//! The words of a page's template, without its tags and commands; of two ways to say it, each is a text of its own.

/// Tags within a sentence; every other tag ends one.
const INLINE: &[&str] = &["a", "abbr", "b", "code", "em", "i", "kbd", "span", "strong", "time"];

/// What stands for a value that is filled in: one easy word.
const VALUE: &str = "it";

/// The texts between the tags, in order, each with the line it begins on.
pub(crate) fn texts(template: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let (mut text, mut begins, mut line) = (String::new(), 1, 1);
    let mut rest = template;
    while let Some(letter) = rest.chars().next() {
        let (length, written) = match piece(rest) {
            Some(Piece::Command(length)) => (length, Some(String::new())),
            Some(Piece::Value(length)) => (length, Some(VALUE.to_owned())),
            Some(Piece::Tag(length, true)) => (length, Some(String::new())),
            Some(Piece::Tag(length, false)) => (length, None),
            None => (letter.len_utf8(), Some(letter.to_string())),
        };
        match written {
            Some(written) => {
                if text.trim().is_empty() {
                    begins = line;
                }
                text.push_str(&written);
            }
            None => finish(&mut text, begins, &mut found),
        }
        line += rest[..length].matches('\n').count();
        rest = &rest[length..];
    }
    finish(&mut text, begins, &mut found);
    found
}

enum Piece {
    Command(usize),
    Value(usize),
    Tag(usize, bool),
}

fn piece(text: &str) -> Option<Piece> {
    let upto = |close: &str| text.find(close).map_or(text.len(), |at| at + close.len());
    if let Some(command) = text.strip_prefix("{%") {
        let other = ["else", "when"].iter().any(|word| command.trim_start_matches('-').trim_start().starts_with(word));
        return Some(if other { Piece::Tag(upto("%}"), false) } else { Piece::Command(upto("%}")) });
    }
    if text.starts_with("{#") {
        return Some(Piece::Command(upto("#}")));
    }
    if text.starts_with("{{") {
        return Some(Piece::Value(upto("}}")));
    }
    let after = text.strip_prefix('<')?;
    let name: String = after.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
    let whole = ["svg", "script", "style"].iter().find(|whole| **whole == name && !after.starts_with('/'));
    let length = whole.map_or_else(|| upto(">"), |whole| upto(&format!("</{whole}>")));
    Some(Piece::Tag(length, INLINE.contains(&name.as_str()) || name == "svg"))
}

fn finish(text: &mut String, begins: usize, found: &mut Vec<(usize, String)>) {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.contains(char::is_alphabetic) && words != VALUE {
        found.push((begins, words));
    }
    text.clear();
}

#[cfg(test)]
mod tests {
    use super::texts;

    #[test]
    fn words_are_taken_out_of_tags_and_commands() {
        let page = "{% if a %}\n<p class=\"x\">You <b>may</b> ask {{ council.name }}.{% else %}Ask.</p>{% endif %}\n<ul><li>One</li>\n<li><svg><path d=\"M\"/></svg> Two</li></ul>";
        let found: Vec<(usize, String)> = texts(page);
        let expected = [(2, "You may ask it."), (2, "Ask."), (3, "One"), (4, "Two")];
        assert_eq!(found, expected.map(|(line, words)| (line, words.to_owned())));
    }
}
