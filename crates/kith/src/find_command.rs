//! `kith find`: what one family has a right to, may be given or cannot get.

use crate::files;
use anyhow::{Context, Result, anyhow, bail};
use clap::Args;
use jiff::civil::Date;
use law::case::Case;
use law::find::{Finding, Findings};
use law::value::Answer;
use law::{Day, Outcome};
use offer::place::{CouncilCode, Found, Places};
use serde_json::{Map, Value, json};
use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

/// What one family has a right to, may be given or cannot get.
#[derive(Args)]
pub(crate) struct FindArgs {
    /// The family's facts: a TOML file of `name = value` lines.
    #[arg(long, value_name = "FILE")]
    facts: PathBuf,
    /// The carer's council, by its code.
    #[arg(long, value_name = "CODE", conflicts_with = "postcode")]
    council: Option<String>,
    /// The carer's postcode, instead of the council.
    #[arg(long)]
    postcode: Option<String>,
    /// The day asked about; today where not given.
    #[arg(long, value_name = "DATE")]
    on: Option<Date>,
    /// Read this folder instead of the law built in.
    #[arg(long, value_name = "DIR")]
    law: Option<PathBuf>,
    /// Print one JSON object.
    #[arg(long)]
    json: bool,
}

/// Runs the command.
pub(crate) fn run(args: FindArgs) -> Result<ExitCode> {
    let law = files::law(args.law.as_deref())?;
    let date = args.on.unwrap_or_else(|| jiff::Zoned::now().date());
    let day = Day::new(law, date).map_err(|fault| anyhow!("{fault}"))?;
    let text = std::fs::read_to_string(&args.facts)
        .with_context(|| format!("cannot read the facts from {}", args.facts.display()))?;
    let mut case = read_case(&day, &text).with_context(|| args.facts.display().to_string())?;
    let council = council(&args)?;
    if let Some(code) = &council {
        case.set_text("carer_council", code, &day.law.facts).map_err(|error| anyhow!("{error}"))?;
    }
    let presumed = case.presume(&day.law.facts);
    let findings = day.find(&case);
    if let Some(clash) = day.clashes(&case).first() {
        bail!("{clash}");
    }
    let presumed: Vec<&str> = presumed.iter().map(|fact| day.law.facts[*fact].name.as_str()).collect();
    if args.json {
        let found = to_json(&day, &case, &findings, council.as_deref(), &presumed);
        println!("{}", serde_json::to_string_pretty(&found)?);
    } else {
        print!("{}", to_text(&day, &case, &findings, council.as_deref(), &presumed));
    }
    Ok(ExitCode::SUCCESS)
}

fn council(args: &FindArgs) -> Result<Option<String>> {
    let places = Places::embedded();
    if let Some(postcode) = &args.postcode {
        return match places.find(postcode) {
            Ok(Found::England { council, .. }) => Ok(Some(council.code.to_string())),
            Ok(Found::Unplaced { .. }) => {
                bail!("the directory does not say where {postcode} is\n  Hint: give --council and its code instead")
            }
            Ok(other) => {
                let country = other.country().unwrap_or("outside England");
                bail!("{postcode} is in {country}\n  Hint: the law Kith knows is England's")
            }
            Err(error) => bail!("{error}\n  Hint: {}", error.hint()),
        };
    }
    let Some(text) = &args.council else { return Ok(None) };
    let known = text.parse::<CouncilCode>().ok().and_then(|code| places.council(&code));
    match known {
        Some(council) => Ok(Some(council.code.to_string())),
        None => {
            let near = places.by_name_guess(text);
            let near: Vec<String> = near.iter().take(3).map(|one| format!("{} {}", one.code, one.name)).collect();
            let hint = match near.is_empty() {
                true => "codes look like E09000028; `kith place POSTCODE` tells yours".to_owned(),
                false => format!("did you mean {}?", near.join(", or ")),
            };
            bail!("there is no children's services council with the code {text:?}\n  Hint: {hint}")
        }
    }
}

/// Reads facts from the top level of a TOML text.
pub(crate) fn read_case(day: &Day, text: &str) -> Result<Case> {
    let table: toml::Table = text.parse().context("this is not a TOML file of facts")?;
    let mut case = Case::on(day.date);
    let mut wrong = Vec::new();
    for (name, value) in &table {
        let plain = match value {
            toml::Value::Array(items) if items.is_empty() => "none".to_owned(),
            toml::Value::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join(", "),
            toml::Value::Table(_) => {
                wrong.push(format!("`{name}` is a table; facts stand at the top level of the file"));
                continue;
            }
            other => plain(other),
        };
        if let Err(error) = case.set_text(name, &plain, &day.law.facts) {
            let hint = error.hint.as_ref().map(|hint| format!("\n  Hint: {hint}")).unwrap_or_default();
            wrong.push(format!("{error}{hint}"));
        }
    }
    match wrong.is_empty() {
        true => Ok(case),
        false => bail!("{}", wrong.join("\n")),
    }
}

fn plain(value: &toml::Value) -> String {
    match value {
        toml::Value::String(text) => text.clone(),
        toml::Value::Integer(number) => number.to_string(),
        toml::Value::Float(number) => number.to_string(),
        toml::Value::Boolean(yes) => yes.to_string(),
        toml::Value::Datetime(date) => date.to_string(),
        toml::Value::Array(_) | toml::Value::Table(_) => String::new(),
    }
}

fn to_json(day: &Day, case: &Case, findings: &Findings, council: Option<&str>, presumed: &[&str]) -> Value {
    let names = |facts: &[law::fact::FactId]| -> Vec<&str> {
        facts.iter().map(|fact| day.law.facts[*fact].name.as_str()).collect()
    };
    let list: Vec<Value> = findings
        .iter()
        .map(|finding| {
            let said = day.explain(findings, finding);
            let reasons = said.reasons.iter().map(|reason| match reason.holds {
                true => reason.text.clone(),
                false => format!("it is not so that {}", reason.text),
            });
            let because: Vec<String> = said.because.map(str::to_owned).into_iter().chain(reasons).collect();
            json!({
                "id": said.support.id,
                "title": said.support.title,
                "outcome": said.outcome,
                "force": said.support.force,
                "because": because,
                "cites": said.cites,
                "amount": amount(&said.amounts),
                "missing": names(&said.missing),
                "settled_by": said.settled_by,
                "checked": said.support.checked,
            })
        })
        .collect();
    let next = day.next_question(case, findings).map(|question| {
        let fact = &day.law.facts[question.fact];
        json!({ "fact": fact.name, "ask": fact.ask, "why": fact.why })
    });
    json!({
        "on": day.date.to_string(),
        "council": council,
        "derived": derived(day, case, findings),
        "presumed": presumed,
        "findings": list,
        "next_question": next,
    })
}

/// Facts worked out from other facts, as data.
fn derived(day: &Day, case: &Case, findings: &Findings) -> Map<String, Value> {
    let mut derived = Map::new();
    for (id, fact) in day.law.facts.iter() {
        let worked_out = !matches!(fact.origin, law::fact::Origin::Told);
        if !worked_out || matches!(case.get(id), Some(Answer::Not(_))) {
            continue;
        }
        let value = match day.value(findings, case, id) {
            Some(law::value::Value::YesNo(yes)) => Value::Bool(yes),
            Some(law::value::Value::Amount(amount)) => json!(amount / 1000),
            Some(value) => Value::String(fact.kind.write(&value)),
            None => Value::Null,
        };
        derived.insert(fact.name.clone(), value);
    }
    derived
}

/// The amounts of a finding: one object, a list where there are several, null where none is published.
fn amount(amounts: &[law::Amount]) -> Value {
    match amounts {
        [] => Value::Null,
        [one] => json!(one),
        many => json!(many),
    }
}

fn to_text(day: &Day, case: &Case, findings: &Findings, council: Option<&str>, presumed: &[&str]) -> String {
    let mut text = String::new();
    let place =
        council.and_then(|code| code.parse().ok()).and_then(|code: CouncilCode| Places::embedded().council(&code));
    let place = place.map(|council| format!(", {}", council.full_name)).unwrap_or_default();
    let _ = writeln!(text, "The law on {}{place}.", day.date);
    if !presumed.is_empty() {
        let _ = writeln!(text, "Taken as given, unless you say otherwise: {}.", presumed.join(", "));
    }
    let headings = [
        (Outcome::Right, "A RIGHT TO"),
        (Outcome::May, "MAY BE GIVEN"),
        (Outcome::Depends, "CANNOT TELL YET"),
        (Outcome::UnknownRule, "THE RULE ITSELF IS NOT CLEAR TO US"),
        (Outcome::No, "NOT FOR THIS FAMILY"),
    ];
    for (outcome, heading) in headings {
        let mut group: Vec<&Finding> = findings.iter().filter(|finding| finding.outcome == outcome).collect();
        if group.is_empty() {
            continue;
        }
        group.sort_by_key(|finding| std::cmp::Reverse(day.law.supports[finding.support].weight));
        let _ = writeln!(text, "\n{heading}");
        for finding in group {
            write_finding(&mut text, day, findings, finding);
        }
    }
    if let Some(ask) = day.next_question(case, findings).map(|question| &day.law.facts[question.fact]) {
        let _ = writeln!(text, "\nNext question: {} ({})", ask.ask.as_deref().unwrap_or_default(), ask.name);
    }
    text
}

fn write_finding(text: &mut String, day: &Day, findings: &Findings, finding: &Finding) {
    let said = day.explain(findings, finding);
    let _ = writeln!(text, "  {} ({})", said.support.title, said.support.id);
    if let Some(because) = said.because {
        let _ = writeln!(text, "      {because}");
    }
    for amount in &said.amounts {
        let label = if amount.label.is_empty() { String::new() } else { format!("{}: ", amount.label) };
        let last = if amount.last_known { " (the last figure known; it may have changed)" } else { "" };
        let _ = writeln!(text, "      {label}{}{last}", amount.text);
    }
    if !said.missing.is_empty() {
        let names: Vec<&str> = said.missing.iter().map(|fact| day.law.facts[*fact].name.as_str()).collect();
        let _ = writeln!(text, "      would be settled by: {}", names.join(", "));
    }
    let cites: Vec<String> = said
        .cites
        .iter()
        .map(|cite| if cite.verified { cite.name.clone() } else { format!("{} ({})", cite.name, cite.sureness.word()) })
        .collect();
    let _ = writeln!(text, "      rests on: {}", cites.join("; "));
}
