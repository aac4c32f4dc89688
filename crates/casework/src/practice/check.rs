//! Whether the table is whole: every name it uses is there, every clock and provision is the law's, every rule has its
//! guard, and no matter has a stage that nothing leads to or out of.

use super::Practice;
use super::act::{Act, BEGINNING, Test};
use super::field::Kind;
use super::template::Template;
use crate::guard;
use law::fault::{Fault, Spot};
use law::{Law, fault};

/// The gaps of letters that stand for what is not a field.
const OF_THE_CASE: [&str; 9] =
    ["child", "carer", "recipient", "council", "reference", "on", "today", "role", "relationship"];

impl Practice {
    pub(super) fn check(&self, law: &Law, faults: &mut Vec<Fault>) {
        self.acts.iter().for_each(|act| self.check_act(act, law, faults));
        self.templates.values().for_each(|template| self.check_template(template, faults));
        for rule in self.rules.values() {
            rule.cites.iter().for_each(|cite| law.check_cite(cite, faults));
            if guard::named(&rule.name).is_none() {
                faults.push(Fault::new(&rule.spot, format!("no guard is named `{}`", rule.name)));
            }
            if !self.acts.iter().any(|act| act.refuse.contains(&rule.name)) {
                faults.push(Fault::new(&rule.spot, format!("no act is refused by `{}`", rule.name)));
            }
        }
        for field in self.fields.values() {
            for column in field.columns() {
                self.field_there(&column.field, &field.spot, faults);
            }
            if matches!(field.kind, Kind::Choice(_) | Kind::Choices(_)) && field.options().len() < 2 {
                faults.push(Fault::new(&field.spot, format!("`{}` has fewer than two options", field.name)));
            }
        }
        self.check_matters(faults);
        self.check_retention(law, faults);
        self.check_unused(faults);
        self.check_codes(faults);
    }

    fn check_act(&self, act: &Act, law: &Law, faults: &mut Vec<Fault>) {
        let spot = &act.spot;
        let mut fault = |message: String| faults.push(Fault::new(spot, message));
        let matter = self.matter(&act.matter);
        match matter {
            None => fault(format!("there is no matter `{}`", act.matter)),
            Some(kind) => {
                let stages = act.from.iter().chain(act.to.iter().map(|to| &to.stage));
                stages
                    .filter(|name| kind.stage(name).is_none())
                    .for_each(|name| fault(format!("`{}` has no stage `{name}`", kind.name)));
                if act.begins && act.to.is_empty() {
                    fault(format!("`{}` begins a matter but does not say in which stage", act.name));
                }
            }
        }
        match (act.tells.is_empty(), &act.no_letter) {
            (true, None) => {
                fault(format!("`{}` makes no letter and does not say why: `tells` or `no letter`", act.name))
            }
            (false, Some(_)) => fault(format!("`{}` makes a letter and says why it makes none", act.name)),
            _ => {}
        }
        if act.who.is_empty() {
            fault(format!("nobody may do `{}`", act.name));
        }
        let names = act.asks.iter().map(|column| &column.field);
        let days = act.starts.iter().filter_map(|starts| starts.from.as_ref()).filter(|from| *from != BEGINNING);
        let names = names.chain(days).chain(act.extends.iter().map(|extends| &extends.to));
        names.for_each(|name| self.field_there(name, spot, faults));
        let clocks =
            act.starts.iter().map(|starts| &starts.clock).chain(act.extends.iter().map(|extends| &extends.clock));
        for clock in clocks.filter(|name| law.clock(name).is_none()) {
            let near = fault::nearest(clock, law.clocks.iter().map(|known| known.id.as_str()));
            let unknown = Fault::new(spot, format!("the law has no clock `{clock}`"));
            faults.push(near.map_or(unknown.clone(), |near| unknown.hint(format!("did you mean `{near}`?"))));
        }
        for name in &act.ends {
            let is_clock = self.acts.iter().any(|known| known.starts.iter().any(|starts| starts.clock == *name));
            if !is_clock && !self.acts.iter().any(|known| known.diary.iter().any(|diary| diary.name == *name)) {
                faults.push(Fault::new(spot, format!("`{name}` is ended, but nothing starts it")));
            }
        }
        for name in act.not_by.iter().filter(|name| self.act(name).is_none()) {
            faults.push(
                Fault::new(spot, format!("there is no act `{name}`"))
                    .nearest(name, self.acts.iter().map(|act| act.name.as_str())),
            );
        }
        for name in act.refuse.iter().filter(|name| !self.rules.contains_key(*name)) {
            faults.push(
                Fault::new(spot, format!("there is no rule `{name}`"))
                    .nearest(name, self.rules.keys().map(String::as_str)),
            );
        }
        for tells in act.tells.iter().filter(|tells| !self.templates.contains_key(&tells.letter)) {
            let known = self.templates.keys().map(String::as_str);
            faults
                .push(Fault::new(spot, format!("there is no letter `{}`", tells.letter)).nearest(&tells.letter, known));
        }
        self.tests(act).for_each(|test| self.check_test(test, spot, faults));
        act.cites.iter().for_each(|cite| law.check_cite(cite, faults));
    }

    fn tests<'a>(&self, act: &'a Act) -> impl Iterator<Item = &'a Test> {
        let moves = act.to.iter().filter_map(|to| to.when.as_ref());
        let starts = act.starts.iter().filter_map(|starts| starts.when.as_ref());
        moves.chain(starts).chain(act.tells.iter().filter_map(|tells| tells.when.as_ref()))
    }

    pub(super) fn check_test(&self, test: &Test, spot: &Spot, faults: &mut Vec<Fault>) {
        self.field_there(&test.field, spot, faults);
        let Some(field) = self.fields.get(&test.field) else { return };
        let known = |value: &String| match field.kind {
            Kind::YesNo => value == "yes" || value == "no",
            _ => field.words_of(value).is_some(),
        };
        for value in test.values.iter().filter(|value| !known(value)) {
            faults.push(Fault::new(spot, format!("`{}` can never be `{value}`", field.name)));
        }
    }

    fn check_template(&self, template: &Template, faults: &mut Vec<Fault>) {
        for part in &template.parts {
            for test in part.when.iter().chain(&part.unless) {
                self.check_test(test, &template.spot, faults);
                let is_yes_no = self.fields.get(&test.field).is_some_and(|field| field.kind == Kind::YesNo);
                if is_yes_no && test.values.is_empty() {
                    // A no is said as well as a yes.
                    let fault = Fault::new(&template.spot, format!("`{}` is tested without a value", test.field));
                    faults.push(fault.hint(format!("{{when {} is yes}}", test.field)));
                }
            }
            let fields = part.each.iter().chain(&part.names);
            fields.for_each(|field| self.field_there(field, &template.spot, faults));
        }
        for gap in template.gaps().into_iter().filter(|gap| !OF_THE_CASE.contains(gap)) {
            self.field_there(gap, &template.spot, faults);
        }
        if let Some(next) = template.ends_with.as_ref().filter(|next| !self.templates.contains_key(*next)) {
            faults.push(Fault::new(&template.spot, format!("there is no letter `{next}` to end with")));
        }
    }

    fn check_matters(&self, faults: &mut Vec<Fault>) {
        for kind in &self.matters {
            for within in kind.within.iter().filter(|name| self.matter(name).is_none()) {
                faults.push(Fault::new(&kind.spot, format!("there is no matter `{within}`")));
            }
            for stage in &kind.stages {
                let leads = |act: &&Act| act.matter == kind.name && act.to.iter().any(|to| to.stage == stage.name);
                if !self.acts.iter().any(|act| leads(&act)) {
                    faults.push(Fault::new(&kind.spot, format!("no act leads to the stage `{}`", stage.name)));
                }
            }
        }
    }

    fn check_unused(&self, faults: &mut Vec<Fault>) {
        let in_rows =
            |name: &str| self.fields.values().any(|field| field.columns().iter().any(|column| column.field == name));
        for field in self.fields.values() {
            let asked = self.acts.iter().any(|act| act.asks.iter().any(|column| column.field == field.name));
            if !asked && !in_rows(&field.name) {
                faults.push(Fault::new(&field.spot, format!("no act asks `{}`", field.name)));
            }
        }
        for template in self.templates.values() {
            let told = self.acts.iter().any(|act| act.tells.iter().any(|tells| tells.letter == template.name));
            let ends = self.templates.values().any(|other| other.ends_with.as_deref() == Some(&template.name));
            if !told && !ends {
                faults.push(Fault::new(&template.spot, format!("no act makes the letter `{}`", template.name)));
            }
        }
    }

    pub(super) fn field_there(&self, name: &str, spot: &Spot, faults: &mut Vec<Fault>) {
        if !self.fields.contains_key(name) {
            let known = self.fields.keys().map(String::as_str);
            faults.push(Fault::new(spot, format!("there is no field `{name}`")).nearest(name, known));
        }
    }
}
