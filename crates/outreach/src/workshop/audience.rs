//! Who a workshop is for: a few choices that become a rule over the facts of the law, as services have one.

use law::{Fault, Law};
use offer::Eligibility;
use serde::{Deserialize, Serialize};

/// Who it is for. Nothing chosen: every kinship carer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Audience {
    /// In the host's own words.
    pub words: String,
    /// The kinds of arrangement, by the law's codes; none for every kind.
    pub arrangements: Vec<String>,
    /// The child's least age in years.
    pub from_age: Option<u8>,
    /// The child's greatest age in years.
    pub to_age: Option<u8>,
}

impl Audience {
    /// Whether it is for every kinship carer.
    pub fn is_everybody(&self) -> bool {
        self.arrangements.is_empty() && self.from_age.is_none() && self.to_age.is_none()
    }

    /// The child's ages, in words; none where they do not matter.
    pub fn ages(&self) -> Option<String> {
        match (self.from_age, self.to_age) {
            (None, None) => None,
            (Some(from), None) => Some(format!("a child of {from} or older")),
            (None, Some(to)) => Some(format!("a child of {to} or younger")),
            (Some(from), Some(to)) if from == to => Some(format!("a child of {from}")),
            (Some(from), Some(to)) => Some(format!("a child of {from} to {to}")),
        }
    }

    /// The rule, in the law's format.
    pub fn rule(&self) -> String {
        let mut text = String::new();
        if let Some(ages) = self.ages() {
            text.push_str("no when any of\n");
            text.extend(self.from_age.map(|from| format!("  child_age < {from}\n")));
            text.extend(self.to_age.map(|to| format!("  child_age > {to}\n")));
            text.push_str(&format!("  because  It is for those who care for {ages}.\n"));
        }
        if self.arrangements.is_empty() {
            let whom = if self.is_everybody() { "It is for every kinship carer." } else { "The child’s age fits." };
            text.push_str(&format!("otherwise may\n  because  {whom}\n"));
        } else {
            text.push_str(&format!(
                "may when\n  arrangement in {{{}}}\n  because  It is for your kind of arrangement.\notherwise no\n  because  \
                 It is for other kinds of arrangement.\n",
                self.arrangements.join(", ")
            ));
        }
        text
    }

    /// The same as a service says it, to be held against a family.
    ///
    /// # Errors
    /// What the law does not know, such as a kind of arrangement.
    ///
    /// See [`offer::Eligibility::answer`] for what follows for one family.
    pub fn eligibility(&self, law: &Law) -> Result<Eligibility, Vec<Fault>> {
        Eligibility::read(&self.words, &self.rule(), law)
    }
}
