//! Questions in every state: nothing said, an answer given, an answer that cannot be taken.

use crate::find::{Field, Item, Wrong};
use crate::language::say;
use crate::letters::FieldView;

/// A question as the page of a question shows it.
pub(super) struct Asked {
    /// What it shows, for whoever looks at the page.
    pub state: &'static str,
    /// What the ids of its fields begin with.
    pub pre: &'static str,
    pub ask: &'static str,
    pub hint: Option<&'static str>,
    pub wrong: Option<Wrong>,
    pub field: Field,
}

/// Every kind of field in every state.
pub(super) fn all() -> Vec<Asked> {
    let where_from = "Where does the child live?";
    let which = "Which of these are so?";
    let when = "What day did it start?";
    let how_much = "How much is it?";
    let council = "Which is the council?";
    let hint = Some("Choose the one that fits best.");
    let choose = |field| Some(Wrong { words: "Choose one of the answers".into(), field });
    let number = |value: &str| Field::Number { value: value.to_owned(), unit: "a week".to_owned(), pounds: true };
    let asked = |state, pre, ask, hint, wrong, field| Asked { state, pre, ask, hint, wrong, field };
    vec![
        asked("One of some", "one-", where_from, hint, None, Field::One(choices("one-", false))),
        asked("One of some, chosen", "chosen-", where_from, hint, None, Field::One(choices("chosen-", true))),
        asked(
            "One of some, wrong",
            "one-wrong-",
            where_from,
            hint,
            choose("one-wrong-value-1"),
            Field::One(choices("one-wrong-", false)),
        ),
        asked("Any of some", "many-", which, Some("Tick all that fit."), None, Field::Many(boxes("many-", false))),
        asked("Any of some, ticked", "ticked-", which, None, None, Field::Many(boxes("ticked-", true))),
        asked(
            "Any of some, wrong",
            "many-wrong-",
            which,
            Some("Tick all that fit."),
            choose("many-wrong-value-1"),
            Field::Many(boxes("many-wrong-", false)),
        ),
        asked("A day", "date-", when, None, None, date("", "", "")),
        asked("A day, wrong", "date-wrong-", when, None, date_wrong(), date("31", "2", "2026")),
        asked("A sum", "sum-", how_much, Some("Before tax."), None, number("26.05")),
        asked(
            "A sum, wrong",
            "sum-wrong-",
            how_much,
            Some("Before tax."),
            Some(Wrong { words: "Enter a number using figures only".into(), field: "sum-wrong-value-1" }),
            number("lots"),
        ),
        asked("A long list", "list-", council, None, None, Field::Select(choices("list-", false))),
        asked(
            "A long list, wrong",
            "list-wrong-",
            council,
            None,
            Some(Wrong { words: "Choose a council".into(), field: "list-wrong-value-1" }),
            Field::Select(choices("list-wrong-", false)),
        ),
    ]
}

fn items(pre: &str, pairs: &[(&str, &str)], on: Option<usize>) -> Vec<Item> {
    let numbered = pairs.iter().enumerate();
    let item = |(place, (value, label)): (usize, &(&str, &str))| Item {
        id: format!("{pre}value-{}", place + 1),
        value: (*value).to_owned(),
        label: (*label).into(),
        on: on == Some(place),
    };
    numbered.map(item).collect()
}

fn choices(pre: &str, chosen: bool) -> Vec<Item> {
    let pairs = [("here", "With me"), ("there", "With somebody else"), ("both", "Some days here, some days there")];
    items(pre, &pairs, chosen.then_some(2))
}

fn boxes(pre: &str, ticked: bool) -> Vec<Item> {
    let pairs = [("school", "The child goes to school"), ("ill", "The child is ill a lot"), ("none", "None of these")];
    items(pre, &pairs, ticked.then_some(0))
}

fn date(day: &str, month: &str, year: &str) -> Field {
    Field::Date { day: day.to_owned(), month: month.to_owned(), year: year.to_owned() }
}

/// A day there is not.
pub(super) fn date_wrong() -> Option<Wrong> {
    Some(Wrong { words: say("wrong-real-date"), field: "date-wrong-day" })
}

/// Fields of a letter's form.
pub(super) fn letter_fields() -> Vec<FieldView> {
    let field = |id: &str, label: &str, hint: Option<&str>, value: &str, wrong: Option<&str>| FieldView {
        id: id.to_owned(),
        label: label.to_owned(),
        hint: hint.map(str::to_owned),
        why: "So that the reader knows who is asking.".to_owned(),
        autocomplete: None,
        has_lines: id.starts_with("lines"),
        is_date: false,
        value: value.to_owned(),
        wrong: wrong.map(Into::into),
    };
    let hint = Some("As you sign letters.");
    vec![
        field("line", "Your name", hint, "", None),
        field("line-wrong", "Your name", hint, "Ann Grey", Some("Make it shorter")),
        field("lines", "Your address", None, "1 Long Lane\nLondon", None),
        field("lines-wrong", "Your address", Some("As on an envelope."), "", Some("Make it shorter")),
    ]
}
