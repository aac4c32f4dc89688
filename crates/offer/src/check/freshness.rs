//! Freshness: whether what an offer says is still so on the day asked about. Everything is dated by when it was last
//! checked or read; what has no date cannot be told.

use super::on;
use super::record::{record, replaced};
use super::report::{Check, Finding, Record, Verdict};
use super::texts::Text;
use super::year;
use crate::cited::Source;
use crate::head::Status;
use crate::money::{Amount, PolicyStatus};
use crate::offer::Offer;
use crate::stale::keeps;
use crate::stated::Stated;
use jiff::civil::Date;
use law::watchword::Sort;
use law::{Day, Law};

/// Everything that is out of date, or not dated.
pub(super) fn findings(offer: &Offer, texts: &[Text], day: &Day) -> Vec<Finding> {
    let mut all = Findings { offer, day, list: Vec::new() };
    all.head();
    all.pages();
    texts.iter().for_each(|text| all.words(text));
    all.money();
    all.clocks();
    all.contacts();
    all.services();
    all.ages();
    all.list
}

struct Findings<'a> {
    offer: &'a Offer,
    day: &'a Day,
    list: Vec<Finding>,
}

impl Findings<'_> {
    fn add(&mut self, id: &str, verdict: Verdict, record: Record, what: String, to_do: &str) -> &mut Finding {
        let mut finding = Finding::new(Check::Freshness, id, verdict, record.name.clone());
        finding.records.push(record);
        finding.what = what;
        finding.to_do = Some(to_do.to_owned());
        let place = self.list.len();
        self.list.push(finding);
        &mut self.list[place]
    }

    fn fail(&mut self, id: &str, record: Record, what: impl Into<String>, to_do: &str) -> &mut Finding {
        self.add(id, Verdict::Fail, record, what.into(), to_do)
    }

    fn head(&mut self) {
        let head = &self.offer.head;
        let date = self.day.date;
        let whole = || record("offer", &head.id, &head.title);
        let past = |day: &Stated<Date>| day.value().copied().filter(|day| *day < date);
        if let Some(day) = past(&head.next_review) {
            self.fail("past_review", whole(), format!("It was to be reviewed by {}.", on(day)), "Review it.");
        }
        if let Some(day) = past(&head.effective_to) {
            self.fail(
                "edition_ended",
                whole(),
                format!("This edition held until {}.", on(day)),
                "Publish the next one.",
            );
        }
        if let (Some(day), true) = (past(&head.lead_to), head.lead_role.value().is_some()) {
            let what = format!("The person named as answering for it held the post until {}.", on(day));
            self.fail("lead_left", whole(), what, "Name the post, and who holds it now.");
        }
        if head.status == Status::InDevelopment {
            let what = "The page says that it is still being made.";
            self.fail("in_development", whole(), what, "Publish what there is, and say what is to come.");
        }
    }

    /// Two texts at one address, which nobody can tell apart.
    fn pages(&mut self) {
        let pages = &self.offer.pages;
        for (place, page) in pages.iter().enumerate() {
            let same = |other: &&crate::page::Page| other.url == page.url;
            let first = pages.iter().position(|other| other.url == page.url) == Some(place);
            let texts: Vec<_> = pages.iter().filter(same).collect();
            if first && texts.len() > 1 && texts.iter().any(|page| page.dated.value().is_none()) {
                let what = format!("{} texts have stood at {}, and have no date.", texts.len(), page.url.as_str());
                let to_do = "Give each version a date and keep the earlier ones to be read.";
                let finding = self.fail("two_texts", record("page", &page.id, &page.title), what, to_do);
                let others = texts.iter().skip(1).map(|page| record("page", &page.id, &page.title));
                finding.records.extend(others);
            }
        }
    }

    /// Names of what has ended, words that are not the law's, and guidance that was replaced.
    fn words(&mut self, text: &Text) {
        let (day, law) = (self.day, &self.day.law);
        for watchword in &law.watchwords {
            let right = watchword.right.as_ref().is_some_and(|period| period.holds_on(day.date));
            if right || !watchword.is_in(&text.words) {
                continue;
            }
            let to_do = match &watchword.instead {
                Some(instead) => format!("Write {instead}."),
                None => "Write the name it has now.".to_owned(),
            };
            let id = match watchword.sort {
                Sort::Ended => "ended_name",
                Sort::NotTheLaws => "not_the_laws_words",
            };
            let finding = self.fail(id, text.record.clone(), format!("{}.", watchword.title), &to_do);
            finding.missing = watchword.notes.clone();
            finding.cites = watchword.cites.iter().map(|cite| day.citation(cite)).collect();
        }
        let ended = |provision: &str| has_ended(law, provision, day.date);
        for cites in &text.cites {
            let old: Vec<_> = cites.iter().filter(|cite| ended(&cite.provision)).collect();
            if old.is_empty() || old.len() < cites.len() {
                continue;
            }
            let what = "It rests on guidance or law that is no longer in force.";
            let cites = old.iter().map(|cite| day.citation(&cite.cite())).collect();
            let finding = self.fail("repealed", text.record.clone(), what, "Rest it on what is in force now.");
            finding.cites = cites;
        }
        if year::is_sum_without_year(&text.words) {
            let what = "It gives a sum and not the year the sum is for.";
            self.fail("sum_without_year", text.record.clone(), what, "Say which year the sum is for.");
        }
    }

    fn money(&mut self) {
        let day = self.day.date;
        for payment in &self.offer.payments {
            let in_use = !matches!(payment.status, Stated::Is(PolicyStatus::Past | PolicyStatus::Proposed));
            let bands = payment.bands.value().map_or(&[][..], Vec::as_slice).iter().map(|band| &band.amount);
            let mut amounts = std::iter::once(&payment.amount).chain(bands);
            if in_use && amounts.any(|amount| matches!(amount, Stated::Is(Amount::Sum(..)))) {
                let record = record("payment", &payment.id, &payment.name);
                self.sum(record, payment.year.value().map(String::as_str), day);
            }
        }
        for service in &self.offer.services {
            if let Stated::Is(Amount::Sum(_, unit)) = &service.worth {
                let of = record("service", &service.id, &service.name);
                self.sum(of, Some(unit.as_str()), day);
            }
        }
    }

    /// A sum, and the words that may say its year.
    fn sum(&mut self, record: Record, words: Option<&str>, day: Date) {
        match words.and_then(year::last_day) {
            None => {
                let what = "It gives a sum and not the year the sum is for.";
                self.fail("sum_without_year", record, what, "Say which year the sum is for.");
            }
            Some(last) if last < day => {
                let what = format!("The sum is for a year that ended on {}.", on(last));
                self.fail("sum_of_past_year", record, what, "Put in the sum for this year.");
            }
            Some(_) => {}
        }
    }

    /// A period that is not the law's.
    fn clocks(&mut self) {
        for clock in &self.offer.clocks {
            let law = clock.restates.as_ref().and_then(|id| self.day.law.clock(id.as_str()));
            let (Some(law), Some(length)) = (law, clock.length.value()) else { continue };
            if let Some(lawful) = super::period::unlike(length, law) {
                let what = format!("It says {length}. The law says {lawful}.");
                let cites = law.cites.iter().map(|cite| self.day.citation(cite)).collect();
                let of = record("clock", &clock.id, &clock.title);
                self.fail("period_not_the_laws", of, what, "Write the law's words.").cites = cites;
            }
        }
    }

    /// Numbers grouped in a way nobody dials, and somebody named on an earlier version only.
    fn contacts(&mut self) {
        let numbers = |phones: &Stated<Vec<String>>| phones.value().cloned().unwrap_or_default();
        let contacts =
            self.offer.contacts.iter().map(|one| (record("contact", &one.id, &one.name), numbers(&one.phones)));
        let teams = self.offer.organisations.iter();
        let teams = teams.map(|one| (record("organisation", &one.id, &one.name), numbers(&one.phones)));
        for (of, numbers) in contacts.chain(teams).collect::<Vec<_>>() {
            if let Some(number) = numbers.iter().find(|number| is_grouped_wrong(number)) {
                let what = format!("{number}: the code of London is 020, and eight figures follow.");
                self.fail("phone_grouping", of, what, "Write it as 020 7946 0000.");
            }
        }
        for contact in &self.offer.contacts {
            if !self.offer.are_earlier(&contact.sources) {
                continue;
            }
            let of = record("contact", &contact.id, &contact.name);
            let (verdict, what) = match replaced(self.offer, &contact.sources) {
                true => (Verdict::Fail, "An earlier version of the page names it. The version there now does not."),
                false => (
                    Verdict::Partly,
                    "An earlier version of the page names it. The part that was read of the one there now does not.",
                ),
            };
            self.add("no_longer_named", verdict, of, what.to_owned(), "Name who does this now, by their post.");
        }
    }

    fn services(&mut self) {
        let date = self.day.date;
        for service in &self.offer.services {
            if let Some(day) = service.to.value().filter(|day| **day < date) {
                let of = record("service", &service.id, &service.name);
                self.fail(
                    "service_ended",
                    of,
                    format!("It was given until {}.", on(*day)),
                    "Take it out, or say what follows.",
                );
            }
        }
        for organisation in &self.offer.organisations {
            if let Some(day) = organisation.to.value().filter(|day| **day < date) {
                let of = record("organisation", &organisation.id, &organisation.name);
                self.fail("service_ended", of, format!("It is named until {}.", on(*day)), "Say who does this now.");
            }
        }
    }

    /// What was last checked too long ago, or never with a date.
    fn ages(&mut self) {
        let offer = self.offer;
        for contact in &offer.contacts {
            self.age(record("contact", &contact.id, &contact.name), contact.checked.value(), &contact.sources);
        }
        for service in &offer.services {
            self.age(record("service", &service.id, &service.name), None, &service.sources);
        }
        for payment in &offer.payments {
            self.age(record("payment", &payment.id, &payment.name), None, &payment.sources);
        }
        for organisation in &offer.organisations {
            self.age(record("organisation", &organisation.id, &organisation.name), None, &organisation.sources);
        }
    }

    fn age(&mut self, record: Record, checked: Option<&Date>, sources: &[Source]) {
        let keeps = keeps(record.kind);
        let to_do = "Check it, and write the day under `checked` or under the page's `seen`.";
        let Some(last) = self.offer.last_checked(checked, sources) else {
            let what = "Nothing says when it was last checked.".to_owned();
            self.add("not_dated", Verdict::CannotTell, record, what, to_do);
            return;
        };
        let days = (self.day.date - last).get_days();
        if days > keeps {
            let finding = self.fail("not_checked", record, format!("Not checked since {}.", on(last)), to_do);
            finding.since = Some(last);
        }
    }
}

/// Whether a provision was in force and no longer is.
fn has_ended(law: &Law, provision: &str, day: Date) -> bool {
    law.provision(provision).is_some_and(|found| found.period.to.is_some_and(|last| last < day))
}

/// Whether a number of London takes a figure of the number into the code, as in 0207 946 0000.
fn is_grouped_wrong(number: &str) -> bool {
    let first: String = number.trim().chars().take_while(char::is_ascii_digit).collect();
    first.len() == 4 && first.starts_with("020")
}
