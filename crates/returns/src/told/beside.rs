//! What goes with a time in care: reviews, times away, and the child's social workers.

use casework::Value;
use casework::matter::{Done, Matter};
use jiff::civil::Date;
use std::collections::BTreeMap;

use super::care::Time;
use super::{At, Teller, by_day, day, words};
use crate::care::{Absence, Review, WorkerTime};
use crate::code::Participation;
use crate::year::birthday;

impl<'a> Teller<'a> {
    /// The reviews of the year. How a child under four took part need not be said.
    pub(super) fn reviews(&mut self, matter: &'a Matter, born: Date) -> Vec<Review> {
        let four = birthday(born, 4);
        let mut all = Vec::new();
        let told = self.parts(matter);
        let year = self.year;
        for done in matter.each("care_reviewed").filter(|done| year.holds(done.on)) {
            let said = told.get(&done.on).copied().or_else(|| self.code("took_part", done.values.get("took_part")));
            let small = (done.on < four).then_some(Participation::UnderFour);
            let at = At::of("care_return_recorded", matter);
            if let Some(part) = self.must(small.or(said), "how the child took part in the review", done.on, at) {
                all.push(Review { on: done.on, part });
            }
        }
        all
    }

    /// What was told later of how this child took part in reviews, by their days.
    fn parts(&self, matter: &'a Matter) -> BTreeMap<Date, Participation> {
        let forms = matter.each("care_return_recorded").filter(|done| self.is_about(done));
        let rows = forms.filter_map(|done| done.values.get("reviews_told")).flat_map(Value::rows);
        rows.filter_map(|row| Some((day(row, "held_on")?, self.code("took_part", row.get("took_part"))?))).collect()
    }

    /// The times the child was missing or away.
    pub(super) fn absences(&self, matter: &'a Matter) -> Vec<Absence> {
        let forms: Vec<&Done> = matter.each("absence_recorded").filter(|done| self.is_about(done)).collect();
        let of = |(from, said): (Date, casework::Values)| {
            Some(Absence {
                kind: self.code("absence_kind", said.get("absence_kind"))?,
                from,
                to: day(&said, "absence_to"),
            })
        };
        by_day(forms, "absence_from").into_iter().filter_map(of).collect()
    }

    /// Who had the case while the child was looked after.
    pub(super) fn workers(&mut self, times: &[Time<'a>]) -> Vec<WorkerTime> {
        let given = self.each("case_given");
        let mut apart: Vec<(&str, Date, Vec<&Done>)> = Vec::new();
        for done in &given {
            let Some(worker) = done.values.get("given_to").and_then(Value::text) else { continue };
            match apart.last_mut().filter(|(known, ..)| *known == worker) {
                Some((_, _, forms)) => forms.push(done),
                None => apart.push((worker, done.on, vec![done])),
            }
        }
        let ends: Vec<Option<Date>> = apart.iter().skip(1).map(|(_, from, _)| Some(*from)).chain([None]).collect();
        let at = self.in_case("case_given");
        let mut all = Vec::new();
        for ((worker, from, forms), to) in apart.iter().zip(ends) {
            let meets = |time: &Time| {
                time.ended.is_none_or(|ended| *from < ended)
                    && to.is_none_or(|to| time.began.is_none_or(|began| to > began))
            };
            if !times.iter().any(meets) || !self.year.touches(*from, to) {
                continue;
            }
            let of_worker = |done: &&&Done| done.values.get("given_to").and_then(Value::text) == Some(*worker);
            let number = given.iter().rev().filter(of_worker).find_map(|done| words(done.values.get("worker_number")));
            let number = self.must(number, "the social worker’s number in the register", *from, at);
            let why = forms.iter().rev().find_map(|done| self.code("worker_change", done.values.get("worker_change")));
            let why = self.must(why, "why the child got this social worker", *from, at);
            let (Some(number), Some(why)) = (number, why) else { continue };
            all.push(WorkerTime { worker: number.to_uppercase(), from: *from, to, why });
        }
        if all.is_empty() {
            let on = self.year.ends();
            let somebody = !times.iter().any(|time| time.holds(on)) || !given.is_empty();
            self.must(somebody.then_some(()), "who the child’s social worker is", None, at);
        }
        all
    }
}
