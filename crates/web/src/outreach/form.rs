//! Forms of the desks of hosts: fields made in one way, filled with what was typed, each fault at its field.

use crate::cases::{FieldView, OptionView, Shape};
use crate::find::Fields;
use crate::language::Said;
use outreach::form::{Typed, Wrong};

impl Typed for Fields {
    fn one(&self, name: &str) -> &str {
        self.get(name)
    }

    fn each<'a>(&'a self, name: &'a str) -> Vec<&'a str> {
        self.all(name).collect()
    }
}

/// What a form is filled with.
pub(super) struct Maker<'a> {
    /// What was typed, or what is known.
    pub typed: &'a Fields,
    /// What is wrong with it.
    pub wrong: &'a [Wrong],
}

impl Maker<'_> {
    fn field(
        &self,
        name: &str,
        asks: impl Into<Said>,
        hint: impl Into<Said>,
        optional: bool,
        shape: Shape,
    ) -> FieldView {
        FieldView {
            name: name.to_owned(),
            asks: asks.into(),
            hint: hint.into(),
            optional,
            fault: self.wrong.iter().find(|wrong| wrong.field == name).map(|wrong| wrong.says.clone()),
            shape,
        }
    }

    /// A line that must be filled.
    pub(super) fn line(&self, name: &str, asks: impl Into<Said>, hint: impl Into<Said>) -> FieldView {
        self.field(name, asks, hint, false, Shape::Line(self.typed.get(name).to_owned()))
    }

    /// A line that may stay empty.
    pub(super) fn may(&self, name: &str, asks: impl Into<Said>, hint: impl Into<Said>) -> FieldView {
        self.field(name, asks, hint, true, Shape::Line(self.typed.get(name).to_owned()))
    }

    /// A box for words that must be filled.
    pub(super) fn words(&self, name: &str, asks: impl Into<Said>, hint: impl Into<Said>) -> FieldView {
        self.field(name, asks, hint, false, Shape::Words(self.typed.raw(name).to_owned()))
    }

    /// A box for words that may stay empty.
    pub(super) fn may_words(&self, name: &str, asks: impl Into<Said>, hint: impl Into<Said>) -> FieldView {
        self.field(name, asks, hint, true, Shape::Words(self.typed.raw(name).to_owned()))
    }

    /// A day.
    pub(super) fn day(&self, name: &str, asks: impl Into<Said>, hint: impl Into<Said>, optional: bool) -> FieldView {
        self.field(name, asks, hint, optional, Shape::Day(self.typed.get(name).to_owned()))
    }

    /// One of some answers, in a list.
    pub(super) fn select(
        &self,
        name: &str,
        asks: impl Into<Said>,
        hint: impl Into<Said>,
        options: &[(&str, impl Clone + Into<Said>)],
    ) -> FieldView {
        self.field(name, asks, hint, false, Shape::Select(self.options(name, options)))
    }

    /// Any of some answers.
    pub(super) fn boxes(
        &self,
        name: &str,
        asks: impl Into<Said>,
        hint: impl Into<Said>,
        options: &[(&str, impl Clone + Into<Said>)],
    ) -> FieldView {
        self.field(name, asks, hint, true, Shape::Boxes(self.options(name, options)))
    }

    fn options(&self, name: &str, options: &[(&str, impl Clone + Into<Said>)]) -> Vec<OptionView> {
        let typed: Vec<&str> = self.typed.all(name).collect();
        let view = |value: &str, words: Said| OptionView {
            chosen: typed.contains(&value),
            value: value.to_owned(),
            words: words.plain().to_owned(),
        };
        options.iter().map(|(value, words)| view(value, words.clone().into())).collect()
    }
}

/// Fields as a form would send them.
pub(super) fn filled(pairs: Vec<(&str, String)>) -> Fields {
    Fields::from(pairs.into_iter().map(|(name, text)| (name.to_owned(), text)).collect::<Vec<_>>())
}

/// A name for addresses, made from a title: small letters, digits and dashes, at most 60.
pub(super) fn slug(title: &str) -> String {
    let plain = title
        .to_lowercase()
        .chars()
        .map(|sign| if sign.is_ascii_alphanumeric() { sign } else { ' ' })
        .collect::<String>();
    let words =
        plain.split_whitespace().filter(|word| word.len() > 1 || word.chars().all(|sign| sign.is_ascii_digit()));
    let mut slug = words.collect::<Vec<_>>().join("-");
    slug.truncate(60);
    slug.trim_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn a_title_makes_a_name() {
        assert_eq!(slug("Grandparents’ morning, 2nd Tuesday"), "grandparents-morning-2nd-tuesday");
        assert_eq!(slug("…"), "");
        assert_eq!(slug(&"long ".repeat(30)).len(), 59);
    }
}
