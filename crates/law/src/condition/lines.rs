//! Reading the lines of a rule: outcomes, groups by their indentation, reasons and citations.

use super::test::read_test;
use super::{Condition, ConditionKind, Lines, RuleLine};
use crate::cite;
use crate::fact::Facts;
use crate::fault::{Fault, Spot};
use crate::text::{Entry, Line};

/// The most conditional lines a rule may have.
const LINES_MOST: usize = 120;

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
        if lines.lines.len() > LINES_MOST {
            let many = lines.lines.len();
            faults.push(
                Fault::new(
                    &entry.spot,
                    format!("the rule of {} has {many} lines; the most is {LINES_MOST}", entry.name),
                )
                .hint("join lines that share an outcome and a reason"),
            );
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
