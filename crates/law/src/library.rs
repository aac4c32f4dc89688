//! The whole law, loaded and cross-checked: every entry of `law/`, found by name.

use crate::calendar::Holidays;
use crate::cite::{Cite, Sureness};
use crate::clock::{Clock, Start};
use crate::condition::{Bound, Condition, ConditionKind, Lines, Test};
use crate::duty::Duty;
use crate::effect::Effect;
use crate::fact::{Facts, Origin};
use crate::fault::{Fault, Spot};
use crate::glossary::Term;
use crate::instrument::{Instrument, Provision};
use crate::rate::Rate;
use crate::rule::{Support, Worth};
use crate::story::Story;
use crate::text::{self, Entry, SourceFile};
use crate::watchword::Watchword;
use rustc_hash::FxHashMap;

/// The words that begin an entry in `law/`.
pub const KINDS: [&str; 12] = [
    "instrument",
    "provision",
    "fact",
    "support",
    "effect",
    "rate",
    "clock",
    "holidays",
    "duty",
    "watchword",
    "story",
    "term",
];

/// The law as loaded from files.
#[derive(Clone, Debug, Default)]
pub struct Law {
    /// Every fact.
    pub facts: Facts,
    /// Every support, in the order of the files.
    pub supports: Vec<Support>,
    /// What supports do to one another.
    pub effects: Vec<Effect>,
    /// Every rate.
    pub rates: Vec<Rate>,
    /// Every instrument.
    pub instruments: Vec<Instrument>,
    /// Every provision.
    pub provisions: Vec<Provision>,
    /// Every clock.
    pub clocks: Vec<Clock>,
    /// The bank holidays.
    pub holidays: Holidays,
    /// Every duty about the offer.
    pub duties: Vec<Duty>,
    /// Words to watch for in an offer.
    pub watchwords: Vec<Watchword>,
    /// Every story.
    pub stories: Vec<Story>,
    /// Every term of the glossary.
    pub terms: Vec<Term>,
    /// For each kind of entry, the places of its names.
    names: FxHashMap<String, FxHashMap<String, usize>>,
}

/// The supports in an order in which each stands after those it asks about.
pub(crate) type Order = Vec<usize>;

impl Law {
    /// Loads the law from the texts of its files.
    ///
    /// What could be read is returned even where there are faults, so that a checker can say more; only a law
    /// without faults may be used to answer anybody.
    pub fn load(files: &[SourceFile]) -> (Law, Vec<Fault>) {
        let mut faults = Vec::new();
        let mut entries: Vec<(usize, Entry)> = Vec::new();
        for (place, file) in files.iter().enumerate() {
            if file.path.ends_with("README.md") || !(file.path.ends_with(".md") || file.path.ends_with(".law")) {
                continue;
            }
            let (read, found) = text::read(file, &KINDS);
            entries.extend(read.into_iter().map(|entry| (place, entry)));
            faults.extend(found);
        }
        let facts_only: Vec<Entry> =
            entries.iter().filter(|(_, entry)| entry.kind == "fact").map(|(_, entry)| entry.clone()).collect();
        let mut law = Law { facts: Facts::load(&facts_only, &mut faults), ..Law::default() };
        for (place, entry) in &entries {
            if let Err(fault) = law.take(entry, &files[*place], &mut faults) {
                faults.push(fault);
            }
        }
        law.check_references(&mut faults);
        faults.sort();
        faults.dedup();
        (law, faults)
    }

    fn take(&mut self, entry: &Entry, file: &SourceFile, faults: &mut Vec<Fault>) -> Result<(), Fault> {
        let place = match entry.kind.as_str() {
            "instrument" => push(&mut self.instruments, Instrument::read(entry, faults)?),
            "provision" => push(&mut self.provisions, Provision::read(entry, faults)?),
            "support" => push(&mut self.supports, Support::read(entry, file, &self.facts, faults)?),
            "effect" => push(&mut self.effects, Effect::read(entry, &self.facts, faults)?),
            "rate" => push(&mut self.rates, Rate::read(entry, &self.facts, faults)?),
            "clock" => push(&mut self.clocks, Clock::read(entry, &self.facts, faults)?),
            "duty" => push(&mut self.duties, Duty::read(entry, faults)?),
            "watchword" => push(&mut self.watchwords, Watchword::read(entry, faults)?),
            "story" => push(&mut self.stories, Story::read(entry, &self.facts, faults)?),
            "term" => push(&mut self.terms, Term::read(entry)?),
            "holidays" => return self.holidays.read(entry),
            _ => return Ok(()),
        };
        match self.names.entry(entry.kind.clone()).or_default().insert(entry.name.clone(), place) {
            None => Ok(()),
            Some(_) => Err(Fault::new(&entry.spot, format!("{} {} is written twice", entry.kind, entry.name))),
        }
    }

    fn place(&self, kind: &str, name: &str) -> Option<usize> {
        self.names.get(kind)?.get(name).copied()
    }

    /// The support of that name.
    pub fn support(&self, id: &str) -> Option<&Support> {
        self.place("support", id).map(|place| &self.supports[place])
    }

    /// The place of the support of that name.
    pub fn support_place(&self, id: &str) -> Option<usize> {
        self.place("support", id)
    }

    /// The place of the rate of that name.
    pub(crate) fn rate_place(&self, id: &str) -> Option<usize> {
        self.place("rate", id)
    }

    /// The rate of that name.
    pub fn rate(&self, id: &str) -> Option<&Rate> {
        self.place("rate", id).map(|place| &self.rates[place])
    }

    /// The provision of that name, `instrument/number`.
    pub fn provision(&self, id: &str) -> Option<&Provision> {
        self.place("provision", id).map(|place| &self.provisions[place])
    }

    /// The instrument of that name.
    pub fn instrument(&self, id: &str) -> Option<&Instrument> {
        self.place("instrument", id).map(|place| &self.instruments[place])
    }

    /// The clock of that name.
    pub fn clock(&self, id: &str) -> Option<&Clock> {
        self.place("clock", id).map(|place| &self.clocks[place])
    }

    /// The line of the offer checklist of that name.
    pub fn duty(&self, id: &str) -> Option<&Duty> {
        self.place("duty", id).map(|place| &self.duties[place])
    }

    /// How sure we are of a citation: its own mark, or else the provision's.
    pub fn sureness(&self, cite: &Cite) -> Sureness {
        cite.mark.or_else(|| self.provision(&cite.provision).map(|found| found.verified)).unwrap_or(Sureness::Unsure)
    }

    /// Checks what a citation written outside the law names.
    pub fn check_cite(&self, cite: &Cite, faults: &mut Vec<Fault>) {
        References { law: self, faults }.provision(&cite.provision, &cite.spot);
    }

    /// Checks every name in a condition written outside the law: provisions, rates and supports.
    pub fn check_condition(&self, condition: &Condition, faults: &mut Vec<Fault>) {
        References { law: self, faults }.condition(condition);
    }

    fn check_references(&self, faults: &mut Vec<Fault>) {
        let mut check = References { law: self, faults };
        for (_, fact) in self.facts.iter() {
            if let Origin::Derived(lines) = &fact.origin {
                check.lines(lines, false);
            }
        }
        for support in &self.supports {
            check.lines(&support.rule, true);
            for amount in &support.amounts {
                if let Worth::Rate(rate) = &amount.worth {
                    check.rate(rate, &amount.spot);
                }
                amount.when.iter().for_each(|when| check.condition(when));
            }
        }
        for provision in &self.provisions {
            if self.instrument(provision.instrument()).is_none() {
                let names = self.instruments.iter().map(|known| known.id.as_str());
                check.faults.push(
                    Fault::new(&provision.spot, format!("there is no instrument named {}", provision.instrument()))
                        .nearest(provision.instrument(), names),
                );
            }
        }
        for value in self.rates.iter().flat_map(|rate| &rate.values) {
            check.cites(&value.cites);
            value.when.iter().for_each(|when| check.condition(when));
        }
        for effect in &self.effects {
            check.cites(&effect.cites);
            effect.when.iter().for_each(|when| check.condition(when));
            [Some(&effect.of), effect.on.as_ref()].into_iter().flatten().for_each(|id| check.support(id, &effect.spot));
        }
        for (place, clock) in self.clocks.iter().enumerate() {
            check.cites(&clock.cites);
            if let Some(runs) = &clock.runs {
                runs.when.iter().for_each(|when| check.condition(when));
                check.follows(clock, &runs.from, &self.clocks[..place]);
            }
        }
        self.duties.iter().for_each(|duty| check.cites(&duty.cites));
        self.watchwords.iter().for_each(|watchword| check.cites(&watchword.cites));
        if let Err(fault) = self.order() {
            faults.push(fault);
        }
        if self.facts.len() > crate::find::FactSet::MOST {
            let most = crate::find::FactSet::MOST;
            let spot = self.facts.iter().last().map(|(_, fact)| fact.spot.clone()).unwrap_or_default();
            faults.push(Fault::new(&spot, format!("there are {} facts; the engine holds {most}", self.facts.len())));
        }
    }

    /// The supports in an order in which each stands after those its rule asks about.
    pub(crate) fn order(&self) -> Result<Order, Fault> {
        let mut order = Vec::with_capacity(self.supports.len());
        let mut state = vec![0u8; self.supports.len()];
        for place in 0..self.supports.len() {
            self.visit(place, &mut state, &mut order)?;
        }
        Ok(order)
    }

    fn visit(&self, place: usize, state: &mut [u8], order: &mut Order) -> Result<(), Fault> {
        match state[place] {
            2 => return Ok(()),
            1 => {
                let support = &self.supports[place];
                return Err(Fault::new(&support.spot, format!("the answer for {} asks for itself", support.id)));
            }
            _ => state[place] = 1,
        }
        let mut asked = Vec::new();
        for line in &self.supports[place].rule.lines {
            line.when.iter().for_each(|when| {
                when.walk(&mut |condition| {
                    if let ConditionKind::Answer(name, _) = &condition.kind {
                        asked.extend(self.support_place(name));
                    }
                });
            });
        }
        for other in asked {
            self.visit(other, state, order)?;
        }
        state[place] = 2;
        order.push(place);
        Ok(())
    }
}

fn push<T>(list: &mut Vec<T>, item: T) -> usize {
    list.push(item);
    list.len() - 1
}

struct References<'a> {
    law: &'a Law,
    faults: &'a mut Vec<Fault>,
}

impl References<'_> {
    fn lines(&mut self, lines: &Lines, need_cites: bool) {
        for line in lines.all() {
            self.cites(&line.cites);
            let mut cited = !line.cites.is_empty();
            if let Some(when) = &line.when {
                self.condition(when);
                when.walk(&mut |condition| cited |= !condition.cites.is_empty());
            } else {
                // The last line rests on what the lines above it rest on.
                cited |= lines.lines.iter().any(|above| {
                    let mut found = !above.cites.is_empty();
                    above.when.iter().for_each(|when| when.walk(&mut |part| found |= !part.cites.is_empty()));
                    found
                });
            }
            if need_cites && !cited {
                self.faults.push(
                    Fault::new(&line.spot, "this line rests on nothing")
                        .hint("end the line or one of its conditions with a citation in square brackets"),
                );
            }
        }
    }

    fn condition(&mut self, condition: &Condition) {
        condition.walk(&mut |part| {
            self.cites(&part.cites);
            match &part.kind {
                ConditionKind::Fact(_, Test::Compare(_, Bound::Rate(rate))) => self.rate(rate, &part.spot),
                ConditionKind::InForce(provision, _) => self.provision(provision, &part.spot),
                ConditionKind::Answer(support, _) => self.support(support, &part.spot),
                _ => {}
            }
        });
    }

    /// A clock may follow only one that is written before it, so that none follows itself.
    fn follows(&mut self, clock: &Clock, from: &Start, before: &[Clock]) {
        let Start::EndOf(name) = from else { return };
        if !before.iter().any(|known| known.id == *name && known.runs.is_some()) {
            let names = before.iter().filter(|known| known.runs.is_some()).map(|known| known.id.as_str());
            let message = format!("no clock {name} that `runs from` a day is written before {}", clock.id);
            self.faults.push(Fault::new(&clock.spot, message).nearest(name, names));
        }
    }

    fn cites(&mut self, cites: &[Cite]) {
        for cite in cites {
            self.provision(&cite.provision, &cite.spot);
        }
    }

    fn provision(&mut self, id: &str, spot: &Spot) {
        if self.law.provision(id).is_none() {
            let names = self.law.provisions.iter().map(|known| known.id.as_str());
            self.faults
                .push(Fault::new(spot, format!("there is no provision {id} in law/instruments")).nearest(id, names));
        }
    }

    fn support(&mut self, id: &str, spot: &Spot) {
        if self.law.support(id).is_none() {
            let names = self.law.supports.iter().map(|known| known.id.as_str());
            self.faults.push(Fault::new(spot, format!("there is no support named {id}")).nearest(id, names));
        }
    }

    fn rate(&mut self, id: &str, spot: &Spot) {
        if self.law.rate(id).is_none() {
            let names = self.law.rates.iter().map(|known| known.id.as_str());
            self.faults.push(Fault::new(spot, format!("there is no rate named {id}")).nearest(id, names));
        }
    }
}
