//! The one gate through which everything goes that leaves the council for a person: what must not be told to them is left
//! out, and only a way that is safe for them is taken.

use crate::case::Case;
use crate::letter::Letter;
use crate::person::{Channel, Person, PersonId};
use crate::refusal::Refusal;
use paper::{Block, Document, Text};
use secret::{is_told, leave_out, secrets};

mod secret;

pub(crate) use secret::is_named;

/// What stands where something was left out.
pub const LEFT_OUT: &str = "[left out]";

/// A document with everything left out that its reader must not learn.
pub fn redact(case: &Case, to: &Person, mut document: Document) -> Document {
    let secrets = secrets(case, to);
    let clean = |words: &mut String| leave_out(words, &secrets);
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

/// What words tell somebody that they must not learn of the others.
pub(crate) fn tells(case: &Case, to: &Person, words: &str) -> Option<&'static str> {
    secrets(case, to).into_iter().find(|secret| is_told(words, secret)).map(|secret| secret.what)
}

/// Whether letters tell somebody what they must not learn. What [`redact`] could not see, such as an address of which a
/// part is in bold, stops the act.
pub(crate) fn check(case: &Case, letters: &[Letter]) -> Result<(), Refusal> {
    for letter in letters {
        let Some(to) = case.person(letter.to) else { continue };
        if let Some(what) = tells(case, to, &letter.document.to_text()) {
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
