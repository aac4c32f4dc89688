//! Stories: made-up families with the answers the rules must give. Tests and public examples at once.

use crate::case::Case;
use crate::fact::Facts;
use crate::fault::{Fault, Spot};
use crate::rule::Outcome;
use crate::text::{Entry, Field, Line};
use jiff::civil::Date;

/// A family and its twins.
#[derive(Clone, Debug)]
pub struct Story {
    /// Its name.
    pub id: String,
    /// What a social worker would call the family.
    pub title: String,
    /// What to know when reading it.
    pub notes: Vec<String>,
    /// The family itself, then each twin.
    pub scenes: Vec<Scene>,
    /// Where it is written.
    pub spot: Spot,
}

/// One family on one day, and what must follow.
#[derive(Clone, Debug)]
pub struct Scene {
    /// What differs from the story's family; empty for the family itself.
    pub twin: String,
    /// The facts.
    pub case: Case,
    /// What must follow.
    pub expect: Vec<Expectation>,
    /// Where it is written.
    pub spot: Spot,
}

/// An answer a rule must give.
#[derive(Clone, Debug)]
pub struct Expectation {
    /// The support, or a derived fact.
    pub about: String,
    /// The outcome or value, as written.
    pub answer: String,
    /// For `depends`, facts that must be among those that would settle it.
    pub missing: Vec<String>,
    /// Where it is written.
    pub spot: Spot,
}

impl Expectation {
    /// The outcome, where a support is expected.
    pub fn outcome(&self) -> Option<Outcome> {
        Outcome::ALL.into_iter().find(|outcome| outcome.word() == self.answer)
    }
}

impl Story {
    pub(crate) fn read(entry: &Entry, facts: &Facts, faults: &mut Vec<Fault>) -> Result<Story, Fault> {
        let day = entry.must("on")?;
        let day: Date = day
            .parse()
            .map_err(|_| Fault::new(&entry.spot, format!("on {day:?} is not a date")).hint("write on  2026-11-22"))?;
        let mut base = Case::on(day);
        if let Some(council) = entry.field("council") {
            base.set_text("carer_council", &council.value, facts).map_err(|said| said.at(&council.spot))?;
        }
        let mut story = Story {
            id: entry.name.clone(),
            title: entry.must("title")?,
            notes: entry.all("note").map(Field::joined).collect(),
            scenes: Vec::new(),
            spot: entry.spot.clone(),
        };
        let mut scene = Scene { twin: String::new(), case: base, expect: Vec::new(), spot: entry.spot.clone() };
        let mut first: Option<Case> = None;
        for field in &entry.fields {
            match field.key.as_str() {
                "facts" | "change" => set_all(&mut scene.case, &field.lines, facts, faults),
                "expect" => scene.expect.extend(field.lines.iter().map(read_expectation)),
                "twin" => {
                    let base = first.get_or_insert_with(|| scene.case.clone()).clone();
                    let twin = Scene { twin: field.joined(), case: base, expect: Vec::new(), spot: field.spot.clone() };
                    story.scenes.push(std::mem::replace(&mut scene, twin));
                }
                "on" if !story.scenes.is_empty() => match field.value.parse() {
                    Ok(day) => scene.case.day = day,
                    Err(_) => faults.push(Fault::new(&field.spot, format!("{:?} is not a date", field.value))),
                },
                "title" | "on" | "council" | "note" | "source" => {}
                other => faults.push(
                    Fault::new(&field.spot, format!("`{other}` is not a key of a story"))
                        .hint("the keys are: title, on, council, facts, expect, twin, change, note"),
                ),
            }
        }
        story.scenes.push(scene);
        Ok(story)
    }
}

fn set_all(case: &mut Case, lines: &[Line], facts: &Facts, faults: &mut Vec<Fault>) {
    for line in lines {
        let text = line.text.split('#').next().unwrap_or_default().trim_end();
        let (name, value) = text.split_once(' ').unwrap_or((text, ""));
        if let Err(said) = case.set_text(name, value.trim(), facts) {
            faults.push(said.at(&line.spot));
        }
    }
}

fn read_expectation(line: &Line) -> Expectation {
    let text = line.text.split('#').next().unwrap_or_default();
    let mut words = text.split(|letter: char| letter.is_whitespace() || letter == ',').filter(|word| !word.is_empty());
    Expectation {
        about: words.next().unwrap_or_default().to_owned(),
        answer: words.next().unwrap_or_default().to_owned(),
        missing: words.map(str::to_owned).collect(),
        spot: line.spot.clone(),
    }
}

/// Tells every story and returns a fault for each answer that is not as expected.
///
/// Each fault says what came out, which line decided and what is still unknown.
pub fn run(law: &std::sync::Arc<crate::Law>) -> Vec<Fault> {
    let mut days: std::collections::BTreeMap<Date, crate::Day> = std::collections::BTreeMap::new();
    let mut faults = Vec::new();
    for story in &law.stories {
        for scene in &story.scenes {
            if let std::collections::btree_map::Entry::Vacant(free) = days.entry(scene.case.day) {
                match crate::Day::new(law.clone(), scene.case.day) {
                    Ok(day) => free.insert(day),
                    Err(fault) => return vec![fault],
                };
            }
            if let Some(day) = days.get(&scene.case.day) {
                faults.extend(tell(day, story, scene));
            }
        }
    }
    faults
}

fn tell(day: &crate::Day, story: &Story, scene: &Scene) -> Vec<Fault> {
    let law = &day.law;
    let mut case = scene.case.clone();
    case.presume(&law.facts);
    let findings = day.find(&case);
    let name = if scene.twin.is_empty() { story.id.clone() } else { format!("{} ({})", story.id, scene.twin) };
    let mut faults = Vec::new();
    for expected in &scene.expect {
        if let Some(fact) = law.facts.find(&expected.about) {
            let found = day.value_words(&findings, &case, fact);
            if found != expected.answer {
                faults.push(Fault::new(
                    &expected.spot,
                    format!("{name}: {} is {found}, the story expects {}", expected.about, expected.answer),
                ));
            }
            continue;
        }
        let Some(place) = law.support_place(&expected.about) else {
            let names = law.supports.iter().map(|support| support.id.as_str());
            faults.push(
                Fault::new(&expected.spot, format!("{name}: there is no support named {}", expected.about))
                    .nearest(&expected.about, names),
            );
            continue;
        };
        let finding = findings.of(place);
        let missing: Vec<&str> = finding.missing.iter().map(|fact| law.facts[fact].name.as_str()).collect();
        let as_expected = Some(finding.outcome) == expected.outcome()
            && expected.missing.iter().all(|wanted| missing.contains(&wanted.as_str()));
        if !as_expected {
            let line = finding.line().map(|line| law.supports[place].rule.line(line).spot.to_string());
            let decided = line.map(|line| format!("; decided by {line}")).unwrap_or_default();
            let missing = if missing.is_empty() { String::new() } else { format!("; missing {}", missing.join(", ")) };
            faults.push(Fault::new(
                &expected.spot,
                format!(
                    "{name}: {} is {}, the story expects {} {}{decided}{missing}",
                    expected.about,
                    finding.outcome,
                    expected.answer,
                    expected.missing.join(" ")
                ),
            ));
        }
    }
    faults
}
