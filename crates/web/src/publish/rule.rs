//! Building a rule without knowing how one is written: an answer, its conditions one by one as sentences, and beside it
//! which of the worked families it lets in and keeps out.

use crate::App;
use crate::account::{Deed, Reach, Seat, SignedIn, form_key, is_own_record};
use crate::council::{LineView, lines};
use crate::find::Fields;
use crate::keeper::ActError;
use crate::language::{Said, say};
use crate::published::aside;
use crate::ui::shell::Part;
use crate::ui::{Fault, Shell, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use law::fact::Fact;
use law::text::SourceFile;
use law::value::Kind;
use law::{Law, Outcome};
use offer::publish::{Act, Version};
use offer::{Offer, Record, RecordId};

/// The answers that a line may give.
const OUTCOMES: [&str; 4] = ["right", "may", "depends", "no"];
/// The most conditions of one line: each is read as files are, for every step.
const MOST_CONDITIONS: usize = 40;
/// What `otherwise` may say besides.
const SILENT: &str = "unknown_rule";

#[derive(Template)]
#[template(path = "publish/rule.html")]
struct RulePage {
    shell: Shell,
    slug: String,
    kind: String,
    id: String,
    title: String,
    seen: Version,
    key: String,
    lines: Vec<LineView>,
    faults: Vec<String>,
    families: Vec<FamiliesView>,
    refused: Option<String>,
    building: Building,
    /// The sentences of the conditions put in so far.
    sentences: Vec<String>,
    groups: Vec<(String, Vec<(String, String)>)>,
    asked: Option<FactView>,
    may_write: bool,
}

/// The worked families that get one answer.
struct FamiliesView {
    key: &'static str,
    words: Said,
    names: Vec<String>,
}

/// A line that is being built: it goes along with the page and is kept nowhere.
#[derive(Default)]
struct Building {
    outcome: String,
    join: String,
    because: String,
    conditions: Vec<String>,
}

/// How a fact is asked for as a condition.
struct FactView {
    name: String,
    question: String,
    /// What may be chosen: the condition's text, and its words. Empty where a value is typed.
    choices: Vec<(String, String)>,
    is_many: bool,
    is_date: bool,
    unit: String,
}

impl RulePage {
    /// The answers, each with what it says to a family.
    fn outcomes(&self) -> [(&'static str, Said); 4] {
        let [right, may, depends, no] = OUTCOMES;
        [
            (right, say("desk-rule-right")),
            (may, say("desk-rule-may")),
            (depends, say("desk-rule-depends")),
            (no, say("desk-rule-no")),
        ]
    }

    fn silent(&self) -> (&'static str, Said) {
        (SILENT, say("desk-rule-silent"))
    }
}

impl Building {
    fn read(sent: &Fields) -> Building {
        Building {
            outcome: sent.get("outcome").to_owned(),
            join: if sent.get("join") == "any of" { "any of" } else { "all of" }.to_owned(),
            because: sent.get("because").to_owned(),
            conditions: sent.all("condition").filter(|one| !one.is_empty()).map(str::to_owned).collect(),
        }
    }

    /// The line as files write it.
    fn block(&self) -> Result<String, Said> {
        if !OUTCOMES.contains(&self.outcome.as_str()) {
            return Err(say("desk-rule-outcome-wrong"));
        }
        if self.conditions.is_empty() {
            return Err(say("desk-rule-condition-wrong"));
        }
        if self.because.is_empty() {
            return Err(say("desk-rule-because-wrong"));
        }
        let conditions: String = self.conditions.iter().map(|one| format!("  {one}\n")).collect();
        Ok(format!("{} when {}\n{conditions}  because  {}", self.outcome, self.join, self.because))
    }
}

/// A rule as its lines, each with what stands beneath it.
fn blocks(rule: &str) -> Vec<String> {
    let mut blocks: Vec<String> = Vec::new();
    for line in rule.lines() {
        match blocks.last_mut() {
            Some(block) if line.starts_with(' ') => {
                block.push('\n');
                block.push_str(line);
            }
            _ => blocks.push(line.to_owned()),
        }
    }
    blocks
}

fn rule_of(record: &Record) -> String {
    record.values("").first().cloned().unwrap_or_default()
}

/// The record with another rule.
fn with_rule(record: &Record, blocks: &[String]) -> Result<Record, law::Fault> {
    let mut fields: Vec<(String, String)> = record.fields().into_iter().filter(|(key, _)| !key.is_empty()).collect();
    if !blocks.is_empty() {
        fields.push((String::new(), blocks.join("\n")));
    }
    Record::from_fields(record.id().clone(), &fields)
}

/// The record alone as an offer, with what is wrong with its rule.
fn alone(record: &Record, law: &Law) -> (Offer, Vec<String>) {
    let fields: Vec<(String, String)> =
        record.fields().into_iter().filter(|(key, _)| ["", "name", "published"].contains(&key.as_str())).collect();
    let Ok(kept) = Record::from_fields(record.id().clone(), &fields) else { return Default::default() };
    let (offer, faults) = Offer::load(&[kept.file()], law);
    let rule = faults.iter().filter(|fault| kept.key_at(fault.spot.line).is_some_and(|key| key.is_empty()));
    (offer, rule.map(super::fields::told).collect())
}

/// `/publish/{slug}/rule/{kind}/{id}`.
pub(super) async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Path((slug, kind, id)): Path<(String, String, String)>,
) -> Result<Response, Response> {
    let (seat, record) = taken(signed, &slug, &kind, &id)?;
    Ok(draw(&app, &seat, &record, Building::default(), None, None).await)
}

/// A seat, and the record, where it has a rule and is theirs to see.
fn taken(signed: SignedIn, slug: &str, kind: &str, id: &str) -> Result<(Seat, Record), Response> {
    let seat = Seat::take(signed, slug, Deed::Read)?;
    let gone = || Fault::not_found().into_response();
    if !["service", "payment"].contains(&kind) {
        return Err(gone());
    }
    let id = RecordId::new(kind, id).map_err(|_| gone())?;
    let theirs = seat.reach == Reach::All || is_own_record(&seat.desk, &id, &seat.officer());
    let record = seat.desk.draft.get(&id).filter(|_| theirs).map(|held| held.record.clone()).ok_or_else(gone)?;
    Ok((seat, record))
}

/// Takes one step: chooses a fact, puts a condition in or takes it out, keeps the line, or changes the lines there are.
pub(super) async fn take(
    State(app): State<App>,
    signed: SignedIn,
    Path((slug, kind, id)): Path<(String, String, String)>,
    sent: Fields,
) -> Result<Response, Response> {
    let (seat, record) = taken(signed, &slug, &kind, &id)?;
    let mut building = Building::read(&sent);
    if building.conditions.len() > MOST_CONDITIONS {
        return Err(Fault::of(StatusCode::PAYLOAD_TOO_LARGE).into_response());
    }
    let mut blocks = blocks(&rule_of(&record));
    let (what, at) = sent.get("do").split_once(' ').unwrap_or((sent.get("do"), ""));
    let place: Option<usize> = at.parse().ok();
    match what {
        "ask" => {
            let asked = app.law().facts.find(sent.get("fact")).map(|fact| fact_view(&app.law().facts[fact]));
            return Ok(draw(&app, &seat, &record, building, asked, None).await);
        }
        "add" => {
            match condition(app.law(), &sent) {
                Ok(text) => building.conditions.push(text),
                Err(words) => {
                    let asked = app.law().facts.find(sent.get("fact")).map(|fact| fact_view(&app.law().facts[fact]));
                    return Ok(draw(&app, &seat, &record, building, asked, Some(words)).await);
                }
            }
            return Ok(draw(&app, &seat, &record, building, None, None).await);
        }
        "drop" => {
            if let Some(place) = place.filter(|place| *place < building.conditions.len()) {
                building.conditions.remove(place);
            }
            return Ok(draw(&app, &seat, &record, building, None, None).await);
        }
        "keep" => match building.block() {
            Err(words) => return Ok(draw(&app, &seat, &record, building, None, Some(words.plain().to_owned())).await),
            Ok(block) => insert(&mut blocks, block),
        },
        "out" => {
            if let Some(place) = place.filter(|place| *place < blocks.len()) {
                blocks.remove(place);
            }
        }
        "up" => {
            if let Some(place) = place.filter(|place| *place > 0 && *place < blocks.len()) {
                blocks.swap(place - 1, place);
            }
        }
        "otherwise" => {
            let (outcome, because) = (sent.get("last"), sent.get("last_because"));
            if outcome != SILENT && !OUTCOMES.contains(&outcome) {
                return Err(Fault::bad_request().into_response());
            }
            if because.is_empty() {
                let words = say("desk-rule-because-wrong").plain().to_owned();
                return Ok(draw(&app, &seat, &record, building, None, Some(words)).await);
            }
            blocks.retain(|block| !block.starts_with("otherwise"));
            blocks.push(format!("otherwise {outcome}\n  because  {because}"));
        }
        _ => return Err(Fault::bad_request().into_response()),
    }
    let seen = sent.get("seen").parse().unwrap_or(0);
    save(&app, &seat, &record, &blocks, seen, building, sent.get("key")).await
}

/// Puts a line in before the last, and a last where there is none.
fn insert(blocks: &mut Vec<String>, block: String) {
    let last = blocks.iter().position(|block| block.starts_with("otherwise"));
    match last {
        Some(place) => blocks.insert(place, block),
        None => {
            blocks.push(block);
            blocks.push("otherwise unknown_rule\n  because  We do not say who else can have it. Ask us.".to_owned());
        }
    }
}

async fn save(
    app: &App,
    seat: &Seat,
    record: &Record,
    blocks: &[String],
    seen: Version,
    building: Building,
    key: &str,
) -> Result<Response, Response> {
    let changed = match with_rule(record, blocks) {
        Ok(changed) => changed,
        Err(fault) => return Ok(draw(app, seat, record, building, None, Some(super::fields::told(&fault))).await),
    };
    let (_, faults) = alone(&changed, app.law());
    if let Some(words) = faults.first() {
        return Ok(draw(app, seat, record, building, None, Some(words.clone())).await);
    }
    match seat.act(app, Act::Save { record: changed, seen: Some(seen) }, key, Vec::new()).await {
        Ok(_) => {
            let id = record.id();
            Ok(Redirect::to(&format!("/publish/{}/rule/{}/{}", seat.slug, id.kind, id.id)).into_response())
        }
        Err(ActError::Store(error)) => Err(Fault::store(error)),
        Err(error) => Ok(draw(app, seat, record, building, None, Some(error.to_string())).await),
    }
}

/// The condition that was chosen, as files write it.
fn condition(law: &Law, sent: &Fields) -> Result<String, String> {
    let id = law.facts.find(sent.get("fact")).ok_or_else(|| say("desk-rule-fact-wrong").plain().to_owned())?;
    let (fact, name) = (&law.facts[id], sent.get("fact"));
    let view = fact_view(fact);
    let chosen: Vec<&str> = sent.all("choice").filter(|one| view.choices.iter().any(|(text, _)| text == one)).collect();
    match &fact.kind {
        Kind::YesNo => {
            chosen.first().map(|one| (*one).to_owned()).ok_or_else(|| say("desk-rule-choose-one").plain().to_owned())
        }
        Kind::OneOf(_) if chosen.is_empty() => Err(say("desk-rule-choose-some").plain().to_owned()),
        Kind::OneOf(_) if chosen.len() == 1 => Ok(format!("{name} is {}", chosen[0])),
        Kind::OneOf(_) => Ok(format!("{name} in {{{}}}", chosen.join(", "))),
        Kind::SetOf(_) => chosen
            .first()
            .map(|one| format!("{name} has {one}"))
            .ok_or_else(|| say("desk-rule-choose-one").plain().to_owned()),
        Kind::Number(_) | Kind::Money(_) | Kind::Date => {
            let compare = Some(sent.get("compare")).filter(|compare| ["<", ">="].contains(compare)).unwrap_or("<");
            let value = sent.get("value");
            fact.kind.parse(value).map_err(|_| match fact.kind {
                Kind::Date => say("desk-rule-day-wrong").plain().to_owned(),
                _ => say("desk-rule-number-wrong").plain().to_owned(),
            })?;
            Ok(format!("{name} {compare} {value}"))
        }
        Kind::Council => {
            let value = sent.get("value");
            fact.kind.parse(value).map_err(|_| say("desk-rule-council-wrong").plain().to_owned())?;
            Ok(format!("{name} is {value}"))
        }
    }
}

fn fact_view(fact: &Fact) -> FactView {
    let choices = match &fact.kind {
        Kind::YesNo => {
            vec![(fact.name.clone(), fact.says.clone()), (format!("not {}", fact.name), fact.denies.clone())]
        }
        Kind::OneOf(choices) | Kind::SetOf(choices) => {
            choices.iter().map(|choice| (choice.code.clone(), choice.answer.clone())).collect()
        }
        _ => Vec::new(),
    };
    let unit = match &fact.kind {
        Kind::Number(unit) | Kind::Money(unit) => unit.clone(),
        _ => String::new(),
    };
    FactView {
        name: fact.name.clone(),
        question: fact.ask.clone().unwrap_or_else(|| crate::ui::show::capital(&fact.says)),
        choices: choices.into_iter().map(|(text, words)| (text, crate::ui::show::capital(&words))).collect(),
        is_many: matches!(fact.kind, Kind::OneOf(_)),
        is_date: fact.kind == Kind::Date,
        unit,
    }
}

async fn draw(
    app: &App,
    seat: &Seat,
    record: &Record,
    building: Building,
    asked: Option<FactView>,
    refused: Option<String>,
) -> Response {
    let day = app.today();
    let (offer, faults) = alone(record, app.law());
    let rule = offer
        .services
        .first()
        .map(|one| &one.eligibility)
        .or_else(|| offer.payments.first().map(|one| &one.eligibility));
    // Every worked family is asked: on a thread where it holds up nobody else.
    let (on, of) = (app.clone(), offer.clone());
    let families = aside(move || families(&on, &of)).await;
    let id = record.id();
    let is_wrong = refused.is_some();
    let page = RulePage {
        shell: Shell::said(&say("desk-rule-title"), Part::Desk),
        slug: seat.slug.clone(),
        kind: id.kind.clone(),
        id: id.id.clone(),
        title: record.title(),
        seen: seat.desk.draft.get(id).map_or(0, |held| held.changed),
        key: form_key(),
        lines: rule.map(|rule| lines(&day, rule)).unwrap_or_default(),
        faults,
        families,
        refused,
        sentences: sentences(app, &building),
        building,
        groups: groups(app.law()),
        asked,
        may_write: seat.may(Deed::Write),
    };
    page::form(is_wrong, &page)
}

/// The conditions put in so far, as sentences: read as files are, so that what is shown is what will count.
fn sentences(app: &App, building: &Building) -> Vec<String> {
    let sentence = |text: &String| {
        let text =
            format!("service     x\npublished   x\nmay when\n  {text}\n  because  x\notherwise no\n  because  x\n");
        let (offer, _) = Offer::load(&[SourceFile { path: "service/x.law".to_owned(), text }], app.law());
        let service = offer.services.first()?;
        let line = lines(&app.today(), &service.eligibility).into_iter().next()?;
        line.rows.into_iter().next().map(|row| row.text)
    };
    building.conditions.iter().map(|text| sentence(text).unwrap_or_else(|| text.clone())).collect()
}

/// Every fact that a person can be asked, or that follows from such, by what it is about.
fn groups(law: &Law) -> Vec<(String, Vec<(String, String)>)> {
    let mut groups: Vec<(String, Vec<(String, String)>)> = Vec::new();
    for (_, fact) in law.facts.iter() {
        let entry = (fact.name.clone(), fact.short.clone());
        match groups.iter_mut().find(|(group, _)| *group == fact.group) {
            Some((_, list)) => list.push(entry),
            None => groups.push((fact.group.clone(), vec![entry])),
        }
    }
    groups
}

/// Which worked families get which answer.
fn families(app: &App, offer: &Offer) -> Vec<FamiliesView> {
    let day = app.today();
    let kinds = [
        (Outcome::Right, "right", say("desk-rule-families-right")),
        (Outcome::May, "may", say("desk-rule-families-may")),
        (Outcome::Depends, "depends", say("desk-rule-families-depends")),
        (Outcome::No, "no", say("desk-rule-families-no")),
        (Outcome::UnknownRule, "unclear", say("desk-rule-families-silent")),
    ];
    let mut views: Vec<FamiliesView> =
        kinds.iter().map(|(_, key, words)| FamiliesView { key, words: words.clone(), names: Vec::new() }).collect();
    for story in &app.law().stories {
        for scene in &story.scenes {
            let findings = day.find(&scene.case);
            let services = offer.matches(&day, &findings, &scene.case).first().map(|found| found.outcome);
            let payments =
                || offer.payment_matches(&day, &findings, &scene.case).first().map(|found| found.answer.outcome);
            let Some(outcome) = services.or_else(payments) else { continue };
            let name = match scene.twin.is_empty() {
                true => story.title.clone(),
                false => format!("{} ({})", story.title, scene.twin),
            };
            if let Some(place) = kinds.iter().position(|(kind, ..)| *kind == outcome) {
                views[place].names.push(name);
            }
        }
    }
    views.retain(|view| !view.names.is_empty());
    views
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_goes_before_the_last() {
        let mut rule = blocks("may when\n  child_age < 2\n  because  Small.\notherwise no\n  because  Not.");
        assert_eq!(rule.len(), 2);
        insert(&mut rule, "no when\n  child_disabled\n  because  x".to_owned());
        assert!(rule[1].starts_with("no when") && rule[2].starts_with("otherwise"));
        let mut empty = Vec::new();
        insert(&mut empty, "may when\n  child_disabled\n  because  x".to_owned());
        assert!(empty[1].starts_with("otherwise unknown_rule"));
    }
}
