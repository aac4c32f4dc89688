//! Small pieces of an offer as a page says them: what is stated, and plainly what is not.

use crate::language::{Piece, Said, date, in_english, list, say, say_with};
use crate::ui::condition;
use crate::ui::show::CiteView;
use law::Day;
use law::cite::Cite;
use law::fault::Spot;
use offer::{Cited, Id, Left, LeftKind, Offer, Stated};

/// A paragraph with what it rests on.
pub(super) struct Para {
    pub words: String,
    pub cites: Vec<CiteView>,
}

/// One thing that the offer states.
pub(crate) struct Fact {
    /// The key of its label.
    label: &'static str,
    pub values: Vec<Said>,
}

impl Fact {
    /// What it is.
    pub(crate) fn label(&self) -> Said {
        say(self.label)
    }
}

/// What an offer states of something, and in one sentence each what it is silent about. Things go by the keys of their
/// labels.
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

    /// Takes one value, as the council wrote it.
    pub(crate) fn one<T: ToString>(&mut self, label: &'static str, value: &Stated<T>) {
        self.all(label, value.map(|value| vec![in_english(value.to_string())]));
    }

    /// Takes several values, as the council wrote them.
    pub(super) fn many<T: ToString>(&mut self, label: &'static str, values: &Stated<Vec<T>>) {
        self.all(label, values.map(|values| values.iter().map(|value| in_english(value.to_string())).collect()));
    }

    /// Takes a value in our own words.
    pub(super) fn said(&mut self, label: &'static str, value: Stated<Said>) {
        self.all(label, value.map(|value| vec![value.clone()]));
    }

    /// Takes several values in our own words.
    pub(super) fn all(&mut self, label: &'static str, values: Stated<Vec<Said>>) {
        match values {
            Stated::Is(values) => self.rows.push(Fact { label, values }),
            Stated::None => self.rows.push(Fact { label, values: vec![say("silent-none")] }),
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
    pub(crate) fn silences(&self) -> Vec<Said> {
        let said = match self.own {
            true => vec![("silent-own", [&self.not_stated[..], &self.not_seen[..]].concat())],
            false => vec![("silent-not-stated", self.not_stated.clone()), ("silent-not-seen", self.not_seen.clone())],
        };
        let all = said.iter().filter_map(|(key, labels)| Some((key, list(labels.iter().map(|label| say(label)))?)));
        all.map(|(key, what)| say_with(key, [("what", what.small().into())])).collect()
    }
}

/// The words where nothing is stated. In a council's own offer, what nobody filled in is not stated.
pub(super) fn absent<T>(offer: &Offer, value: &Stated<T>) -> Option<Said> {
    match value {
        Stated::NotSeen | Stated::NotStated if !offer.head.example => Some(say("absent-own")),
        value => not_there(value),
    }
}

/// The words where there is no value.
pub(super) fn not_there<T>(value: &Stated<T>) -> Option<Said> {
    Some(say(match value {
        Stated::Is(_) => return None,
        Stated::NotStated => "absent-not-stated",
        Stated::NotSeen => "absent-not-seen",
        Stated::None => "absent-none",
    }))
}

/// What is said in the place of something that has left.
pub(crate) fn left(offer: &Offer, left: &Left) -> Said {
    let is_amount = left.kind == LeftKind::Amount;
    let day = ("day", date(left.on).into());
    match offer.somebody_to_ask() {
        Some((name, way)) => {
            let key = if is_amount { "left-out-amount" } else { "left-out" };
            say_with(key, [day, ("who", name.into()), ("way", way.into())])
        }
        None => {
            let key = if is_amount { "left-out-amount-council" } else { "left-out-council" };
            say_with(key, [day, ("council", offer.head.council.as_str().into())])
        }
    }
}

/// What is said in the place of the sums of a payment, where they have left.
pub(crate) fn left_amount(offer: &Offer, payment: &Id) -> Option<Said> {
    let found = offer.left.iter().find(|one| one.kind == LeftKind::Amount && one.id == *payment);
    found.map(|one| left(offer, one))
}

/// What is said beside services, where some have left: there may be more than is listed.
pub(crate) fn left_services(offer: &Offer) -> Option<Said> {
    let many = offer.left.iter().filter(|left| left.kind == LeftKind::Service).count();
    let many = ("many", Some(many).filter(|many| *many > 0)?.into());
    Some(match offer.somebody_to_ask() {
        Some((name, way)) => say_with("left-services-ask", [many, ("who", name.into()), ("way", way.into())]),
        None => say_with("left-services", [many]),
    })
}

/// Citations as pages show them.
pub(super) fn cites(day: &Day, cites: &[Cited]) -> Vec<CiteView> {
    let cite = |cited: &Cited| Cite { provision: cited.provision.clone(), mark: cited.mark, spot: Spot::default() };
    condition::cites(day, &cites.iter().map(cite).collect::<Vec<_>>())
}

/// Places on the page, and what stands there.
pub(super) type Places = Vec<(String, Said)>;

/// Contacts further up the page.
fn contacts(offer: &Offer, ids: &[Id]) -> Places {
    let here = offer::all(&offer.contacts, ids).map(|contact| (contact_place(&contact.id), in_english(&contact.name)));
    let left = offer.left.iter().filter(|left| left.kind == LeftKind::Contact && ids.contains(&left.id));
    let taken_out = |name: &str| say_with("left-contact", [("name", Piece::written(name))]);
    here.chain(left.map(|left| (contact_place(&left.id), taken_out(&left.name)))).collect()
}

/// Whom to ask, as links to contacts further up the page; none where nobody is named.
pub(super) fn asks(offer: &Offer, ids: &[Id]) -> Option<Said> {
    naming("thing-ask", "who", &contacts(offer, ids))
}

/// A text in which places on the page are named, each as a link; none where there are no places.
pub(super) fn naming(key: &str, name: &str, places: &[(String, Said)]) -> Option<Said> {
    let links: Vec<String> = places.iter().map(|(place, words)| format!("<a href=\"#{place}\">{words}</a>")).collect();
    (!links.is_empty()).then(|| say_with(key, [(name, Piece::Html(links.join(", ")))]))
}

/// A text with one link, and with the name of what it leads to as the council wrote it.
pub(super) fn leading(key: &str, href: &str, name: &str, words: &str) -> Said {
    say_with(key, [("link", Piece::link(href)), (name, Piece::written(words)), ("end", Piece::end("a"))])
}

/// Where a contact stands on the page.
pub(super) fn contact_place(id: &Id) -> String {
    format!("contact-{id}")
}

/// Paragraphs as pages show them.
pub(super) fn paras(day: &Day, said: &[offer::Said]) -> Vec<Para> {
    said.iter().map(|said| Para { words: said.words.clone(), cites: cites(day, &said.cites) }).collect()
}
