//! A family's facts and findings as plain text, to be put into case notes or back into the form.

use crate::find::{Band, Picture, arrangement};
use crate::ui::show;
use law::Finding;
use law::value::Answer;
use std::fmt::Write as _;

/// The text.
pub(super) fn text(picture: &Picture) -> String {
    let law = &picture.day.law;
    let mut text =
        format!("Kinship support, law as on {}. Information, not legal advice.\n", show::date(picture.day.date));
    text.push_str("\nFACTS TOLD\n");
    text.push_str(&facts(picture));
    if let Some((code, words)) = arrangement(picture) {
        let _ = writeln!(text, "\nARRANGEMENT, AS DERIVED: {code} ({words})");
    }
    for band in Band::ALL {
        let of_band = |finding: &&Finding| Band::of(finding.outcome, law.supports[finding.support].force) == band;
        let mut found: Vec<&Finding> = picture.findings.iter().filter(of_band).collect();
        found.sort_by_key(|finding| std::cmp::Reverse(law.supports[finding.support].weight));
        if found.is_empty() {
            continue;
        }
        let _ = writeln!(text, "\n{} ({})", heading(band), found.len());
        match band {
            Band::Right | Band::May | Band::Unclear => found.iter().for_each(|one| line(&mut text, picture, one)),
            Band::Depends | Band::No => {
                let ids: Vec<&str> = found.iter().map(|one| law.supports[one.support].id.as_str()).collect();
                let _ = writeln!(text, "{}", ids.join(", "));
            }
        }
    }
    if let Some(question) = picture.day.next_question(&picture.case, &picture.findings) {
        let fact = &law.facts[question.fact];
        let _ = writeln!(text, "\nASK NEXT: {} [{}]", fact.ask.as_deref().unwrap_or(&fact.short), fact.name);
    }
    text
}

/// What was told, as lines that the form reads back.
pub(super) fn facts(picture: &Picture) -> String {
    let facts = &picture.day.law.facts;
    let told = picture.case.answers().filter(|(fact, _)| !picture.presumed.contains(fact));
    let lines = told.map(|(fact, answer)| {
        let value = match answer {
            Answer::Is(value) => facts[fact].kind.write(value),
            Answer::Not(unknown) => unknown.word().to_owned(),
        };
        format!("{} = {value}\n", facts[fact].name)
    });
    lines.collect()
}

fn heading(band: Band) -> &'static str {
    match band {
        Band::Right => "A RIGHT TO",
        Band::May => "MAY BE GIVEN",
        Band::Depends => "CANNOT TELL YET",
        Band::Unclear => "THE RULE ITSELF IS NOT CLEAR",
        Band::No => "NOT FOR THIS FAMILY",
    }
}

fn line(text: &mut String, picture: &Picture, finding: &Finding) {
    let said = picture.day.explain(&picture.findings, finding);
    let _ = writeln!(text, "- {} [{}]", said.support.title, said.support.id);
    if let Some(because) = said.because {
        let _ = writeln!(text, "  {because}");
    }
    for amount in said.amounts.iter().filter(|amount| amount.sure) {
        let label = if amount.label.is_empty() { String::new() } else { format!("{}: ", amount.label) };
        let last = if amount.last_known { " (last known figure; it may have changed)" } else { "" };
        let _ = writeln!(text, "  {label}{}{last}", amount.text);
    }
    let cites: Vec<String> = said
        .cites
        .iter()
        .take(super::table::CITED)
        .map(|cite| if cite.verified { cite.name.clone() } else { format!("{} ({})", cite.name, cite.sureness.word()) })
        .collect();
    let _ = writeln!(text, "  Rests on: {}", cites.join("; "));
}
