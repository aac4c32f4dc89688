//! For children and young people: three pages by age, a few questions put to them, and what they can get themselves.

use super::row::Row;
use super::words::Words;
use super::young_help::Help;
use crate::App;
use crate::find::{Band, Line, Session, Way};
use crate::language::{Said, say};
use crate::letters::Onward;
use crate::ui::shell::Part;
use crate::ui::show::CiteView;
use crate::ui::{Fault, Shell, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};

/// An age that children and young people are spoken to at: its name in addresses, its title, its words.
pub(crate) struct Age {
    /// The name in addresses, which is also that of the reading-age gate (`offer::reading::FOR_CHILDREN`).
    pub slug: &'static str,
    /// The key of the title of its pages.
    title: &'static str,
    /// The words, as Markdown.
    pub text: &'static str,
}

impl Age {
    /// The title of its pages.
    pub(crate) fn title(&self) -> Said {
        say(self.title)
    }
}

/// The three ages, the youngest first.
pub(crate) const AGES: [Age; 3] = [
    Age { slug: "under-11", title: "young-under-11", text: include_str!("../../../../content/en/young/under-11.md") },
    Age { slug: "11-to-15", title: "young-11-to-15", text: include_str!("../../../../content/en/young/11-to-15.md") },
    Age {
        slug: "16-and-over",
        title: "young-16-and-over",
        text: include_str!("../../../../content/en/young/16-and-over.md"),
    },
];

#[derive(Template)]
#[template(path = "ways/young.html")]
struct YoungPage {
    shell: Shell,
    expired: bool,
    ages: Vec<(&'static str, Said)>,
    here: Option<Here>,
}

/// The reader's council, where they have said where they live: its name in addresses, and its name.
type Here = (String, String);

fn here(app: &App, session: &Session) -> Option<Here> {
    session.council(app).map(|council| (council.slug.clone(), council.full_name.clone()))
}

/// `/young`
pub(super) async fn show(State(app): State<App>, session: Session) -> Response {
    let page = YoungPage {
        shell: Shell::said(&say("young-tab"), Part::Find),
        expired: session.expired,
        ages: AGES.iter().map(|age| (age.slug, age.title())).collect(),
        here: here(&app, &session),
    };
    session.keep(&app, page::ok(&page))
}

/// Begins the short questions.
pub(super) async fn begin(State(app): State<App>, session: Session) -> Response {
    session.begin(&app, Way::Young)
}

/// The letter a young person can send.
pub(super) const LETTERS: [&str; 1] = ["young-person-help"];

#[derive(Template)]
#[template(path = "ways/young_age.html")]
struct AgePage {
    shell: Shell,
    title: Said,
    slug: &'static str,
    here: Option<Here>,
    words: Words,
    /// The youngest are not asked questions.
    has_questions: bool,
    others: Vec<(&'static str, Said)>,
    letters: Vec<Onward>,
}

/// `/young/{age}`
pub(super) async fn age(State(app): State<App>, session: Session, Path(slug): Path<String>) -> Response {
    let Some(age) = AGES.iter().find(|age| age.slug == slug) else { return Fault::not_found().into_response() };
    let is_youngest = age.slug == "under-11";
    let page = AgePage {
        shell: Shell::said(&say("young-tab"), Part::Find),
        title: age.title(),
        slug: age.slug,
        here: here(&app, &session),
        words: Words::of(age.text),
        has_questions: !is_youngest,
        others: AGES.iter().filter(|other| other.slug != slug).map(|other| (other.slug, other.title())).collect(),
        letters: if is_youngest { Vec::new() } else { Onward::named(&app, &LETTERS) },
    };
    session.keep(&app, page::ok(&page))
}

#[derive(Template)]
#[template(path = "ways/young_answer.html")]
struct AnswerPage {
    shell: Shell,
    expired: bool,
    is_empty: bool,
    groups: Vec<Group>,
    rows: Vec<Row>,
    letters: Vec<Onward>,
}

/// What the young person can get, of one subject.
struct Group {
    subject: String,
    things: Vec<Thing>,
}

/// One thing they can get.
struct Thing {
    id: String,
    what: String,
    band: Band,
    means: String,
    ask: String,
    depends: String,
    cites: Vec<CiteView>,
}

/// `/young/answer`
pub(super) async fn answer(State(app): State<App>, session: Session) -> Response {
    let picture = session.picture(&app);
    let law = &picture.day.law;
    let mut groups: Vec<Group> = Vec::new();
    for help in app.young_help().iter() {
        let Some(place) = law.support_place(&help.support) else { continue };
        let finding = picture.findings.of(place);
        let line = Line::of(&picture, finding);
        if matches!(line.band, Band::No | Band::Unclear) && !help.is_always_shown {
            continue;
        }
        let cites = picture.day.explain(&picture.findings, finding).cites;
        let thing = thing(help, line.band, CiteView::all(&cites));
        match groups.iter_mut().find(|group| group.subject == help.subject) {
            Some(group) => group.things.push(thing),
            None => groups.push(Group { subject: help.subject.clone(), things: vec![thing] }),
        }
    }
    groups.iter_mut().for_each(|group| group.things.sort_by_key(|thing| thing.band));
    let asked: Vec<&str> = session.answered().map(|fact| law.facts[fact].name.as_str()).collect();
    let page = AnswerPage {
        shell: Shell::said(&say("young-can-get"), Part::Find),
        expired: session.expired,
        is_empty: session.is_empty(),
        groups,
        rows: Row::all(&app, &picture, &asked, "young", true),
        letters: Onward::named(&app, &LETTERS),
    };
    session.keep(&app, page::ok(&page))
}

impl Thing {
    /// What follows, said to the young person.
    fn words(&self) -> Said {
        match self.band {
            Band::Right | Band::Depends => self.band.words(),
            Band::May => say("young-may"),
            Band::Unclear | Band::No => say("young-even-so"),
        }
    }
}

fn thing(help: &Help, band: Band, cites: Vec<CiteView>) -> Thing {
    Thing {
        id: help.support.clone(),
        what: help.what.clone(),
        band,
        means: help.means.clone(),
        ask: help.ask.clone(),
        depends: help.depends.clone(),
        cites,
    }
}
