//! Formatting: every file of the law in its one form.
//!
//! Short forms become sentences, keys and citations stand in columns, and everything a person wrote in words,
//! notes and pages stays as it is.

use crate::condition::read_test;
use crate::fact::Facts;
use crate::fault::Spot;
use crate::text::SourceFile;
use crate::{cite, condition};

/// The text of a file in its form.
pub fn file(file: &SourceFile, facts: &Facts) -> String {
    let mut out = String::new();
    let markdown = file.path.ends_with(".md");
    if !file.path.ends_with(".law") && !file.text.starts_with("---") {
        return file.text.clone();
    }
    let mut in_head = !markdown;
    let mut rule = false;
    let mut lines = file.text.lines();
    while let Some(line) = lines.next() {
        let line = line.trim_end();
        if markdown && line == "---" {
            out.push_str("---\n");
            if in_head {
                lines.by_ref().for_each(|rest| {
                    out.push_str(rest.trim_end());
                    out.push('\n');
                });
                break;
            }
            in_head = true;
            continue;
        }
        if !line.starts_with(' ') {
            rule = is_outcome_line(line);
        }
        out.push_str(&if rule { rule_line(line, facts) } else { line.to_owned() });
        out.push('\n');
    }
    while out.ends_with("\n\n") {
        out.pop();
    }
    out
}

fn is_outcome_line(line: &str) -> bool {
    let head = line.split('[').next().unwrap_or(line);
    let mut words = head.split_whitespace();
    words.next().is_some_and(|word| word == "otherwise") || words.next() == Some("when")
}

/// One line of a rule: a condition as its sentence, its citations after three spaces.
fn rule_line(line: &str, facts: &Facts) -> String {
    let trimmed = line.trim_start();
    let indent = &line[..line.len() - trimmed.len()];
    let is_words = ["because", "settled by", "#"].iter().any(|word| trimmed.starts_with(word));
    if indent.is_empty() || is_words {
        return line.to_owned();
    }
    let Ok((text, cites)) = cite::split(trimmed, &Spot::default()) else { return line.to_owned() };
    let Ok(kind) = read_test(&text, &Spot::default(), facts) else { return line.to_owned() };
    let sentence = condition::Condition { kind, cites: Vec::new(), spot: Spot::default() }.words(facts);
    let cites: Vec<String> = cites.iter().map(ToString::to_string).collect();
    match cites.is_empty() {
        true => format!("{indent}{sentence}"),
        false => format!("{indent}{sentence}   [{}]", cites.join(", ")),
    }
}
