//! Small pieces of an offer as a page says them: what is stated, and plainly what is not.

use crate::ui::condition;
use crate::ui::show::CiteView;
use law::Day;
use law::cite::Cite;
use law::fault::Spot;
use offer::{Cited, Id, Offer, Said, Stated};

/// A paragraph with what it rests on.
pub(super) struct Para {
    pub words: String,
    pub cites: Vec<CiteView>,
}

/// One thing that the offer states.
pub(crate) struct Fact {
    pub label: &'static str,
    pub values: Vec<String>,
}

/// What an offer states of something, and in one sentence each what it is silent about.
#[derive(Default)]
pub(crate) struct Stating {
    pub rows: Vec<Fact>,
    not_stated: Vec<&'static str>,
    not_seen: Vec<&'static str>,
}

impl Stating {
    /// Takes one value.
    pub(crate) fn one<T: ToString>(&mut self, label: &'static str, value: &Stated<T>) {
        self.take(label, value.map(|value| vec![value.to_string()]));
    }

    /// Takes several values.
    pub(super) fn many<T: ToString>(&mut self, label: &'static str, values: &Stated<Vec<T>>) {
        self.take(label, values.map(|values| values.iter().map(T::to_string).collect()));
    }

    fn take(&mut self, label: &'static str, values: Stated<Vec<String>>) {
        match values {
            Stated::Is(values) => self.rows.push(Fact { label, values }),
            Stated::None => self.rows.push(Fact { label, values: vec!["None.".to_owned()] }),
            Stated::NotStated => self.not_stated.push(label),
            Stated::NotSeen => self.not_seen.push(label),
        }
    }

    /// Forgets what was not seen, where nobody would expect it to be there.
    pub(super) fn quiet(mut self, labels: &[&str]) -> Stating {
        self.not_seen.retain(|label| !labels.contains(label));
        self
    }

    /// What the page does not say, and what was not seen of it.
    pub(crate) fn silences(&self) -> Vec<String> {
        let said = [("The page does not say", &self.not_stated), ("We did not see", &self.not_seen)];
        (said.iter().filter(|(_, labels)| !labels.is_empty()))
            .map(|(start, labels)| format!("{start}: {}.", labels.join(", ").to_lowercase()))
            .collect()
    }
}

/// The words where nothing is stated.
pub(super) fn absent<T>(value: &Stated<T>) -> Option<&'static str> {
    value.plain()
}

/// Citations as pages show them.
pub(super) fn cites(day: &Day, cites: &[Cited]) -> Vec<CiteView> {
    let cite = |cited: &Cited| Cite { provision: cited.provision.clone(), mark: cited.mark, spot: Spot::default() };
    condition::cites(day, &cites.iter().map(cite).collect::<Vec<_>>())
}

/// Links to contacts further up the page: their places and names.
pub(super) fn contacts(offer: &Offer, ids: &[Id]) -> Vec<(String, String)> {
    offer::all(&offer.contacts, ids).map(|contact| (contact_place(&contact.id), contact.name.clone())).collect()
}

/// Where a contact stands on the page.
pub(super) fn contact_place(id: &Id) -> String {
    format!("contact-{id}")
}

/// Paragraphs as pages show them.
pub(super) fn paras(day: &Day, said: &[Said]) -> Vec<Para> {
    said.iter().map(|said| Para { words: said.words.clone(), cites: cites(day, &said.cites) }).collect()
}
