//! `kith check`: what is missing, unfair or out of date in councils' offers on a day.

use crate::files;
use anyhow::{Result, bail};
use clap::Args;
use jiff::civil::Date;
use law::Day;
use law::duty::Layer;
use offer::Offer;
use offer::check::{self, Check, Finding, Report, Verdict, Witness};
use std::fmt::Write;
use std::path::PathBuf;
use std::process::ExitCode;

/// What is missing, unfair or out of date in councils' offers.
#[derive(Args)]
pub(crate) struct CheckArgs {
    /// A folder of offers, or the folder of one; the offers built in where not given.
    dir: Option<PathBuf>,
    /// Only the offer of this council, by its name in addresses.
    #[arg(long)]
    council: Option<String>,
    /// The day asked about; today where not given.
    #[arg(long)]
    on: Option<Date>,
    /// Print one JSON list, with one report for each offer.
    #[arg(long)]
    json: bool,
    /// Also fail where a line of the Act is not met.
    #[arg(long)]
    strict: bool,
    /// The folder with the law; the law built in where not given.
    #[arg(long)]
    law: Option<PathBuf>,
}

/// Runs the command.
pub(crate) fn run(args: CheckArgs) -> Result<ExitCode> {
    let date = args.on.unwrap_or_else(|| jiff::Zoned::now().date());
    let law = files::law(args.law.as_deref())?;
    let offers = files::offers(args.dir.as_deref(), &law)?;
    let wanted = |offer: &&Offer| args.council.as_deref().is_none_or(|slug| offer.slug() == slug);
    let list: Vec<&Offer> = offers.iter().filter(wanted).collect();
    if let (true, Some(slug)) = (list.is_empty(), &args.council) {
        let names: Vec<&str> = offers.iter().map(Offer::slug).collect();
        bail!("there is no offer named {slug:?}\n  Hint: the offers are: {}", names.join(", "));
    }
    let day = Day::new(law, date)?;
    let mut reports = Vec::new();
    check::each(&day, &list, &Check::ALL, &mut |_, report| reports.push(report));
    match args.json {
        true => println!("{}", serde_json::to_string_pretty(&reports)?),
        false => reports.iter().for_each(|report| print!("{}", text(report))),
    }
    let fails = |report: &Report| report.layer(Layer::Statute).any(|line| line.verdict == Verdict::Fail);
    match args.strict && reports.iter().any(fails) {
        true => Ok(ExitCode::FAILURE),
        false => Ok(ExitCode::SUCCESS),
    }
}

const LAYERS: [(Layer, &str); 3] = [
    (Layer::Statute, "Must: the Act"),
    (Layer::Guidance, "Should: guidance"),
    (Layer::GoodPractice, "Could: good practice"),
];
const OTHERS: [(Check, &str); 4] = [
    (Check::Fairness, "Fairness: can the answer change by legal status alone?"),
    (Check::Overlay, "Does a rule say no where national law gives a right?"),
    (Check::Freshness, "Freshness"),
    (Check::Words, "Words and forms"),
];

/// A report as people read it.
fn text(report: &Report) -> String {
    let mut text = String::new();
    let _ = writeln!(text, "{} on {}", report.council, report.on);
    if report.example {
        let _ = writeln!(text, "An example made from public pages; parts of them were not seen.");
    }
    for (layer, heading) in LAYERS {
        let lines: Vec<&Finding> = report.layer(layer).collect();
        section(&mut text, heading, &lines, true);
    }
    for (check, heading) in OTHERS {
        let lines: Vec<&Finding> = report.of(check).collect();
        section(&mut text, heading, &lines, false);
    }
    text.push('\n');
    text
}

fn section(text: &mut String, heading: &str, lines: &[&Finding], all: bool) {
    let count = |verdict: Verdict| lines.iter().filter(|line| line.verdict == verdict).count();
    let counts: Vec<String> = (Verdict::ALL.iter())
        .filter(|verdict| count(**verdict) > 0)
        .map(|verdict| format!("{} {}", count(*verdict), verdict.plain().to_lowercase()))
        .collect();
    let _ =
        writeln!(text, "\n{heading} ({})", if counts.is_empty() { "nothing found".into() } else { counts.join(", ") });
    for line in lines.iter().filter(|line| all || line.verdict != Verdict::Pass) {
        finding(text, line);
    }
}

fn finding(text: &mut String, finding: &Finding) {
    let _ = writeln!(text, "  {:<13} {}", mark(finding), finding.title);
    if finding.verdict == Verdict::Pass {
        return;
    }
    if finding.check != Check::Duty {
        let _ = writeln!(text, "                {}", finding.what);
    }
    for missing in &finding.missing {
        let _ = writeln!(text, "                - {missing}");
    }
    for family in &finding.families {
        let _ = writeln!(text, "                {}", witness(family));
    }
    let records: Vec<String> = finding.records.iter().map(|one| format!("{} {}", one.kind, one.id)).collect();
    if !records.is_empty() {
        let _ = writeln!(text, "                from: {}", records.join(", "));
    }
    let cites: Vec<&str> = finding.cites.iter().map(|cite| cite.name.as_str()).collect();
    if !cites.is_empty() {
        let _ = writeln!(text, "                rests on: {}", cites.join("; "));
    }
    if let Some(to_do) = &finding.to_do {
        let _ = writeln!(text, "                to do: {to_do}");
    }
}

fn mark(finding: &Finding) -> &'static str {
    match finding.verdict {
        Verdict::Pass => "[ok]",
        Verdict::Partly => "[in part]",
        Verdict::Fail => "[no]",
        Verdict::CannotTell => "[cannot tell]",
        Verdict::NotAsked => "[not asked]",
    }
}

fn witness(family: &Witness) -> String {
    let facts = family
        .facts
        .iter()
        .map(|fact| format!("{}{} = {}", if fact.differs { "*" } else { "" }, fact.fact, fact.value));
    let law = family.law.map(|law| format!(", national law {law}")).unwrap_or_default();
    format!("{}{law}: {}", family.council, facts.collect::<Vec<_>>().join("; "))
}
