//! What a story says of how things stand.

use super::step::Step;
use crate::case::Case;
use crate::due::{Standing, due};
use crate::event::Happened;
use crate::money::payments;
use crate::practice::Practice;
use crate::retention;
use law::Law;

/// Where things stand otherwise than a step says.
pub(super) fn wrong(case: &Case, events: &[Happened], practice: &Practice, law: &Law, step: &Step) -> Vec<String> {
    let one = |(key, value): &(String, String)| {
        let said = line(case, events, practice, law, step, key, value);
        said.err().map(|wrong| format!("{}: {key}  {value}: {wrong}", step.spot))
    };
    step.lines.iter().filter_map(one).collect()
}

fn line(
    case: &Case,
    events: &[Happened],
    practice: &Practice,
    law: &Law,
    step: &Step,
    key: &str,
    value: &str,
) -> Result<(), String> {
    let all = due(case, law);
    let is = |standing: Standing| all.iter().any(|due| due.name == value && due.standing(step.on) == standing);
    let check = |holds: bool, wrong: &str| if holds { Ok(()) } else { Err(wrong.to_owned()) };
    match key {
        "late" => check(is(Standing::Late), "it is not late"),
        "met" => check(is(Standing::Met), "it was not met in time"),
        "met late" => check(is(Standing::MetLate), "it was not met late"),
        "running" => check(all.iter().any(|due| due.name == value && due.is_open()), "it does not run"),
        "not running" => check(!all.iter().any(|due| due.name == value && due.is_open()), "it runs"),
        "late in all" => {
            let late = all.iter().filter(|due| due.standing(step.on) == Standing::Late).count();
            check(late.to_string() == value, &format!("{late} are late"))
        }
        "missed" => {
            let (name, times) = value.rsplit_once(' ').ok_or("write NAME TIMES")?;
            let last = all.iter().rfind(|due| due.name == name).ok_or("nothing of that name was due")?;
            let missed = last.missed(practice, law, step.on).len();
            check(missed.to_string() == times, &format!("it was missed {missed} times"))
        }
        "worker" => {
            let worker = case.worker.as_ref().map_or("nobody", |worker| worker.as_str());
            check(worker == value, &format!("it is {worker}"))
        }
        "pays" => {
            let paid: Vec<String> =
                payments(case).iter().map(|payment| format!("{} each {}", payment.sum, payment.every)).collect();
            let paid = if paid.is_empty() { "nothing".to_owned() } else { paid.join(", ") };
            check(paid == value, &format!("it is {paid}"))
        }
        "kept until" | "held by" => keeping(case, practice, step, key == "held by", value),
        "due" => {
            let (name, day) = value.split_once(" on ").ok_or("write NAME on DAY")?;
            let found: Vec<String> =
                all.iter().filter(|due| due.name == name && due.is_open()).map(|due| due.last.to_string()).collect();
            check(found.iter().any(|known| known == day), &format!("it is due {found:?}"))
        }
        "stage" => {
            let (kind, stage) = value.split_once(' ').ok_or("write MATTER STAGE")?;
            let now = case.of_kind(kind).last().map_or("none", |matter| matter.stage.as_str());
            check(now == stage, &format!("it is {now}"))
        }
        "told" => {
            let (part, letter) = value.split_once(' ').ok_or("write WHOM LETTER")?;
            let is_to = |id| case.person(id).is_some_and(|person| person.part == part || person.name == part);
            check(case.letters.iter().any(|sent| sent.name == letter && is_to(sent.to)), "no such letter was made")
        }
        "letter says" | "letter never says" => {
            // Lines of a letter are broken anywhere.
            let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            let mut letters = events.iter().flat_map(|happened| &happened.event.letters);
            let says = letters.any(|letter| plain(&letter.document.to_text()).contains(value));
            check(says == (key == "letter says"), "read the letters")
        }
        "fact" => {
            let (name, text) = value.split_once(" is ").ok_or("write FACT is VALUE")?;
            check(case.facts.get(name).is_some_and(|known| known == text), "it is not")
        }
        _ => Err(format!("{key:?} is nothing a story can expect; {} acts are known", practice.acts.len())),
    }
}

/// Whether a case is kept until then, or held by that.
fn keeping(case: &Case, practice: &Practice, step: &Step, is_held: bool, value: &str) -> Result<(), String> {
    let keeping = retention::due(case, practice, step.on);
    let mut held: Vec<&str> = keeping.held_by.iter().map(|held| held.hold.as_str()).collect();
    held.dedup();
    let is = match is_held {
        true if held.is_empty() => "nothing".to_owned(),
        true => held.join(", "),
        false => keeping.until.map_or("nobody can say".to_owned(), |day| day.to_string()),
    };
    if is == value { Ok(()) } else { Err(format!("it is {is}")) }
}
