//! What can be done in a case, by whom and in which stage: the table itself, as a page with a picture of each matter.

use crate::App;
use crate::language::{Said, say, say_with};
use crate::ui::shell::Part;
use crate::ui::show::CiteView;
use crate::ui::{Fault, Shell, page};
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use casework::Role;
use casework::practice::{Act, MatterKind, Practice, Rule};

#[derive(Template)]
#[template(path = "cases/table.html")]
struct TablePage {
    shell: Shell,
    roles: Vec<&'static str>,
    matters: Vec<KindView>,
}

/// A kind of matter.
struct KindView {
    name: String,
    title: String,
    what: String,
    stages: Vec<(String, String, bool)>,
    ways: Vec<WayView>,
    height: usize,
    acts: Vec<RowView>,
}

/// A way from stage to stage, as an arc of the picture.
struct WayView {
    from: usize,
    to: usize,
    /// Where it bends to.
    bend: i64,
    act: String,
}

/// An act.
struct RowView {
    title: String,
    what: String,
    from: Said,
    to: String,
    may: Vec<bool>,
    clocks: Vec<(String, String)>,
    refuses: Vec<String>,
    /// The letters it makes, by what they are about.
    letters: Vec<String>,
    /// Why it makes none.
    no_letter: Option<String>,
    cites: Vec<CiteView>,
}

/// `/cases/acts`.
pub(super) async fn show(State(app): State<App>) -> Response {
    let Some(caseload) = app.caseload() else { return Fault::not_found().into_response() };
    let practice = caseload.practice();
    let page = TablePage {
        shell: Shell::dense(say("acts-title").plain(), Part::Law),
        roles: Role::ALL.iter().map(|role| role.word()).collect(),
        matters: practice.matters.iter().map(|kind| kind_view(&app, practice, kind)).collect(),
    };
    page::ok(&page)
}

/// How far apart two stages stand in the picture.
const STEP: usize = 44;

fn kind_view(app: &App, practice: &Practice, kind: &MatterKind) -> KindView {
    let place = |name: &str| kind.stages.iter().position(|stage| stage.name == name).unwrap_or_default() + 1;
    let ways = practice.ways(kind);
    let ways = ways.iter().map(|way| {
        let (from, to) = (way.from.map_or(0, place) * STEP + STEP / 2, place(way.to) * STEP + STEP / 2);
        WayView {
            from,
            to,
            bend: 96 - i64::try_from(from.abs_diff(to) / 5).unwrap_or_default(),
            act: practice.act(way.act).map(|act| act.title.clone()).unwrap_or_default(),
        }
    });
    KindView {
        name: kind.name.clone(),
        title: kind.title.clone(),
        what: kind.what.clone(),
        stages: kind.stages.iter().map(|stage| (stage.name.clone(), stage.words.clone(), stage.is_end)).collect(),
        ways: ways.collect(),
        height: (kind.stages.len() + 1) * STEP,
        acts: practice
            .acts
            .iter()
            .filter(|act| act.matter == kind.name)
            .map(|act| row(app, practice, kind, act))
            .collect(),
    }
}

fn row(app: &App, practice: &Practice, kind: &MatterKind, act: &Act) -> RowView {
    let (law, day) = (app.law(), app.today());
    let words = |name: &String| kind.stage(name).map_or_else(|| name.clone(), |stage| stage.words.clone());
    let from: Vec<String> = act.from.iter().map(words).collect();
    let to: Vec<String> = act.to.iter().map(|to| words(&to.stage)).collect();
    let clocks = act.starts.iter().filter_map(|starts| law.clock(&starts.clock));
    RowView {
        title: act.title.clone(),
        what: act.what.clone(),
        from: match (act.begins, from.is_empty()) {
            (true, _) => say("acts-begins"),
            (false, true) => say("acts-while-open"),
            (false, false) => either(from),
        },
        to: either(to).plain().to_owned(),
        may: Role::ALL.iter().map(|role| act.who.contains(role)).collect(),
        clocks: clocks.map(|clock| (clock.id.clone(), clock.title.clone())).collect(),
        refuses: act.refuse.iter().filter_map(|rule| practice.rules.get(rule)).map(|rule| says(app, rule)).collect(),
        letters: letters(practice, act),
        no_letter: act.no_letter.clone(),
        cites: CiteView::all(&act.cites.iter().map(|cite| day.citation(cite)).collect::<Vec<_>>()),
    }
}

/// Stages of which any will do.
fn either(stages: Vec<String>) -> Said {
    let or = |list: Said, next: Said| say_with("acts-either", [("list", list.into()), ("next", next.into())]);
    stages.into_iter().map(Said::from).reduce(or).unwrap_or_else(|| "".into())
}

/// When an act is refused; with a word where the law that asks it does not count yet.
fn says(app: &App, rule: &Rule) -> String {
    let (law, today) = (app.law(), app.clock().today());
    let provisions: Vec<_> = rule.cites.iter().filter_map(|cite| law.provision(&cite.provision)).collect();
    match !provisions.is_empty() && provisions.iter().all(|provision| !provision.period.holds_on(today)) {
        true => say_with("acts-not-in-force", [("rule", rule.says.as_str().into())]).plain().to_owned(),
        false => rule.says.clone(),
    }
}

/// What the letters of an act are about, each once.
fn letters(practice: &Practice, act: &Act) -> Vec<String> {
    let mut subjects = Vec::new();
    for template in act.tells.iter().filter_map(|tells| practice.templates.get(&tells.letter)) {
        if !subjects.contains(&template.subject) {
            subjects.push(template.subject.clone());
        }
    }
    subjects
}
