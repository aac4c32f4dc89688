//! The one gate through which everything goes that leaves the council for a person: what must not be told to them is left
//! out, and only a way that is safe for them is taken.

use crate::case::Case;
use crate::letter::Letter;
use crate::person::{Channel, Person, PersonId};
use crate::refusal::Refusal;
use paper::{Block, Document, Text};

/// What stands where something was left out.
pub const LEFT_OUT: &str = "[left out]";

/// What one person must not learn of the others: each thing with the words by which it is told.
fn secrets<'a>(case: &'a Case, to: &Person) -> Vec<(&'a str, &'static str)> {
    let mut secrets = Vec::new();
    for person in case.people.iter().filter(|person| person.id != to.id) {
        // Without a word from them, nobody's address, number or code word goes to anybody else.
        secrets.extend(person.address.iter().flat_map(|address| address.lines()).map(|line| (line, "an address")));
        secrets.extend(person.email.as_deref().map(|email| (email, "an email address")));
        secrets.extend(person.phone.as_deref().map(|phone| (phone, "a phone number")));
        secrets.extend(person.code_word.as_deref().map(|word| (word, "a code word")));
    }
    // Those who share an address are not hidden from one another.
    let own: Vec<&str> = to.address.iter().flat_map(|address| address.lines()).map(str::trim).collect();
    secrets.retain(|(words, _)| {
        let words = words.trim();
        words.chars().count() >= 4 && !own.contains(&words) && is_telling(words)
    });
    secrets
}

/// Whether a line of an address tells where somebody lives: a town alone does not.
fn is_telling(words: &str) -> bool {
    words.contains(|sign: char| sign.is_ascii_digit() || sign == '@') || words.split_whitespace().count() > 1
}

/// A document with everything left out that its reader must not learn.
pub fn redact(case: &Case, to: &Person, mut document: Document) -> Document {
    let secrets = secrets(case, to);
    let clean = |words: &mut String| {
        for (secret, _) in &secrets {
            while let Some(at) = find(words, secret) {
                words.replace_range(at, LEFT_OUT);
            }
        }
    };
    let clean_text = |text: &mut Text| text.iter_mut().for_each(|span| clean(&mut span.words));
    for block in &mut document.blocks {
        match block {
            Block::Heading { text, .. } => clean(text),
            Block::Lines { lines, .. } => lines.iter_mut().for_each(clean),
            Block::Paragraph { text } | Block::Note { text } => clean_text(text),
            Block::List { items, .. } => items.iter_mut().for_each(clean_text),
            Block::Table { rows, .. } => rows.iter_mut().flatten().for_each(clean_text),
            Block::Space { .. } => {}
        }
    }
    clean(&mut document.title);
    document
}

/// Where a secret stands in words, whatever the case of its letters and the spaces in it.
fn find(words: &str, secret: &str) -> Option<std::ops::Range<usize>> {
    let wanted: Vec<char> = fold(secret).collect();
    if wanted.is_empty() {
        return None;
    }
    let signs: Vec<(usize, char)> = words.char_indices().filter(|(_, sign)| !sign.is_whitespace()).collect();
    let folded: Vec<char> = signs.iter().map(|(_, sign)| lower(*sign)).collect();
    let at = folded.windows(wanted.len()).position(|window| window == wanted)?;
    let (first, _) = signs.get(at)?;
    let (last, sign) = signs.get(at + wanted.len() - 1)?;
    Some(*first..last + sign.len_utf8())
}

fn fold(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().filter(|sign| !sign.is_whitespace()).map(lower)
}

fn lower(sign: char) -> char {
    sign.to_lowercase().next().unwrap_or(sign)
}

/// Whether letters tell somebody what they must not learn. What [`redact`] could not see, such as a name of somebody
/// who is hidden, stops the act.
pub(crate) fn check(case: &Case, letters: &[Letter]) -> Result<(), Refusal> {
    for letter in letters {
        let Some(to) = case.person(letter.to) else { continue };
        let text = letter.document.to_text();
        if let Some((_, what)) = secrets(case, to).into_iter().find(|(secret, _)| find(&text, secret).is_some()) {
            return Err(Refusal::Leak { to: to.name.clone(), what: what.to_owned() });
        }
    }
    Ok(())
}

/// The ways by which a message may go to somebody, the one they would rather have first. A letter's words never go by
/// email or text: those only say that there is something to read.
pub fn ways(person: &Person) -> Vec<Channel> {
    let reachable = |channel: &Channel| match channel {
        Channel::Post => person.address.is_some(),
        Channel::Email => person.email.is_some(),
        Channel::Text | Channel::Phone | Channel::Voicemail => person.phone.is_some(),
        Channel::Page => true,
    };
    Channel::ALL.into_iter().filter(|channel| person.may_be_reached_by(*channel) && reachable(channel)).collect()
}

/// Whether somebody is hidden from another.
pub fn is_hidden_from(case: &Case, person: PersonId, other: PersonId) -> bool {
    case.person(person).is_some_and(|person| person.hidden_from.contains(&other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_found_however_it_is_written() {
        let cases = [
            ("She lives at 12 Acacia Road now", "12 Acacia Road", true),
            ("She lives at 12 ACACIA  road now", "12 Acacia Road", true),
            ("postcode SE155EB", "SE15 5EB", true),
            ("ring 07700 900 123", "07700900123", true),
            ("She lives at 13 Acacia Road", "12 Acacia Road", false),
        ];
        for (words, secret, is_there) in cases {
            assert_eq!(find(words, secret).is_some(), is_there, "{words}");
        }
    }
}
