//! JSON Schemas, written from the shapes of records and from the keys of the offer format.

use offer::exchange::{Field, Shape};
use serde::Serialize;
use std::collections::BTreeMap;

/// A JSON Schema (draft 2020-12).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Schema {
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    pub(super) dialect: Option<&'static str>,
    #[serde(rename = "$id", skip_serializing_if = "Option::is_none")]
    pub(super) id: Option<String>,
    #[serde(rename = "$ref", skip_serializing_if = "Option::is_none")]
    pub(super) reference: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) title: Option<String>,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(super) description: String,
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub(super) kind: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) format: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) pattern: Option<&'static str>,
    #[serde(rename = "enum", skip_serializing_if = "Vec::is_empty")]
    pub(super) one_of: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) minimum: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) maximum: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) items: Option<Box<Schema>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) any_of: Vec<Schema>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) properties: BTreeMap<String, Schema>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) required: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) additional_properties: Option<Box<Schema>>,
    #[serde(rename = "$defs", skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) definitions: BTreeMap<String, Schema>,
}

pub(super) const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

impl Schema {
    /// A value of this type.
    pub(super) fn of(kind: &'static str) -> Schema {
        Schema { kind: Some(kind), ..Schema::default() }
    }

    /// Words in this format.
    pub(super) fn format(format: &'static str) -> Schema {
        Schema { format: Some(format), ..Schema::of("string") }
    }

    /// A list of these.
    pub(super) fn list(items: Schema) -> Schema {
        Schema { items: Some(Box::new(items)), ..Schema::of("array") }
    }

    /// A schema among the components.
    pub(super) fn named(name: &str) -> Schema {
        Schema { reference: Some(format!("#/components/schemas/{name}")), ..Schema::default() }
    }

    /// The same with words about it.
    pub(super) fn says(self, words: impl Into<String>) -> Schema {
        Schema { description: words.into(), ..self }
    }
}

/// The schemas that others point to.
pub(super) type Components = BTreeMap<String, Schema>;

/// The schema of a shape; records go among the components.
pub(super) fn of_shape(shape: Shape, into: &mut Components) -> Schema {
    match shape {
        Shape::Text => Schema::of("string"),
        Shape::OneOf(words) => {
            Schema { one_of: words.iter().map(|word| (*word).to_owned()).collect(), ..Schema::of("string") }
        }
        Shape::Uuid => Schema::format("uuid"),
        Shape::Uri => Schema::format("uri"),
        Shape::Email => Schema::format("email"),
        Shape::Date => Schema::format("date"),
        Shape::DateTime => Schema::format("date-time"),
        Shape::Number => Schema::of("number"),
        Shape::Integer => Schema::of("integer"),
        Shape::Flag => Schema::of("boolean"),
        Shape::List(items) => Schema::list(of_shape(items(), into)),
        Shape::Map(values) => {
            let values = of_shape(values(), into);
            Schema { additional_properties: Some(Box::new(values)), ..Schema::of("object") }
        }
        Shape::Record(name, fields) => {
            record(name, &fields(), into);
            Schema::named(name)
        }
    }
}

/// Puts the schema of a record among the components.
pub(super) fn record(name: &str, fields: &[Field], into: &mut Components) {
    if into.contains_key(name) {
        return;
    }
    // A record may hold itself further down: its place is taken first.
    into.insert(name.to_owned(), Schema::default());
    let properties = fields.iter().map(|field| {
        let words = field.says.split_whitespace().collect::<Vec<_>>().join(" ");
        (field.name.to_owned(), of_shape(field.shape, into).says(words))
    });
    let properties: BTreeMap<String, Schema> = properties.collect();
    let required = fields.iter().filter(|field| field.always).map(|field| field.name.to_owned()).collect();
    into.insert(name.to_owned(), Schema { properties, required, ..Schema::of("object") });
}
