//! A record as a form, and a form as a record: one field for each key that the format lists, so that nothing the
//! format can hold is out of an editor's reach.

use super::labels::Labels;
use crate::find::Fields;
use crate::language::{Said, say};
use law::Law;
use law::duty::Duty;
use law::fault::Fault;
use offer::publish::{Draft, RecordFault};
use offer::{Key, Need, Record, RecordId, Shape};

/// What stands where there is no value, as files write it.
const ABSENT: [&str; 3] = ["not stated", "none", "not seen"];

/// The same, each with what an editor chooses.
pub(super) fn absents() -> [(&'static str, Said); 3] {
    let [not_stated, none, not_seen] = ABSENT;
    [
        (not_stated, say("desk-record-not-stated")),
        (none, say("desk-record-absent-none")),
        (not_seen, say("desk-record-not-seen")),
    ]
}

/// What publishing itself writes into the head, and nobody types.
const IMPRINTED: [&str; 8] =
    ["status", "edition", "effective from", "effective to", "approved by", "approved on", "minutes", "example"];

/// What is asked first of the kinds with long forms, beside what is needed. The rest is folded away until it holds something.
const FIRST: [(&str, &[&str]); 4] = [
    ("service", &["provider", "cost", "reach", "contacts", "published", ""]),
    ("payment", &["amount", "year", "published", "", "decided by", "contacts"]),
    ("contact", &["purpose", "hours", "phone", "email", "checked"]),
    ("offer", &["authority", "lead role", "next review", "format", "language"]),
];

/// A field of the form.
pub(super) struct FieldView {
    /// Its anchor.
    pub anchor: String,
    /// The key, as names of inputs carry it.
    pub key: &'static str,
    /// The question.
    pub label: String,
    /// What to write.
    pub hint: Option<String>,
    /// What kind of input.
    pub input: Input,
    /// What stands in it.
    pub values: Vec<String>,
    /// Whether it must be filled in.
    pub is_needed: bool,
    /// Whether it stands open: the others are folded away.
    pub is_open: bool,
    /// Whether it may say that there is no value, and what it says.
    pub absent: Option<String>,
    /// Whether more than one value may stand.
    pub is_many: bool,
    /// What is wrong.
    pub faults: Vec<String>,
}

/// What kind of input.
pub(super) enum Input {
    /// A line of words.
    Line,
    /// Several lines.
    Lines,
    /// A day.
    Date,
    /// A tick.
    Tick,
    /// One of some: value, words, whether it is chosen.
    One(Vec<(String, String, bool)>),
    /// Some of some.
    Some(Vec<(String, String, bool)>),
    /// Outcome lines.
    Rule,
}

impl FieldView {
    pub(super) fn is_line(&self) -> bool {
        matches!(self.input, Input::Line)
    }

    pub(super) fn is_date(&self) -> bool {
        matches!(self.input, Input::Date)
    }

    pub(super) fn is_tick(&self) -> bool {
        matches!(self.input, Input::Tick)
    }

    pub(super) fn is_rule(&self) -> bool {
        matches!(self.input, Input::Rule)
    }

    pub(super) fn one(&self) -> Option<&[(String, String, bool)]> {
        if let Input::One(choices) = &self.input { Some(choices) } else { None }
    }

    pub(super) fn some(&self) -> Option<&[(String, String, bool)]> {
        if let Input::Some(choices) = &self.input { Some(choices) } else { None }
    }

    pub(super) fn first(&self) -> &str {
        self.values.first().map_or("", String::as_str)
    }
}

/// Whether a key of a kind is one that publishing writes.
fn is_imprinted(kind: &str, key: &str) -> bool {
    kind == "offer" && IMPRINTED.contains(&key)
}

/// The keys that an editor is asked for.
pub(super) fn keys_of(kind: &str) -> Vec<Key> {
    let keys = offer::keys(kind).unwrap_or_default();
    keys.into_iter().filter(|key| !is_imprinted(kind, key.name)).collect()
}

/// What the form is made with.
pub(super) struct Around<'a> {
    pub labels: &'a Labels,
    pub law: &'a Law,
    pub draft: &'a Draft,
    pub faults: &'a [RecordFault],
}

/// The fields of a record's form.
pub(super) fn views(around: &Around, record: &Record) -> Vec<FieldView> {
    let kind = record.id().kind.as_str();
    let typed = record.fields();
    let keys = keys_of(kind);
    keys.into_iter().enumerate().map(|(place, key)| view(around, kind, key, place, &typed)).collect()
}

fn view(around: &Around, kind: &str, key: Key, place: usize, typed: &[(String, String)]) -> FieldView {
    let words = around.labels.field(kind, key.name);
    let mut values: Vec<String> =
        typed.iter().filter(|(known, _)| known == key.name).map(|(_, value)| value.clone()).collect();
    let is_absent = |value: &String| key.need == Need::Stated && ABSENT.iter().any(|word| value == word);
    let absent = values.iter().find(|value| is_absent(value)).cloned();
    values.retain(|value| !is_absent(value));
    let input = input(around, key, &values);
    let faults = around.faults.iter().filter(|fault| fault.key.as_deref() == Some(key.name));
    let faults: Vec<String> = faults.map(|fault| told(&fault.fault)).collect();
    let is_first = match FIRST.iter().find(|(known, _)| *known == kind) {
        Some((_, first)) => first.contains(&key.name),
        None => true,
    };
    let is_needed = key.need == Need::Must;
    FieldView {
        is_open: is_needed || is_first || !values.is_empty() || !faults.is_empty() || absent.is_some(),
        anchor: format!("field-{place}"),
        key: key.name,
        label: words.label,
        hint: words.hint,
        is_needed,
        absent: (key.need == Need::Stated).then(|| absent.unwrap_or_default()),
        is_many: key.many && !matches!(input, Input::Some(_) | Input::Rule),
        faults,
        input,
        values,
    }
}

fn input(around: &Around, key: Key, values: &[String]) -> Input {
    let chosen = |value: &str| values.iter().any(|known| known == value);
    let names = |kind: &str| -> Vec<(String, String, bool)> {
        let named: Vec<&str> = values.iter().flat_map(|value| value.split(',')).map(str::trim).collect();
        let held = around.draft.of_kind(kind).map(|held| (held.record.id().id.clone(), held.record.title()));
        held.map(|(id, title)| {
            let on = named.contains(&id.as_str());
            (id, title, on)
        })
        .collect()
    };
    match key.shape {
        Shape::Date => Input::Date,
        Shape::Flag => Input::Tick,
        Shape::Rule => Input::Rule,
        Shape::OneOf(words) if !key.many => {
            Input::One(words.iter().map(|word| ((*word).to_owned(), (*word).to_owned(), chosen(word))).collect())
        }
        Shape::OneOf(words) => {
            Input::Some(words.iter().map(|word| ((*word).to_owned(), (*word).to_owned(), chosen(word))).collect())
        }
        Shape::Entry(kind) => Input::One(names(kind)),
        Shape::Entries(kind) => Input::Some(names(kind)),
        Shape::Duties(kind) => Input::Some(duties(around.law, kind, values)),
        Shape::National("clock") => Input::One(
            around.law.clocks.iter().map(|clock| (clock.id.clone(), clock.title.clone(), chosen(&clock.id))).collect(),
        ),
        Shape::National(_) => Input::One(
            (around.law.supports.iter())
                .map(|support| (support.id.clone(), support.title.clone(), chosen(&support.id)))
                .collect(),
        ),
        Shape::Words | Shape::Cited | Shape::Published | Shape::Columns(_) => Input::Lines,
        Shape::Number | Shape::Web | Shape::Name | Shape::Council | Shape::Amount | Shape::Length => Input::Line,
    }
}

/// The lines of the offer checklist that a record of a kind can answer, or all of them, in their order.
fn duties(law: &Law, kind: &str, values: &[String]) -> Vec<(String, String, bool)> {
    let named: Vec<&str> = values.iter().flat_map(|value| value.split(',')).map(str::trim).collect();
    let can = |duty: &&Duty| kind.is_empty() || duty.is_answered_by(kind);
    let mut duties: Vec<&Duty> = law.duties.iter().filter(can).collect();
    duties.sort_by_key(|duty| (duty.layer, duty.no));
    duties.into_iter().map(|duty| (duty.id.clone(), duty.title.clone(), named.contains(&duty.id.as_str()))).collect()
}

/// What is wrong, and what to do, in a line.
pub(super) fn told(fault: &Fault) -> String {
    match &fault.hint {
        Some(hint) => format!("{} ({hint})", fault.message),
        None => fault.message.clone(),
    }
}

/// The record that a form sent. Keys that the form does not ask for stay as they were.
///
/// # Errors
/// Where outcome lines would read as something else.
pub(super) fn read(id: &RecordId, before: Option<&Record>, sent: &Fields) -> Result<Record, Fault> {
    let keys = keys_of(&id.kind);
    let mut fields: Vec<(String, String)> = Vec::new();
    let asked = |name: &str| keys.iter().any(|key| key.name == name);
    let kept = before.map(Record::fields).unwrap_or_default();
    fields.extend(kept.iter().filter(|(key, _)| !asked(key)).cloned());
    for key in &keys {
        let name = key.name;
        let state = sent.get(&format!("state:{name}")).to_owned();
        if ABSENT.contains(&state.as_str()) {
            fields.push((name.to_owned(), state));
            continue;
        }
        let input = format!("value:{name}");
        let values: Vec<&str> = sent.all(&input).filter(|value| !value.is_empty()).collect();
        match key.shape {
            Shape::Rule => fields.extend(sent.lines(&input).map(|rule| (String::new(), rule))),
            Shape::Entries(_) | Shape::Duties(_) if !values.is_empty() => {
                fields.push((name.to_owned(), values.join(", ")))
            }
            _ => fields.extend(values.into_iter().map(|value| (name.to_owned(), value.to_owned()))),
        }
    }
    Record::from_fields(id.clone(), &in_order(&id.kind, fields))
}

/// The fields in the order in which the kind's keys are written, those of no known key first, the rule last.
fn in_order(kind: &str, mut fields: Vec<(String, String)>) -> Vec<(String, String)> {
    let keys = offer::keys(kind).unwrap_or_default();
    fields.sort_by_key(|(name, _)| match name.is_empty() {
        true => usize::MAX,
        false => keys.iter().position(|key| key.name == name).map_or(0, |place| place + 1),
    });
    fields
}
