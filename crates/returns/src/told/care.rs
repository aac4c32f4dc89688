//! A child who is looked after: each time in care, with where the child lived and by which law, and how it ended.

use casework::Value;
use casework::matter::Matter;
use jiff::civil::Date;

use super::{At, Collection, Teller, day, words};
use crate::care::{CareTime, EarlierOrder, Ended};
use crate::child::Child;
use crate::code::{Ceased, PreviousPermanence};

/// One time in care.
#[derive(Clone, Copy)]
pub(super) struct Time<'a> {
    pub(super) matter: &'a Matter,
    /// The first day; not known where care went on before the case began.
    pub(super) began: Option<Date>,
    /// The day it ended.
    pub(super) ended: Option<Date>,
}

impl Time<'_> {
    /// Whether the child was looked after at the end of a day.
    pub(super) fn holds(&self, day: Date) -> bool {
        self.began.is_none_or(|began| began <= day) && self.ended.is_none_or(|ended| ended > day)
    }
}

impl<'a> Teller<'a> {
    /// The child as the return of looked-after children asks for them; nothing where it does not, or something is missing.
    pub(super) fn looked_after(&mut self) -> Option<Child> {
        let mut times = self.times();
        times.retain(|time| self.year.touches(time.began.unwrap_or(self.year.starts()), time.ended));
        if times.is_empty() {
            return None;
        }
        let child = self.who(Collection::Care);
        let birthday = child.as_ref().map(Child::birthday);
        let care: Vec<CareTime> = times.iter().filter_map(|time| self.care(time, birthday)).collect();
        let workers = self.workers(&times);
        let mut child = child?;
        child.care = care;
        child.workers = workers;
        self.health(&mut child, &times);
        Some(child)
    }

    /// Every time in care, oldest first.
    pub(super) fn times(&self) -> Vec<Time<'a>> {
        let all = self.case.of_kind("care").filter_map(|matter| {
            let decided = matter.last("care_decided").filter(|done| self.is_about(done))?;
            let first = self.first_stay(matter);
            let (began, ended) = match decided.values.get("care_answer").and_then(Value::text)? {
                "become" => (Some(first.map_or(decided.on, |first| first.min(decided.on))), self.left_on(matter)),
                "cease" => (first, self.left_on(matter).or(Some(decided.on))),
                _ => return None,
            };
            Some(Time { matter, began, ended })
        });
        let mut all: Vec<Time> = all.collect();
        all.sort_by_key(|time| (time.began, time.matter.id));
        all
    }

    /// The day care ended: what was said of it, or that of the act.
    fn left_on(&self, matter: &'a Matter) -> Option<Date> {
        let said = self.said(matter, "care_ended_on").and_then(Value::day);
        said.or_else(|| matter.last("care_ended").map(|done| done.on))
    }

    fn care(&mut self, time: &Time<'a>, birthday: Option<Date>) -> Option<CareTime> {
        let matter = time.matter;
        let at = At::of("care_return_recorded", matter);
        let began = time.began;
        self.must(
            began,
            "when the time in care began, with where and by which law",
            None,
            At::of("stay_recorded", matter),
        );
        let requests: Vec<&Matter> = self.case.of_kind("request").collect();
        let need = self.code("main_need", self.said(matter, "main_need")).or_else(|| self.main_need(&requests));
        let need = self.must(need, "the child’s main need", began, at);
        let home_postcode = words(self.said(matter, "home_postcode"));
        let home_postcode = self.must(home_postcode, "the postcode of the home the child came from", began, at);
        let stays = self.stays(time);
        let ended = self.left(time, at);
        let earlier_order = began.filter(|began| self.year.holds(*began)).and_then(|_| self.earlier_order(time, at));
        let reviews = birthday.map(|birthday| self.reviews(matter, birthday)).unwrap_or_default();
        let missing = self.absences(matter);
        Some(CareTime { need: need?, home_postcode: home_postcode?, stays, ended, earlier_order, reviews, missing })
    }

    fn left(&mut self, time: &Time<'a>, at: At) -> Option<Ended> {
        let on = time.ended.filter(|on| *on <= self.year.ends())?;
        let said: Option<Ceased> = self.code("care_left_how", self.said(time.matter, "care_left_how"));
        let how = said.or_else(|| self.code("care_ended_by", self.said(time.matter, "care_ended_by")));
        let how = self.must(how, "how the time in care ended", on, at)?;
        Some(Ended { on, how })
    }

    fn earlier_order(&mut self, time: &Time<'a>, at: At) -> Option<EarlierOrder> {
        let matter = time.matter;
        let kind = self.code("earlier_order", self.said(matter, "earlier_order"));
        let kind = self.must(kind, "whether the child had lived for good with others before", time.began, at)?;
        if kind == PreviousPermanence::None {
            return Some(EarlierOrder::none());
        }
        let said = self.said(matter, "earlier_order_on").and_then(Value::day);
        let on = self.must(said, "when the order before this time in care was made", time.began, at);
        let council = words(self.said(matter, "earlier_order_council"));
        let council = self.must(council, "which council arranged the order before", time.began, at);
        Some(EarlierOrder { kind, on, council })
    }

    fn first_stay(&self, matter: &'a Matter) -> Option<Date> {
        let stays = matter.each("stay_recorded").filter(|done| self.is_about(done));
        stays.filter_map(|done| day(&done.values, "from_when")).min()
    }
}
