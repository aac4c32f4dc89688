//! Gaps: each line of the offer checklist, held against the offer. What shows a line stands beside the line, in
//! `law/offer-duties`; which record answers it stands beside the record.

use super::record::{self, Answering, Shows};
use super::report::{Check, Finding, Record, Verdict};
use crate::head::Status;
use crate::history::Remark;
use crate::offer::Offer;
use crate::section::Commitment;
use crate::stated::Stated;
use jiff::civil::Date;
use law::Day;
use law::duty::{Duty, Layer, ShownBy};

/// Every line of the checklist, by layer and number. `unfair` are the services whose answer the council lets turn
/// on legal status.
pub(super) fn findings(offer: &Offer, day: &Day, unfair: &[Record]) -> Vec<Finding> {
    let judge = Judge { offer, day, unfair, records: record::answering(offer), whole: record::is_read_whole(offer) };
    let mut duties: Vec<&Duty> = day.law.duties.iter().collect();
    duties.sort_by_key(|duty| (duty.layer, duty.no));
    duties.into_iter().map(|duty| judge.duty(duty)).collect()
}

struct Judge<'a> {
    offer: &'a Offer,
    day: &'a Day,
    unfair: &'a [Record],
    records: Vec<Answering<'a>>,
    whole: bool,
}

/// What one part of a line comes to.
struct Part {
    shows: Shows,
    records: Vec<Record>,
    missing: Vec<String>,
}

impl Judge<'_> {
    fn duty(&self, duty: &Duty) -> Finding {
        let mut finding = Finding::new(Check::Duty, &duty.id, Verdict::NotAsked, &duty.title);
        finding.layer = Some(duty.layer);
        finding.cites = duty.cites.iter().map(|cite| self.day.citation(cite)).collect();
        if let Some(why) = self.not_asked(duty) {
            finding.what = why;
            return finding;
        }
        let parts: Vec<Part> = duty.shown_by.iter().map(|shown| self.part(&duty.id, shown)).collect();
        let of = |name: fn(&Remark) -> &[crate::written::Id]| {
            self.offer.remarks.iter().filter(move |remark| name(remark).iter().any(|id| id.is(&duty.id)))
        };
        let (lacks, in_part): (Vec<&Remark>, Vec<&Remark>) =
            (of(|remark| &remark.lacks).collect(), of(|remark| &remark.in_part).collect());
        finding.verdict = verdict(&parts, &lacks, &in_part);
        for part in parts {
            let new = part.records.into_iter().filter(|one| !finding.records.contains(one)).collect::<Vec<_>>();
            finding.records.extend(new);
            finding.missing.extend(part.missing);
        }
        for remark in lacks.into_iter().chain(in_part) {
            finding.records.push(record::record("remark", &remark.id, &remark.title));
            finding.missing.push(format!("{}.", remark.title.trim_end_matches('.')));
        }
        finding.what = self.what(finding.verdict).to_owned();
        let open = !matches!(finding.verdict, Verdict::Pass | Verdict::NotAsked);
        finding.to_do = open.then(|| to_do(duty));
        finding
    }

    /// Why a line is not asked on this day, or of this version.
    fn not_asked(&self, duty: &Duty) -> Option<String> {
        let law = &self.day.law;
        let in_force = |day: Date| {
            duty.cites.iter().any(|cite| law.provision(&cite.provision).is_none_or(|found| found.period.holds_on(day)))
        };
        if duty.layer == Layer::Statute && !in_force(self.day.date) {
            return Some("This part of the Act was not in force on the day asked about.".to_owned());
        }
        let from = duty.asked_from?;
        let head = &self.offer.head;
        let known = [&head.effective_from, &head.last_review].into_iter().filter_map(Stated::value).max()?;
        (*known < from).then(|| format!("This version was published or reviewed before {from}."))
    }

    fn part(&self, id: &str, shown: &ShownBy) -> Part {
        let head = &self.offer.head;
        let of = |shows: Shows, what: &str| {
            let missing = match shows {
                Shows::All => Vec::new(),
                Shows::Some(why) => vec![format!("{what}: {why}.")],
                Shows::NotSeen => vec![format!("{what} was not seen.")],
                Shows::Nothing => vec![format!("{what} is not there.")],
            };
            Part { shows, records: vec![record::record("offer", &head.id, &head.title)], missing }
        };
        let said = |yes: bool| if yes { Shows::All } else { Shows::Nothing };
        match shown {
            ShownBy::Answers(_) => self.answers(id),
            ShownBy::Head(key) => of(self.head(key), &format!("The {key} of the offer")),
            ShownBy::Title(words) => {
                let title = head.title.to_lowercase();
                let has = words.split_whitespace().all(|word| title.contains(&word.to_lowercase()));
                of(said(has), &format!("A title that says {words}"))
            }
            ShownBy::Format(words) => {
                let shows = match &head.formats {
                    Stated::Is(list) => {
                        let has = |format: &String| words.iter().any(|word| format.to_lowercase().contains(word));
                        match list.iter().any(has) {
                            true => Shows::All,
                            false => self.absent(),
                        }
                    }
                    formats => record::shows(formats),
                };
                of(shows, &format!("A format such as {}", words.join(", ")))
            }
            ShownBy::Principle(means) => {
                let mut stated = self.offer.statements.iter().filter(|statement| {
                    statement.means.is_some_and(|commitment: Commitment| commitment.word() == means)
                });
                match stated.next() {
                    Some(found) => {
                        let words = found.says.first().map_or("", |said| said.words.as_str());
                        Part {
                            shows: Shows::All,
                            records: vec![record::record("statement", &found.id, words)],
                            missing: Vec::new(),
                        }
                    }
                    None => of(self.absent(), &format!("A principle that means “{means}”")),
                }
            }
            ShownBy::Fairness => Part {
                shows: match self.offer.services.iter().any(|service| service.eligibility.rule.is_some()) {
                    true => said(self.unfair.is_empty()),
                    false => self.absent(),
                },
                records: self.unfair.to_vec(),
                missing: (self.unfair.iter())
                    .map(|service| format!("{}: the answer turns on legal status alone.", service.name))
                    .collect(),
            },
        }
    }

    /// What it means that nothing is there.
    fn absent(&self) -> Shows {
        if self.whole { Shows::Nothing } else { Shows::NotSeen }
    }

    fn answers(&self, id: &str) -> Part {
        let found: Vec<&Answering> =
            self.records.iter().filter(|one| one.answers.iter().any(|answer| answer.is(id))).collect();
        let best = found.iter().map(|one| one.shows).max();
        let missing = match best {
            Some(Shows::All) => Vec::new(),
            Some(Shows::NotSeen) => vec!["The part that may say it was not seen.".to_owned()],
            Some(_) => found.iter().map(|one| short_of(one)).collect(),
            None if self.whole => vec!["Nothing in the offer answers it.".to_owned()],
            None => vec!["Nothing that was read answers it. Not all of the offer was read.".to_owned()],
        };
        let records = found.into_iter().map(|one| one.record.clone()).collect();
        Part { shows: best.unwrap_or_else(|| self.absent()), records, missing }
    }

    fn head(&self, key: &str) -> Shows {
        let head = &self.offer.head;
        match key {
            "status" => match head.status {
                Status::Published => Shows::All,
                Status::InDevelopment => Shows::Some("the page says that it is still being made"),
                Status::Draft | Status::Withdrawn => Shows::Nothing,
            },
            "language" => record::shows(&head.languages),
            "lead role" => record::shows(&head.lead_role),
            "last review" => record::shows(&head.last_review),
            "next review" => record::shows(&head.next_review),
            _ => Shows::NotSeen,
        }
    }

    fn what(&self, verdict: Verdict) -> &'static str {
        match (verdict, self.whole) {
            (Verdict::Pass, _) => "The offer shows it.",
            (Verdict::Partly, _) => "The offer shows some of it.",
            (Verdict::Fail, true) => "The offer does not show it.",
            (Verdict::Fail, false) => "The pages that were read do not show it.",
            (Verdict::CannotTell | Verdict::NotAsked, _) => "The part that may say it was not seen.",
        }
    }
}

fn short_of(one: &Answering) -> String {
    match one.shows {
        Shows::Some(why) => format!("{}: {why}.", one.record.name),
        _ => format!("{}: there is nothing in it.", one.record.name),
    }
}

/// A line is met where each of its parts is, and no reader notes that it is not.
fn verdict(parts: &[Part], lacks: &[&Remark], in_part: &[&Remark]) -> Verdict {
    let all = parts.iter().all(|part| part.shows == Shows::All);
    let some = parts.iter().any(|part| matches!(part.shows, Shows::All | Shows::Some(_)));
    let unseen = parts.iter().any(|part| part.shows == Shows::NotSeen);
    match () {
        () if !lacks.is_empty() => Verdict::Fail,
        () if !in_part.is_empty() => Verdict::Partly,
        () if all => Verdict::Pass,
        () if some => Verdict::Partly,
        () if unseen => Verdict::CannotTell,
        () => Verdict::Fail,
    }
}

fn to_do(duty: &Duty) -> String {
    match &duty.shown_by[..] {
        [ShownBy::Answers(kinds)] => {
            format!("Add it, and write `answers  {}` beneath the {} that holds it.", duty.id, kinds.join(" or "))
        }
        _ => "Add what is missing to the head of the offer, or change the service that is named.".to_owned(),
    }
}
