//! Stories: made-up families, what is so for them, and what must follow. Tests and public examples at once.

use crate::App;
use crate::find::Band;
use crate::language::say;
use crate::ui::shell::Part;
use crate::ui::{Fault, Shell, page, show};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use law::story::{Expectation, Scene, Story};
use law::value::Answer;
use law::{Day, Law};
use serde_json::{Value, json};

#[derive(Template)]
#[template(path = "law/stories.html")]
struct ListPage {
    shell: Shell,
    stories: Vec<(String, String, usize)>,
}

/// `/law/stories`
pub(super) async fn list(State(app): State<App>) -> Response {
    let row = |story: &Story| (show::part(&story.id).into_owned(), story.title.clone(), story.scenes.len() - 1);
    let stories = app.law().stories.iter().map(row).collect();
    page::ok(&ListPage { shell: Shell::said(&say("law-stories"), Part::Law), stories })
}

#[derive(Template)]
#[template(path = "law/story.html")]
struct StoryPage {
    shell: Shell,
    id: String,
    title: String,
    notes: Vec<String>,
    scenes: Vec<SceneView>,
}

struct SceneView {
    twin: String,
    day: String,
    facts: Vec<(String, String)>,
    findings: Vec<FindingView>,
    others: Vec<(String, String)>,
}

struct FindingView {
    id: String,
    title: String,
    band: Band,
    because: Option<String>,
    missing: Vec<String>,
}

/// `/law/story/{id}`
pub(super) async fn show(State(app): State<App>, Path(name): Path<String>) -> Response {
    let (id, as_data) = page::split_json(&name);
    let law = app.law();
    let Some(story) = law.stories.iter().find(|story| story.id == id) else {
        return Fault::not_found().into_response();
    };
    if as_data {
        return page::json(&story_json(law, story));
    }
    let mut scenes = Vec::new();
    for (place, scene) in story.scenes.iter().enumerate() {
        let Some(day) = app.day_on(scene.case.day) else { return Fault::not_found().into_response() };
        scenes.push(scene_view(&app, &day, scene, story.scenes.first().filter(|_| place > 0)));
    }
    page::ok(&StoryPage {
        shell: Shell::new(&story.title, Part::Law),
        id: story.id.clone(),
        title: story.title.clone(),
        notes: story.notes.clone(),
        scenes,
    })
}

/// The scene as a page shows it; of a twin, only what differs from the first scene.
fn scene_view(app: &App, day: &Day, scene: &Scene, first: Option<&Scene>) -> SceneView {
    let law = &day.law;
    let is_new = |fact, answer: &Answer| first.is_none_or(|first| first.case.get(fact) != Some(answer));
    let facts = scene.case.answers().filter(|(fact, answer)| is_new(*fact, answer));
    let mut case = scene.case.clone();
    case.presume(&law.facts);
    let findings = day.find(&case);
    let view = |expected: &Expectation| {
        let place = law.support_place(&expected.about)?;
        let finding = findings.of(place);
        let said = day.explain(&findings, finding);
        Some(FindingView {
            id: show::part(&said.support.id).into_owned(),
            title: said.support.title.clone(),
            band: Band::of(finding.outcome, said.support.force),
            because: said.because.map(str::to_owned),
            missing: said.missing.iter().map(|fact| law.facts[*fact].short.clone()).collect(),
        })
    };
    let other = |expected: &Expectation| {
        let fact = &law.facts[law.facts.find(&expected.about)?];
        let value = fact.kind.parse(&expected.answer).ok().map(Answer::Is);
        let words = value.map(|value| crate::find::answer_words(app, fact, &value));
        Some((fact.short.clone(), words.unwrap_or_else(|| expected.answer.clone())))
    };
    SceneView {
        twin: scene.twin.clone(),
        day: show::date(scene.case.day),
        facts: facts
            .map(|(fact, answer)| {
                let fact = &law.facts[fact];
                (fact.short.clone(), crate::find::answer_words(app, fact, answer))
            })
            .collect(),
        findings: scene.expect.iter().filter_map(view).collect(),
        others: scene.expect.iter().filter_map(other).collect(),
    }
}

fn story_json(law: &Law, story: &Story) -> Value {
    let scene = |scene: &Scene| {
        let facts: serde_json::Map<String, Value> = scene
            .case
            .answers()
            .map(|(fact, answer)| {
                let fact = &law.facts[fact];
                let text = match answer {
                    Answer::Is(value) => fact.kind.write(value),
                    Answer::Not(unknown) => unknown.word().to_owned(),
                };
                (fact.name.clone(), Value::String(text))
            })
            .collect();
        let expect = scene.expect.iter().map(|one| {
            let kind = if one.outcome().is_some() { "outcome" } else { "value" };
            json!({ "about": one.about, kind: one.answer, "missing": one.missing })
        });
        json!({
            "twin": scene.twin, "on": scene.case.day.to_string(), "facts": facts,
            "expect": expect.collect::<Vec<_>>(),
        })
    };
    json!({
        "id": story.id, "title": story.title, "notes": story.notes,
        "scenes": story.scenes.iter().map(scene).collect::<Vec<_>>(),
    })
}
