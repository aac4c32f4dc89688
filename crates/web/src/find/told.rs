//! What decided, told to the carer: in their own answers where a list was chosen from, else in the rule's sentence
//! with "you" for "the carer".

use super::field::answer_words;
use super::session::Picture;
use crate::App;
use crate::ui::show;
use law::explain::Reason;
use law::fact::{Fact, FactId};
use law::value::{Answer, Kind};

/// A reason as a sentence for the carer.
pub(crate) fn reason(app: &App, picture: &Picture, reason: &Reason) -> String {
    let law = &picture.day.law;
    let chosen = reason.derived.or_else(|| subject(picture, &reason.text)).filter(|_| reason.holds);
    let answer = chosen.and_then(|fact| {
        let value = picture.day.value(&picture.findings, &picture.case, fact)?;
        let fact = &law.facts[fact];
        let is_list = matches!(fact.kind, Kind::OneOf(_) | Kind::SetOf(_));
        is_list.then(|| format!("{}: {}.", fact.short, answer_words(app, fact, &Answer::Is(value))))
    });
    answer.unwrap_or_else(|| show::sentence(&to_you(&reason.text), law))
}

/// The fact a sentence speaks of, where its answer is chosen from a list.
fn subject(picture: &Picture, text: &str) -> Option<FactId> {
    let lists = picture.day.law.facts.iter().filter(|(_, fact)| matches!(fact.kind, Kind::OneOf(_) | Kind::SetOf(_)));
    let spoken_of = lists.filter(|(_, fact)| {
        let rest = text.strip_prefix(fact.says.as_str());
        rest.is_some_and(|rest| rest.starts_with(" is ") || rest.starts_with(" include"))
    });
    spoken_of.max_by_key(|(_, fact)| fact.says.len()).map(|(id, _)| id)
}

/// What is taken to be so, as a sentence for the carer.
pub(super) fn presumed(app: &App, picture: &Picture, fact: &Fact, answer: &Answer) -> String {
    let law = &picture.day.law;
    match answer {
        Answer::Is(law::value::Value::YesNo(yes)) => {
            show::sentence(&to_you(if *yes { &fact.says } else { &fact.denies }), law)
        }
        other => format!("{}: {}.", fact.short, answer_words(app, fact, other)),
    }
}

/// The sentence with "you" for "the carer", and its verb to match.
fn to_you(text: &str) -> String {
    let text = text.replace("this carer", "you").replace("the carer's", "your").replace("the carer’s", "your");
    let mut parts = text.split("the carer");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let rest = part.strip_prefix(' ').unwrap_or(part);
        let (verb, rest) = rest.split_at(rest.find(' ').unwrap_or(rest.len()));
        let verb = match verb {
            "is" => "are",
            "was" => "were",
            "has" => "have",
            "does" => "do",
            other if other.len() > 3 && other.ends_with('s') && !other.ends_with("ss") => other.trim_end_matches('s'),
            other => other,
        };
        out.push_str(if verb.is_empty() { "you" } else { "you " });
        out.push_str(verb);
        out.push_str(&rest.replace(" that they ", " that you ").replace(" with them ", " with you "));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::to_you;

    #[test]
    fn the_carer_is_spoken_to() {
        for (rule, told) in [
            ("the carer was not told who would pay", "you were not told who would pay"),
            ("the carer's partner works", "your partner works"),
            ("the child lives with the carer", "the child lives with you"),
            ("the carer gets Universal Credit", "you get Universal Credit"),
            (
                "the carer has told the council that they plan to adopt",
                "you have told the council that you plan to adopt",
            ),
            (
                "the family meeting decided that the child should live with this carer",
                "the family meeting decided that the child should live with you",
            ),
            ("the child is under 16", "the child is under 16"),
        ] {
            assert_eq!(to_you(rule), told);
        }
    }
}
