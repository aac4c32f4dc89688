//! A pack as one document: whom to ask, the kinds of kinship care, each thing with how far it is tied to status, and what
//! is so for every child.

use super::Pack;
use super::answer::{Answer, Known, Tie, answers, known};
use crate::App;
use crate::council::named::Named;
use crate::council::young;
use crate::find::ink::{dots, heading, paragraph, plain, sources, stopped, strong};
use crate::ui::show::{self, CiteView};
use law::Day;
use law::rule::{Force, Support};
use paper::{Block, Document, Kind, Size, Text};

/// The three parts of a pack: how far what stands there is tied to status, the heading, what it means.
const PARTS: [(Tie, &str, &str); 3] = [
    (
        Tie::Tied,
        "Tied to status",
        "The rule itself gives these to some kinds of kinship care and not to others. Everybody may still ask for help that \
         fits the child.",
    ),
    (Tie::Partly, "Tied to status in part", "Every kind can have these, but by other ways or with less certainty."),
    (
        Tie::Not,
        "Not tied to status",
        "These are the same for every child in kinship care. The arrangement changes nothing.",
    ),
];

/// One support with what is answered for every kind.
struct Item<'a> {
    support: &'a Support,
    answers: Vec<Answer>,
}

/// The document.
pub(super) fn write(app: &App, pack: Pack, named: &Named, size: Size) -> Document {
    let day = app.today();
    let council = named.full_name();
    let known = known(&app.packs().kinds, &day, named.council.map(|council| council.code));
    let made = format!("Made on {}", show::date(day.date));
    let mut blocks = vec![
        heading(1, pack.title()),
        Block::Lines { lines: vec![council.clone(), made], right: false },
        paragraph(pack.opening()),
    ];
    blocks.extend(whom_to_ask(pack, named, &council));
    blocks.extend(kinds(&known));
    blocks
        .push(paragraph("What each thing is, is told below in the words that carers read. There “you” is the carer."));
    let items = items(app, pack, &day, &known);
    for (tie, title, means) in PARTS {
        let here: Vec<&Item> = items.iter().filter(|item| Tie::of(&item.answers) == tie).collect();
        if !here.is_empty() {
            blocks.extend([heading(2, title), paragraph(means)]);
            here.into_iter().for_each(|item| blocks.extend(one(item)));
        }
    }
    blocks.extend(for_everyone(app, pack, &day));
    blocks.push(paragraph(
        "This is information, not legal advice. Where a source has nothing beside it, we read its words. “Not checked yet”: \
         we did not read that source. Kinship advice line: 0300 123 7015.",
    ));
    Document { title: "Pack".to_owned(), kind: Kind::Sheet, size, blocks }
}

/// Whom to ask at the council, from its offer.
fn whom_to_ask(pack: Pack, named: &Named, council: &str) -> Vec<Block> {
    let who = named.offer.map(|offer| young::who(pack.asks(), offer)).unwrap_or_default();
    let line = |reach: young::Reach| {
        let mut ways: Vec<String> = reach.phones.into_iter().map(|(phone, _)| phone).collect();
        ways.extend(reach.email.into_iter().chain(reach.web));
        let ways = if ways.is_empty() { "how to reach them was not seen".to_owned() } else { ways.join(", ") };
        vec![strong(&format!("{}: ", reach.name)), plain(&ways)]
    };
    let mut blocks = vec![heading(2, pack.who())];
    match who.is_empty() {
        true => blocks.push(paragraph(&format!("We could not see who this is at {council}. {}", pack.instead()))),
        false => blocks.push(dots(who.into_iter().map(line))),
    }
    if named.offer.is_some_and(|offer| offer.head.notice.is_some()) {
        blocks.push(paragraph("We read this on the council's pages. It may have changed."));
    }
    blocks
}

fn kinds(known: &[Known]) -> [Block; 3] {
    let row = |one: &Known| {
        let kind = one.kind;
        vec![vec![plain(&kind.title)], vec![plain(&kind.means)], vec![plain(&kind.shows)]]
    };
    [
        heading(2, "The kinds of kinship care"),
        paragraph(
            "A family may not know which one it is. Ask what happened, and not only what paper there is. The council can \
             tell if a child is or was in care.",
        ),
        Block::Table {
            caption: "The kinds this pack tells apart".to_owned(),
            head: ["Kind", "What it is", "What a carer can show"].map(str::to_owned).to_vec(),
            rows: known.iter().map(row).collect(),
        },
    ]
}

/// Everything of the subject of which the sheet for this office says something, in the order of the sheet.
fn items<'a>(app: &'a App, pack: Pack, day: &'a Day, known: &[Known]) -> Vec<Item<'a>> {
    let office = pack.office(app);
    let of = |id: &str| {
        let place = day.law.support_place(id)?;
        let answers = answers(known, place, |picture| office.words(id, &picture.family()));
        Some(Item { support: &day.law.supports[place], answers })
    };
    pack.also().iter().copied().chain(office.supports()).filter_map(of).collect()
}

/// One support: what it is, and what is answered for whom.
fn one(item: &Item) -> Vec<Block> {
    let support = item.support;
    let force = if support.force == Force::Duty { String::new() } else { stopped(show::force(support.force)) };
    let mut blocks = vec![heading(3, &support.title)];
    let is_what = |part: &str| part.trim().to_owned();
    let what = support.body.split("## What it is").nth(1).and_then(|rest| rest.split("\n## ").next()).map(is_what);
    if let Some(what) = what {
        blocks.push(paragraph(&stopped(&format!("{} {force}", stopped(&what).trim())).trim().replace('\n', " ")));
    }
    let is_same = item.answers.len() == 1;
    blocks.push(dots(item.answers.iter().map(|answer| line(answer, is_same))));
    blocks
        .extend(support.proof.iter().map(|proof| paragraph(&format!("What to ask to see: {}", stopped(proof).trim()))));
    blocks
}

fn line(answer: &Answer, is_same: bool) -> Text {
    let whom = if is_same { "Every kind".to_owned() } else { answer.kinds.join("; ") };
    let rests = format!(" [Source: {}]", answer.sources.join("; "));
    vec![strong(&format!("{whom}: ")), plain(&answer.words), plain(&rests)]
}

/// What is so for every child.
fn for_everyone(app: &App, pack: Pack, day: &Day) -> [Block; 2] {
    let point = |point: &super::kinds::Point| {
        let cites: Vec<_> = point.cites.iter().map(|cite| day.citation(cite)).collect();
        let rests = match cites.is_empty() {
            true => "[Our advice, not law.]".to_owned(),
            false => format!("[Source: {}]", sources(&CiteView::all(&cites))),
        };
        vec![strong(&format!("{}. ", point.title)), plain(&format!("{} {rests}", point.says))]
    };
    [heading(2, "For every child in kinship care"), dots(pack.points(app).iter().map(point))]
}
