//! The whole answer on paper: what to do first, who to call, dates, every line with its reason, and what was said.

use super::ink::{dots, heading, listed, numbers, paragraph, plain, sources, stopped, strong, who_to_call};
use super::view::{Entry, View};
use crate::find::ClockView;
use crate::find::lines::Band;
use crate::find::local::{Local, LocalService};
use paper::{Block, Text};

/// How many things to do first are named, as on the result page.
const FIRST: usize = 3;

/// The blocks of the sheet.
pub(super) fn write(view: &View) -> Vec<Block> {
    let mut blocks = vec![heading(1, "What we found"), paragraph(&view.made())];
    if !view.questions.is_empty() {
        blocks
            .push(paragraph("More answers can still change this. Whatever is open stands under “We cannot tell yet”."));
    }
    blocks.extend(disputed(view));
    let first = view.first(FIRST);
    if !first.is_empty() {
        blocks.push(heading(2, "What to do first"));
        blocks.push(numbers(first.into_iter().map(to_do)));
    }
    blocks.extend(who_to_call());
    let (past, coming): (Vec<_>, Vec<_>) = view.dates.iter().partition(|date| date.has_passed());
    blocks.extend(listed("Dates coming up", coming.into_iter().map(date).collect()));
    blocks.extend(listed("Dates already past", past.into_iter().map(date).collect()));
    for band in Band::ALL {
        blocks.extend(group(view, band));
    }
    blocks.extend(view.local.iter().flat_map(local));
    blocks.extend(what_was_said(view));
    blocks.push(paragraph(
        "Where a source has nothing beside it, we read its words. This is information, not legal advice.",
    ));
    blocks
}

/// Why the council may have placed the child, as the result page says it.
pub(super) fn disputed(view: &View) -> Vec<Block> {
    let Some(disputed) = &view.disputed else { return Vec::new() };
    let mut blocks = vec![heading(2, "The council may have placed the child")];
    blocks.extend(disputed.because.iter().map(|because| paragraph(because)));
    if !disputed.reasons.is_empty() {
        blocks.push(paragraph("We say this because:"));
        blocks.push(dots(disputed.reasons.iter().map(|reason| vec![plain(reason)])));
    }
    blocks.push(paragraph(
        "You have done nothing wrong. Only the council, the Ombudsman or a court can settle it. Talk to an independent \
         adviser first.",
    ));
    blocks
}

fn to_do(entry: &Entry) -> Text {
    let ask = entry.line.ask.unwrap_or_default();
    let whose = if entry.line.band == Band::Right { "Your right." } else { "They may give this." };
    vec![strong(&stopped(entry.line.title)), plain(&stopped(ask)), plain(whose)]
}

/// A time limit.
pub(super) fn date(date: &ClockView) -> Text {
    let mut words = date.means.as_deref().map(stopped).unwrap_or_default();
    if date.may_not_run {
        words.push_str("It may not be for you. ");
    }
    words.push_str(&format!("{} Who must act: {}. ", date.counted().english(), date.owed_by));
    words.push_str(&stopped(&format!("Source: {}", sources(&date.cites))));
    vec![strong(&format!("{}: {} ", date.when().english(), stopped(&date.title).trim())), plain(words.trim())]
}

/// A group of lines. What the family can ask for has room; the rest is a list.
fn group(view: &View, band: Band) -> Vec<Block> {
    let entries: Vec<&Entry> = view.entries.iter().filter(|entry| entry.line.band == band).collect();
    if entries.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![heading(2, band.heading().english()), paragraph(band.means().english())];
    match band {
        Band::Right | Band::May => entries.into_iter().for_each(|entry| blocks.extend(whole(entry))),
        Band::Depends | Band::Unclear | Band::No => blocks.push(dots(entries.into_iter().map(short))),
    }
    blocks
}

/// A line with everything said of it.
fn whole(entry: &Entry) -> Vec<Block> {
    let mut points: Vec<Text> = Vec::new();
    let mut point = |label: &str, words: &str| {
        if !words.is_empty() {
            points.push(vec![strong(&format!("{label}: ")), plain(stopped(words).trim())]);
        }
    };
    point("What it is worth", &entry.sums());
    point("How to ask", entry.line.ask.unwrap_or_default());
    point("Where this comes from", &format!("{} {}", stopped(&sources(&entry.cites)), entry.line.force));
    let settle = entry.to_settle();
    let mut reason = stopped(entry.line.because);
    reason.push_str(&settle);
    vec![heading(3, entry.line.title), paragraph(reason.trim()), dots(points)]
}

/// A line in short: what it is, why, and what would settle it.
fn short(entry: &Entry) -> Text {
    let words = format!("{}{}", stopped(entry.line.because), entry.to_settle());
    vec![strong(&stopped(entry.line.title)), plain(words.trim())]
}

fn local(local: &Local) -> Vec<Block> {
    let mut blocks = vec![heading(2, &format!("What {} says it offers", local.council))];
    blocks.extend(local.notice.iter().map(|notice| Block::Note { text: vec![plain(notice)] }));
    blocks.extend(local.left.iter().map(|left| Block::Note { text: vec![plain(left.english())] }));
    let all = local.services.iter().chain(&local.others);
    blocks.push(dots(all.map(service)));
    blocks
}

fn service(one: &LocalService) -> Text {
    let mut words = stopped(one.band.local().english());
    words.push_str(&stopped(&one.summary));
    one.because.iter().for_each(|because| words.push_str(&stopped(because)));
    if !one.published.is_empty() {
        words.push_str(&stopped(&format!("Who the council says it is for: {}", one.published.join(" "))));
    }
    if one.earlier {
        words.push_str("This line stood on an earlier version of the council's page. Ask if it still holds. ");
    }
    if let Some(law) = &one.taken_away {
        words.push_str(&format!(
            "The council's line and the law differ. National law gives you this: {law}. Ask the council to look again. "
        ));
    }
    let open: Vec<&str> = one.missing.iter().map(|missing| missing.short).collect();
    if !open.is_empty() {
        words.push_str(&format!("To settle it: {}.", open.join("; ")));
    }
    vec![strong(&stopped(&one.name)), plain(words.trim())]
}

fn what_was_said(view: &View) -> Vec<Block> {
    let mut blocks = vec![heading(2, "What you told us")];
    match view.said.is_empty() {
        true => blocks.push(paragraph("You have not told us anything yet, so much is still open.")),
        false => blocks.push(Block::Table {
            caption: "Your answers".to_owned(),
            head: vec!["About".to_owned(), "Your answer".to_owned()],
            rows: view.said.iter().map(|(short, answer)| vec![vec![plain(short)], vec![plain(answer)]]).collect(),
        }),
    }
    if !view.presumed.is_empty() {
        blocks.push(heading(2, "We have taken it that…"));
        blocks.push(paragraph("These are so for nearly every family, so we do not ask."));
        blocks.push(dots(view.presumed.iter().map(|words| vec![plain(words)])));
    }
    blocks
}
