//! Who a council service is for: the published wording, and the same as a rule over the facts of the law.

use crate::cited::{self, Cited, brackets};
use crate::clerk::{Clerk, wrap};
use crate::key::Shape;
use crate::stated::Stated;
use crate::written::Written;
use law::condition::{Condition, ConditionKind, Lines, RuleLine};
use law::fact::{FactId, Facts};
use law::fault::{Fault, Spot};
use law::text::{Entry, SourceFile};
use law::{Law, Outcome};

/// Who something is for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Eligibility {
    /// What the council publishes about it, word for word or in our words.
    pub published: Stated<Vec<Published>>,
    /// Whether the council keeps room to decide otherwise, in the words it uses.
    pub discretion: Stated<String>,
    /// The same as a rule, where it could be made into one.
    pub rule: Option<Rule>,
}

impl Eligibility {
    /// Who something outside an offer is for: published wording, and the outcome lines of a rule as the format writes them.
    ///
    /// # Errors
    /// What cannot be read, or names what the law does not know.
    pub fn read(words: &str, rule: &str, law: &Law) -> Result<Eligibility, Vec<Fault>> {
        let file = SourceFile { path: "rule.law".to_owned(), text: format!("rule  one\n{rule}") };
        let (entries, mut faults) = law::text::read(&file, &["rule"]);
        let rule = entries.first().map(|entry| Rule::read(entry, law, &mut faults));
        if !faults.is_empty() {
            return Err(faults);
        }
        let words = words.trim();
        let published = match words {
            "" => Stated::NotStated,
            words => Stated::Is(vec![Published { words: words.to_owned(), exact: true }]),
        };
        Ok(Eligibility { published, discretion: Stated::default(), rule })
    }

    pub(crate) fn fill(&mut self, clerk: &mut Clerk) {
        clerk.stated_each("published", &mut self.published);
        clerk.quiet("discretion", &mut self.discretion);
        clerk.rule(&mut self.rule);
    }
}

/// A piece of published wording.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// The words.
    pub words: String,
    /// Whether they are the council's own words; otherwise they are our words for what it says.
    pub exact: bool,
}

impl Written for Published {
    const SHAPE: Shape = Shape::Published;

    fn read(text: &str) -> Result<Self, String> {
        let inner = text.strip_prefix(['"', '“']).and_then(|rest| rest.strip_suffix(['"', '”']));
        let words = String::read(inner.unwrap_or(text))?;
        Ok(Published { words, exact: inner.is_some() })
    }

    fn write(&self) -> String {
        if self.exact { format!("\"{}\"", self.words) } else { self.words.clone() }
    }
}

/// Ordered lines; the first that holds decides. Two rules are the same where they say the same, wherever they
/// are written.
#[derive(Clone, Debug)]
pub struct Rule(Lines);

impl Rule {
    /// The lines, the last one being `otherwise`.
    pub fn lines(&self) -> &Lines {
        &self.0
    }

    /// The outcome of a line.
    pub fn outcome(line: &RuleLine) -> Outcome {
        Outcome::ALL.get(usize::from(line.outcome)).copied().unwrap_or(Outcome::UnknownRule)
    }

    pub(crate) fn read(entry: &Entry, law: &Law, faults: &mut Vec<Fault>) -> Rule {
        let lines = Lines::read(entry, &law.facts, &outcome_word, faults);
        for line in lines.all() {
            if line.because.is_none() && line.spot != Spot::default() {
                let fault = Fault::new(&line.spot, "this line gives no reason");
                faults.push(fault.hint("add, indented beneath it, `because` and one short sentence for the carer"));
            }
            line.cites.iter().for_each(|cite| drop(cited::check(cite, law, faults)));
            line.when.iter().for_each(|when| when.walk(&mut |part| check_part(part, law, faults)));
        }
        Rule(lines)
    }

    pub(crate) fn write(&self, facts: &Facts) -> String {
        let mut text = String::new();
        for line in self.0.all() {
            let word = Rule::outcome(line).word();
            let cites = brackets(&cites_of(&line.cites));
            match &line.when {
                None => text.push_str(&format!("otherwise {word}{cites}\n")),
                Some(when) => {
                    let (join, parts) = group(when).unwrap_or(("", std::slice::from_ref(when)));
                    let join = if join == "all of" { "" } else { join };
                    text.push_str(format!("{word} when {join}").trim_end());
                    text.push_str(&format!("{cites}\n"));
                    parts.iter().for_each(|part| write_condition(part, 2, facts, &mut text));
                }
            }
            for (key, words) in [("because", &line.because), ("settled by", &line.settled_by)] {
                if let Some(words) = words {
                    wrap(&mut text, words, 0, &format!("  {key}  "), "    ");
                }
            }
        }
        text
    }
}

impl PartialEq for Rule {
    fn eq(&self, other: &Rule) -> bool {
        let (mine, theirs): (Vec<_>, Vec<_>) = (self.0.all().collect(), other.0.all().collect());
        mine.len() == theirs.len() && mine.iter().zip(&theirs).all(|(a, b)| same_line(a, b))
    }
}

fn same_line(a: &RuleLine, b: &RuleLine) -> bool {
    a.outcome == b.outcome
        && a.because == b.because
        && a.settled_by == b.settled_by
        && cites_of(&a.cites) == cites_of(&b.cites)
        && match (&a.when, &b.when) {
            (Some(a), Some(b)) => same(a, b),
            (None, None) => true,
            _ => false,
        }
}

fn same(a: &Condition, b: &Condition) -> bool {
    use ConditionKind::{All, Answer, Any, Day, Fact, InForce, None};
    let parts = |a: &[Condition], b: &[Condition]| a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b));
    cites_of(&a.cites) == cites_of(&b.cites)
        && match (&a.kind, &b.kind) {
            (All(a), All(b)) | (Any(a), Any(b)) | (None(a), None(b)) => parts(a, b),
            (Fact(fact, test), Fact(other, other_test)) => fact == other && test == other_test,
            (Day(compare, date), Day(other, other_date)) => compare == other && date == other_date,
            (InForce(name, yes), InForce(other, other_yes)) => name == other && yes == other_yes,
            (Answer(name, outcomes), Answer(other, others)) => name == other && outcomes == others,
            _ => false,
        }
}

fn cites_of(cites: &[law::cite::Cite]) -> Vec<Cited> {
    cites.iter().map(|cite| Cited { provision: cite.provision.clone(), mark: cite.mark }).collect()
}

fn group(condition: &Condition) -> Option<(&'static str, &[Condition])> {
    match &condition.kind {
        ConditionKind::All(parts) => Some(("all of", parts)),
        ConditionKind::Any(parts) => Some(("any of", parts)),
        ConditionKind::None(parts) => Some(("none of", parts)),
        _ => None,
    }
}

fn write_condition(condition: &Condition, indent: usize, facts: &Facts, text: &mut String) {
    let cites = brackets(&cites_of(&condition.cites));
    match group(condition) {
        Some((join, parts)) => {
            text.push_str(&format!("{:indent$}{join}{cites}\n", ""));
            parts.iter().for_each(|part| write_condition(part, indent + 2, facts, text));
        }
        None => text.push_str(&format!("{:indent$}{}{cites}\n", "", condition.words(facts))),
    }
}

fn outcome_word(word: &str, spot: &Spot) -> Result<u16, Fault> {
    let known = Outcome::ALL.map(Outcome::word);
    known.iter().position(|outcome| *outcome == word).map(|place| place as u16).ok_or_else(|| {
        Fault::new(spot, format!("{word:?} is not an outcome"))
            .nearest(word, known)
            .hint("the outcomes are: right, may, no, depends, unknown_rule")
    })
}

/// Checks what a condition names: provisions, rates and supports.
fn check_part(part: &Condition, law: &Law, faults: &mut Vec<Fault>) {
    part.cites.iter().for_each(|cite| drop(cited::check(cite, law, faults)));
    let missing = match &part.kind {
        ConditionKind::Answer(name, _) if law.support(name).is_none() => Some(("support", name)),
        ConditionKind::InForce(name, _) if law.provision(name).is_none() => Some(("provision", name)),
        ConditionKind::Fact(_, law::condition::Test::Compare(_, law::condition::Bound::Rate(name)))
            if law.rate(name).is_none() =>
        {
            Some(("rate", name))
        }
        _ => None,
    };
    if let Some((kind, name)) = missing {
        let names: Vec<&str> = match kind {
            "support" => law.supports.iter().map(|known| known.id.as_str()).collect(),
            "provision" => law.provisions.iter().map(|known| known.id.as_str()).collect(),
            _ => law.rates.iter().map(|known| known.id.as_str()).collect(),
        };
        faults.push(Fault::new(&part.spot, format!("there is no {kind} named {name} in the law")).nearest(name, names));
    }
}

/// Every fact that a rule tests itself.
pub(crate) fn facts_of(condition: &Condition) -> Vec<FactId> {
    let mut facts = Vec::new();
    condition.walk(&mut |part| {
        if let ConditionKind::Fact(fact, _) = &part.kind
            && !facts.contains(fact)
        {
            facts.push(*fact);
        }
    });
    facts
}
