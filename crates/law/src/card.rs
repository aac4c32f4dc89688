//! A rule card: one support's rule on one day, in plain text, that a lawyer can read and sign.

use crate::condition::{Condition, ConditionKind, RuleLine};
use crate::day::Day;
use crate::find::Findings;
use crate::rule::{Outcome, Support};
use std::fmt::Write as _;

/// The card of a support.
pub fn text(day: &Day, support: &Support) -> String {
    let mut card = String::new();
    let _ = writeln!(card, "{}\n{}\n", support.title, "=".repeat(support.title.chars().count()));
    let _ = writeln!(card, "{} ({}), read for {}", support.id, support.code, day.date);
    let _ = writeln!(card, "Nature: {}. Provided by: {}.", support.force.word(), support.provider);
    let _ = writeln!(card, "Checked: {}.", support.checked);
    for note in &support.notes {
        let _ = writeln!(card, "Note: {note}");
    }
    let _ = writeln!(card, "\nThe first of these lines that holds decides.\n");
    for (place, line) in support.rule.all().enumerate() {
        write_line(&mut card, day, place + 1, line);
    }
    let amounts = day.amounts(&unknown_family(day), day.law.support_place(&support.id).unwrap_or_default());
    for amount in amounts {
        let last = if amount.last_known { " (the last figure known)" } else { "" };
        let _ = writeln!(card, "Worth: {} {}{last}", amount.label, amount.text);
    }
    write_sources(&mut card, day, support);
    let _ = writeln!(card, "\nRead and found right by: ______________________   Date: ______________");
    card
}

fn unknown_family(day: &Day) -> Findings {
    day.find(&crate::Case::on(day.date))
}

fn write_line(card: &mut String, day: &Day, number: usize, line: &RuleLine) {
    let outcome = Outcome::from_place(line.outcome);
    match &line.when {
        Some(when) => {
            let _ = writeln!(card, "{number}. {} when{}", outcome.word(), cites(day, &line.cites));
            match &when.kind {
                ConditionKind::All(parts) => parts.iter().for_each(|part| write_condition(card, day, part, 1)),
                _ => write_condition(card, day, when, 1),
            }
        }
        None => {
            let _ = writeln!(card, "{number}. otherwise {}{}", outcome.word(), cites(day, &line.cites));
        }
    }
    if let Some(because) = &line.because {
        let _ = writeln!(card, "   The family reads: {because}");
    }
    let _ = writeln!(card);
}

fn write_condition(card: &mut String, day: &Day, condition: &Condition, depth: usize) {
    let indent = "   ".repeat(depth);
    let (head, parts) = match &condition.kind {
        ConditionKind::All(parts) => ("all of", parts),
        ConditionKind::Any(parts) => ("any of", parts),
        ConditionKind::None(parts) => ("none of", parts),
        _ => {
            let _ = writeln!(card, "{indent}{}{}", condition.words(&day.law.facts), cites(day, &condition.cites));
            return;
        }
    };
    let _ = writeln!(card, "{indent}{head}{}", cites(day, &condition.cites));
    parts.iter().for_each(|part| write_condition(card, day, part, depth + 1));
}

fn cites(day: &Day, cites: &[crate::cite::Cite]) -> String {
    if cites.is_empty() {
        return String::new();
    }
    let names: Vec<String> = cites
        .iter()
        .map(|cite| {
            let shown = day.citation(cite);
            format!("{} ({})", shown.name, shown.sureness.word())
        })
        .collect();
    format!("   [{}]", names.join("; "))
}

fn write_sources(card: &mut String, day: &Day, support: &Support) {
    let mut ids: Vec<&str> = Vec::new();
    for line in support.rule.all() {
        ids.extend(line.cites.iter().map(|cite| cite.provision.as_str()));
        line.when.iter().for_each(|when| {
            when.walk(&mut |part| ids.extend(part.cites.iter().map(|cite| cite.provision.as_str())));
        });
    }
    ids.sort_unstable();
    ids.dedup();
    let _ = writeln!(card, "\nRests on");
    for provision in ids.into_iter().filter_map(|id| day.law.provision(id)) {
        let force = match (provision.period.not_commenced, provision.period.from) {
            (true, _) => ", not commenced as far as we know".to_owned(),
            (false, Some(from)) => format!(", in force from {from}"),
            (false, None) => String::new(),
        };
        let _ = writeln!(card, "- {} [{}{force}]: {}", provision.id, provision.verified.word(), provision.title);
        if !provision.says.is_empty() {
            let _ = writeln!(card, "  {}", provision.says);
        }
    }
}
