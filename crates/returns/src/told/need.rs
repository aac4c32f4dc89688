//! A child in need: what the council was told, what it found, what it gave, and how that ended.
//!
//! One time of work begins with a request that led on, takes in the requests made while it went on, and ends when the last
//! of them is closed; for a child who is looked after on that day, when the case is.

use casework::matter::{Done, Matter};
use casework::{Value, Version};
use jiff::civil::Date;

use super::care::Time;
use super::{At, Collection, Teller, yes_or_no};
use crate::child::Child;
use crate::cin::asked_for;
use crate::code::{Closure, Factor, PrimaryNeed, ReferralSource};
use crate::need::{Assessment, Closed, Plan, Referral};

/// One time of work for a child.
pub(super) struct Work<'a> {
    requests: Vec<&'a Matter>,
    pub(super) on: Date,
    /// Whether nothing more was done.
    nothing: bool,
    /// The day it ended, with what the form said that ended it.
    ended: Option<(Date, Option<&'a Value>)>,
}

impl<'a> Teller<'a> {
    /// The child as the census asks for them; nothing where it does not, or something is missing.
    pub(super) fn in_need(&mut self) -> Option<Child> {
        let times = self.times();
        let works = self.works(&times);
        let referrals: Vec<Referral> = works.iter().filter_map(|work| self.referral(work, &works)).collect();
        self.care_told_of(&times, &works);
        self.at_risk(&works);
        if referrals.is_empty() && self.missing.is_empty() {
            return None;
        }
        let mut child = self.who(Collection::Need)?;
        child.referrals = referrals;
        Some(child)
    }

    fn is_in_year(&self, on: Date, ended: Option<Date>) -> bool {
        self.year.touches(on, ended)
    }

    /// A child who is looked after is in need too: somebody told the council of them.
    fn care_told_of(&mut self, times: &[Time<'a>], works: &[Work<'a>]) {
        for time in times {
            let Some(began) = time.began.filter(|began| self.is_in_year(*began, time.ended)) else { continue };
            let covered = works.iter().any(|work| work.covers(began));
            let at = self.in_case("request_made");
            self.must(
                covered.then_some(()),
                "who told the council of the child, and when, before care began",
                began,
                at,
            );
        }
    }

    /// Every time of work, oldest first.
    fn works(&mut self, times: &[Time<'a>]) -> Vec<Work<'a>> {
        let mut requests: Vec<(Date, &Matter)> =
            self.case.of_kind("request").filter_map(|request| Some((self.asked_on(request)?, request))).collect();
        requests.retain(|(on, _)| *on <= self.year.ends());
        requests.sort_by_key(|(on, request)| (*on, request.id));
        let mut works: Vec<Work> = Vec::new();
        for (on, request) in requests {
            let Some(nothing) = self.came_of(on, request) else { continue };
            match works.iter_mut().rfind(|work| !work.nothing).filter(|work| work.goes_on_at(on)) {
                // What is answered while work goes on is a part of it.
                Some(_) if nothing => {}
                Some(work) => {
                    work.requests.push(request);
                    let ended = self.end_of(&work.requests, times);
                    work.ended = ended;
                }
                None => {
                    let ended = if nothing { None } else { self.end_of(&[request], times) };
                    works.push(Work { requests: vec![request], on, nothing, ended });
                }
            }
        }
        works
    }

    fn asked_on(&self, request: &'a Matter) -> Option<Date> {
        request.last("request_made")?.values.get("asked_on")?.day()
    }

    /// Whether a request led to nothing more. One that is no referral of this child, or of which that is not told, is left out.
    fn came_of(&mut self, on: Date, request: &'a Matter) -> Option<bool> {
        let Some(decided) = request.last("request_decided") else {
            // Taken back or joined to another before anybody decided, it is none.
            if !request.is_ended {
                self.must(None::<()>, "what happens next with the request", on, At::of("request_decided", request));
            }
            return None;
        };
        // Support after an order, or for a carer alone, is in neither return.
        let mut inside = self.case.inside(request.id).filter(|matter| matter.kind == "assessment").peekable();
        let is_referral = inside.peek().is_none() || inside.any(|assessment| self.is_of_need(assessment));
        if !self.is_about(decided) || request.last("request_joined").is_some() || !is_referral {
            return None;
        }
        let next = decided.values.get("next").and_then(Value::text).unwrap_or_default();
        let written = match self.practice.code("next", next, self.year.ends().year()) {
            Some("true") => Some(true),
            Some(_) => Some(false),
            None => yes_or_no(self.said(request, "no_further_action")),
        };
        if written.is_none() && self.ended(request).is_some_and(|ended| ended < self.year.starts()) {
            return None;
        }
        self.must(written, "whether nothing more was to be done", on, At::of("request_return_recorded", request))
    }

    fn is_of_need(&self, assessment: &Matter) -> bool {
        let kind = assessment.value("assessment_kind").and_then(Value::text);
        kind == Some("child_in_need") && assessment.stage != "refused"
    }

    /// When the work for some requests ended.
    fn end_of(&self, requests: &[&'a Matter], times: &[Time<'a>]) -> Option<(Date, Option<&'a Value>)> {
        let ends = requests.iter().map(|request| self.ended(request).map(|on| (on, *request)));
        let (on, last) = ends.collect::<Option<Vec<_>>>()?.into_iter().max_by_key(|(on, request)| (*on, request.id))?;
        let because = self.said(last, "closed_because");
        if !times.iter().any(|time| time.holds(on)) {
            return Some((on, because));
        }
        let closed: Option<&Done> = self.each("case_closed").into_iter().find(|done| done.on >= on);
        closed.map(|done| (done.on, because.or_else(|| done.values.get("closed_because"))))
    }

    fn referral(&mut self, work: &Work<'a>, works: &[Work<'a>]) -> Option<Referral> {
        let (first, on) = (*work.requests.first()?, work.on);
        let ended = if work.nothing { Some(on) } else { work.ended.map(|(ended, _)| ended) };
        if !self.is_in_year(on, ended) {
            return None;
        }
        let at = At::of("request_return_recorded", first);
        let asked_by = first.last("request_made").and_then(|done| done.values.get("asked_by"));
        let told_by: Option<ReferralSource> = self.code("told_by", self.said(first, "told_by"));
        let source = told_by.or_else(|| self.code("asked_by", asked_by));
        let source = self.must(source, "who told the council of the child", on, at);
        if work.nothing {
            return Some(Referral::answered(on, source?));
        }
        let need = self.main_need(&work.requests);
        let need = self.must(need, "the child’s main need", on, at);
        let assessments = self.assessments(work);
        let closed = self.closed(work);
        let enquiries = self.enquiries(work, works);
        let pre_proceedings = self.before_court(work);
        let plans = self.plans(work);
        let referral = Referral::new(on, source?, need?);
        let referral = Referral { closed, assessments, plans, enquiries, pre_proceedings, ..referral };
        asked_for(self.year, &referral).then_some(referral)
    }

    /// The main need, as it was last said in some requests.
    pub(super) fn main_need(&self, requests: &[&'a Matter]) -> Option<PrimaryNeed> {
        requests.iter().rev().find_map(|request| self.code("main_need", self.said(request, "main_need")))
    }

    fn closed(&mut self, work: &Work<'a>) -> Option<Closed> {
        let (on, because) = work.ended.filter(|(on, _)| *on <= self.year.ends())?;
        let why: Option<Closure> = self.code("closed_because", because);
        let at = At::of("request_return_recorded", work.requests.last()?);
        Some(Closed { on, why: self.must(why, "why the work for the child was closed", on, at)? })
    }

    fn is_within(&self, matter: &Matter, ids: &[Version]) -> bool {
        self.case.lineage(Some(matter.id)).iter().any(|id| ids.contains(id))
    }

    /// The assessments of a child in need that belong to some work.
    fn of_need(&self, work: &Work<'a>) -> Vec<&'a Matter> {
        let requests: Vec<Version> = work.requests.iter().map(|request| request.id).collect();
        let all = self.case.of_kind("assessment").filter(|assessment| self.is_of_need(assessment));
        let all = all.filter(|assessment| self.is_named(assessment.value("assessed_for")));
        all.filter(|assessment| self.is_within(assessment, &requests) && assessment.begun <= self.year.ends()).collect()
    }

    fn assessments(&mut self, work: &Work<'a>) -> Vec<Assessment> {
        let mut all = Vec::new();
        for assessment in self.of_need(work) {
            let at = At::of("assessment_signed", assessment);
            let began = assessment.begun;
            let concluded = assessment.last("assessment_concluded").map(|done| done.on);
            let signed = assessment.each("assessment_signed").next().map(|done| done.on);
            if concluded.is_some_and(|on| on <= self.year.ends()) {
                self.must(signed, "the day a manager signed the assessment", began, at);
            }
            let found = self.said(assessment, "factors_found").map(Value::choices).unwrap_or_default();
            let factors: Vec<Factor> = found.iter().filter_map(|one| self.code_of("factors_found", one)).collect();
            if self.year.known(signed).is_some() {
                self.must((!factors.is_empty()).then_some(()), "what the assessment found", began, at);
            }
            all.push(Assessment { began, review: None, authorised: signed, factors });
        }
        all
    }

    /// The plans that followed an assessment of the child's needs. The census knows one at a time: what overlaps is one.
    fn plans(&self, work: &Work<'a>) -> Vec<Plan> {
        let assessments: Vec<Version> = self.of_need(work).iter().map(|assessment| assessment.id).collect();
        let all = self.case.of_kind("plan").filter(|plan| self.is_within(plan, &assessments));
        let mut plans: Vec<Plan> = all.map(|plan| Plan { began: plan.begun, ended: self.ended(plan) }).collect();
        plans.retain(|plan| plan.began <= self.year.ends());
        plans.sort_by_key(|plan| plan.began);
        let mut apart: Vec<Plan> = Vec::new();
        for plan in plans {
            match apart.last_mut().filter(|before| before.ended.is_none_or(|ended| ended > plan.began)) {
                Some(before) => before.ended = before.ended.zip(plan.ended).map(|(one, other)| one.max(other)),
                None => apart.push(plan),
            }
        }
        apart
    }
}

impl Work<'_> {
    /// Whether it had begun by a day and had not ended before it.
    pub(super) fn covers(&self, day: Date) -> bool {
        !self.nothing && self.on <= day && self.ended.is_none_or(|(ended, _)| ended >= day)
    }

    fn goes_on_at(&self, day: Date) -> bool {
        self.ended.is_none_or(|(ended, _)| ended > day)
    }
}
