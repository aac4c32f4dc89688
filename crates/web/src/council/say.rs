//! Small pieces of an offer as a page says them: what is stated, and plainly what is not.

use crate::ui::condition;
use crate::ui::show::{self, CiteView};
use law::Day;
use law::cite::Cite;
use law::fault::Spot;
use offer::{Cited, Id, Left, LeftKind, Offer, Said, Stated};

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
    /// Whether the offer is the council's own: then there is no other page that somebody did not see.
    own: bool,
}

impl Stating {
    /// Of something in an offer.
    pub(super) fn of(offer: &Offer) -> Stating {
        Stating { own: !offer.head.example, ..Stating::default() }
    }

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
        let said = match self.own {
            true => vec![("Not stated", [&self.not_stated[..], &self.not_seen[..]].concat())],
            false => {
                vec![("The page does not say", self.not_stated.clone()), ("We did not see", self.not_seen.clone())]
            }
        };
        (said.iter().filter(|(_, labels)| !labels.is_empty()))
            .map(|(start, labels)| format!("{start}: {}.", labels.join(", ").to_lowercase()))
            .collect()
    }
}

/// The words where nothing is stated. In a council's own offer, what nobody filled in is not stated.
pub(super) fn absent<T>(offer: &Offer, value: &Stated<T>) -> Option<&'static str> {
    match value {
        Stated::NotSeen | Stated::NotStated if !offer.head.example => Some("Not stated."),
        value => value.plain(),
    }
}

/// What is said in the place of something that has left.
pub(crate) fn left(offer: &Offer, left: &Left) -> String {
    let what = if left.kind == LeftKind::Amount { "the amount" } else { "this" };
    let ask = match offer.somebody_to_ask() {
        Some((name, way)) => format!("{name}, {way}"),
        None => format!("{}, and say that you are a kinship carer", offer.head.council),
    };
    format!("We took {what} out on {} because nobody has confirmed it. Ask: {ask}.", show::date(left.on))
}

/// What is said in the place of the sums of a payment, where they have left.
pub(crate) fn left_amount(offer: &Offer, payment: &Id) -> Option<String> {
    let found = offer.left.iter().find(|one| one.kind == LeftKind::Amount && one.id == *payment);
    found.map(|one| left(offer, one))
}

/// What is said beside services, where some have left: there may be more than is listed.
pub(crate) fn left_services(offer: &Offer) -> Option<String> {
    let count = offer.left.iter().filter(|left| left.kind == LeftKind::Service).count();
    let ask = offer.somebody_to_ask().map(|(name, way)| format!(" Ask: {name}, {way}.")).unwrap_or_default();
    let what = match count {
        0 => return None,
        1 => "1 service was taken out because nobody has confirmed it".to_owned(),
        more => format!("{more} services were taken out because nobody has confirmed them"),
    };
    Some(format!("{what}. There may still be more help than is listed here.{ask}"))
}

/// Citations as pages show them.
pub(super) fn cites(day: &Day, cites: &[Cited]) -> Vec<CiteView> {
    let cite = |cited: &Cited| Cite { provision: cited.provision.clone(), mark: cited.mark, spot: Spot::default() };
    condition::cites(day, &cites.iter().map(cite).collect::<Vec<_>>())
}

/// Links to contacts further up the page: their places and names.
pub(super) fn contacts(offer: &Offer, ids: &[Id]) -> Vec<(String, String)> {
    let here = offer::all(&offer.contacts, ids).map(|contact| (contact_place(&contact.id), contact.name.clone()));
    let left = offer.left.iter().filter(|left| left.kind == LeftKind::Contact && ids.contains(&left.id));
    here.chain(left.map(|left| (contact_place(&left.id), format!("{} (taken out)", left.name)))).collect()
}

/// Where a contact stands on the page.
pub(super) fn contact_place(id: &Id) -> String {
    format!("contact-{id}")
}

/// Paragraphs as pages show them.
pub(super) fn paras(day: &Day, said: &[Said]) -> Vec<Para> {
    said.iter().map(|said| Para { words: said.words.clone(), cites: cites(day, &said.cites) }).collect()
}
