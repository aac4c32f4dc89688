//! `/advice`: whom to ring, and whether they are open; teams that answer questions; answers to read.

use super::hours::{opening, said_now, standing};
use super::{national, public};
use crate::App;
use crate::language::{Piece, Said, date, say, say_with};
use crate::outreach::groups::dialled;
use crate::ui::shell::Part;
use crate::ui::{Shell, page, show};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use law::cite::Sureness;
use outreach::advice::{BankHolidays, Item, Line, Nation, Standing, Team};

#[derive(Template)]
#[template(path = "outreach/advice.html")]
struct AdvicePage {
    shell: Shell,
    /// As of when lines are open, and whom to call in danger.
    now: Said,
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
    stands: Said,
    is_open: bool,
    phones: Vec<(String, String)>,
    text: Option<(String, String)>,
    email: Option<String>,
    chat_link: Option<String>,
    form: Option<String>,
    facts: Vec<FactView>,
    helps: Vec<String>,
    cannot: Vec<String>,
    notes: Vec<String>,
    source: Option<String>,
    /// How sure we are, and since when.
    checked: Said,
}

/// Something stated of a line.
struct FactView {
    label: Said,
    words: Vec<Said>,
    /// What stands between the words.
    between: &'static str,
}

/// A team that answers questions.
struct TeamView {
    name: String,
    host: String,
    slug: String,
    within: usize,
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
                within: days(&team),
                name: team.name,
                helps: team.helps,
                cannot: team.cannot,
            }),
        }
    }
    let now = crate::clock::london(app.clock().now());
    page::ok(&AdvicePage {
        shell: Shell::said(&say("frame-advisers"), Part::Words),
        now: said_now(now),
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
            let mut words: Vec<Said> = week.openings.iter().map(opening).collect();
            words.push(say(match week.bank_holidays {
                BankHolidays::Shut => "advice-holidays-shut",
                BankHolidays::Open => "advice-holidays-open",
                BankHolidays::NotStated => "advice-holidays-not-stated",
            }));
            facts.push(FactView { label: say("advice-when"), words, between: ". " });
        }
        let mut nations: Vec<Said> = line.nations.iter().copied().map(nation).collect();
        if nations.is_empty() {
            nations.push(say("advice-not-stated"));
        }
        facts.push(FactView { label: say("advice-nations"), words: nations, between: ", " });
        let mut state = |key, words: Option<String>| {
            let fact = |words: String| FactView { label: say(key), words: vec![words.into()], between: "" };
            facts.extend(words.map(fact));
        };
        state("advice-text-phone", line.text_phone.clone());
        state("advice-chat", line.chat.clone());
        state("advice-languages", (!line.languages.is_empty()).then(|| line.languages.join(", ")));
        state("advice-cost", line.cost.clone());
        LineView {
            id,
            name: line.name.clone(),
            run_by: line.run_by.clone(),
            stands: standing(&stands, now.date()),
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

/// Within how many working days a team means to answer.
pub(super) fn days(team: &Team) -> usize {
    usize::try_from(team.within).unwrap_or_default()
}

/// The name of a nation.
pub(super) fn nation(nation: Nation) -> Said {
    say(match nation {
        Nation::England => "nation-england",
        Nation::Wales => "nation-wales",
        Nation::Scotland => "nation-scotland",
        Nation::NorthernIreland => "nation-northern-ireland",
    })
}

/// Who says so, and since when.
fn checked(line: &Line) -> Said {
    let day = Piece::from(line.checked.map_or_else(|| "".into(), date));
    match line.sure.as_deref().and_then(Sureness::parse) {
        // What is from memory was not checked on any day.
        Some(mark @ (Sureness::Memory | Sureness::Unsure)) => show::sureness(mark),
        Some(mark) => say_with("advice-checked", [("sure", show::sureness(mark).into()), ("day", day)]),
        None => say_with("advice-said-so", [("who", line.run_by.as_str().into()), ("day", day)]),
    }
}
