//! Families that a proof hands over: as near to an everyday family as the proof allows.

use super::{Answers, Prover, Set};
use crate::case::Case;
use crate::diagram::{FALSE, LEAVES, Node};
use crate::fact::FactId;
use crate::rule::Outcome;
use crate::value::{Answer, Kind, SCALE, Value};
use crate::variable::{Cells, Subject, Variable};
use jiff::ToSpan;
use jiff::civil::Date;
use rustc_hash::FxHashMap;

/// Two families who differ in free facts only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// A family of the first set.
    pub one: Case,
    /// A family of the second set.
    pub other: Case,
    /// The facts in which they differ.
    pub differ: Vec<FactId>,
}

/// For each variable, the cell chosen for it.
type Chosen = Vec<Option<u32>>;

impl Prover<'_> {
    /// A family of the set, like the everyday one where it can be.
    pub fn family(&mut self, set: Set, everyday: &Case) -> Option<Case> {
        let like = self.cells_of(everyday);
        let mut chosen = vec![None; like.len()];
        self.walk(set.0, &mut chosen, &like)?;
        self.settle(&mut chosen, &like);
        Some(self.case(&chosen, everyday))
    }

    /// Two families, one of each set, who differ in free facts only.
    pub fn pair(&mut self, one: Set, other: Set, everyday: &Case) -> Option<Pair> {
        let (first, second) = (self.with_other_free_facts(one), self.with_other_free_facts(other));
        let both = self.and(first, second);
        let like = self.cells_of(everyday);
        let mut shared = vec![None; like.len()];
        self.walk(both.0, &mut shared, &like)?;
        let mut a = shared.clone();
        self.walk(one.0, &mut a, &like)?;
        let mut b: Chosen = (a.iter().enumerate()).map(|(var, cell)| cell.filter(|_| !self.free[var])).collect();
        // The second family is an everyday one where it can be, and else like the first.
        let near: Vec<Option<u32>> = a.iter().zip(&like).map(|(cell, like)| like.or(*cell)).collect();
        self.walk(other.0, &mut b, &near)?;
        self.share(&mut a, &mut b);
        self.settle(&mut a, &like);
        self.share(&mut a, &mut b);
        self.settle(&mut b, &near);
        self.share(&mut a, &mut b);
        let (one, other) = (self.case(&a, everyday), self.case(&b, everyday));
        let mut differ: Vec<FactId> = one.answers().chain(other.answers()).map(|(fact, _)| fact).collect();
        differ.retain(|fact| one.get(*fact) != other.get(*fact));
        differ.sort_unstable();
        differ.dedup();
        Some(Pair { one, other, differ })
    }

    /// What only one family has is given to the other as well.
    fn share(&self, a: &mut Chosen, b: &mut Chosen) {
        for (a, b) in a.iter_mut().zip(b) {
            *a = a.or(*b);
            *b = b.or(*a);
        }
    }

    /// Chooses a family in the set, beside what is chosen already; there must be one.
    fn walk(&mut self, node: Node, chosen: &mut Chosen, like: &[Option<u32>]) -> Option<()> {
        let mut node = self.restrict(node, chosen, &mut FxHashMap::default());
        // Every node but the empty one leads to a family, so no step is taken back.
        while node >= LEAVES {
            let var = usize::from(self.maker.diagrams.var(node));
            let kids = self.maker.diagrams.kids(node);
            let open = |cell: &u32| kids.get(*cell as usize).is_some_and(|kid| *kid != FALSE);
            let cell = like[var].filter(open).or_else(|| (0..kids.len() as u32).find(open))?;
            chosen[var] = Some(cell);
            node = kids[cell as usize];
        }
        (node != FALSE).then_some(())
    }

    /// The same set among the families chosen already.
    fn restrict(&mut self, node: Node, chosen: &Chosen, done: &mut FxHashMap<Node, Node>) -> Node {
        if node < LEAVES {
            return node;
        }
        if let Some(known) = done.get(&node) {
            return *known;
        }
        let var = self.maker.diagrams.var(node);
        let restricted = match chosen[usize::from(var)] {
            Some(cell) => self.restrict(self.maker.diagrams.kid(node, cell), chosen, done),
            None => {
                let kids = self.maker.diagrams.kids(node).to_vec();
                let kids = kids.into_iter().map(|kid| self.restrict(kid, chosen, done)).collect();
                self.maker.diagrams.node(var, kids)
            }
        };
        done.insert(node, restricted);
        restricted
    }

    /// Where a fact is chosen that follows from others, chooses those so that it is asked for.
    fn settle(&mut self, chosen: &mut Chosen, like: &[Option<u32>]) {
        for var in 0..chosen.len() {
            let Subject::Asked(fact) = self.ground.variables.list[var].subject else { continue };
            let (Some(cell), Some(node)) = (chosen[var], self.maker.derived[fact.index()]) else { continue };
            let so = self.maker.diagrams.among(node, 1 << cell);
            // It cannot be so where the others make it something else, which is then what it is.
            let _ = self.walk(so, chosen, like);
        }
    }

    /// What a rule answers a family, where what is known of it is enough.
    pub fn outcome(&self, answers: Answers, family: &Case) -> Option<Outcome> {
        let list = &self.ground.variables.list;
        let cells = self.cells_of(family).into_iter().zip(list);
        let open: Vec<u64> = cells.map(|(cell, var)| cell.map_or_else(|| var.every(), |cell| 1 << cell)).collect();
        let leaves = self.maker.diagrams.leaves(answers.0, &open);
        leaves.is_power_of_two().then(|| Outcome::from_place(leaves.trailing_zeros() as u16))
    }

    fn cells_of(&self, case: &Case) -> Vec<Option<u32>> {
        let mut known = Vec::new();
        self.ground.variables.known(case, &self.ground.law.facts, &mut known);
        let mut cells: Vec<Option<u32>> =
            known.into_iter().map(|cells| cells.is_power_of_two().then(|| cells.trailing_zeros())).collect();
        for (fact, answer) in case.answers() {
            let (Some(var), Answer::Is(value)) = (self.ground.variables.asked(fact), answer) else { continue };
            cells[usize::from(var)] = match value {
                Value::YesNo(yes) => Some(u32::from(*yes)),
                Value::Choice(place) => Some(u32::from(*place)),
                _ => None,
            };
        }
        cells
    }

    fn case(&self, chosen: &Chosen, everyday: &Case) -> Case {
        let mut case = Case::on(self.ground.date);
        let like = self.cells_of(everyday);
        let list = &self.ground.variables.list;
        let open = chosen.iter().zip(list).map(|(cell, var)| cell.map_or_else(|| var.every(), |cell| 1 << cell));
        let open: Vec<u64> = open.collect();
        for (var, variable) in list.iter().enumerate() {
            let (Some(cell), Some(fact)) = (chosen[var], variable.subject.fact()) else { continue };
            let value = match variable.subject {
                Subject::Member(_, place) => {
                    let mut set = match case.value(fact) {
                        Some(Value::Choices(set)) => set.clone(),
                        _ => Vec::new(),
                    };
                    set.extend((cell == 1).then_some(place));
                    Some(Value::Choices(set))
                }
                Subject::Asked(_) => self.follows(fact, &open).and_then(|cell| self.value(fact, variable, cell)),
                _ if like[var] == Some(cell) && everyday.value(fact).is_some() => everyday.value(fact).cloned(),
                _ => self.value(fact, variable, cell),
            };
            if let Some(value) = value {
                case.set(fact, Answer::Is(value));
            }
        }
        case
    }

    /// What a fact is that follows from others, or else is asked: what was chosen for it may not be what follows.
    fn follows(&self, fact: FactId, open: &[u64]) -> Option<u32> {
        let leaves = self.maker.diagrams.leaves(self.maker.derived[fact.index()]?, open);
        leaves.is_power_of_two().then(|| leaves.trailing_zeros())
    }

    /// A value that lies in a cell.
    fn value(&self, fact: FactId, variable: &Variable, cell: u32) -> Option<Value> {
        let kind = &self.ground.law.facts[fact].kind;
        let place = cell as usize;
        match (&variable.cells, kind) {
            (Cells::Places(_), Kind::YesNo) => Some(Value::YesNo(cell == 1)),
            (Cells::Places(_), _) => Some(Value::Choice(cell as u16)),
            (Cells::Thresholds(list), kind) => {
                let number = match (place.checked_sub(1).and_then(|below| list.get(below)), list.get(place)) {
                    (Some(least), _) => *least,
                    (None, Some(under)) => below(*under, kind),
                    (None, None) => 0,
                };
                match kind {
                    Kind::Date => Date::new(1970, 1, 1).ok()?.checked_add(number.days()).ok().map(Value::Date),
                    _ => Some(Value::Amount(number)),
                }
            }
            (Cells::Councils(codes, _), _) => {
                let named = codes.iter().filter(|(_, at)| **at == cell).map(|(code, _)| code).min();
                named.cloned().or_else(|| unnamed(codes)).map(Value::Council)
            }
        }
    }
}

/// A value under a threshold: nothing at all where that is under it, else one whole unit less.
fn below(under: i64, kind: &Kind) -> i64 {
    match kind {
        Kind::Date => under - 1,
        Kind::Money(_) if under > 0 => 0,
        _ => under - SCALE,
    }
}

/// The code of a council that no rule names.
fn unnamed(codes: &FxHashMap<String, u32>) -> Option<String> {
    (1..=999).map(|number| format!("E06{number:06}")).find(|code| !codes.contains_key(code))
}
