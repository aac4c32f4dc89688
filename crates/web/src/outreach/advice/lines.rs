//! `/advice`: whom to ring, and whether they are open; teams that answer questions; answers to read.

use super::{national, public};
use crate::App;
use crate::outreach::groups::dialled;
use crate::ui::shell::Part;
use crate::ui::{Shell, page, show};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use law::cite::Sureness;
use outreach::advice::{BankHolidays, Item, Line, Nation, Standing};

#[derive(Template)]
#[template(path = "outreach/advice.html")]
struct AdvicePage {
    shell: Shell,
    now: String,
    national: Vec<LineView>,
    local: Vec<LineView>,
    teams: Vec<TeamView>,
    answers: usize,
}

/// An advice line.
pub(super) struct LineView {
    id: String,
    name: String,
    run_by: String,
    /// Whether it is open, in words.
    stands: String,
    is_open: bool,
    phones: Vec<(String, String)>,
    text: Option<(String, String)>,
    email: Option<String>,
    chat_link: Option<String>,
    form: Option<String>,
    facts: Vec<(&'static str, String)>,
    helps: Vec<String>,
    cannot: Vec<String>,
    notes: Vec<String>,
    source: Option<String>,
    /// How sure we are, and since when.
    checked: String,
}

/// A team that answers questions.
struct TeamView {
    name: String,
    host: String,
    slug: String,
    within: i32,
    helps: Vec<String>,
    cannot: Vec<String>,
}

/// `/advice`.
pub(super) async fn show(State(app): State<App>) -> Response {
    let (mut local, mut teams, mut answers) = (Vec::new(), Vec::new(), 0);
    for (name, item) in public(&app) {
        match item {
            Item::Line(line) => local.push(LineView::of(&app, format!("{}-{}", name.host, name.id), &line)),
            Item::Answer(_) => answers += 1,
            Item::Team(team) => teams.push(TeamView {
                host: app.host(&name.host).map_or_else(|| name.host.clone(), |host| host.name),
                slug: name.host,
                name: team.name,
                within: team.within,
                helps: team.helps,
                cannot: team.cannot,
            }),
        }
    }
    let now = crate::clock::london(app.clock().now());
    page::ok(&AdvicePage {
        shell: Shell::new("Talk to an adviser", Part::Words),
        now: now.strftime("%A, %-d %B, %H:%M").to_string(),
        national: national().iter().map(|(id, line)| LineView::of(&app, id.clone(), line)).collect(),
        local,
        teams,
        answers,
    })
}

impl LineView {
    fn of(app: &App, id: String, line: &Line) -> LineView {
        let now = crate::clock::london(app.clock().now());
        let stands = line.standing(now, &app.law().holidays);
        let mut facts = Vec::new();
        if let Some(week) = &line.hours {
            let mut words: Vec<String> = week.openings.iter().map(ToString::to_string).collect();
            words.push(match week.bank_holidays {
                BankHolidays::Shut => "Closed on bank holidays".to_owned(),
                BankHolidays::Open => "Open on bank holidays too".to_owned(),
                BankHolidays::NotStated => "Bank holidays not stated".to_owned(),
            });
            facts.push(("When", words.join(". ")));
        }
        let nations: Vec<&str> = line.nations.iter().copied().map(Nation::word).collect();
        let nations = if nations.is_empty() { "Not stated".to_owned() } else { nations.join(", ") };
        facts.push(("For people in", nations));
        let mut state = |label, words: Option<String>| facts.extend(words.map(|words| (label, words)));
        state("Text phone", line.text_phone.clone());
        state("Web chat", line.chat.clone());
        state("Languages", (!line.languages.is_empty()).then(|| line.languages.join(", ")));
        state("What a call costs", line.cost.clone());
        LineView {
            id,
            name: line.name.clone(),
            run_by: line.run_by.clone(),
            stands: stands.words(now.date()),
            is_open: matches!(stands, Standing::Open(_)),
            phones: line.phones.iter().map(|phone| dialled(phone)).collect(),
            text: line.text.as_deref().map(dialled),
            email: line.email.clone(),
            chat_link: line.chat_link.clone(),
            form: line.form.clone(),
            facts,
            helps: line.helps.clone(),
            cannot: line.cannot.clone(),
            notes: line.notes.clone(),
            source: line.source.clone(),
            checked: checked(line),
        }
    }
}

/// Who says so, and since when.
fn checked(line: &Line) -> String {
    let day = line.checked.map(show::date).unwrap_or_default();
    match line.sure.as_deref().and_then(Sureness::parse) {
        // What is from memory was not checked on any day.
        Some(mark @ (Sureness::Memory | Sureness::Unsure)) => show::sureness(mark).english().to_owned(),
        Some(mark) => format!("{}. Checked {day}", show::sureness(mark).english()),
        None => format!("{} said so itself on {day}", line.run_by),
    }
}
