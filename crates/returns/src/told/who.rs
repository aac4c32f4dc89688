//! Who a child is.

use casework::Value;

use super::{At, Collection, Teller, words, yes_or_no};
use crate::child::{Birth, Child, Upn};
use crate::code::{Disability, Sex};
use crate::year::birthday;

/// From this age on it must be said of a girl who is looked after whether she is a mother; below it she is not.
const MAY_BE_MOTHER: i16 = 12;

impl<'a> Teller<'a> {
    /// What was last said of the child for the returns.
    fn detail(&self, field: &str) -> Option<&'a Value> {
        let of_child = |value: &Value| value.people().contains(&self.child.id);
        let all = self.each("child_details_recorded").into_iter().rev();
        all.filter(|done| done.values.get("person").is_some_and(of_child)).find_map(|done| done.values.get(field))
    }

    /// The child, of whom no more than this is told yet; nothing where that is not known.
    pub(super) fn who(&mut self, collection: Collection) -> Option<Child> {
        let at = self.in_case("child_details_recorded");
        let id = self.must(words(self.detail("council_number")), "the council’s own number for the child", None, at);
        let birth = self.birth(at);
        let sex = match birth {
            Some(Birth::Expected(_)) => Some(Sex::Unknown),
            _ => self.must(self.code("sex", self.detail("sex")), "the child’s sex", None, at),
        };
        let ethnicity = self.code("ethnicity", self.detail("ethnicity"));
        let ethnicity = self.must(ethnicity, "the child’s ethnic group", None, at);
        let number = words(self.detail("upn")).map(|number| Upn::Known(number.to_uppercase()));
        let none = || self.code("no_upn_because", self.detail("no_upn_because")).map(Upn::Unknown);
        let upn = number.or_else(none);
        let upn = self.must(upn, "the child’s pupil number, or why there is none", None, at);
        let disabilities = self.disabilities(collection, at);
        let (id, birth, sex, ethnicity, upn) = (id?, birth?, sex?, ethnicity?, upn?);
        let mut child = Child::new(id, birth, sex, ethnicity, upn);
        child.died = self.child.died;
        child.disabilities = disabilities;
        if collection == Collection::Care {
            self.mother(&mut child, at);
        }
        Some(child)
    }

    /// A child born after the year ended was not yet born as far as the return knows.
    fn birth(&mut self, at: At) -> Option<Birth> {
        let expected = self.detail("expected_on").and_then(Value::day);
        match self.child.born {
            Some(born) if born <= self.year.ends() => Some(Birth::On(born)),
            Some(_) => self.must(expected, "the day on which the child was expected", None, at).map(Birth::Expected),
            None => {
                let at = if expected.is_some() { at } else { self.in_case("person_changed") };
                self.must(expected, "the child’s day of birth, or when the baby is due", None, at).map(Birth::Expected)
            }
        }
    }

    fn disabilities(&mut self, collection: Collection, at: At) -> Vec<Disability> {
        if collection == Collection::Care {
            return Vec::new();
        }
        let told = self.detail("disabilities");
        let said = self.must(told, "the child’s disabilities, or that there is none", None, at);
        let chosen = said.map(Value::choices).unwrap_or_default();
        let codes: Vec<Disability> = chosen.iter().filter_map(|one| self.code_of("disabilities", one)).collect();
        codes
    }

    fn mother(&mut self, child: &mut Child, at: At) {
        let grown = birthday(child.birthday(), MAY_BE_MOTHER) <= self.year.ends();
        if child.sex != Sex::Female || !grown {
            return;
        }
        let is_mother = yes_or_no(self.detail("is_mother"));
        if self.must(is_mother, "whether the girl is a mother", None, at) == Some(true) {
            let since = self.detail("mother_since").and_then(Value::day);
            child.mother_since = self.must(since, "when the girl became a mother", None, at);
        }
    }
}
