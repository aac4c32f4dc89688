//! Reading one test on a fact, written as the fact's own sentence or in the short form.

use super::{Bound, Compare, ConditionKind, Test};
use crate::fact::{FactId, Facts};
use crate::fault::{Fault, Spot};
use crate::rule::Outcome;
use crate::value::{Kind, is_council_code};
use jiff::civil::Date;

/// Reads one condition, as a sentence or in the short form.
pub(crate) fn read_test(text: &str, spot: &Spot, facts: &Facts) -> Result<ConditionKind, Fault> {
    let text = text.trim();
    if let Some((fact, yes)) = facts.sentence(text) {
        return Ok(ConditionKind::Fact(fact, Test::Is(yes)));
    }
    let (first, rest) = text.split_once(' ').unwrap_or((text, ""));
    let day = text.strip_prefix("the day asked about is ").or((first == "on").then_some(rest));
    if let Some(day) = day {
        return read_day(day, spot);
    }
    match first {
        "provision" => return read_in_force(rest, spot),
        "support" => return read_answer(rest, spot),
        "not" => {
            let name = rest.trim();
            let fact = fact_named(name, spot, facts)?;
            return yes_no(fact, false, spot, facts);
        }
        _ => {}
    }
    if let Some(answer) = text.strip_prefix("the answer for ") {
        return read_answer(answer, spot);
    }
    if let Some(fact) = facts.find(first) {
        if rest.is_empty() {
            return yes_no(fact, true, spot, facts);
        }
        return Ok(ConditionKind::Fact(fact, read_predicate(fact, rest, spot, facts)?));
    }
    if let Some((fact, rest)) = facts.subject(text) {
        return Ok(ConditionKind::Fact(fact, read_predicate(fact, rest, spot, facts)?));
    }
    Err(Fault::new(spot, format!("no fact is stated by: {text}")).nearest(first, facts.names()).hint(
        "use a fact's own sentence (see law/facts) or its short form, such as `child_disabled` or `child_age < 16`",
    ))
}

fn fact_named(name: &str, spot: &Spot, facts: &Facts) -> Result<FactId, Fault> {
    facts
        .find(name)
        .ok_or_else(|| Fault::new(spot, format!("there is no fact named `{name}`")).nearest(name, facts.names()))
}

fn yes_no(fact: FactId, yes: bool, spot: &Spot, facts: &Facts) -> Result<ConditionKind, Fault> {
    match facts[fact].kind {
        Kind::YesNo => Ok(ConditionKind::Fact(fact, Test::Is(yes))),
        ref kind => {
            Err(Fault::new(spot, format!("{} is {}, so it cannot hold by itself", facts[fact].name, kind.words()))
                .hint("compare it with a value"))
        }
    }
}

fn read_day(text: &str, spot: &Spot) -> Result<ConditionKind, Fault> {
    let (compare, rest) = read_compare(text).ok_or_else(|| {
        Fault::new(spot, "expected `on >= DATE` or `on < DATE`").hint("for example: on >= 2026-04-06")
    })?;
    let date = read_date(rest, spot)?;
    Ok(ConditionKind::Day(compare, date))
}

fn read_date(text: &str, spot: &Spot) -> Result<Date, Fault> {
    text.trim()
        .parse()
        .map_err(|_| Fault::new(spot, format!("{:?} is not a date", text.trim())).hint("write dates as 2026-11-22"))
}

fn read_in_force(text: &str, spot: &Spot) -> Result<ConditionKind, Fault> {
    let fault = || Fault::new(spot, "expected `provision INSTRUMENT/PROVISION is in force` (or `is not in force`)");
    let (provision, state) = text.split_once(" is ").ok_or_else(fault)?;
    match state.trim() {
        "in force" => Ok(ConditionKind::InForce(provision.trim().to_owned(), true)),
        "not in force" => Ok(ConditionKind::InForce(provision.trim().to_owned(), false)),
        _ => Err(fault()),
    }
}

fn read_answer(text: &str, spot: &Spot) -> Result<ConditionKind, Fault> {
    let (support, outcomes) = text.split_once(" is ").ok_or_else(|| {
        Fault::new(spot, "expected `support NAME is OUTCOME`").hint("for example: support child_benefit is right")
    })?;
    let outcomes =
        outcomes.split(" or ").map(|word| Outcome::read(word.trim(), spot)).collect::<Result<Vec<_>, _>>()?;
    Ok(ConditionKind::Answer(support.trim().to_owned(), outcomes))
}

/// Reads a comparison written as a sign or in words, and what follows it.
fn read_compare(text: &str) -> Option<(Compare, &str)> {
    const FORMS: [(&str, Compare); 13] = [
        ("<=", Compare::AtMost),
        (">=", Compare::AtLeast),
        ("==", Compare::Equal),
        ("<", Compare::Under),
        (">", Compare::Over),
        ("=", Compare::Equal),
        ("at most ", Compare::AtMost),
        ("at least ", Compare::AtLeast),
        ("on or after ", Compare::AtLeast),
        ("exactly ", Compare::Equal),
        ("under ", Compare::Under),
        ("before ", Compare::Under),
        ("over ", Compare::Over),
    ];
    FORMS.iter().find_map(|(form, compare)| text.strip_prefix(form).map(|rest| (*compare, rest.trim())))
}

fn read_predicate(fact: FactId, text: &str, spot: &Spot, facts: &Facts) -> Result<Test, Fault> {
    let is = text.strip_prefix("is ").unwrap_or(text);
    let known = &facts[fact];
    let wrong = |message: String| Fault::new(spot, format!("{}: {message}", known.name));
    match &known.kind {
        Kind::YesNo => Err(wrong("is yes or no; write its name alone, or `not` before it".into())),
        Kind::Number(unit) | Kind::Money(unit) => {
            let (compare, rest) =
                read_compare(is).ok_or_else(|| wrong(format!("expected a comparison, found `{text}`")))?;
            let rest = rest.strip_prefix("the ").unwrap_or(rest);
            let bound = match rest.strip_prefix("rate ") {
                Some(rate) => Bound::Rate(rate.trim().to_owned()),
                None => {
                    let plain = rest.strip_suffix(unit.as_str()).unwrap_or(rest);
                    let plain = plain.split_once(" a ").map_or(plain, |(amount, _)| amount);
                    Bound::Amount(crate::value::amount(plain).map_err(wrong)?)
                }
            };
            Ok(Test::Compare(compare, bound))
        }
        Kind::Date => {
            let (compare, rest) =
                read_compare(is).ok_or_else(|| wrong("expected `on or after DATE` or `before DATE`".into()))?;
            Ok(Test::Compare(compare, Bound::Date(read_date(rest, spot)?)))
        }
        Kind::Council => {
            let (codes, negated) = read_members(is);
            match codes.iter().find(|code| !is_council_code(code)) {
                Some(code) => Err(wrong(format!("{code:?} is not a council code such as E09000028"))),
                None => Ok(Test::Councils(codes, negated)),
            }
        }
        Kind::OneOf(choices) => {
            let (members, negated) = read_members(is);
            let places = members
                .iter()
                .map(|member| {
                    member_place(choices, member).ok_or_else(|| {
                        wrong(format!("{member:?} is not one of its values"))
                            .nearest(member, choices.iter().map(|choice| choice.code.as_str()))
                    })
                })
                .collect::<Result<Vec<_>, _>>()?;
            Ok(Test::In(places, negated))
        }
        Kind::SetOf(choices) => {
            let forms = [
                ("has ", false),
                ("has not ", true),
                ("includes ", false),
                ("does not include ", true),
                ("include ", false),
            ];
            let (rest, negated) = forms
                .iter()
                .find_map(|(form, negated)| text.strip_prefix(form).map(|rest| (rest, *negated)))
                .ok_or_else(|| wrong("is a set; write `has` and one of its values".into()))?;
            let place = member_place(choices, rest.trim())
                .ok_or_else(|| wrong(format!("{rest:?} is not one of its values")))?;
            Ok(Test::Has(place, negated))
        }
    }
}

/// Reads `X`, `not X`, `in {X, Y}`, `not in {X, Y}`, `one of: X; Y`, `none of: X; Y`.
fn read_members(text: &str) -> (Vec<String>, bool) {
    let text = text.trim();
    let braces = |rest: &str| {
        rest.trim()
            .trim_start_matches('{')
            .trim_end_matches('}')
            .split(',')
            .map(|part| part.trim().to_owned())
            .collect()
    };
    let semicolons = |rest: &str| rest.split(';').map(|part| part.trim().to_owned()).collect();
    let forms: [(&str, bool, bool); 5] = [
        ("not in ", true, true),
        ("in ", true, false),
        ("one of: ", false, false),
        ("none of: ", false, true),
        ("not ", false, true),
    ];
    for (form, in_braces, negated) in forms {
        if let Some(rest) = text.strip_prefix(form) {
            return (if in_braces { braces(rest) } else { semicolons(rest) }, negated);
        }
    }
    (vec![text.to_owned()], false)
}

fn member_place(choices: &[crate::value::Choice], member: &str) -> Option<u16> {
    let place = choices.iter().position(|choice| choice.code == member || choice.words == member)?;
    Some(place as u16)
}
