//! How things stand with an offer: a fold over what happened. The desk as it was on any past day is the fold over
//! what had happened by then.

use super::consultation::Consultation;
use super::digest::Digest;
use super::draft::{Draft, Held};
use super::edition::{Approval, Change, Edition, InForce, Withdrawal};
use super::event::{Event, Happened, Officer, Version};
use super::reminder::Stage;
use crate::record::{Record, RecordId};
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// How things stand with one offer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Desk {
    /// The last event taken in.
    pub version: Version,
    /// The draft.
    pub draft: Draft,
    /// The editions, in the order of their numbers.
    pub editions: Vec<Edition>,
    /// What waits for the second person.
    pub proposal: Option<Proposal>,
    /// Why the last proposal was sent back, and by whom.
    pub sent_back: Option<(Officer, String)>,
    /// The consultations, in order.
    pub consultations: Vec<Consultation>,
    /// What was said about the draft.
    pub comments: Vec<Comment>,
    /// Who looks after which record.
    pub assignments: Vec<Assignment>,
    /// The steps taken so that families receive what is relevant to them.
    pub steps: Vec<Step>,
    /// What somebody was reminded of: the record, the day, and how far on it was.
    pub reminded: Vec<(RecordId, Date, Stage)>,
    /// Every state each record has been in; `None` where it was taken out.
    history: BTreeMap<RecordId, Vec<(Version, Option<Record>)>>,
    /// Who wrote each record first.
    authors: BTreeMap<RecordId, Officer>,
}

/// What waits for the second person.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// What the second person agrees to: the draft as it was proposed, with the kind of change, its first day and the
    /// approval.
    pub digest: Digest,
    /// What kind of change it is.
    pub change: Change,
    /// The first day it is to count.
    pub effective: Date,
    /// Who approved it outside this program.
    pub approval: Approval,
    /// Who proposed it.
    pub by: Officer,
    /// When.
    pub at: Timestamp,
}

/// Something said about the draft.
#[derive(Clone, Debug, PartialEq)]
pub struct Comment {
    /// The event that brought it; its name from then on.
    pub id: Version,
    /// The record it is about.
    pub about: Option<RecordId>,
    /// What was said.
    pub words: String,
    /// By whom.
    pub by: Officer,
    /// When.
    pub at: Timestamp,
    /// Who dealt with it, once somebody has.
    pub settled: Option<Officer>,
}

/// Who looks after a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignment {
    /// Which.
    pub record: RecordId,
    /// Who.
    pub to: Officer,
}

/// A step taken so that families receive what is relevant to them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The event that brought it.
    pub id: Version,
    /// What was done.
    pub what: String,
    /// The day.
    pub on: Date,
    /// For whom.
    pub audience: String,
    /// How many it reached.
    pub reached: Option<u32>,
}

impl Step {
    /// The number as it may be published: below 5 only that it is below 5, so that nobody can be picked out.
    pub fn reached_in_public(&self) -> Option<String> {
        self.reached.map(|number| if (1..5).contains(&number) { "fewer than 5".to_owned() } else { number.to_string() })
    }
}

impl Desk {
    /// How things stand after what happened, in order.
    pub fn after<'a>(events: impl IntoIterator<Item = &'a Happened>) -> Desk {
        let mut desk = Desk::default();
        events.into_iter().for_each(|happened| desk.take(happened));
        desk
    }

    /// What the council is called in the head of its draft.
    pub fn council(&self) -> Option<String> {
        self.draft.of_kind("offer").next()?.record.values("council").into_iter().next()
    }

    /// Takes in one more event.
    pub fn take(&mut self, happened: &Happened) {
        let Happened { version, by, at, event } = happened;
        self.version = *version;
        match event {
            Event::RecordSaved { record } => self.put(record, happened),
            Event::RecordsImported { records, .. } => records.iter().for_each(|record| self.put(record, happened)),
            Event::RecordRemoved { record } => {
                self.draft.remove(record);
                self.history.entry(record.clone()).or_default().push((*version, None));
            }
            Event::RecordsOrdered { kind, ids } => self.draft.order(kind, ids),
            Event::CommentMade { about, words } => self.comments.push(Comment {
                id: *version,
                about: about.clone(),
                words: words.clone(),
                by: by.clone(),
                at: *at,
                settled: None,
            }),
            Event::CommentSettled { comment } => {
                let known = self.comments.iter_mut().filter(|known| known.id == *comment);
                known.for_each(|known| known.settled = Some(by.clone()));
            }
            Event::RecordAssigned { record, to } => {
                self.assignments.retain(|known| known.record != *record);
                let given = to.iter().map(|to| Assignment { record: record.clone(), to: to.clone() });
                self.assignments.extend(given);
            }
            Event::StepTaken { what, on, audience, reached } => self.steps.push(Step {
                id: *version,
                what: what.clone(),
                on: *on,
                audience: audience.clone(),
                reached: *reached,
            }),
            Event::ReminderSent { record, due, stage } => self.reminded.push((record.clone(), *due, *stage)),
            _ => self.take_publication(happened),
        }
    }

    /// Takes in an event of consulting or publishing.
    fn take_publication(&mut self, happened: &Happened) {
        let Happened { version, by, at, event } = happened;
        match event {
            Event::ConsultationOpened { about, asked, opens, closes } => self.consultations.push(Consultation {
                id: *version,
                about: about.clone(),
                asked: asked.clone(),
                opens: *opens,
                closes: *closes,
                heard: Vec::new(),
                report: None,
            }),
            Event::ConsultationHeard { consultation, heard } => {
                let known = self.consultations.iter_mut().filter(|known| known.id == *consultation);
                known.for_each(|known| known.heard.push(heard.clone()));
            }
            Event::ConsultationReported { consultation, report } => {
                let known = self.consultations.iter_mut().filter(|known| known.id == *consultation);
                known.for_each(|known| known.report = Some((*version, report.clone())));
            }
            Event::EditionProposed { digest, change, effective, approval } => {
                self.sent_back = None;
                self.proposal = Some(Proposal {
                    digest: digest.clone(),
                    change: change.clone(),
                    effective: *effective,
                    approval: approval.clone(),
                    by: by.clone(),
                    at: *at,
                });
            }
            Event::EditionSentBack { reason } => {
                self.proposal = None;
                self.sent_back = Some((by.clone(), reason.clone()));
            }
            Event::EditionPublished { .. } => {
                self.proposal = None;
                self.editions.extend(edition(happened));
            }
            Event::EditionWithdrawn { number, from, reason } => {
                let known = self.editions.iter_mut().filter(|known| known.number == *number);
                known.for_each(|known| {
                    known.withdrawn = Some(Withdrawal { from: *from, reason: reason.clone(), at: *at });
                });
            }
            _ => {}
        }
    }

    fn put(&mut self, record: &Record, happened: &Happened) {
        let Happened { version, by, at, .. } = happened;
        self.history.entry(record.id().clone()).or_default().push((*version, Some(record.clone())));
        self.authors.entry(record.id().clone()).or_insert_with(|| by.clone());
        self.draft.put(Held { record: record.clone(), changed: *version, by: by.clone(), at: *at });
    }

    /// Every state a record has been in, the earliest first; `None` where it was taken out.
    pub fn history(&self, id: &RecordId) -> &[(Version, Option<Record>)] {
        self.history.get(id).map(Vec::as_slice).unwrap_or_default()
    }

    /// Who wrote a record first; nobody where it was never written.
    pub fn first_author(&self, id: &RecordId) -> Option<&Officer> {
        self.authors.get(id)
    }

    /// Who looks after a record: to whom it was given, or else who wrote it first.
    pub fn keeper_of(&self, id: &RecordId) -> Option<&Officer> {
        let given = self.assignments.iter().find(|known| known.record == *id).map(|known| &known.to);
        given.or_else(|| self.first_author(id))
    }

    /// The record as it stood just after an event.
    pub fn as_of(&self, id: &RecordId, version: Version) -> Option<&Record> {
        let known = self.history(id).iter().rev().find(|(then, _)| *then <= version)?;
        known.1.as_ref()
    }

    /// What counts on a day.
    pub fn in_force(&self, day: Date) -> InForce<'_> {
        InForce::on(day, &self.editions)
    }

    /// The editions that have begun by a day, in the order of their numbers: those that the public may read.
    pub fn begun(&self, day: Date) -> impl DoubleEndedIterator<Item = &Edition> {
        self.editions.iter().filter(move |edition| edition.effective <= day && edition.ever_counts())
    }

    /// The edition of that number.
    pub fn edition(&self, number: u32) -> Option<&Edition> {
        self.editions.iter().find(|edition| edition.number == number)
    }

    /// The consultation of that name.
    pub fn consultation(&self, id: Version) -> Option<&Consultation> {
        self.consultations.iter().find(|known| known.id == id)
    }

    /// The last consultation with a report that no update has rested on yet.
    pub fn fresh_consultation(&self) -> Option<&Consultation> {
        let used = self.editions.iter().filter_map(|edition| edition.consultation).max().unwrap_or(0);
        self.consultations.iter().rev().find(|known| known.report.is_some() && known.id > used)
    }
}

fn edition(happened: &Happened) -> Option<Edition> {
    let Event::EditionPublished { number, text, digest, change, effective, approval, proposed_by, consultation } =
        &happened.event
    else {
        return None;
    };
    Some(Edition {
        number: *number,
        text: text.clone(),
        digest: digest.clone(),
        change: change.clone(),
        effective: *effective,
        published_at: happened.at,
        proposed_by: proposed_by.clone(),
        published_by: happened.by.clone(),
        approval: approval.clone(),
        consultation: *consultation,
        withdrawn: None,
    })
}
