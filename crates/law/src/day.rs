//! The law on one day: every rule compiled for that day, ready to answer.

use crate::condition::{Bound, Compare, Condition, ConditionKind, Lines, Test};
use crate::diagram::{Diagrams, FALSE, LEAVES, Node, TRUE};
use crate::fact::{ASKED, FactId, Origin};
use crate::fault::Fault;
use crate::library::Law;
use crate::rule::Outcome;
use crate::tree::{Atom, Forest, Join, Tree};
use crate::variable::{
    Cells, Gatherer, Subject, Variable, Variables, count_limits, day_number, since_threshold, value_limits,
};
use jiff::civil::Date;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// The leaf for a support that does not exist on the day.
pub(crate) const NOT_ON_THIS_DAY: u32 = LEAVES - 1;

/// The law on one day.
#[derive(Clone, Debug)]
pub struct Day {
    /// The law it was made from.
    pub law: Arc<Law>,
    /// The day.
    pub date: Date,
    pub(crate) variables: Variables,
    pub(crate) diagrams: Diagrams,
    /// The derived facts, each after those its rule rests on.
    pub(crate) derived: Vec<Derived>,
    /// For each support, its diagram; leaves are outcomes.
    pub(crate) outcomes: Vec<Node>,
    /// For each support, its diagram by line; leaves are lines of its rule.
    pub(crate) lines: Vec<Node>,
    /// The supports, each after those its rule asks about.
    pub(crate) order: Vec<usize>,
    pub(crate) forest: Forest,
    /// For each support, the trees of its lines.
    pub(crate) rule_trees: Vec<Vec<Tree>>,
    /// For each fact, the trees of its lines, where a rule gives it.
    pub(crate) fact_trees: Vec<Vec<Tree>>,
    /// For each support, the trees of its amount lines, where they have a condition.
    pub(crate) amount_trees: Vec<Vec<Option<Tree>>>,
    /// For each rate, the trees of its values, where they have a condition.
    pub(crate) rate_trees: Vec<Vec<Option<Tree>>>,
    pub(crate) outcome_of_line: Vec<Vec<Outcome>>,
}

/// A fact that a rule gives.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Derived {
    pub(crate) fact: FactId,
    /// Its diagram; leaves are places of values.
    pub(crate) node: Node,
    /// Every leaf it has.
    pub(crate) leaves: u128,
}

impl Day {
    /// Compiles the law for a day.
    ///
    /// # Errors
    /// Where rules rest on one another in a circle, or are too entangled to compile.
    pub fn new(law: Arc<Law>, date: Date) -> Result<Day, Fault> {
        let variables = variables_on(&law, date)?;
        let order = law.order()?;
        let derived_order = derived_order(&law)?;
        let mut maker = Maker::new(&law, date, &variables);
        derived_order.iter().for_each(|fact| maker.derive(*fact));
        order.iter().for_each(|place| maker.support(*place));
        let condition_tree = |maker: &mut Maker, when: &Option<Condition>| when.as_ref().map(|when| maker.tree(when));
        let amount_trees = (law.supports.iter())
            .map(|support| support.amounts.iter().map(|line| condition_tree(&mut maker, &line.when)).collect())
            .collect();
        let rate_trees = (law.rates.iter())
            .map(|rate| rate.values.iter().map(|value| condition_tree(&mut maker, &value.when)).collect())
            .collect();
        let outcomes = |lines: &Lines| lines.all().map(|line| Outcome::from_place(line.outcome)).collect();
        let outcome_of_line = law.supports.iter().map(|support| outcomes(&support.rule)).collect();
        let mut outcomes: Vec<Node> = (0..law.supports.len()).map(|place| maker.outcomes(place)).collect();
        let Maker { diagrams, mut derived, supports: mut lines, forest, rule_trees, fact_trees, .. } = maker;
        // What one family's answers walk through stands first, side by side.
        let roots = derived.iter_mut().flatten().chain(&mut outcomes).chain(&mut lines);
        let diagrams = diagrams.only(roots);
        let unknown = vec![u64::MAX; variables.list.len()];
        let derived = (derived_order.into_iter())
            .filter_map(|fact| derived[fact.index()].map(|node| (fact, node)))
            .map(|(fact, node)| Derived { fact, node, leaves: diagrams.leaves(node, &unknown) })
            .collect();
        Ok(Day {
            date,
            diagrams,
            derived,
            outcomes,
            lines,
            order,
            forest,
            rule_trees,
            fact_trees,
            amount_trees,
            rate_trees,
            outcome_of_line,
            variables,
            law,
        })
    }

    /// How many nodes all rules of the day share, as a measure of how entangled they are.
    pub fn diagram_size(&self) -> usize {
        self.diagrams.len()
    }
}

/// The variables that the rules tell apart on a day.
pub(crate) fn variables_on(law: &Law, date: Date) -> Result<Variables, Fault> {
    let mut gatherer = Gatherer::new(&law.facts, date);
    for_each_condition(law, &mut |condition| {
        if let ConditionKind::Fact(fact, test) = &condition.kind {
            gatherer.note(*fact, test, bound_on(law, test, date));
        }
    });
    let mut list = gatherer.variables();
    list.push(Variable { subject: Subject::NoRate, cells: Cells::Places(2) });
    if let Some(wide) = list.iter().find(|variable| variable.count() > crate::variable::CELLS_MAX) {
        let name = wide.subject.fact().map_or("a rate", |fact| law.facts[fact].name.as_str());
        let spot = wide.subject.fact().map(|fact| law.facts[fact].spot.clone()).unwrap_or_default();
        return Err(Fault::new(&spot, format!("rules tell apart more than 64 kinds of {name}")));
    }
    Ok(Variables::new(list, law.facts.len()))
}

/// Calls `visit` on every condition of facts, supports, amounts and rates, and those inside them.
pub(crate) fn for_each_condition<'a>(law: &'a Law, visit: &mut dyn FnMut(&'a Condition)) {
    let mut lines = |lines: &'a Lines| {
        lines.lines.iter().filter_map(|line| line.when.as_ref()).for_each(|when| when.walk(visit));
    };
    for (_, fact) in law.facts.iter() {
        if let Origin::Derived(rule) = &fact.origin {
            lines(rule);
        }
    }
    law.supports.iter().for_each(|support| lines(&support.rule));
    let amounts = law.supports.iter().flat_map(|support| &support.amounts).filter_map(|line| line.when.as_ref());
    let values = law.rates.iter().flat_map(|rate| &rate.values).filter_map(|value| value.when.as_ref());
    amounts.chain(values).for_each(|when| when.walk(visit));
}

/// The derived facts in an order in which each stands after those its rule rests on.
pub(crate) fn derived_order(law: &Law) -> Result<Vec<FactId>, Fault> {
    fn visit(law: &Law, id: FactId, state: &mut [u8], order: &mut Vec<FactId>) -> Result<(), Fault> {
        match state[id.index()] {
            2 => return Ok(()),
            1 => {
                let fact = &law.facts[id];
                return Err(Fault::new(&fact.spot, format!("{} follows from itself", fact.name))
                    .hint("a derived fact may not rest on a fact that rests on it"));
            }
            _ => state[id.index()] = 1,
        }
        if let Origin::Derived(lines) = &law.facts[id].origin {
            let mut rests_on = Vec::new();
            for when in lines.lines.iter().filter_map(|line| line.when.as_ref()) {
                when.walk(&mut |condition| {
                    if let ConditionKind::Fact(fact, _) = &condition.kind {
                        rests_on.push(*fact);
                    }
                });
            }
            for fact in rests_on {
                visit(law, fact, state, order)?;
            }
            order.push(id);
        }
        state[id.index()] = 2;
        Ok(())
    }
    let mut state = vec![0; law.facts.len()];
    let mut order = Vec::new();
    for (id, _) in law.facts.iter() {
        visit(law, id, &mut state, &mut order)?;
    }
    Ok(order)
}

/// The number a test compares with on a day; `None` where it does not compare, or the rate has no value yet.
pub(crate) fn bound_on(law: &Law, test: &Test, day: Date) -> Option<i64> {
    let Test::Compare(_, bound) = test else { return None };
    match bound {
        Bound::Amount(amount) => Some(*amount),
        Bound::Date(date) => Some(day_number(*date)),
        Bound::Rate(rate) => law.rate(rate).and_then(|rate| rate.on(day).0.first().map(|value| value.amount)),
    }
}

/// Makes the diagrams and trees of one day.
#[derive(Debug)]
pub(crate) struct Maker<'a> {
    law: &'a Law,
    date: Date,
    variables: &'a Variables,
    pub(crate) diagrams: Diagrams,
    pub(crate) derived: Vec<Option<Node>>,
    pub(crate) supports: Vec<Node>,
    forest: Forest,
    fact_trees: Vec<Vec<Tree>>,
    rule_trees: Vec<Vec<Tree>>,
}

impl<'a> Maker<'a> {
    pub(crate) fn new(law: &'a Law, date: Date, variables: &'a Variables) -> Self {
        Maker {
            law,
            date,
            variables,
            diagrams: Diagrams::default(),
            derived: vec![None; law.facts.len()],
            supports: vec![FALSE; law.supports.len()],
            forest: Forest::new(law.supports.len()),
            fact_trees: vec![Vec::new(); law.facts.len()],
            rule_trees: vec![Vec::new(); law.supports.len()],
        }
    }

    pub(crate) fn derive(&mut self, id: FactId) {
        let law = self.law;
        if let Origin::Derived(lines) = &law.facts[id].origin {
            self.derive_by(id, lines);
            self.fact_trees[id.index()] = self.trees(lines);
        }
    }

    /// Makes the diagram of a derived fact by a rule given.
    pub(crate) fn derive_by(&mut self, id: FactId, lines: &Lines) {
        let asked = self.variables.asked(id).map_or(FALSE, |var| {
            let values = self.variables.list[usize::from(var)].count() as u32;
            self.diagrams.node(var, (0..values).collect())
        });
        let leaf = |outcome: u16| if outcome == ASKED { asked } else { Node::from(outcome) };
        let inferred = self.lines(lines, &|line| leaf(lines.line(line).outcome));
        // What is said directly goes before what the rule gives.
        let node = self.variables.of(id).map_or(inferred, |var| {
            let count = self.variables.list[usize::from(var)].count() as u32;
            let silent = self.diagrams.node(var, (0..count).map(|cell| u32::from(cell == 0)).collect());
            let said = self.diagrams.node(var, (0..count).map(|cell| cell.saturating_sub(1)).collect());
            self.diagrams.choose(silent, inferred, said)
        });
        self.derived[id.index()] = Some(node);
    }

    pub(crate) fn support(&mut self, place: usize) {
        let support = &self.law.supports[place];
        let node = self.lines(&support.rule, &|line| line as Node);
        self.rule_trees[place] = self.trees(&support.rule);
        self.supports[place] = if support.period.holds_on(self.date) { node } else { NOT_ON_THIS_DAY };
    }

    /// The diagram of a support by outcome.
    fn outcomes(&mut self, place: usize) -> Node {
        match self.supports[place] {
            NOT_ON_THIS_DAY => Outcome::No as Node,
            _ => {
                let law = self.law;
                self.outcomes_of(&law.supports[place].rule)
            }
        }
    }

    /// The diagram of a rule by outcome.
    pub(crate) fn outcomes_of(&mut self, rule: &Lines) -> Node {
        self.lines(rule, &|line| Node::from(rule.line(line).outcome))
    }

    /// The diagram of a rule, each of whose lines ends in the leaf given for it.
    pub(crate) fn lines(&mut self, lines: &Lines, leaf: &dyn Fn(usize) -> Node) -> Node {
        let mut node = leaf(lines.lines.len());
        for (place, line) in lines.lines.iter().enumerate().rev() {
            if let Some(when) = &line.when {
                let test = self.diagram(when);
                node = self.diagrams.choose(test, leaf(place), node);
            }
        }
        node
    }

    fn trees(&mut self, lines: &Lines) -> Vec<Tree> {
        lines.lines.iter().filter_map(|line| line.when.as_ref()).map(|when| self.tree(when)).collect()
    }

    pub(crate) fn diagram(&mut self, condition: &Condition) -> Node {
        match &condition.kind {
            ConditionKind::All(parts) => parts.iter().fold(TRUE, |all, part| {
                let part = self.diagram(part);
                self.diagrams.choose(all, part, FALSE)
            }),
            ConditionKind::Any(parts) => self.any(parts),
            ConditionKind::None(parts) => {
                let any = self.any(parts);
                self.diagrams.choose(any, FALSE, TRUE)
            }
            _ => match self.atom(&condition.kind) {
                Atom::Fixed(holds) => Node::from(holds),
                Atom::Cells(var, cells) => {
                    let count = self.variables.list[usize::from(var)].count();
                    let kids = (0..count).map(|cell| Node::from(cells >> cell & 1 == 1)).collect();
                    self.diagrams.node(var, kids)
                }
                Atom::Derived(fact, values) => {
                    let node = self.derived[fact.index()].unwrap_or(FALSE);
                    self.diagrams.among(node, u128::from(values))
                }
                Atom::Answer(place, outcomes) => {
                    let holds = |outcome: u16| u128::from(outcomes >> outcome & 1);
                    let rule = &self.law.supports[place].rule;
                    let lines = rule.all().enumerate().fold(0, |set, (at, line)| set | holds(line.outcome) << at);
                    let leaves = lines | holds(Outcome::No as u16) << NOT_ON_THIS_DAY;
                    self.diagrams.among(self.supports[place], leaves)
                }
            },
        }
    }

    fn any(&mut self, parts: &[Condition]) -> Node {
        parts.iter().fold(FALSE, |any, part| {
            let part = self.diagram(part);
            self.diagrams.choose(any, TRUE, part)
        })
    }

    fn tree(&mut self, condition: &Condition) -> Tree {
        match &condition.kind {
            ConditionKind::All(parts) => self.joint(Join::All, parts),
            ConditionKind::Any(parts) => self.joint(Join::Any, parts),
            ConditionKind::None(parts) => self.joint(Join::None, parts),
            kind => {
                let atom = self.atom(kind);
                self.forest.leaf(atom, condition)
            }
        }
    }

    fn joint(&mut self, join: Join, parts: &[Condition]) -> Tree {
        let parts: Vec<Tree> = parts.iter().map(|part| self.tree(part)).collect();
        self.forest.joint(join, &parts)
    }

    fn atom(&self, kind: &ConditionKind) -> Atom {
        match kind {
            ConditionKind::Fact(fact, test) => self.test(*fact, test),
            ConditionKind::Day(compare, date) => Atom::Fixed(match compare {
                Compare::AtLeast => self.date >= *date,
                Compare::Over => self.date > *date,
                Compare::Under => self.date < *date,
                Compare::AtMost => self.date <= *date,
                Compare::Equal => self.date == *date,
            }),
            ConditionKind::InForce(provision, wanted) => {
                let Some(provision) = self.law.provision(provision) else { return Atom::Fixed(false) };
                let in_force = provision.period.holds_on(self.date);
                let carer_council = self.law.facts.find("carer_council");
                match carer_council {
                    Some(fact) if in_force && !provision.period.areas.is_empty() => {
                        self.test(fact, &Test::Councils(provision.period.areas.clone(), !wanted))
                    }
                    _ => Atom::Fixed(in_force == *wanted),
                }
            }
            ConditionKind::Answer(support, outcomes) => match self.law.support_place(support) {
                Some(place) => Atom::Answer(place, outcomes.iter().fold(0, |set, outcome| set | 1 << (*outcome as u8))),
                None => Atom::Fixed(false),
            },
            ConditionKind::All(_) | ConditionKind::Any(_) | ConditionKind::None(_) => Atom::Fixed(false),
        }
    }

    fn test(&self, fact: FactId, test: &Test) -> Atom {
        let known = &self.law.facts[fact];
        let negate = |cells: u64, every: u64, negated: bool| if negated { every & !cells } else { cells };
        let places = |list: &[u16]| list.iter().fold(0u64, |set, place| set | 1 << place);
        if known.is_derived() {
            let every = (1u64 << crate::variable::values_of(&known.kind)) - 1;
            return match test {
                Test::Is(yes) => Atom::Derived(fact, 1 << u8::from(*yes)),
                Test::In(list, negated) => Atom::Derived(fact, negate(places(list), every, *negated)),
                _ => Atom::Fixed(false),
            };
        }
        if let Test::Compare(compare, _) = test {
            return self.compare(fact, *compare, bound_on(self.law, test, self.date));
        }
        let Some(var) = self.variables.of(fact) else { return Atom::Fixed(false) };
        let every = self.variables.list[usize::from(var)].every();
        match test {
            Test::Is(yes) => Atom::Cells(var, 1 << u8::from(*yes)),
            Test::In(list, negated) => Atom::Cells(var, negate(places(list), every, *negated)),
            Test::Has(place, negated) => Atom::Cells(var + place, if *negated { 1 } else { 2 }),
            Test::Councils(codes, negated) => {
                let Cells::Councils(cells, _) = &self.variables.list[usize::from(var)].cells else {
                    return Atom::Fixed(false);
                };
                let set = codes.iter().filter_map(|code| cells.get(code)).fold(0u64, |set, cell| set | 1 << cell);
                Atom::Cells(var, negate(set, every, *negated))
            }
            Test::Compare(..) => Atom::Fixed(false),
        }
    }

    fn compare(&self, fact: FactId, compare: Compare, bound: Option<i64>) -> Atom {
        let Some(bound) = bound else {
            let no_rate = self.variables.list.len() as u16 - 1;
            return Atom::Cells(no_rate, 2);
        };
        let (on, limits, backwards) = match self.law.facts[fact].origin {
            Origin::Since { date, unit } => {
                let (least, under) = count_limits(compare, bound);
                (date, [least, under].map(|limit| limit.map(|count| since_threshold(self.date, unit, count))), true)
            }
            _ => {
                let (least, under) = value_limits(compare, bound);
                (fact, [least, under], false)
            }
        };
        let Some(var) = self.variables.of(on) else { return Atom::Fixed(false) };
        let variable = &self.variables.list[usize::from(var)];
        let reached = |limit: i64| {
            let above = variable.at_or_above(limit);
            if backwards { variable.every() & !above } else { above }
        };
        let mut cells = variable.every();
        if let Some(least) = limits[0] {
            cells &= reached(least);
        }
        if let Some(under) = limits[1] {
            cells &= !reached(under);
        }
        Atom::Cells(var, cells)
    }
}

/// Every day on which the law, as far as it is dated here, begins or ceases to say something.
pub fn turning_days(law: &Law) -> Vec<Date> {
    let mut days: FxHashMap<Date, ()> = FxHashMap::default();
    let mut note = |period: &crate::period::Period| {
        days.extend(period.from.map(|day| (day, ())));
        days.extend(period.to.and_then(|day| day.tomorrow().ok()).map(|day| (day, ())));
    };
    law.provisions.iter().for_each(|provision| note(&provision.period));
    law.supports.iter().for_each(|support| note(&support.period));
    law.rates.iter().flat_map(|rate| &rate.values).for_each(|value| note(&value.period));
    for_each_condition(law, &mut |condition| {
        if let ConditionKind::Day(_, day) = condition.kind {
            days.insert(day, ());
        }
    });
    let mut days: Vec<Date> = days.into_keys().collect();
    days.sort_unstable();
    days
}
