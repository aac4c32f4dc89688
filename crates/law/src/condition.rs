//! Conditions: what a line of a rule rests on, as a tree of tests on facts, each with its citations.
//!
//! A condition is written either as the sentence its fact declares or in a short form; both read to the same
//! tree, and [`crate::words`] writes the tree back as sentences.

use crate::cite::{self, Cite};
use crate::fact::{FactId, Facts};
use crate::fault::{Fault, Spot};
use crate::rule::Outcome;
use crate::text::{Entry, Line};
use crate::value::{Kind, Value, is_council_code};
use jiff::civil::Date;

/// A condition with its citations and its place.
#[derive(Clone, Debug)]
pub struct Condition {
    /// What must hold.
    pub kind: ConditionKind,
    /// What it rests on.
    pub cites: Vec<Cite>,
    /// Where it is written.
    pub spot: Spot,
}

/// What must hold.
#[derive(Clone, Debug)]
pub enum ConditionKind {
    /// Every one of these.
    All(Vec<Condition>),
    /// At least one of these.
    Any(Vec<Condition>),
    /// Not one of these.
    None(Vec<Condition>),
    /// A test on one fact.
    Fact(FactId, Test),
    /// The day asked about is on or after a date (or before it).
    Day(Compare, Date),
    /// A provision is in force on the day asked about (or is not).
    InForce(String, bool),
    /// The answer for another support is one of these outcomes.
    Answer(String, Vec<Outcome>),
}

/// A test on one fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Test {
    /// A yes/no fact is so.
    Is(bool),
    /// A choice is among these (or, negated, is not).
    In(Vec<u16>, bool),
    /// A council is among these (or, negated, is not).
    Councils(Vec<String>, bool),
    /// A number, amount or date compares so.
    Compare(Compare, Bound),
    /// A set includes this choice (or, negated, does not).
    Has(u16, bool),
}

/// How two values compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compare {
    /// Less; a date before.
    Under,
    /// Less or the same.
    AtMost,
    /// More.
    Over,
    /// More or the same; a date on or after.
    AtLeast,
    /// The same.
    Equal,
}

/// What a fact is compared with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bound {
    /// A number or amount in thousandths.
    Amount(i64),
    /// A date.
    Date(Date),
    /// The value of a rate on the day asked about.
    Rate(String),
}

/// The ordered lines of a rule: the first that holds decides.
#[derive(Clone, Debug, Default)]
pub struct Lines {
    /// The lines that have a condition.
    pub lines: Vec<RuleLine>,
    /// The last line.
    pub otherwise: RuleLine,
}

/// One line of a rule.
#[derive(Clone, Debug, Default)]
pub struct RuleLine {
    /// The outcome: of a support an [`Outcome`], of a derived fact the place of its value.
    pub outcome: u16,
    /// When it holds; absent on the last line.
    pub when: Option<Condition>,
    /// What the line as a whole rests on.
    pub cites: Vec<Cite>,
    /// The reason a carer reads.
    pub because: Option<String>,
    /// What settles it, for a line that says `depends`.
    pub settled_by: Option<String>,
    /// Where it is written.
    pub spot: Spot,
}

type OutcomeWord<'a> = &'a dyn Fn(&str, &Spot) -> Result<u16, Fault>;

impl Lines {
    /// Every line with the last one at the end.
    pub fn all(&self) -> impl Iterator<Item = &RuleLine> {
        self.lines.iter().chain(std::iter::once(&self.otherwise))
    }

    /// The line at a place; the place after the last conditional line is `otherwise`.
    pub fn line(&self, place: usize) -> &RuleLine {
        self.lines.get(place).unwrap_or(&self.otherwise)
    }

    /// Reads the outcome lines of an entry.
    pub fn read(entry: &Entry, facts: &Facts, outcome: OutcomeWord, faults: &mut Vec<Fault>) -> Lines {
        let mut lines = Lines::default();
        let mut ended = false;
        for field in entry.fields.iter().filter(|field| field.key.is_empty()) {
            match read_line(&field.value, &field.spot, &field.lines, facts, outcome, faults) {
                Ok(line) if ended => {
                    faults.push(Fault::new(&line.spot, "a line after `otherwise` can never decide").hint("move it up"));
                }
                Ok(line) if line.when.is_some() => lines.lines.push(line),
                Ok(line) => {
                    lines.otherwise = line;
                    ended = true;
                }
                Err(fault) => faults.push(fault),
            }
        }
        if !ended {
            faults.push(
                Fault::new(&entry.spot, format!("the rule of {} does not end in `otherwise`", entry.name))
                    .hint("end it with a line such as `otherwise no`"),
            );
        }
        lines
    }
}

fn read_line(
    head: &str,
    spot: &Spot,
    beneath: &[Line],
    facts: &Facts,
    outcome: OutcomeWord,
    faults: &mut Vec<Fault>,
) -> Result<RuleLine, Fault> {
    let (text, cites) = cite::split(head, spot)?;
    let (because, conditions) = take_words(beneath, "because");
    let (settled_by, conditions) = take_words(&conditions, "settled by");
    let mut line = RuleLine { cites, because, settled_by, spot: spot.clone(), ..RuleLine::default() };
    if let Some(word) = text.strip_prefix("otherwise ") {
        line.outcome = outcome(word.trim(), spot)?;
        if let Some(extra) = conditions.first() {
            return Err(Fault::new(&extra.spot, "`otherwise` takes no condition"));
        }
        return Ok(line);
    }
    let mut words = text.split_whitespace();
    let word = words.next().unwrap_or_default();
    line.outcome = outcome(word, spot)?;
    let group = words.skip(1).collect::<Vec<_>>().join(" ");
    let mut parts = Vec::new();
    read_block(&conditions, facts, &mut parts, faults);
    if parts.is_empty() {
        return Err(Fault::new(spot, "this line has no condition").hint("write the conditions beneath it, indented"));
    }
    let kind = match group.as_str() {
        "" | "all of" => ConditionKind::All(parts),
        "any of" => ConditionKind::Any(parts),
        "none of" => ConditionKind::None(parts),
        other => {
            return Err(Fault::new(spot, format!("`{other}` is not a way to join conditions"))
                .hint("write `when`, `when all of`, `when any of` or `when none of`"));
        }
    };
    line.when = Some(Condition { kind, cites: Vec::new(), spot: spot.clone() });
    Ok(line)
}

/// Takes out the lines that begin with a word, and their continuations, as one text.
fn take_words(lines: &[Line], word: &str) -> (Option<String>, Vec<Line>) {
    let mut text: Option<String> = None;
    let mut rest = Vec::new();
    let mut inside = None;
    for line in lines {
        if let Some(said) = line.text.strip_prefix(word).filter(|said| said.is_empty() || said.starts_with("  ")) {
            text.get_or_insert_default().push_str(said.trim());
            inside = Some(line.indent);
        } else if inside.is_some_and(|indent| line.indent > indent) {
            let text = text.get_or_insert_default();
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(line.text.trim());
        } else {
            inside = None;
            rest.push(line.clone());
        }
    }
    (text.filter(|text| !text.is_empty()), rest)
}

/// Reads indented lines into conditions; a group owns the more indented lines beneath it.
fn read_block(lines: &[Line], facts: &Facts, parts: &mut Vec<Condition>, faults: &mut Vec<Fault>) {
    let mut place = 0;
    while let Some(line) = lines.get(place) {
        let deeper = lines[place + 1..].iter().take_while(|next| next.indent > line.indent).count();
        let inner = &lines[place + 1..place + 1 + deeper];
        match read_part(line, inner, facts, faults) {
            Ok(condition) => parts.push(condition),
            Err(fault) => faults.push(fault),
        }
        place += 1 + deeper;
    }
}

fn read_part(line: &Line, inner: &[Line], facts: &Facts, faults: &mut Vec<Fault>) -> Result<Condition, Fault> {
    let (text, cites) = cite::split(&line.text, &line.spot)?;
    let group: Option<fn(Vec<Condition>) -> ConditionKind> = match text.as_str() {
        "all of" => Some(ConditionKind::All),
        "any of" => Some(ConditionKind::Any),
        "none of" | "unless any of" => Some(ConditionKind::None),
        _ => None,
    };
    let kind = match group {
        Some(join) => {
            let mut parts = Vec::new();
            read_block(inner, facts, &mut parts, faults);
            if parts.is_empty() {
                return Err(Fault::new(&line.spot, format!("`{text}` has nothing beneath it"))
                    .hint("indent its conditions by two more spaces"));
            }
            join(parts)
        }
        None => {
            if let Some(stray) = inner.first() {
                return Err(Fault::new(&stray.spot, "this line is indented under a condition that is not a group")
                    .hint("only `all of`, `any of` and `none of` own the lines beneath them"));
            }
            read_test(&text, &line.spot, facts)?
        }
    };
    Ok(Condition { kind, cites, spot: line.spot.clone() })
}

/// Reads conditions joined by commas, as on the `when` of a rate or an amount.
///
/// # Errors
/// The first fault among them.
pub fn read_list(text: &str, spot: &Spot, facts: &Facts) -> Result<Condition, Fault> {
    let mut parts = Vec::new();
    let mut depth = 0usize;
    let mut start = 0;
    let ends = text.char_indices().filter_map(|(at, letter)| {
        match letter {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        (letter == ',' && depth == 0).then_some(at)
    });
    for end in ends.collect::<Vec<_>>().into_iter().chain([text.len()]) {
        let kind = read_test(text[start..end].trim(), spot, facts)?;
        parts.push(Condition { kind, cites: Vec::new(), spot: spot.clone() });
        start = end + 1;
    }
    Ok(Condition { kind: ConditionKind::All(parts), cites: Vec::new(), spot: spot.clone() })
}

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

impl Condition {
    /// Calls `visit` on this condition and every one inside it.
    pub fn walk<'a>(&'a self, visit: &mut dyn FnMut(&'a Condition)) {
        visit(self);
        if let ConditionKind::All(parts) | ConditionKind::Any(parts) | ConditionKind::None(parts) = &self.kind {
            for part in parts {
                part.walk(visit);
            }
        }
    }
}

/// The value a test on a number or date compares with, where it is written in the rule itself.
impl From<&Bound> for Option<Value> {
    fn from(bound: &Bound) -> Self {
        match bound {
            Bound::Amount(amount) => Some(Value::Amount(*amount)),
            Bound::Date(date) => Some(Value::Date(*date)),
            Bound::Rate(_) => None,
        }
    }
}
