//! The words of questions, which are in the law: the keys under which a translation has them.

use law::fact::Fact;
use law::value::Kind;

/// The key of a part of a question: `ask`, `hint` or `why`.
pub fn fact_part(fact: &Fact, part: &str) -> String {
    format!("fact-{}-{part}", fact.name)
}

/// The key of one of its answers.
pub fn fact_answer(fact: &Fact, code: &str) -> String {
    format!("fact-{}-is-{code}", fact.name)
}

/// Every text of a question that the carer reads, with its key; none where nobody is asked.
pub fn fact_texts(fact: &Fact) -> Vec<(String, &str)> {
    if !fact.can_be_asked() {
        return Vec::new();
    }
    let parts = [("ask", &fact.ask), ("hint", &fact.hint), ("why", &fact.why)];
    let parts = parts.into_iter().filter_map(|(part, text)| Some((fact_part(fact, part), text.as_deref()?)));
    let choices = match &fact.kind {
        Kind::OneOf(choices) | Kind::SetOf(choices) => choices.as_slice(),
        _ => &[],
    };
    parts.chain(choices.iter().map(|choice| (fact_answer(fact, &choice.code), choice.answer.as_str()))).collect()
}
