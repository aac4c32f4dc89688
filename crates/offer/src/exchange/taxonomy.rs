//! The taxonomies that records are tagged with: our own, which are data, and those that follow from the law.

use super::hsds::{Taxonomy, Term};
use super::identity::identity;
use super::record::Uri;
use crate::search::Needs;
use law::Law;
use law::fault::{Fault, Spot};
use law::text::{self, Entry, SourceFile};
use law::value::Kind;
use std::collections::BTreeMap;
use uuid::Uuid;

/// The taxonomies as they are written, before the law fills them.
#[derive(Clone, Debug, Default)]
pub struct Taxonomies {
    list: Vec<Written>,
    terms: Vec<WrittenTerm>,
}

#[derive(Clone, Debug)]
struct Written {
    id: String,
    name: String,
    says: String,
    uri: Option<Uri>,
    from: From,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum From {
    Here,
    Fact(String),
    Needs,
    Supports,
    Provisions,
}

#[derive(Clone, Debug)]
struct WrittenTerm {
    taxonomy: String,
    code: String,
    name: String,
    says: String,
    support: Option<String>,
}

impl Taxonomies {
    /// Reads the file of taxonomies.
    pub fn read(file: &SourceFile) -> (Taxonomies, Vec<Fault>) {
        let (entries, mut faults) = text::read(file, &["taxonomy", "term"]);
        let mut read = Taxonomies::default();
        for entry in &entries {
            let taken = match entry.kind.as_str() {
                "taxonomy" => taxonomy(entry, &mut faults).map(|one| read.list.push(one)),
                _ => term(entry, &mut faults).map(|one| read.terms.push(one)),
            };
            faults.extend(taken.err());
        }
        let stray =
            |term: &&WrittenTerm| !read.list.iter().any(|one| one.id == term.taxonomy && one.from == From::Here);
        for term in read.terms.iter().filter(stray) {
            let message = format!("there is no taxonomy {} with terms of its own", term.taxonomy);
            let spot = Spot { file: file.path.as_str().into(), line: 1, column: 1 };
            faults.push(Fault::new(&spot, message).hint("add an entry that begins `taxonomy`, without `from`"));
        }
        (read, faults)
    }
}

fn taxonomy(entry: &Entry, faults: &mut Vec<Fault>) -> Result<Written, Fault> {
    faults.extend(entry.unknown_keys(&["name", "says", "uri", "from"]));
    let from = match entry.text("from").as_deref() {
        None => From::Here,
        Some("needs") => From::Needs,
        Some("supports") => From::Supports,
        Some("provisions") => From::Provisions,
        Some(other) => match other.strip_prefix("fact ") {
            Some(fact) => From::Fact(fact.to_owned()),
            None => {
                let hint = "write one of: needs, supports, provisions, fact and its name";
                return Err(Fault::new(&entry.spot, format!("terms cannot come from {other:?}")).hint(hint));
            }
        },
    };
    let uri = entry.text("uri").and_then(|text| Uri::new(&text));
    Ok(Written { id: entry.name.clone(), name: entry.must("name")?, says: entry.must("says")?, uri, from })
}

fn term(entry: &Entry, faults: &mut Vec<Fault>) -> Result<WrittenTerm, Fault> {
    faults.extend(entry.unknown_keys(&["name", "says", "support"]));
    let Some((taxonomy, code)) = entry.name.split_once('/') else {
        let fault = Fault::new(&entry.spot, format!("{:?} does not say whose term it is", entry.name));
        return Err(fault.hint("write it as `term  basis/duty`"));
    };
    Ok(WrittenTerm {
        taxonomy: taxonomy.to_owned(),
        code: code.to_owned(),
        name: entry.must("name")?,
        says: entry.must("says")?,
        support: entry.text("support"),
    })
}

/// The taxonomies with all their terms.
#[derive(Clone, Debug, Default)]
pub(crate) struct Filled {
    pub(crate) taxonomies: Vec<Taxonomy>,
    pub(crate) terms: Vec<Term>,
    places: BTreeMap<String, usize>,
    /// Terms that services tied to a support have as well.
    by_support: BTreeMap<String, Vec<String>>,
}

impl Filled {
    /// Fills the taxonomies. `cited` are the provisions that records cite; `address` is where the data is published.
    pub(crate) fn new(written: &Taxonomies, law: &Law, needs: &Needs, cited: &[String], address: &str) -> Filled {
        let mut filled = Filled::default();
        for one in &written.list {
            let id = identity(&format!("taxonomy/{}", one.id));
            let uri = one.uri.clone().or_else(|| Uri::new(&format!("{address}/open-referral/v3/taxonomies/{id}")));
            let Some(uri) = uri else { continue };
            let (name, description) = (one.name.clone(), one.says.clone());
            filled.taxonomies.push(Taxonomy { id, name, description, uri, version: "1".to_owned() });
            match &one.from {
                From::Here => {
                    for term in written.terms.iter().filter(|term| term.taxonomy == one.id) {
                        let own = one.uri.is_none().then_some(address);
                        filled.add(
                            one,
                            &term.code,
                            &term.name,
                            &term.says,
                            own.and_then(|at| own_uri(at, one, &term.code)),
                        );
                        if let Some(support) = &term.support {
                            let list = filled.by_support.entry(support.clone()).or_default();
                            list.push(format!("{}/{}", one.id, term.code));
                        }
                    }
                }
                From::Fact(name) => {
                    let fact = law.facts.find(name).map(|fact| &law.facts[fact].kind);
                    let Some(Kind::OneOf(choices)) = fact else { continue };
                    for choice in choices {
                        let says = sentence(&choice.words);
                        filled.add(one, &choice.code, &choice.answer, &says, own_uri(address, one, &choice.code));
                    }
                }
                From::Needs => {
                    for need in needs.iter() {
                        let says = format!("Help with: {}.", need.name.to_lowercase());
                        filled.add(one, &need.id, &need.name, &says, own_uri(address, one, &need.id));
                    }
                }
                From::Supports => {
                    for support in &law.supports {
                        let says = format!("{}.", support.title);
                        let uri = Uri::new(&format!("{address}/law/support/{}", support.id));
                        filled.add(one, &support.id, &support.title, &says, uri);
                    }
                }
                From::Provisions => cited.iter().for_each(|provision| filled.provision(one, law, provision)),
            }
        }
        filled
    }

    fn provision(&mut self, one: &Written, law: &Law, id: &str) {
        let Some(provision) = law.provision(id) else { return };
        let Some(instrument) = law.instrument(provision.instrument()) else { return };
        let says = if provision.says.is_empty() { &provision.title } else { &provision.says };
        let whole = instrument.url.as_deref().and_then(Uri::new);
        if self.term(&format!("{}/{}", one.id, instrument.id)).is_none() {
            self.add(one, &instrument.id, &instrument.short, &instrument.title, whole.clone());
        }
        let uri = provision.url.as_deref().and_then(|url| published(url, instrument.url.as_deref())).or(whole);
        self.add(one, id, &instrument.cite(provision), says, uri);
        if let Some(term) = self.terms.last_mut() {
            term.parent_id = Some(term_id(&one.id, &instrument.id));
        }
    }

    fn add(&mut self, one: &Written, code: &str, name: &str, says: &str, term_uri: Option<Uri>) {
        let path = format!("{}/{code}", one.id);
        self.places.insert(path, self.terms.len());
        self.terms.push(Term {
            id: term_id(&one.id, code),
            code: code.to_owned(),
            name: name.to_owned(),
            description: says.to_owned(),
            parent_id: None,
            taxonomy: one.name.clone(),
            taxonomy_id: identity(&format!("taxonomy/{}", one.id)),
            term_uri,
        });
    }

    /// The term of a path such as `basis/duty`.
    pub(crate) fn term(&self, path: &str) -> Option<&Term> {
        self.places.get(path).and_then(|place| self.terms.get(*place))
    }

    /// The terms that a service tied to a support has as well.
    pub(crate) fn beside(&self, support: &str) -> impl Iterator<Item = &Term> {
        self.by_support.get(support).into_iter().flatten().filter_map(|path| self.term(path))
    }
}

fn term_id(taxonomy: &str, code: &str) -> Uuid {
    identity(&format!("term/{taxonomy}/{code}"))
}

/// The address of a provision where it is published. Where we read it on somebody else's pages, that is not its address.
fn published(url: &str, instrument: Option<&str>) -> Option<Uri> {
    let host = |url: &str| url.split('/').nth(2).map(str::to_owned);
    let bare = ["/data.xht", "/data.html", "/data.htm"].iter().find_map(|end| url.strip_suffix(end)).unwrap_or(url);
    Uri::new(bare).filter(|_| instrument.is_some_and(|own| host(own) == host(url)))
}

fn own_uri(address: &str, one: &Written, code: &str) -> Option<Uri> {
    Uri::new(&format!("{address}/open-referral/v3/taxonomy_terms/{}", term_id(&one.id, code)))
}

fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    let first: String = letters.next().map(|first| first.to_uppercase().collect()).unwrap_or_default();
    format!("{first}{}.", letters.as_str())
}
