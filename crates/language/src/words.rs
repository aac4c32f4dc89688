//! The messages of one language, read from Fluent files.

use crate::Language;
use crate::file::{Fault, File};
use crate::standing::digest;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement, Resource};
use fluent_syntax::serializer::serialize;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// A value that is filled into a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Words.
    Text(String),
    /// A whole number, by which a message may choose its form.
    Number(usize),
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::Text(text.to_owned())
    }
}

impl From<usize> for Value {
    fn from(number: usize) -> Value {
        Value::Number(number)
    }
}

/// What is known of a message before it is said.
#[derive(Clone, Debug)]
struct Known {
    digest: String,
    arguments: BTreeSet<String>,
    /// What it says, where it needs no value.
    plain: Option<String>,
}

/// The messages of one language.
pub struct Words {
    bundle: FluentBundle<FluentResource>,
    known: BTreeMap<String, Known>,
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Words").field("known", &self.known).finish_non_exhaustive()
    }
}

impl Words {
    /// Reads the messages of a language. What cannot be read, or stands twice, is a fault; the rest is there.
    ///
    /// Where a language is written from right to left, values are set apart by the marks FSI and PDI (U+2068, U+2069), so
    /// that a postcode or a name within a sentence keeps its own direction.
    pub fn read(language: &Language, files: &[File]) -> (Words, Vec<Fault>) {
        let mut bundle = FluentBundle::new_concurrent(language.tag.parse().into_iter().collect());
        bundle.set_use_isolating(language.is_right_to_left);
        let mut words = Words { bundle, known: BTreeMap::new() };
        let mut faults = Vec::new();
        for file in files {
            words.take(*file, &mut faults);
        }
        let plain = |words: &Words, key: &str| words.arguments(key)?.is_empty().then(|| words.fill(key, &[]))?;
        let keys: Vec<String> = words.keys().map(str::to_owned).collect();
        for key in keys {
            let said = plain(&words, &key);
            words.known.entry(key).and_modify(|known| known.plain = said);
        }
        (words, faults)
    }

    fn take(&mut self, file: File, faults: &mut Vec<Fault>) {
        let mut fault = |words: String| faults.push(Fault { path: file.path.to_owned(), words });
        let resource = match FluentResource::try_new(file.text.to_owned()) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                errors.iter().for_each(|error| fault(error.to_string()));
                resource
            }
        };
        for entry in resource.entries() {
            if let Entry::Message(message) = entry {
                let key = message.id.name.to_owned();
                let Some(value) = &message.value else {
                    fault(format!("{key} has no words"));
                    continue;
                };
                let mut arguments = BTreeSet::new();
                of_pattern(value, &mut arguments);
                self.known.insert(key, Known { digest: digest(&source(message)), arguments, plain: None });
            }
        }
        if let Err(errors) = self.bundle.add_resource(resource) {
            for error in errors {
                match error {
                    FluentError::Overriding { id, .. } => fault(format!("{id} stands twice; leave one")),
                    other => fault(other.to_string()),
                }
            }
        }
    }

    /// The message, with its values; `None` where there is none, or a value it needs is not given.
    ///
    /// ```
    /// use language::{ENGLISH, File, Words};
    /// let text = "still = { $many ->\n    [one] One question\n   *[other] { $many } questions\n }\n";
    /// let (words, faults) = Words::read(&ENGLISH, &[File { path: "a.ftl", text }]);
    /// assert!(faults.is_empty());
    /// assert_eq!(words.say("still", &[("many", 1.into())]).as_deref(), Some("One question"));
    /// assert_eq!(words.say("still", &[("many", 4.into())]).as_deref(), Some("4 questions"));
    /// assert_eq!(words.say("other", &[]), None);
    /// ```
    pub fn say(&self, key: &str, values: &[(&str, Value)]) -> Option<Cow<'_, str>> {
        match &self.known.get(key)?.plain {
            Some(plain) => Some(plain.into()),
            None => self.fill(key, values).map(Cow::Owned),
        }
    }

    fn fill(&self, key: &str, values: &[(&str, Value)]) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        let mut arguments = FluentArgs::new();
        for (name, value) in values {
            arguments.set(
                *name,
                match value {
                    Value::Text(text) => FluentValue::from(text.as_str()),
                    Value::Number(number) => FluentValue::from(*number),
                },
            );
        }
        let mut errors = Vec::new();
        let said = self.bundle.format_pattern(pattern, Some(&arguments), &mut errors).into_owned();
        errors.is_empty().then_some(said)
    }

    /// The digest of the message as it is written.
    pub fn digest(&self, key: &str) -> Option<&str> {
        self.known.get(key).map(|known| known.digest.as_str())
    }

    /// The names of the values the message needs.
    pub fn arguments(&self, key: &str) -> Option<&BTreeSet<String>> {
        self.known.get(key).map(|known| &known.arguments)
    }

    /// Every key, in order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.known.keys().map(String::as_str)
    }
}

/// The message as it is written, without notes beside it.
fn source(message: &Message<&str>) -> String {
    let bare = Message { comment: None, ..message.clone() };
    serialize(&Resource { body: vec![Entry::Message(bare)] })
}

fn of_pattern(pattern: &Pattern<&str>, into: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            of_expression(expression, into);
        }
    }
}

fn of_expression(expression: &Expression<&str>, into: &mut BTreeSet<String>) {
    let selector = match expression {
        Expression::Inline(inline) => inline,
        Expression::Select { selector, variants } => {
            variants.iter().for_each(|variant| of_pattern(&variant.value, into));
            selector
        }
    };
    match selector {
        InlineExpression::VariableReference { id } => _ = into.insert(id.name.to_owned()),
        InlineExpression::Placeable { expression } => of_expression(expression, into),
        _ => {}
    }
}
