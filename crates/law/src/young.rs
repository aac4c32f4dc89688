//! How a question is put to the young person themself: its own words, and its own words for the choices.

use crate::fault::Fault;
use crate::text::Entry;
use crate::value::{Choice, Kind};

/// The words of a question for the young person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Young {
    /// The question.
    pub ask: String,
    /// More words under it.
    pub hint: Option<String>,
    /// The words of the choices that are put differently, by their codes.
    answers: Vec<(String, String)>,
}

impl Young {
    /// The words of an entry, where it has any.
    pub(crate) fn read(entry: &Entry, kind: &Kind) -> Result<Option<Young>, Fault> {
        let Some(ask) = entry.text("ask young") else {
            let stray = ["hint young", "values young"].into_iter().find_map(|key| entry.field(key));
            return match stray {
                Some(field) => Err(Fault::new(&field.spot, format!("`{}` needs `ask young` beside it", field.key))),
                None => Ok(None),
            };
        };
        let choices: &[Choice] = match kind {
            Kind::OneOf(choices) | Kind::SetOf(choices) => choices,
            _ => &[],
        };
        let mut answers = Vec::new();
        for line in entry.field("values young").map(|field| field.lines.as_slice()).unwrap_or_default() {
            let (code, words) = line.text.split_once('|').unwrap_or((&line.text, ""));
            let (code, words) = (code.trim(), words.trim());
            if words.is_empty() || !choices.iter().any(|choice| choice.code == code) {
                return Err(Fault::new(&line.spot, format!("{code:?} is not a value of {} with words", entry.name))
                    .hint("write: code | words for the young person")
                    .nearest(code, choices.iter().map(|choice| choice.code.as_str())));
            }
            answers.push((code.to_owned(), words.to_owned()));
        }
        Ok(Some(Young { ask, hint: entry.text("hint young"), answers }))
    }

    /// The words of a choice, where the young person reads others than the carer does.
    pub fn answer(&self, code: &str) -> Option<&str> {
        self.answers.iter().find(|(known, _)| known == code).map(|(_, words)| words.as_str())
    }
}

#[cfg(test)]
mod tests {
    use crate::Law;
    use crate::text::SourceFile;

    fn faults(lines: &str) -> Vec<String> {
        let text = format!(
            "fact  order\ntype  one of\ngroup  child\nsays  the order\nask  Which order?\nvalues\n  SGO | an SGO | An SGO\n{lines}"
        );
        let (law, faults) = Law::load(&[SourceFile { path: "facts/a.law".into(), text }]);
        if faults.is_empty() {
            let fact = &law.facts[law.facts.find("order").unwrap()];
            assert_eq!(fact.young.as_ref().and_then(|young| young.answer("SGO")), Some("An SGO for me"));
        }
        faults.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn words_for_the_young_person_are_read_and_checked() {
        assert_eq!(faults("ask young  Which is yours?\nvalues young\n  SGO | An SGO for me\n"), [""; 0]);
        assert!(faults("ask young  Which?\nvalues young\n  CAO | Mine\n")[0].contains("CAO"));
        assert!(faults("hint young  It is on the paper.\n")[0].contains("ask young"));
    }
}
