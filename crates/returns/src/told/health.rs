//! The yearly health record of a child who was looked after all year.

use casework::matter::Done;
use casework::{Value, Values};

use super::care::Time;
use super::{At, Teller, small, yes_or_no};
use crate::care::{Health, Score, Substances};
use crate::child::Child;
use crate::ssda903::{looked_after_all_year, record_asked};

impl<'a> Teller<'a> {
    /// Gives the child the health record of the year, where the return asks for it.
    pub(super) fn health(&mut self, child: &mut Child, times: &[Time<'a>]) {
        let Some(last) = times.last().filter(|_| looked_after_all_year(self.year, child)) else { return };
        let at = At::of("health_recorded", last.matter);
        let ends = self.year.ends();
        let of_year =
            |done: &&Done| done.values.get("health_year") == Some(&Value::Number(ends.year().unsigned_abs().into()));
        let forms = self.each("health_recorded").into_iter().filter(of_year);
        let mut said = Values::new();
        forms.for_each(|done| said.extend(done.values.clone()));
        let record = self.record(&said);
        let Some(record) = self.must(record, "the health record of the year", ends, at) else { return };
        child.health = vec![record];
        if record_asked(self.year, child).0.score {
            self.must(record.score, "the score of strengths and difficulties, or why there is none", ends, at);
        }
    }

    fn record(&self, said: &Values) -> Option<Health> {
        let yes = |field: &str| yes_or_no(said.get(field));
        let none = || self.code("no_score_because", said.get("no_score_because")).map(Score::Missing);
        Some(Health {
            year: self.year,
            score: small(said.get("score")).map(Score::Of).or_else(none),
            convicted: yes("convicted")?,
            development: yes("development")?,
            immunised: yes("immunised")?,
            dentist: yes("dentist")?,
            assessed: yes("health_assessed")?,
            substances: match said.get("substances")?.text()? {
                "no_problem" => Substances::NoProblem,
                "helped" => Substances::Helped,
                "declined" => Substances::Declined,
                "not_offered" => Substances::NotOffered,
                _ => return None,
            },
        })
    }
}
