//! The words of an offer that a family reads, record by record.

use super::record::record;
use super::report::Record;
use crate::cited::{Cited, Said};
use crate::eligibility::Published;
use crate::offer::Offer;
use crate::stated::Stated;

/// What one record says to a family.
pub(super) struct Text<'a> {
    pub(super) record: Record,
    pub(super) words: String,
    /// What each of its paragraphs rests on.
    pub(super) cites: Vec<&'a [Cited]>,
}

fn said(list: &[Said]) -> (Vec<&str>, Vec<&[Cited]>) {
    (list.iter().map(|said| said.words.as_str()).collect(), list.iter().map(|said| said.cites.as_slice()).collect())
}

fn all<T>(stated: &Stated<Vec<T>>) -> &[T] {
    stated.value().map_or(&[], Vec::as_slice)
}

fn published(stated: &Stated<Vec<Published>>) -> impl Iterator<Item = &str> {
    all(stated).iter().map(|published| published.words.as_str())
}

/// Every text of an offer, in its order. What a reader notes of it, and what we say of the law, are no part of it.
pub(super) fn texts(offer: &Offer) -> Vec<Text<'_>> {
    let mut texts = Vec::new();
    let mut add = |record: Record, words: Vec<&str>, cites| {
        let words: Vec<String> = words.into_iter().filter(|words| !words.is_empty()).map(sentence).collect();
        texts.push(Text { record, words: words.join(" "), cites });
    };
    for section in &offer.sections {
        let title = section.title.value().map_or("", String::as_str);
        let (words, cites) = said(all(&section.prose));
        add(record("section", &section.id, title), [vec![title], words].concat(), cites);
    }
    for statement in &offer.statements {
        let (words, cites) = said(&statement.says);
        add(record("statement", &statement.id, words.first().unwrap_or(&"")), words, cites);
    }
    for service in &offer.services {
        let mut words = vec![service.name.as_str(), service.summary.as_str()];
        words.extend(all(&service.reach).iter().map(String::as_str));
        words.extend(all(&service.evidence).iter().map(String::as_str));
        words.extend(published(&service.eligibility.published));
        add(record("service", &service.id, &service.name), words, Vec::new());
    }
    for payment in &offer.payments {
        let mut words = vec![payment.name.as_str(), payment.summary.as_str()];
        words.extend(all(&payment.conditions).iter().map(String::as_str));
        words.extend(published(&payment.eligibility.published));
        add(record("payment", &payment.id, &payment.name), words, Vec::new());
    }
    for organisation in &offer.organisations {
        let words = vec![organisation.name.as_str(), organisation.summary.as_str()];
        add(record("organisation", &organisation.id, &organisation.name), words, Vec::new());
    }
    for complaint in &offer.complaints {
        let mut words = vec![complaint.name.as_str(), complaint.about.as_str()];
        words.extend(complaint.steps.iter().map(String::as_str));
        add(record("complaint", &complaint.id, &complaint.name), words, Vec::new());
    }
    texts
}

/// The words with a stop at their end, so that what follows does not read as one sentence with them.
fn sentence(words: &str) -> String {
    match words.ends_with(['.', '!', '?', ':']) {
        true => words.to_owned(),
        false => format!("{words}."),
    }
}
