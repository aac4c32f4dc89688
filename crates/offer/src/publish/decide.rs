//! What follows from an act, or why it may not be.

use super::act::Act;
use super::consultation::{Asked, Relevant, Report};
use super::desk::Desk;
use super::digest::Digest;
use super::edition::{Approval, Change};
use super::event::{Event, Officer, Version};
use super::imprint::{Imprint, fair_copy};
use super::refusal::Refusal;
use crate::difference::merge;
use crate::record::{Record, RecordId};
use jiff::civil::Date;
use law::Law;

/// Since this day an update needs a consultation; offers published before it did not (s.22H(10)).
const CONSULT_SINCE: Date = Date::constant(2026, 6, 29);

/// What follows from an act by somebody on a day: the events to keep, none where nothing changes.
///
/// # Errors
/// Why it may not be. Who may do which act at all is not asked here, only what the act itself demands, such as a
/// second person.
pub fn decide(desk: &Desk, act: &Act, by: &Officer, today: Date, law: &Law) -> Result<Vec<Event>, Refusal> {
    match act {
        Act::Save { record, seen } => save(desk, record, *seen),
        Act::Remove { record, seen } => remove(desk, record, *seen),
        Act::Restore { record, as_of, seen } => restore(desk, record, *as_of, *seen),
        Act::Move { record, before } => reorder(desk, record, before.as_deref()),
        Act::Import { from, records } => import(desk, from, records),
        Act::Comment { about, words } => {
            about.iter().try_for_each(|about| there(desk, about))?;
            written(words, "what you want to say")?;
            one(Event::CommentMade { about: about.clone(), words: words.clone() })
        }
        Act::Settle { comment } => match desk.comments.iter().find(|known| known.id == *comment) {
            None => Err(Refusal::NotThere("comment".to_owned())),
            Some(known) if known.settled.is_some() => Ok(Vec::new()),
            Some(_) => one(Event::CommentSettled { comment: *comment }),
        },
        Act::Assign { record, to } => {
            there(desk, record)?;
            one(Event::RecordAssigned { record: record.clone(), to: to.clone() })
        }
        Act::OpenConsultation { about, asked, opens, closes } => open(about, asked, *opens, *closes),
        Act::Hear { consultation, heard } => {
            known_consultation(desk, *consultation)?;
            written(&heard.said, "what was said")?;
            one(Event::ConsultationHeard { consultation: *consultation, heard: heard.clone() })
        }
        Act::Report { consultation, report } => report_on(desk, *consultation, report, today),
        Act::Propose { change, effective, approval } => propose(desk, change, *effective, approval, today, law),
        Act::SendBack { reason } => {
            desk.proposal.as_ref().ok_or(Refusal::NothingProposed)?;
            written(reason, "why you send it back")?;
            one(Event::EditionSentBack { reason: reason.clone() })
        }
        Act::Publish { digest } => publish(desk, digest, by, today, law),
        Act::Withdraw { number, from, reason } => withdraw(desk, *number, *from, reason, today),
        Act::TakeStep { what, on, audience, reached } => {
            written(what, "what was done")?;
            written(audience, "for whom it was done")?;
            one(Event::StepTaken { what: what.clone(), on: *on, audience: audience.clone(), reached: *reached })
        }
    }
}

fn one(event: Event) -> Result<Vec<Event>, Refusal> {
    Ok(vec![event])
}

fn written(words: &str, what: &'static str) -> Result<(), Refusal> {
    if words.trim().is_empty() { Err(Refusal::Lacks(what)) } else { Ok(()) }
}

fn there(desk: &Desk, id: &RecordId) -> Result<(), Refusal> {
    desk.draft.get(id).map(|_| ()).ok_or_else(|| Refusal::NotThere(id.kind.clone()))
}

fn save(desk: &Desk, record: &Record, seen: Option<Version>) -> Result<Vec<Event>, Refusal> {
    let kind = || record.id().kind.clone();
    let held = desk.draft.get(record.id());
    let Some(seen) = seen else {
        return match held {
            Some(_) => Err(Refusal::NameTaken(kind())),
            None if record.id().kind == "offer" && desk.draft.of_kind("offer").next().is_some() => {
                Err(Refusal::NameTaken(kind()))
            }
            None => one(Event::RecordSaved { record: record.clone() }),
        };
    };
    let Some(held) = held else { return Err(changed_meanwhile(desk, record.id(), Vec::new())) };
    let merged = match held.changed > seen {
        false => record.clone(),
        true => {
            let base = desk.as_of(record.id(), seen).ok_or_else(|| Refusal::NotThere(kind()))?;
            merge(base, record, &held.record).map_err(|keys| changed_meanwhile(desk, record.id(), keys))?
        }
    };
    if merged == held.record { Ok(Vec::new()) } else { one(Event::RecordSaved { record: merged }) }
}

fn changed_meanwhile(desk: &Desk, id: &RecordId, keys: Vec<String>) -> Refusal {
    match desk.draft.get(id) {
        None => Refusal::NotThere(id.kind.clone()),
        Some(held) => Refusal::ChangedMeanwhile {
            by: held.by.clone(),
            now: held.changed,
            theirs: Some(Box::new(held.record.clone())),
            keys,
        },
    }
}

fn remove(desk: &Desk, id: &RecordId, seen: Version) -> Result<Vec<Event>, Refusal> {
    let Some(held) = desk.draft.get(id) else { return Ok(Vec::new()) };
    if id.kind == "offer" {
        return Err(Refusal::HeadStays);
    }
    if held.changed > seen {
        return Err(changed_meanwhile(desk, id, Vec::new()));
    }
    let by: Vec<String> = desk.draft.named_by(id).iter().map(|record| record.title()).collect();
    match by.is_empty() {
        true => one(Event::RecordRemoved { record: id.clone() }),
        false => Err(Refusal::StillNamed(by.join(", "))),
    }
}

fn restore(desk: &Desk, id: &RecordId, as_of: Version, seen: Version) -> Result<Vec<Event>, Refusal> {
    let earlier = desk.as_of(id, as_of).ok_or_else(|| Refusal::NotThere(id.kind.clone()))?;
    match desk.draft.get(id) {
        None => one(Event::RecordSaved { record: earlier.clone() }),
        Some(held) if held.changed > seen => Err(changed_meanwhile(desk, id, Vec::new())),
        Some(held) if held.record == *earlier => Ok(Vec::new()),
        Some(_) => one(Event::RecordSaved { record: earlier.clone() }),
    }
}

fn reorder(desk: &Desk, id: &RecordId, before: Option<&str>) -> Result<Vec<Event>, Refusal> {
    there(desk, id)?;
    let now: Vec<String> = desk.draft.of_kind(&id.kind).map(|held| held.record.id().id.clone()).collect();
    let mut ids: Vec<String> = now.iter().filter(|known| **known != id.id).cloned().collect();
    let place = match before {
        None => ids.len(),
        Some(before) if before == id.id => return Ok(Vec::new()),
        Some(before) => {
            let place = ids.iter().position(|known| known == before);
            place.ok_or_else(|| Refusal::NotThere(id.kind.clone()))?
        }
    };
    ids.insert(place, id.id.clone());
    if ids == now { Ok(Vec::new()) } else { one(Event::RecordsOrdered { kind: id.kind.clone(), ids }) }
}

fn import(desk: &Desk, from: &str, records: &[Record]) -> Result<Vec<Event>, Refusal> {
    written(from, "where the records come from")?;
    let head = desk.draft.of_kind("offer").next().map(|held| held.record.id().clone());
    let other_head =
        |record: &&Record| record.id().kind == "offer" && head.as_ref().is_some_and(|id| id != record.id());
    if records.iter().any(|record| other_head(&record)) {
        return Err(Refusal::NameTaken("offer".to_owned()));
    }
    let new = |record: &&Record| desk.draft.get(record.id()).is_none_or(|held| held.record != **record);
    let records: Vec<Record> = records.iter().filter(new).cloned().collect();
    if records.is_empty() { Ok(Vec::new()) } else { one(Event::RecordsImported { from: from.to_owned(), records }) }
}

fn open(about: &str, asked: &[Asked], opens: Date, closes: Date) -> Result<Vec<Event>, Refusal> {
    written(about, "what the consultation is about")?;
    if closes < opens {
        return Err(Refusal::WrongWayRound(opens, closes));
    }
    if !asked.iter().any(|asked| asked.who != Relevant::Others && !asked.how.trim().is_empty()) {
        return Err(Refusal::NobodyRelevant);
    }
    one(Event::ConsultationOpened { about: about.to_owned(), asked: asked.to_vec(), opens, closes })
}

fn known_consultation(desk: &Desk, id: Version) -> Result<&super::Consultation, Refusal> {
    desk.consultation(id).ok_or_else(|| Refusal::NotThere("consultation".to_owned()))
}

fn report_on(desk: &Desk, id: Version, report: &Report, today: Date) -> Result<Vec<Event>, Refusal> {
    let known = known_consultation(desk, id)?;
    if known.closes >= today {
        return Err(Refusal::StillOpen(known.closes));
    }
    written(&report.words, "what came of the consultation")?;
    one(Event::ConsultationReported { consultation: id, report: report.clone() })
}

fn propose(
    desk: &Desk,
    change: &Change,
    effective: Date,
    approval: &Approval,
    today: Date,
    law: &Law,
) -> Result<Vec<Event>, Refusal> {
    if effective < today {
        return Err(Refusal::Past(effective));
    }
    written(&approval.body, "who approved this")?;
    if let Change::Correction { reason } = change {
        written(reason, "why this is only a correction")?;
        if desk.editions.is_empty() {
            return Err(Refusal::NothingToCorrect);
        }
    }
    consulted(desk, change, effective)?;
    let (offer, faults) = desk.draft.offer(law);
    if !faults.is_empty() {
        return Err(Refusal::Faults(faults.len()));
    }
    if let Some(last) = desk.editions.iter().rev().find(|edition| edition.ever_counts()) {
        if last.effective > effective {
            return Err(Refusal::BeforeAnother(last.number, last.effective));
        }
        if last.withdrawn.is_none() && fair_copy(&offer, &Imprint::of(last)).text(law) == last.text {
            return Err(Refusal::NothingChanged(last.number));
        }
    }
    let digest = agreed(&offer.text(law), change, effective, approval);
    one(Event::EditionProposed { digest, change: change.clone(), effective, approval: approval.clone() })
}

/// What a second person agrees to: not the text alone, but also what is said of it, lest it be proposed anew with other
/// words about it while they read.
fn agreed(text: &str, change: &Change, effective: Date, approval: &Approval) -> Digest {
    let said = serde_json::to_string(&(change, effective, approval)).unwrap_or_default();
    Digest::of(&format!("{said}\n{text}"))
}

/// An update that counts from the day section 22H came into force needs a consultation with a report.
fn consulted(desk: &Desk, change: &Change, effective: Date) -> Result<(), Refusal> {
    let needed = *change == Change::Update && effective >= CONSULT_SINCE;
    match needed && desk.fresh_consultation().is_none() {
        true => Err(Refusal::NoConsultation),
        false => Ok(()),
    }
}

fn publish(desk: &Desk, seen: &Digest, by: &Officer, today: Date, law: &Law) -> Result<Vec<Event>, Refusal> {
    let proposal = desk.proposal.as_ref().ok_or(Refusal::NothingProposed)?;
    if proposal.by == *by {
        return Err(Refusal::SamePerson);
    }
    let (offer, faults) = desk.draft.offer(law);
    if !faults.is_empty() {
        return Err(Refusal::Faults(faults.len()));
    }
    let now = agreed(&offer.text(law), &proposal.change, proposal.effective, &proposal.approval);
    if now != proposal.digest || *seen != proposal.digest {
        return Err(Refusal::DraftMoved);
    }
    // An edition never claims to have counted before it was published.
    let effective = proposal.effective.max(today);
    let number = desk.editions.last().map_or(1, |last| last.number + 1);
    consulted(desk, &proposal.change, effective)?;
    let consultation = match proposal.change {
        Change::Update => desk.fresh_consultation().map(|known| known.id),
        Change::Correction { .. } => None,
    };
    let text = fair_copy(&offer, &Imprint { number, effective, approval: &proposal.approval }).text(law);
    one(Event::EditionPublished {
        number,
        digest: Digest::of(&text),
        text,
        change: proposal.change.clone(),
        effective,
        approval: proposal.approval.clone(),
        proposed_by: proposal.by.clone(),
        consultation,
    })
}

fn withdraw(desk: &Desk, number: u32, from: Date, reason: &str, today: Date) -> Result<Vec<Event>, Refusal> {
    let edition = desk.edition(number).ok_or_else(|| Refusal::NotThere("edition".to_owned()))?;
    written(reason, "why it is withdrawn")?;
    if edition.withdrawn.is_some() {
        return Err(Refusal::WithdrawnBefore(number));
    }
    if from < today {
        return Err(Refusal::Past(from));
    }
    // Withdrawn by its first day before that day has come, it never begins, and the one before it goes on.
    let from = if from <= edition.effective && today < edition.effective { today } else { from };
    one(Event::EditionWithdrawn { number, from, reason: reason.to_owned() })
}
