//! Same child, other order: what help would be other if the child lived with the carer in another way, side by side.

mod way;

use super::field::answer_said;
use super::lines::{Band, SUMS_SHOWN, Worth, because};
use super::result::arrangement;
use super::session::{Change, Picture, Session};
use crate::App;
use crate::language::{Said, say};
use crate::ui::shell::Part;
use crate::ui::show::CiteView;
use crate::ui::{Shell, page, show};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use law::Explanation;
use way::Way;

#[derive(Template)]
#[template(path = "find/orders.html")]
struct OrdersPage {
    shell: Shell,
    is_empty: bool,
    expired: bool,
    columns: Vec<Column>,
    choices: Vec<Choice>,
    topics: Vec<Topic>,
    /// How many kinds of help would be other.
    count: usize,
}

/// A way to compare with: a box to tick.
struct Choice {
    way: Way,
    on: bool,
}

/// One way in which the child may live with the carer, and what was taken as so to see it.
struct Column {
    title: Said,
    short: Said,
    means: Said,
    /// What the law makes of it, where its title does not say so.
    looks: Option<String>,
    /// Answers taken as other: what about, as it is, and as it is taken.
    changed: Vec<(String, Said, Said)>,
}

/// The rows of one subject.
struct Topic {
    title: &'static str,
    rows: Vec<Row>,
}

/// A support whose outcome or sum is not the same in every column.
struct Row {
    id: String,
    title: String,
    /// What it is worth, where that is the same for all who may get it.
    worth: Vec<Worth>,
    cells: Vec<Cell>,
    why: Vec<Why>,
    weight: u8,
}

struct Cell {
    column: Said,
    band: Band,
    worth: Vec<Worth>,
}

/// A reason, and the columns it holds for.
struct Why {
    columns: Vec<Said>,
    because: String,
    cites: Vec<CiteView>,
}

/// How many sources stand beside a reason; the page of the support has all.
const CITED: usize = 2;

/// `/find/orders`: a way in the address is not an answer of the family, only what it wants to look at.
pub(super) async fn show(
    State(app): State<App>,
    session: Session,
    Query(asked): Query<Vec<(String, String)>>,
) -> Response {
    let picture = session.picture(&app);
    let possible = possible(&picture);
    let is_asked = |way: &Way| asked.iter().any(|(name, code)| name == "with" && code == way.code());
    let all = !possible.iter().any(|(way, ..)| is_asked(way));
    let choices = possible.iter().map(|(way, ..)| Choice { way: *way, on: all || is_asked(way) }).collect();
    let mut columns = vec![now(&picture)];
    let mut pictures = vec![&picture];
    for (way, changes, then) in possible.iter().filter(|(way, ..)| all || is_asked(way)) {
        columns.push(column(&app, *way, changes, &picture, then));
        pictures.push(then);
    }
    let topics = topics(&columns, &pictures);
    let page = OrdersPage {
        shell: Shell::said(&say("orders-tab"), Part::Find),
        is_empty: session.is_empty(),
        expired: session.expired,
        count: topics.iter().map(|topic| topic.rows.len()).sum(),
        columns,
        choices,
        topics,
    };
    session.keep(&app, page::ok(&page))
}

/// Every way that is not how things are now, nor the same in law as a way before it.
fn possible(now: &Picture) -> Vec<(Way, Vec<Change>, Picture)> {
    let code = |picture: &Picture| arrangement(picture).map(|found| found.0);
    let mut seen = vec![code(now)];
    let mut possible = Vec::new();
    for way in Way::ALL.into_iter().filter(|way| way.is_possible(now)) {
        let changes = way.changes(now);
        let then = now.with(&changes);
        let found = code(&then);
        if !changes.is_empty() && (found.is_none() || !seen.contains(&found)) {
            seen.push(found);
            possible.push((way, changes, then));
        }
    }
    possible
}

fn now(picture: &Picture) -> Column {
    Column {
        title: say("way-now"),
        short: say("way-now"),
        means: say("way-now-means"),
        looks: arrangement(picture).map(|found| found.1),
        changed: Vec::new(),
    }
}

fn column(app: &App, way: Way, changes: &[Change], now: &Picture, then: &Picture) -> Column {
    let changed = changes.iter().map(|(id, answer)| {
        let fact = &app.law().facts[*id];
        let words = |answer| answer_said(app, fact, answer);
        let from = now.case.get(*id).map_or_else(|| say("orders-not-answered"), words);
        (fact.short.clone(), from, answer.as_ref().map_or_else(|| say("orders-left-open"), words))
    });
    Column {
        title: way.title(),
        short: way.short(),
        means: way.means(),
        looks: arrangement(then).map(|found| found.1).filter(|looks| looks != way.title().english()),
        changed: changed.collect(),
    }
}

fn topics(columns: &[Column], pictures: &[&Picture]) -> Vec<Topic> {
    let Some(law) = pictures.first().map(|picture| picture.day.law.clone()) else { return Vec::new() };
    let of_topic = |group: &str| {
        let places = law.supports.iter().enumerate().filter(|(_, support)| support.group == group);
        let mut rows: Vec<Row> = places.filter_map(|(place, _)| row(place, columns, pictures)).collect();
        rows.sort_by_key(|row| std::cmp::Reverse(row.weight));
        rows
    };
    let topics = show::TOPICS.iter().map(|(group, title)| Topic { title, rows: of_topic(group) });
    topics.filter(|topic| !topic.rows.is_empty()).collect()
}

/// The row of a support, where it is not the same for all.
fn row(place: usize, columns: &[Column], pictures: &[&Picture]) -> Option<Row> {
    let said: Vec<Explanation<'_>> =
        pictures.iter().map(|picture| picture.day.explain(&picture.findings, picture.findings.of(place))).collect();
    let support = said.first()?.support;
    let band = |said: &Explanation<'_>| Band::of(said.outcome, support.force);
    let sums: Vec<Vec<Worth>> = said.iter().map(|said| worth(band(said), said)).collect();
    let texts = |sums: &Vec<Worth>| sums.iter().map(|sum| format!("{}{}", sum.label, sum.text)).collect::<Vec<_>>();
    let filled: Vec<Vec<String>> = sums.iter().filter(|sums| !sums.is_empty()).map(texts).collect();
    let same_sums = filled.windows(2).all(|pair| pair[0] == pair[1]);
    if same_sums && said.windows(2).all(|pair| band(&pair[0]) == band(&pair[1])) {
        return None;
    }
    let common = if same_sums { sums.iter().find(|sums| !sums.is_empty()).cloned() } else { None };
    let cells = columns.iter().zip(said.iter().zip(sums)).map(|(column, (said, worth))| Cell {
        column: column.short.clone(),
        band: band(said),
        worth: if same_sums { Vec::new() } else { worth },
    });
    Some(Row {
        id: support.id.clone(),
        title: support.title.clone(),
        worth: common.unwrap_or_default(),
        cells: cells.collect(),
        why: why(columns, &said),
        weight: support.weight,
    })
}

/// Figures, where something is or may be given; plain words of worth are on the page of the support.
fn worth(band: Band, said: &Explanation<'_>) -> Vec<Worth> {
    match band {
        Band::Right | Band::May => {
            let sums = Worth::shown(&said.amounts).take(SUMS_SHOWN).filter(|sum| sum.href.is_some());
            sums.map(|sum| Worth { dates: None, ..sum }).collect()
        }
        Band::Depends | Band::Unclear | Band::No => Vec::new(),
    }
}

/// Each reason once, with the columns it holds for.
fn why(columns: &[Column], said: &[Explanation<'_>]) -> Vec<Why> {
    let mut why: Vec<Why> = Vec::new();
    for (column, said) in columns.iter().zip(said) {
        let because = because(said.because, |outcome| said.can_be(outcome));
        match why.iter_mut().find(|known| known.because == because) {
            Some(known) => known.columns.push(column.title.clone()),
            None => {
                // What is still open rests on every line that may yet decide: too many to name here.
                let cited = if said.because.is_some() { CITED } else { 0 };
                let cites = CiteView::all(&said.cites).into_iter().take(cited).collect();
                why.push(Why { columns: vec![column.title.clone()], because: because.to_owned(), cites });
            }
        }
    }
    why
}
