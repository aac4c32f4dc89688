//! What a council's offer holds for children and young people, found by `content/en/young/local.law`: whom they can talk
//! to, by the ways the council publishes. What the offer does not name was not seen, and is never said to be no.

use crate::council::who as people;
use law::fault::Fault;
use law::text::{Entry, SourceFile, read};
use offer::{Complaint, Contact, Offer, Service, Stated, Welcome};
use std::sync::LazyLock;

const TEXT: &str = include_str!("../../../../../content/en/young/local.law");
/// How many are named of one thing.
const MOST: usize = 3;
/// What stands for "not for this age".
const NONE: &str = "-";

/// One thing that a child may look for, and how it is known in an offer.
#[derive(Debug)]
pub(super) struct Local {
    /// Its name in the file.
    name: String,
    /// The heading it stands below, for each age.
    pub under: [Option<String>; 3],
    supports: Vec<String>,
    duties: Vec<String>,
    named: Option<String>,
    is_for_children: bool,
    /// Words of the ways to complain that are meant.
    complaints: Vec<String>,
    has: [Option<String>; 3],
    ask: [Option<String>; 3],
}

/// What is said of one thing to one age.
#[derive(Debug)]
pub(super) struct Found {
    /// The words.
    pub words: String,
    /// Whom the council names.
    pub who: Vec<Reach>,
}

/// Somebody, or something, a council names, with the ways to reach it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(in crate::council) struct Reach {
    /// Its name.
    pub name: String,
    /// Telephone numbers as people write them and as a telephone dials them.
    pub phones: Vec<(String, String)>,
    /// An address for email.
    pub email: Option<String>,
    /// A page of the council.
    pub web: Option<String>,
}

impl Reach {
    /// Whether the council says how.
    pub(super) fn is_reachable(&self) -> bool {
        !self.phones.is_empty() || self.email.is_some() || self.web.is_some()
    }
}

/// Everything of the list, in its order. It is part of the program; a test says that every entry is whole.
pub(super) fn all() -> &'static [Local] {
    static ALL: LazyLock<Vec<Local>> =
        LazyLock::new(|| entries().0.iter().filter_map(|entry| Local::read(entry).ok()).collect());
    &ALL
}

/// Whom an offer names for one thing of the list.
pub(in crate::council) fn who(name: &str, offer: &Offer) -> Vec<Reach> {
    all().iter().find(|local| local.name == name).map(|local| local.who(offer)).unwrap_or_default()
}

fn entries() -> (Vec<Entry>, Vec<Fault>) {
    read(&SourceFile { path: "local.law".to_owned(), text: TEXT.to_owned() }, &["local"])
}

impl Local {
    fn read(entry: &Entry) -> Result<Local, Fault> {
        let must = entry.must("under")?;
        let headings: Vec<&str> = must.split('|').map(str::trim).collect();
        let &[youngest, middle, oldest] = headings.as_slice() else {
            return Err(Fault::new(&entry.spot, "write `under` as three headings, one for each age: `a | b | -`"));
        };
        let list = |key: &str| -> Vec<String> {
            let text = entry.text(key).unwrap_or_default();
            text.split(',').map(|one| one.trim().to_owned()).filter(|one| !one.is_empty()).collect()
        };
        let words = |kind: &str| ["1", "2", "3"].map(|age| entry.text(&format!("{kind} {age}")));
        let local = Local {
            name: entry.name.clone(),
            under: [youngest, middle, oldest].map(|under| (under != NONE).then(|| under.to_owned())),
            supports: list("supports"),
            duties: list("duties"),
            named: entry.text("named"),
            is_for_children: entry.text("for children").is_some(),
            complaints: list("complaints"),
            has: words("has"),
            ask: words("ask"),
        };
        let is_whole =
            |age: usize| local.under[age].is_some() == (local.has[age].is_some() && local.ask[age].is_some());
        match (0..3).all(is_whole) {
            true => Ok(local),
            false => {
                Err(Fault::new(&entry.spot, "each age that has a heading needs `has` and `ask`, and no other does"))
            }
        }
    }

    /// What is said of it to an age, by its place; `None` where nothing is said at that age.
    pub(super) fn said(&self, age: usize, offer: Option<&Offer>) -> Option<Found> {
        let who = offer.map(|offer| self.who(offer)).unwrap_or_default();
        let words = if who.is_empty() { &self.ask } else { &self.has };
        Some(Found { words: words.get(age)?.clone()?, who })
    }

    /// Whom the offer names for it: contacts first, then services, then teams and organisations.
    fn who(&self, offer: &Offer) -> Vec<Reach> {
        let mut who: Vec<Reach> = Vec::new();
        let mut put = |reach: Reach| {
            if !who.iter().any(|known| known.name.eq_ignore_ascii_case(&reach.name)) {
                who.push(reach);
            }
        };
        let is_about = |complaint: &&Complaint| {
            let words = format!("{} {}", complaint.name, complaint.about).to_lowercase();
            self.complaints.iter().any(|word| words.contains(word.as_str()))
        };
        for complaint in offer.complaints.iter().filter(is_about) {
            let contact = offer::all(&offer.contacts, &complaint.contacts).next();
            let mut reach = contact.map(of_contact).unwrap_or_default();
            reach.name.clone_from(&complaint.name);
            reach.web = complaint.web.value().map(|url| url.as_str().to_owned()).or(reach.web);
            put(reach);
        }
        let answers = |duties: &[offer::Id]| duties.iter().any(|duty| self.duties.iter().any(|one| duty.is(one)));
        let is_named =
            |name: &str| self.named.as_ref().is_some_and(|named| name.to_lowercase().contains(named.as_str()));
        let contacts = offer.contacts.iter();
        contacts.filter(|one| answers(&one.answers) || is_named(&one.name)).map(of_contact).for_each(&mut put);
        let is_meant = |service: &&Service| {
            let tied = service.tie.support().is_some_and(|tied| self.supports.iter().any(|one| tied.is(one)));
            let for_children = self.is_for_children && service.welcomes.contains(&Welcome::Children);
            tied || for_children || answers(&service.answers) || is_named(&service.name)
        };
        let services = offer.services.iter().filter(|service| !offer.is_earlier(service));
        services.filter(is_meant).map(|service| of_service(offer, service)).for_each(&mut put);
        for team in offer.organisations.iter().filter(|one| answers(&one.answers) || is_named(&one.name)) {
            put(Reach {
                name: team.name.clone(),
                phones: phones(&team.phones),
                email: None,
                web: team.web.value().map(|url| url.as_str().to_owned()),
            });
        }
        // A name alone helps nobody where there is somebody to phone, unless the thing itself is for children.
        if !self.is_for_children && who.iter().any(Reach::is_reachable) {
            who.retain(Reach::is_reachable);
        }
        who.truncate(MOST);
        who
    }
}

fn of_contact(contact: &Contact) -> Reach {
    Reach {
        name: contact.name.clone(),
        phones: phones(&contact.phones),
        email: contact.email.value().cloned(),
        web: contact.form.value().map(|url| url.as_str().to_owned()),
    }
}

/// A service is reached by the first of its contacts.
fn of_service(offer: &Offer, service: &Service) -> Reach {
    let contact = offer::all(&offer.contacts, &service.contacts).next();
    Reach { name: service.name.clone(), ..contact.map(of_contact).unwrap_or_default() }
}

fn phones(phones: &Stated<Vec<String>>) -> Vec<(String, String)> {
    people::phones(phones)
}

#[cfg(test)]
mod tests {
    use super::{Local, entries};
    use crate::routes::tests::law_texts;
    use crate::ways::{AGES, Words};
    use law::Law;

    #[test]
    fn every_entry_is_whole_and_stands_below_a_heading_of_each_page() {
        let (law, _) = Law::load(&law_texts());
        let (entries, faults) = entries();
        assert!(faults.is_empty() && entries.len() > 8, "{faults:?}");
        let keys =
            ["under", "supports", "duties", "named", "for children", "complaints", "has 1", "has 2", "has 3", "ask 1"];
        let keys: Vec<&str> = keys.into_iter().chain(["ask 2", "ask 3"]).collect();
        for entry in &entries {
            assert_eq!(entry.unknown_keys(&keys), []);
            let local = Local::read(entry).unwrap();
            for (age, under) in AGES.iter().zip(&local.under) {
                let parts = Words::of(age.text).parts;
                let stands = under.as_ref().is_none_or(|under| parts.iter().any(|part| part.id == *under));
                assert!(stands, "{}: {} has no heading {under:?}", entry.name, age.slug);
            }
            for support in &local.supports {
                assert!(law.support_place(support).is_some(), "{support} is no support");
            }
            for duty in &local.duties {
                assert!(law.duty(duty).is_some(), "{duty} is no duty");
            }
        }
    }
}
