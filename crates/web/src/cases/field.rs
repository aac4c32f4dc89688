//! The form of an act: made from the table, filled with what is known, with each fault at its field.

use super::colleagues::Colleagues;
use crate::language::Said;
use casework::form::Fault;
use casework::practice::{Act, Column, Effect, Field, Kind, Practice};
use casework::{Case, Form, Matter, PersonId, Value};
use jiff::civil::Date;
use law::Law;
use law::value::Kind as FactKind;

/// How many empty rows a form shows beneath those that are filled.
const EMPTY_ROWS: usize = 3;

/// A field as a page shows it.
pub(crate) struct FieldView {
    /// Its name in the form.
    pub name: String,
    /// What it asks.
    pub asks: Said,
    /// A line of help.
    pub hint: Said,
    /// Whether it may be left empty.
    pub optional: bool,
    /// What is wrong with it.
    pub fault: Option<String>,
    /// What it looks like.
    pub shape: Shape,
}

/// What a field looks like.
pub(crate) enum Shape {
    /// A line.
    Line(String),
    /// A box for words.
    Words(String),
    /// A day.
    Day(String),
    /// A sum, after a pound sign.
    Sum(String),
    /// One of some answers, all shown.
    Radios(Vec<OptionView>),
    /// Any of some answers.
    Boxes(Vec<OptionView>),
    /// One of many answers.
    Select(Vec<OptionView>),
    /// Rows of other fields.
    Rows(Vec<RowView>),
    /// Facts of the law.
    Facts(Vec<FieldView>),
    /// A file.
    File,
}

/// One answer.
pub(crate) struct OptionView {
    /// Its name in the form.
    pub value: String,
    /// It, in words.
    pub words: String,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// One row.
pub(crate) struct RowView {
    /// Its number, counted from 1.
    pub number: usize,
    /// Its fields.
    pub fields: Vec<FieldView>,
}

/// What a form is made of.
pub(crate) struct FormMaker<'a> {
    /// The table.
    pub practice: &'a Practice,
    /// The law.
    pub law: &'a Law,
    /// The case.
    pub case: &'a Case,
    /// The matter the act is done in.
    pub matter: Option<&'a Matter>,
    /// The day.
    pub today: Date,
    /// Who works at the council.
    pub colleagues: &'a Colleagues,
    /// The only people that may be named; everybody where there is no such list.
    pub people: Option<&'a [PersonId]>,
    /// What is wrong.
    pub faults: &'a [Fault],
}

impl FormMaker<'_> {
    /// The fields of an act, filled with what was typed; on a form that nobody has typed in yet, with what is known.
    pub(crate) fn fields(&self, act: &Act, typed: &Form, is_new: bool) -> Vec<FieldView> {
        let known = if is_new { self.known(act) } else { typed.clone() };
        self.columns(&act.asks, "", &known)
    }

    fn columns(&self, columns: &[Column], prefix: &str, form: &Form) -> Vec<FieldView> {
        let fields = columns.iter().filter_map(|column| Some((column, self.practice.fields.get(&column.field)?)));
        fields
            .map(|(column, field)| self.field(field, column.optional, &format!("{prefix}{}", field.name), form))
            .collect()
    }

    fn field(&self, field: &Field, optional: bool, name: &str, form: &Form) -> FieldView {
        FieldView {
            asks: field.asks.as_str().into(),
            hint: field.hint.as_deref().unwrap_or_default().into(),
            optional,
            fault: self.faults.iter().find(|fault| fault.field == name).map(|fault| fault.says.clone()),
            shape: self.shape(field, name, form),
            name: name.to_owned(),
        }
    }

    fn shape(&self, field: &Field, name: &str, form: &Form) -> Shape {
        let text = || form.get(name).unwrap_or_default().to_owned();
        let chosen: Vec<&str> = form.all(name).collect();
        let option = |value: &str, words: &str| OptionView {
            value: value.to_owned(),
            words: words.to_owned(),
            chosen: chosen.contains(&value),
        };
        let options = || field.options().iter().map(|one| option(&one.name, &one.words)).collect::<Vec<_>>();
        let in_row = name.contains('.');
        let people = || {
            let may = |person: &&casework::Person| self.people.is_none_or(|people| people.contains(&person.id));
            let people = self.case.people.iter().filter(may);
            people.map(|person| option(&person.id.0.to_string(), &format!("{} ({})", person.name, person.relationship)))
        };
        match &field.kind {
            Kind::Line | Kind::Number | Kind::Provision => Shape::Line(text()),
            Kind::Words => Shape::Words(text()),
            Kind::Day => Shape::Day(text()),
            Kind::Sum => Shape::Sum(text()),
            Kind::YesNo => Shape::Radios(vec![option("yes", "yes"), option("no", "no")]),
            Kind::Choice(_) if in_row => Shape::Select(options()),
            Kind::Choice(_) => Shape::Radios(options()),
            Kind::Choices(_) => Shape::Boxes(options()),
            Kind::Person => Shape::Radios(people().collect()),
            Kind::People => Shape::Boxes(people().collect()),
            Kind::Paper => Shape::File,
            Kind::Officer => Shape::Select(self.colleagues.each().map(|(id, name)| option(id, name)).collect()),
            Kind::Support => {
                let supports = self.law.supports.iter().map(|support| option(&support.id, &support.title));
                Shape::Select(supports.collect())
            }
            Kind::Rows(columns) => Shape::Rows(self.rows(columns, name, form)),
            Kind::Facts => Shape::Facts(self.facts(name, form)),
        }
    }

    fn rows(&self, columns: &[Column], name: &str, form: &Form) -> Vec<RowView> {
        let filled = form.0.iter().filter(|(_, text)| !text.is_empty());
        let filled = rows_in(filled.map(|(known, _)| known.as_str()), name);
        let count = shown(form, name).max(filled.saturating_add(EMPTY_ROWS));
        let row =
            |row: usize| RowView { number: row + 1, fields: self.columns(columns, &format!("{name}.{row}."), form) };
        (0..count.min(casework::form::MOST_ROWS)).map(row).collect()
    }

    /// The facts that are asked of everybody, each as the law words it.
    fn facts(&self, name: &str, form: &Form) -> Vec<FieldView> {
        let facts = self.law.facts.iter().filter(|(_, fact)| fact.asked && fact.ask.is_some());
        let views = facts.filter_map(|(_, fact)| {
            let field = format!("{name}.{}", fact.name);
            let text = form.get(&field).unwrap_or_default().to_owned();
            let select = |options: Vec<(String, String)>| {
                let options = options.into_iter();
                Shape::Select(
                    options.map(|(value, words)| OptionView { chosen: value == text, value, words }).collect(),
                )
            };
            let shape = match &fact.kind {
                FactKind::YesNo => {
                    select(vec![("yes".to_owned(), "yes".to_owned()), ("no".to_owned(), "no".to_owned())])
                }
                FactKind::OneOf(choices) => {
                    select(choices.iter().map(|choice| (choice.code.clone(), choice.answer.clone())).collect())
                }
                FactKind::Date => Shape::Day(text),
                _ => return None,
            };
            let fault = self.faults.iter().find(|fault| fault.field == field).map(|fault| fault.says.clone());
            Some(FieldView {
                name: field,
                asks: fact.ask.as_deref().unwrap_or_default().into(),
                hint: "".into(),
                optional: true,
                fault,
                shape,
            })
        });
        views.collect()
    }

    /// What is known already, so that nobody types it twice: what was said of a field before, the needs that a decision
    /// must answer, the supports that an assessment must think of.
    fn known(&self, act: &Act) -> Form {
        let mut form = Form::default();
        let id = self.matter.map(|matter| matter.id);
        let asks = |name: &str| act.asks.iter().any(|column| column.field == name);
        // What was said of one person is filled in for no other: a carer must not read a parent's code word here.
        let is_of_one = asks("person") || act.effect == Some(Effect::AddsPerson);
        for column in act.asks.iter().filter(|_| !is_of_one) {
            let Some(field) = self.practice.fields.get(&column.field) else { continue };
            // What must be thought of afresh each time is not filled in.
            let is_afresh =
                field.is_afresh || matches!(field.kind, Kind::Words | Kind::Day | Kind::YesNo | Kind::Facts);
            if is_afresh && column.field != "asked_on" {
                continue;
            }
            if let Some(value) = self.case.value(id, &field.name) {
                write(&field.name, value, &mut form);
            }
        }
        let has = |form: &Form, name: &str| form.0.iter().any(|(known, _)| known.starts_with(name));
        if asks("needs_decided") && !has(&form, "needs_decided.") {
            let needs = self.case.value(id, "needs").map(Value::rows).unwrap_or_default();
            let needs = needs.iter().filter_map(|row| row.get("need")?.text());
            form.0.extend(needs.enumerate().map(|(row, need)| (format!("needs_decided.{row}.need"), need.to_owned())));
        }
        if asks("asked_on") && !has(&form, "asked_on") {
            form.0.push(("asked_on".to_owned(), self.today.to_string()));
        }
        form
    }

    /// The supports an assessment must think of, as rows of its form.
    pub(crate) fn with_supports(owed: &[(String, String)]) -> Vec<(String, String)> {
        let rows = owed.iter().enumerate();
        rows.map(|(row, (id, _))| (format!("supports_considered.{row}.support"), id.clone())).collect()
    }
}

/// How many rows of a field stand in a form that was sent.
fn shown(form: &Form, name: &str) -> usize {
    rows_in(form.0.iter().map(|(known, _)| known.as_str()), name)
}

fn rows_in<'a>(names: impl Iterator<Item = &'a str>, name: &str) -> usize {
    let number = |known: &str| known.strip_prefix(name)?.strip_prefix('.')?.split('.').next()?.parse::<usize>().ok();
    names.filter_map(number).max().map_or(0, |last| last.saturating_add(1))
}

/// A form with some more empty rows of a field.
pub(crate) fn with_more_rows(mut form: Form, name: &str) -> Form {
    let last = shown(&form, name).saturating_add(EMPTY_ROWS - 1);
    form.0.push((format!("{name}.{last}."), String::new()));
    form
}

/// A value as a form holds it.
fn write(name: &str, value: &Value, form: &mut Form) {
    let one = |text: String| (name.to_owned(), text);
    match value {
        Value::Text(text) | Value::Choice(text) => form.0.push(one(text.clone())),
        Value::Day(day) => form.0.push(one(day.to_string())),
        Value::Choices(choices) => form.0.extend(choices.iter().map(|choice| one(choice.clone()))),
        Value::Sum(sum) => form.0.push(one(sum.to_string().trim_start_matches('£').to_owned())),
        Value::Number(number) => form.0.push(one(number.to_string())),
        Value::Yes(yes) => form.0.push(one(if *yes { "yes" } else { "no" }.to_owned())),
        Value::Person(person) => form.0.push(one(person.0.to_string())),
        Value::People(people) => form.0.extend(people.iter().map(|person| one(person.0.to_string()))),
        Value::Rows(rows) => {
            for (place, row) in rows.iter().enumerate() {
                row.iter().for_each(|(column, value)| write(&format!("{name}.{place}.{column}"), value, form));
            }
        }
        // A paper is handed in anew each time.
        Value::Paper(_) => {}
        Value::Facts(facts) => form.0.extend(facts.iter().map(|(fact, text)| (format!("{name}.{fact}"), text.clone()))),
    }
}
