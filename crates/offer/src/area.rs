//! Which contact answers for which part of a county: a county has districts, and people know theirs by name.

use crate::contact::Contact;
use crate::offer::Offer;
use crate::place::{District, Places};
use law::fault::{Fault, Spot};

/// A district, and the contacts that answer for it.
#[derive(Clone, Debug, PartialEq)]
pub struct DistrictContacts<'a> {
    /// The district.
    pub district: &'a District,
    /// Whom to ask there, in the order of the offer.
    pub contacts: Vec<&'a Contact>,
}

impl Offer {
    /// The districts of this council that some contact answers for, in the order of their names.
    pub fn contacts_by_district<'a>(&'a self, places: &'a Places) -> Vec<DistrictContacts<'a>> {
        let mut list: Vec<_> = (self.districts(places))
            .map(|district| DistrictContacts {
                contacts: self.contacts.iter().filter(|contact| contact.districts.contains(&district.name)).collect(),
                district,
            })
            .filter(|found| !found.contacts.is_empty())
            .collect();
        list.sort_by(|a, b| a.district.name.cmp(&b.district.name));
        list
    }

    fn districts<'a>(&self, places: &'a Places) -> impl Iterator<Item = &'a District> {
        let own = self.authority();
        places.districts().iter().filter(move |district| district.ended.is_none() && Some(district.council) == own)
    }

    /// A fault for each district that this council has not, and for districts that nobody is named for.
    pub(crate) fn check_districts(&self, places: &Places, spot: impl Fn(&Contact) -> Spot, faults: &mut Vec<Fault>) {
        for contact in self.contacts.iter().filter(|contact| !contact.districts.is_empty()) {
            let known = || self.districts(places).map(|district| district.name.as_str());
            for name in contact.districts.iter().filter(|name| !known().any(|district| district == name.as_str())) {
                let fault = Fault::new(&spot(contact), format!("this council has no district named {name}"));
                faults.push(fault.nearest(name, known()).hint("the names are in places/districts.csv"));
            }
            if contact.districts_by.is_none() {
                let message = format!("contact {} does not say who says which districts these are", contact.id);
                faults.push(
                    Fault::new(&spot(contact), message).hint("add `districts by` and `the page` or `our reading`"),
                );
            }
        }
    }
}
