//! The schema of the offer format, written from the same lists of keys that files are read by.

use super::schema::{DIALECT, Schema};
use offer::exchange::table;
use offer::{Key, Need, Shape};

/// The schema of one offer as data: a list of entries for each kind. Values are as files write them.
pub(super) fn offer(address: &str) -> Schema {
    let mut schema = Schema {
        dialect: Some(DIALECT),
        id: Some(format!("{address}/data/offer.schema.json")),
        title: Some("A council's kinship local offer".to_owned()),
        ..Schema::of("object").says(
            "For each kind of entry, its entries, as the exports under /data have them and as the text files write them. \
             Several values of a key are a list. `not stated`: the page was read and does not say. `not seen`, or no key at \
             all: nobody has read the part that might say. `none`: the page says that there is none.",
        )
    };
    for kind in offer::kinds() {
        let reference = Schema { reference: Some(format!("#/$defs/{kind}")), ..Schema::default() };
        schema.properties.insert((*kind).to_owned(), Schema::list(reference));
        schema.definitions.insert((*kind).to_owned(), entry(kind));
    }
    schema
}

/// The schema of one kind of entry.
pub(super) fn entry(kind: &str) -> Schema {
    let keys = offer::keys(kind).unwrap_or_default();
    let mut schema = Schema { required: vec!["id".to_owned()], ..Schema::of("object") };
    let name = Schema { pattern: Some("^[a-z0-9_-]+$"), ..Schema::of("string") };
    schema.properties.insert("id".to_owned(), name.says("The name in the files, by which other entries point to it."));
    for key in &keys {
        let value = value(key);
        let value = if key.many && !key.name.is_empty() { Schema::list(value) } else { value };
        schema.properties.insert(table::column(key).to_owned(), value.says(about(key)));
        if key.need == Need::Must {
            schema.required.push(table::column(key).to_owned());
        }
    }
    schema
}

fn value(key: &Key) -> Schema {
    let value = match key.shape {
        Shape::Date => Schema::format("date"),
        Shape::Web => Schema::format("uri"),
        Shape::Number => Schema { pattern: Some("^[0-9]+$"), ..Schema::of("string") },
        Shape::Council => Schema { pattern: Some("^E[0-9]{8}$"), ..Schema::of("string") },
        Shape::Name | Shape::Entry(_) => Schema { pattern: Some("^[a-z0-9_-]+$"), ..Schema::of("string") },
        Shape::Flag => Schema { one_of: vec!["yes".to_owned()], ..Schema::of("string") },
        Shape::OneOf(words) => {
            Schema { one_of: words.iter().map(|word| (*word).to_owned()).collect(), ..Schema::of("string") }
        }
        _ => Schema::of("string"),
    };
    let is_plain = value.format.is_none() && value.pattern.is_none() && value.one_of.is_empty();
    if key.need != Need::Stated || is_plain {
        return value;
    }
    let silent = ["not stated", "not seen", "none"].map(str::to_owned).to_vec();
    Schema { any_of: vec![value, Schema { one_of: silent, ..Schema::of("string") }], ..Schema::default() }
}

fn about(key: &Key) -> String {
    let shape = match key.shape {
        Shape::Words => "Words.".to_owned(),
        Shape::Cited => "Words that may end in citations of the law, such as [ca-1989/17].".to_owned(),
        Shape::Published => "Words; between quotation marks where they are the council's own.".to_owned(),
        Shape::Date => "A day.".to_owned(),
        Shape::Number => "A whole number.".to_owned(),
        Shape::Web => "An address on the web.".to_owned(),
        Shape::Name => "A name.".to_owned(),
        Shape::Council => "A council's code in national statistics.".to_owned(),
        Shape::Flag => "`yes`, or not there.".to_owned(),
        Shape::OneOf(_) => "One of these words.".to_owned(),
        Shape::Columns(like) => format!("Parts with | between: {like}."),
        Shape::Amount => "A sum and what it is for, or a formula in words.".to_owned(),
        Shape::Length => "A period, such as `at most 28 days`.".to_owned(),
        Shape::Entry(kind) => format!("The name of another entry: a {kind}."),
        Shape::Entries(kind) => format!("The names of other entries, with commas between: each a {kind}."),
        Shape::National(kind) => format!("The name of a {kind} of the law."),
        Shape::Duties(_) => {
            "The names of lines of the offer checklist that this answers, with commas between.".to_owned()
        }
        Shape::Rule => "Outcome lines, as files write them; the first that holds decides.".to_owned(),
    };
    match key.need {
        Need::Stated => format!("{shape} Or `not stated`, `not seen`, `none`."),
        Need::Must | Need::May => shape,
    }
}
