//! A service of an offer as a record of the feed.

use super::hsds::{
    Attribute, Contact, CostOption, Language, Organization, Phone, RequiredDocument, Service, ServiceArea,
    ServiceAtLocation,
};
use super::identity::Path;
use super::record::{Email, Moment, Uri};
use super::taxonomy::Filled;
use super::{ages, beside, location, organisation, schedule};
use crate::eligibility::Eligibility;
use crate::offer::{Offer, all};
use crate::place::{Places, Spot};
use crate::search::Needs;
use crate::stated::Stated;
use jiff::civil::Date;
use law::condition::Condition;
use law::value::{Answer, Value};
use law::{Case, Day, Family, Findings, Outcome};

/// What a service was given as in an offer, so that two `Service`s can be told apart here.
type Written = crate::service::Service;

/// Makes records of services.
pub(crate) struct Maker<'a> {
    day: &'a Day,
    places: &'a Places,
    filled: &'a Filled,
    needs: &'a Needs,
    /// For each arrangement, a family of which nothing else is known.
    families: Vec<(String, Case, Findings)>,
}

impl<'a> Maker<'a> {
    pub(crate) fn new(day: &'a Day, places: &'a Places, filled: &'a Filled, needs: &'a Needs) -> Maker<'a> {
        let facts = &day.law.facts;
        let mut families = Vec::new();
        if let Some(fact) = facts.find("arrangement")
            && let law::value::Kind::OneOf(choices) = &facts[fact].kind
        {
            for (place, choice) in choices.iter().enumerate() {
                let mut case = Case::on(day.date);
                case.set(fact, Answer::Is(Value::Choice(place as u16)));
                case.presume(facts);
                let findings = day.find(&case);
                families.push((format!("arrangements/{}", choice.code), case, findings));
            }
        }
        Maker { day, places, filled, needs, families }
    }

    /// The record of a service, and the service at each of its places.
    pub(crate) fn service(
        &self,
        offer: &Offer,
        service: &Written,
        needs: u32,
        organisations: &[Organization],
    ) -> (Service, Vec<(ServiceAtLocation, Option<Spot>)>) {
        let path = Path::new(offer.slug(), "service", service.id.as_str());
        let mut record = self.base(offer, service, &path);
        record.organization = organisations.iter().find(|one| one.id == record.organization_id).cloned().map(Box::new);
        record.schedules = schedule::all(service, &path);
        record.service_areas = self.areas(offer, service, &path);
        record.languages = languages(&service.languages, |place| path.part("language", place), Some(&path), None);
        record.cost_options = costs(service, &path);
        record.required_documents = documents(service, &path);
        record.contacts = contacts(offer, service, &path);
        record.phones = record.contacts.iter().flat_map(|contact| contact.phones.clone()).collect();
        record.email = record.contacts.iter().find_map(|contact| contact.email.clone());
        record.attributes = self.attributes(service, needs, &path);
        let mut outer = record.clone();
        outer.service_at_locations.clear();
        let located: Vec<_> = (location::all(offer, service, self.places).into_iter())
            .map(|(place, spot)| {
                let at = ServiceAtLocation {
                    id: path.part("at", place.id).id(),
                    service_id: record.id,
                    location_id: place.id,
                    location: Some(place),
                    service: None,
                };
                (at, spot)
            })
            .collect();
        record.service_at_locations = located.iter().map(|(at, _)| at.clone()).collect();
        let whole = |at: ServiceAtLocation| ServiceAtLocation { service: Some(Box::new(outer.clone())), ..at };
        (record, located.into_iter().map(|(at, spot)| (whole(at), spot)).collect())
    }

    fn base(&self, offer: &Offer, service: &Written, path: &Path) -> Service {
        let seen = beside::seen(offer, service);
        let is_earlier = offer.is_earlier(service);
        let today = self.day.date;
        let (minimum_age, maximum_age) = ages::stated(&service.eligibility, &self.day.law.facts);
        Service {
            id: path.id(),
            organization_id: organisation::of_service(offer, service),
            name: service.name.clone(),
            description: service.summary.clone(),
            url: beside::pages(offer, service).first().and_then(|page| Uri::new(page.url.as_str())),
            email: None,
            status: status(service, is_earlier, today),
            application_process: joined(&service.reach),
            fees_description: match &service.cost {
                Stated::Is(cost) => Some(cost.clone()),
                Stated::None => Some("Free: the page says that there is no cost.".to_owned()),
                Stated::NotStated | Stated::NotSeen => None,
            },
            eligibility_description: eligibility(&service.eligibility),
            minimum_age: minimum_age.map(f64::from),
            maximum_age: maximum_age.map(f64::from),
            assured_date: seen,
            alert: alert(offer, is_earlier),
            last_modified: seen.map(Moment),
            phones: Vec::new(),
            schedules: Vec::new(),
            service_areas: Vec::new(),
            service_at_locations: Vec::new(),
            languages: Vec::new(),
            organization: None,
            cost_options: Vec::new(),
            required_documents: Vec::new(),
            contacts: Vec::new(),
            attributes: Vec::new(),
            kith: Some(Box::new(beside::of(offer, service))),
        }
    }

    fn areas(&self, offer: &Offer, service: &Written, path: &Path) -> Vec<ServiceArea> {
        let code = offer.authority().map(|code| code.to_string());
        // Whoever is no council may serve anywhere.
        if code.is_none() && service.area.value().is_none() {
            return Vec::new();
        }
        let name = service.area.value().cloned().unwrap_or_else(|| offer.head.council.clone());
        // Where the page names a part of the council's area, the code would say more than the page does.
        let whole = code.filter(|_| service.area.value().is_none());
        vec![ServiceArea {
            id: path.part("area", 1).id(),
            service_id: path.id(),
            name,
            extent_type: whole.as_ref().map(|_| "text"),
            uri: whole.as_deref().and_then(organisation::area_uri),
            extent: whole,
        }]
    }

    fn attributes(&self, service: &Written, needs: u32, path: &Path) -> Vec<Attribute> {
        let mut list = Vec::new();
        let mut tag = |says, value, term: Option<&_>| {
            list.extend(term.map(|term| organisation::attribute(path, (says, "service"), value, term)));
        };
        for (term, case, findings) in &self.families {
            let answer = service.eligibility.answer(&Family { day: self.day, findings, case });
            if matches!(answer.outcome, Outcome::Right | Outcome::May | Outcome::Depends) {
                tag("eligibility", Some(answer.outcome.word().to_owned()), self.filled.term(term));
            }
        }
        for (place, need) in self.needs.iter().enumerate().filter(|(place, _)| needs & (1 << place) != 0) {
            debug_assert!(place < Needs::MOST);
            tag("need", None, self.filled.term(&format!("needs/{}", need.id)));
        }
        if let Some(basis) = service.basis.value() {
            tag("basis", None, self.filled.term(&format!("basis/{}", basis.word().replace(' ', "-"))));
        }
        for way in service.delivery.value().into_iter().flatten() {
            tag("delivery", None, self.filled.term(&format!("delivery/{}", way.word().replace(' ', "-"))));
        }
        for (tie, support) in [("extends", &service.tie.extends), ("fills", &service.tie.fills)] {
            let Some(support) = support else { continue };
            tag("support", Some(tie.to_owned()), self.filled.term(&format!("supports/{support}")));
            self.filled.beside(support.as_str()).for_each(|term| tag("service type", None, Some(term)));
        }
        let mut cited = cites(service);
        cited.sort();
        cited.dedup();
        cited.iter().for_each(|cite| tag("law", None, self.filled.term(&format!("law/{cite}"))));
        list
    }
}

/// Every provision that a service or its rule cites.
pub(crate) fn cites(service: &Written) -> Vec<String> {
    let mut list: Vec<String> =
        service.law.iter().flat_map(|said| &said.cites).map(|cite| cite.provision.clone()).collect();
    for line in service.eligibility.rule.iter().flat_map(|rule| rule.lines().all()) {
        list.extend(line.cites.iter().map(|cite| cite.provision.clone()));
        let mut take = |part: &Condition| list.extend(part.cites.iter().map(|cite| cite.provision.clone()));
        line.when.iter().for_each(|when| when.walk(&mut take));
    }
    list
}

fn status(service: &Written, is_earlier: bool, today: Date) -> &'static str {
    match (service.from.value(), service.to.value()) {
        (_, Some(last)) if *last < today => "defunct",
        (Some(first), _) if *first > today => "inactive",
        _ if is_earlier => "inactive",
        _ => "active",
    }
}

fn alert(offer: &Offer, is_earlier: bool) -> Option<String> {
    let earlier =
        is_earlier.then_some("This stood in an earlier version of the council's page. The current one lacks it.");
    let parts: Vec<&str> = offer.head.notice.as_deref().into_iter().chain(earlier).collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

fn eligibility(who: &Eligibility) -> Option<String> {
    let words: Vec<&str> = who.published.value().into_iter().flatten().map(|one| one.words.as_str()).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

fn joined(list: &Stated<Vec<String>>) -> Option<String> {
    list.value().filter(|list| !list.is_empty()).map(|list| list.join("; "))
}

fn languages(
    list: &Stated<Vec<String>>,
    path: impl Fn(&str) -> Path,
    service: Option<&Path>,
    phone: Option<&Path>,
) -> Vec<Language> {
    let each = list.value().into_iter().flatten().map(|name| Language {
        id: path(name).id(),
        service_id: service.map(Path::id),
        phone_id: phone.map(Path::id),
        name: name.clone(),
    });
    each.collect()
}

fn costs(service: &Written, path: &Path) -> Vec<CostOption> {
    let (amount, words) = match &service.cost {
        Stated::Is(words) => (words.to_lowercase().starts_with("free").then_some(0.0), words.clone()),
        Stated::None => (Some(0.0), "Free".to_owned()),
        Stated::NotStated | Stated::NotSeen => return Vec::new(),
    };
    vec![CostOption {
        id: path.part("cost", 1).id(),
        service_id: path.id(),
        amount,
        currency: amount.map(|_| "GBP"),
        amount_description: words,
    }]
}

fn documents(service: &Written, path: &Path) -> Vec<RequiredDocument> {
    let each = service.evidence.value().into_iter().flatten().enumerate().map(|(place, document)| RequiredDocument {
        id: path.part("document", place + 1).id(),
        service_id: path.id(),
        document: document.clone(),
    });
    each.collect()
}

fn contacts(offer: &Offer, service: &Written, service_path: &Path) -> Vec<Contact> {
    let each = all(&offer.contacts, &service.contacts).map(|contact| {
        let path = service_path.part("contact", &contact.id);
        let about = [contact.purposes.join("; "), hours(&contact.hours), hours(&contact.area)];
        let about: Vec<String> = about.into_iter().filter(|words| !words.is_empty()).collect();
        let phones = contact.phones.value().into_iter().flatten().enumerate().map(|(place, number)| {
            let phone = path.part("phone", place + 1);
            Phone {
                id: phone.id(),
                service_id: Some(service_path.id()),
                organization_id: None,
                contact_id: Some(path.id()),
                number: number.clone(),
                description: (!about.is_empty()).then(|| about.join(". ")),
                languages: languages(&contact.languages, |name| phone.part("language", name), None, Some(&phone)),
            }
        });
        Contact {
            id: path.id(),
            service_id: service_path.id(),
            name: contact.name.clone(),
            title: contact.role.value().cloned(),
            email: contact.email.value().and_then(|text| Email::new(text)),
            phones: phones.collect(),
        }
    });
    each.collect()
}

fn hours(text: &Stated<String>) -> String {
    text.value().cloned().unwrap_or_default()
}
