//! "Prove it": which edition of an offer counted on a day, who approved it, that its text is whole, and what it showed of
//! each duty by the law of that day. One document, shown as a page and sent as a file.

use super::checks::LAYERS;
use super::editions::desk;
use crate::App;
use crate::language::say;
use crate::ui::download::Format;
use crate::ui::shell::Part;
use crate::ui::{Fault, Shell, page, show};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use law::duty::Layer;
use offer::check::{Finding, Report, Verdict};
use offer::publish::{Change, Consultation, Desk, Digest, Edition, InForce};
use paper::{Block, Document, Kind, ListStyle, Size, Span, Text};
use std::sync::Arc;

#[derive(Template)]
#[template(path = "council/proof.html")]
struct ProofPage {
    shell: Shell,
    slug: String,
    day: Date,
    on: String,
    document: Document,
    has_pdf: bool,
    /// What could not be done.
    notice: Option<String>,
}

/// `/council/{slug}/offer/{date}/proof`, as a page, or as a file where its name ends so.
pub(super) async fn show(State(app): State<App>, Path((slug, date, name)): Path<(String, String, String)>) -> Response {
    let (id, ending) = name.split_once('.').map_or((name.as_str(), None), |(id, ending)| (id, Some(ending)));
    let format = ending.map(Format::of);
    // What has not come yet cannot be proved.
    let day = date.parse::<Date>().ok().filter(|day| *day <= app.clock().today());
    let (Some(day), "proof", true) = (day, id, format != Some(None)) else {
        return Fault::not_found().into_response();
    };
    let Some(document) = document(&app, &slug, day).await else { return Fault::not_found().into_response() };
    let (mut status, mut notice) = (StatusCode::OK, None);
    if let Some(format) = format.flatten() {
        match format.write(&app, &document).await {
            Ok(bytes) => return format.send(&format!("{slug}-{day}-proof"), bytes),
            Err(why) => (status, notice) = (StatusCode::SERVICE_UNAVAILABLE, Some(why)),
        }
    }
    let shell = Shell::said(&say("editions-proof-tab"), Part::Councils);
    let (on, has_pdf) = (show::date(day), app.pdf().is_some());
    page::html(status, &ProofPage { shell, slug, day, on, document, has_pdf, notice })
}

/// The proof; `None` where nothing had been published for that day, or the law cannot be read for it.
async fn document(app: &App, slug: &str, day: Date) -> Option<Document> {
    let (keeper, desk) = (app.keeper()?, desk(app, slug)?);
    let (edition, withdrawn) = match desk.in_force(day) {
        InForce::Nothing => return None,
        InForce::Edition(edition) => (edition, None),
        InForce::Withdrawn(edition, why) => (edition, Some(why)),
    };
    let offer = keeper.offer(edition, app.law());
    let mut blocks = vec![
        Block::heading(1, "Proof of a kinship local offer"),
        Block::Lines {
            lines: vec![offer.head.council.clone(), format!("As on {}", show::date(day)), made(app)],
            right: false,
        },
    ];
    match withdrawn {
        Some(why) => blocks.extend([
            Block::note(format!(
                "No edition counted on this day. Edition {} was withdrawn from {}. The reason given: {}",
                edition.number,
                show::date(why.from),
                why.reason
            )),
            Block::heading(2, "The last edition before that"),
        ]),
        None => blocks.extend([
            Block::paragraph(format!("On this day, edition {} counted.", edition.number)),
            Block::heading(2, "The edition"),
        ]),
    }
    blocks.extend(about(app, slug, edition));
    blocks.extend(whole(app, slug, edition));
    blocks.extend(consulted(&desk, edition));
    if withdrawn.is_none() {
        let report = app.past().report(app, edition, Arc::clone(&offer), day).await?;
        blocks.extend(duties(&report));
    }
    blocks.push(Block::paragraph(
        "This is what the council published on this site. It does not prove that the council does what it says. It is \
         information, not legal advice.",
    ));
    Some(Document { title: "Proof of an edition".to_owned(), kind: Kind::Sheet, size: Size::Usual, blocks })
}

fn made(app: &App) -> String {
    format!("Made on {}", show::date(app.clock().today()))
}

fn named(name: &str, words: impl Into<String>) -> Text {
    vec![Span::strong(format!("{name}: ")), Span::plain(words)]
}

/// Which edition, since when, and who approved it. Colleagues' names are not public.
fn about(app: &App, slug: &str, edition: &Edition) -> Vec<Block> {
    let approval = &edition.approval;
    let kind = match &edition.change {
        Change::Update => "an update".to_owned(),
        Change::Correction { reason } => {
            format!("a correction: what the council offers did not change. The officer’s reason: {reason}")
        }
    };
    let approved_by = if approval.body.trim().is_empty() { "not stated" } else { &approval.body };
    let mut items = vec![
        named("Number", edition.number.to_string()),
        named("What it is", kind),
        named("Counts from", show::date(edition.effective)),
        named("Published", format!("{}, by a second person", show::moment(edition.published_at))),
        named("Approved by", approved_by),
        named("Approved on", approval.on.map_or_else(|| "not stated".to_owned(), show::date)),
        named("Minute", approval.minute.as_deref().unwrap_or("not stated")),
    ];
    items.extend(approval.link.as_ref().map(|link| named("Where the minutes stand", link)));
    items.push(named("Where it stands", format!("{}/council/{slug}/editions/{}", app.address(), edition.number)));
    vec![Block::List { style: ListStyle::Dots, items }]
}

/// That the text is the one that was published, and how anybody can see that.
fn whole(app: &App, slug: &str, edition: &Edition) -> Vec<Block> {
    let now = Digest::of(&edition.text);
    let words = match edition.is_whole() {
        true => {
            "We worked the digest out again from the text, just now. It is the same. Not one letter has changed since \
                 it was published."
        }
        false => {
            "We worked the digest out again from the text, just now. It is NOT the same. Do not rely on this edition, \
                  and tell the council."
        }
    };
    let mut blocks = vec![
        Block::heading(2, "Is the text whole?"),
        Block::paragraph(
            "A digest is worked out from every letter of a text (SHA-256). When it was published, it was:",
        ),
        Block::Lines { lines: vec![edition.digest.to_string()], right: false },
        Block::paragraph(words),
    ];
    if now != edition.digest {
        blocks.push(Block::Lines { lines: vec![now.to_string()], right: false });
    }
    blocks.push(Block::paragraph(format!(
        "You can check it yourself. Save the text from {}/council/{slug}/editions/{}.law and run: sha256sum {}.law",
        app.address(),
        edition.number,
        edition.number
    )));
    blocks
}

/// The consultation it rests on (s.22H(8)).
fn consulted(desk: &Desk, edition: &Edition) -> Vec<Block> {
    let mut blocks = vec![Block::heading(2, "The consultation it rests on")];
    let Some(known) = edition.consultation.and_then(|id| desk.consultation(id)) else {
        blocks.push(Block::paragraph(match edition.change {
            Change::Correction { .. } => "None. A correction changes words, not what the council offers.",
            Change::Update => "None is recorded here.",
        }));
        return blocks;
    };
    blocks.push(Block::List { style: ListStyle::Dots, items: consultation(known) });
    blocks
}

fn consultation(known: &Consultation) -> Vec<Text> {
    let asked: Vec<String> = known.asked.iter().map(|one| format!("{} ({})", one.who.word(), one.how)).collect();
    let asked = if asked.is_empty() { "not stated".to_owned() } else { asked.join("; ") };
    let mut items = vec![
        named("About", &known.about),
        named("Open", format!("{} to {}", show::date(known.opens), show::date(known.closes))),
        named("Who was asked", asked),
    ];
    if let Some((_, report)) = &known.report {
        items.push(named("What it said", &report.words));
        items.push(named("What changed because of it", &report.changed));
        items.extend(report.address.as_ref().map(|address| named("The whole report", address)));
    }
    items
}

/// What it showed of each duty: three layers, never added up.
fn duties(report: &Report) -> Vec<Block> {
    let mut blocks = vec![
        Block::heading(2, "What it showed of each duty"),
        Block::paragraph(format!(
            "We held this edition against the law, the government’s guidance and good practice as on {}, as far as we know \
             them now. The three are never added up. “Cannot tell” is not a no.",
            show::date(report.on)
        )),
    ];
    LAYERS.iter().for_each(|(of, heading, means)| {
        blocks.extend(layer(report, *of, say(heading).english(), say(means).english()))
    });
    blocks
}

fn layer(report: &Report, layer: Layer, heading: &str, means: &str) -> [Block; 3] {
    let findings: Vec<&Finding> = report.layer(layer).collect();
    let count = |verdict: &Verdict| findings.iter().filter(|finding| finding.verdict == *verdict).count();
    let counts = Verdict::ALL.iter().filter(|verdict| count(verdict) > 0);
    let counts: Vec<String> = counts.map(|verdict| format!("{}: {}", verdict.plain(), count(verdict))).collect();
    let row = |finding: &&Finding| {
        let cites: Vec<&str> = finding.cites.iter().map(|cite| cite.name.as_str()).collect();
        let cell = |words: &str| vec![Span::plain(words)];
        let found =
            vec![Span::strong(format!("{}.", finding.verdict.plain())), Span::plain(format!(" {}", finding.what))];
        vec![cell(&finding.title), found, cell(&cites.join("; "))]
    };
    let head = ["Duty", "What was found", "Rests on"].map(str::to_owned).to_vec();
    [
        Block::heading(3, heading),
        Block::paragraph(format!("{means} {}.", counts.join(". "))),
        Block::Table { caption: heading.to_owned(), head, rows: findings.iter().map(row).collect() },
    ]
}
