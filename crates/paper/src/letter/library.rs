//! Every letter and every field, loaded and cross-checked.

use super::field::Field;
use super::read::Letter;
use super::template::Piece;
use law::clock::{Clock, Length};
use law::fault::Spot;
use law::text::{self, SourceFile};
use law::{Fault, Law};

/// The letters, as loaded from files.
#[derive(Clone, Debug, Default)]
pub struct Letters {
    /// Every letter, in the order of the files.
    pub letters: Vec<Letter>,
    /// Every field.
    pub fields: Vec<Field>,
}

impl Letters {
    /// Loads letters and fields from the texts of their files.
    ///
    /// What could be read is returned even where there are faults; only letters without faults may be shown.
    pub fn load(files: &[SourceFile], law: &Law) -> (Letters, Vec<Fault>) {
        let mut faults = Vec::new();
        let mut letters = Letters::default();
        let mut unread = false;
        for file in files.iter().filter(|file| file.path.ends_with(".law")) {
            let (entries, found) = text::read(file, &["field"]);
            faults.extend(found);
            for entry in &entries {
                match Field::read(entry, &mut faults) {
                    Ok(field) => letters.fields.push(field),
                    Err(fault) => faults.push(fault),
                }
            }
        }
        for file in files.iter().filter(|file| file.path.ends_with(".md") && !file.path.ends_with("README.md")) {
            let (entries, found) = text::read(file, &["letter"]);
            faults.extend(found);
            for entry in &entries {
                match Letter::read(entry, file, law, &mut faults) {
                    Ok(letter) => letters.letters.push(letter),
                    Err(fault) => {
                        faults.push(fault);
                        unread = true;
                    }
                }
            }
        }
        letters.check(law, &mut faults);
        if !unread {
            letters.check_unused(&mut faults);
        }
        faults.sort();
        faults.dedup();
        (letters, faults)
    }

    /// The letter of that name.
    pub fn letter(&self, id: &str) -> Option<&Letter> {
        self.letters.iter().find(|letter| letter.id == id)
    }

    /// The field of that name.
    pub fn field(&self, id: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.id == id)
    }

    /// The fields of a letter, in the order of its form.
    pub fn fields_of<'a>(&'a self, letter: &'a Letter) -> impl Iterator<Item = &'a Field> {
        letter.fields.iter().filter_map(|id| self.field(id))
    }

    /// The letters that help with a support.
    pub fn about<'a>(&'a self, support: &'a str) -> impl Iterator<Item = &'a Letter> {
        self.letters.iter().filter(move |letter| letter.about.iter().any(|about| about == support))
    }

    fn check(&self, law: &Law, faults: &mut Vec<Fault>) {
        twice("field", self.fields.iter().map(|field| (field.id.as_str(), &field.spot)), faults);
        twice("letter", self.letters.iter().map(|letter| (letter.id.as_str(), &letter.spot)), faults);
        for letter in &self.letters {
            self.check_fields(letter, faults);
            check_names(letter, law, faults);
        }
    }

    fn check_unused(&self, faults: &mut Vec<Fault>) {
        for field in &self.fields {
            if !self.letters.iter().any(|letter| letter.fields.contains(&field.id)) {
                let fault = Fault::new(&field.spot, format!("no letter asks for the field {}", field.id));
                faults.push(fault.hint("take it out, or name it in a letter's `fields`"));
            }
        }
    }

    fn check_fields(&self, letter: &Letter, faults: &mut Vec<Fault>) {
        for id in &letter.fields {
            let Some(field) = self.field(id) else {
                let names = self.fields.iter().map(|field| field.id.as_str());
                faults.push(Fault::new(&letter.spot, format!("there is no field named {id}")).nearest(id, names));
                continue;
            };
            let is_used = letter.pieces().any(|piece| matches!(piece, Piece::Field(used) if used == id));
            if !is_used && !field.is_in_sender_block() && !field.is_in_recipient_block() {
                faults.push(
                    Fault::new(&letter.spot, format!("the letter {} asks for {id} and never uses it", letter.id))
                        .hint(format!("write `{{{id}}}` in its words, or take it out of `fields`")),
                );
            }
        }
    }
}

/// Faults of the supports and the clock that a letter names.
fn check_names(letter: &Letter, law: &Law, faults: &mut Vec<Fault>) {
    for support in letter.about.iter().filter(|about| law.support(about).is_none()) {
        let names = law.supports.iter().map(|known| known.id.as_str());
        faults.push(Fault::new(&letter.spot, format!("there is no support named {support}")).nearest(support, names));
    }
    let clock = letter.clock.as_deref().and_then(|clock| law.clock(clock));
    if let (Some(name), None) = (&letter.clock, clock) {
        let names = law.clocks.iter().map(|known| known.id.as_str());
        faults.push(Fault::new(&letter.spot, format!("there is no clock named {name}")).nearest(name, names));
    }
    if letter.pieces().any(|piece| *piece == Piece::ReplyBy) && !clock.is_some_and(has_length) {
        faults.push(
            Fault::new(&letter.spot, format!("the letter {} says {{reply by}} and has no clock that ends", letter.id))
                .hint("add `clock` and the name of a clock that has a length"),
        );
    }
}

fn has_length(clock: &Clock) -> bool {
    !matches!(clock.length, Length::Open | Length::Precondition | Length::SetByCouncil)
}

fn twice<'a>(kind: &str, names: impl Iterator<Item = (&'a str, &'a Spot)>, faults: &mut Vec<Fault>) {
    let mut seen = Vec::new();
    for (name, spot) in names {
        if seen.contains(&name) {
            faults.push(Fault::new(spot, format!("{kind} {name} is written twice")));
        }
        seen.push(name);
    }
}
