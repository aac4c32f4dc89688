//! What a letter rests on: the days that run from it, and the provisions behind it.

use super::{Writing, written};
use crate::due::last_day;
use crate::matter::{Watch, Watched};
use crate::practice::{Kind, Starts};
use crate::value::Value;
use law::Law;
use law::cite::{Cite, Sureness};
use law::fault::Spot;

/// What was found about other councils. It is why an act is done so, and nothing that a letter to a family rests on.
const OF_OTHERS: &str = "ombudsman";

impl Writing<'_> {
    /// The days that run from this letter.
    pub(super) fn dates(&self) -> Vec<String> {
        let starts = self.asking.act.starts.iter().filter(|starts| self.passes(starts.when.as_ref(), None));
        let clocks = starts.filter_map(|starts| self.clock(starts));
        let diary = self.asking.act.diary.iter().filter_map(|diary| {
            let day = self.asking.values.get(&diary.by).and_then(Value::day)?;
            Some(format!("{}: by {}.", diary.words, written(day)))
        });
        clocks.chain(diary).collect()
    }

    fn clock(&self, starts: &Starts) -> Option<String> {
        let from = self.asking.first_day(starts);
        let watch = Watch {
            what: Watched::Clock(starts.clock.clone()),
            from: from.unwrap_or(self.event.on),
            started: 0,
            extended: Vec::new(),
            met: None,
        };
        let clock = self.asking.law.clock(&starts.clock)?;
        let day = written(last_day(&watch, self.asking.law)?);
        // What must be done has a day by which; a wait, or a time for which something holds, has its last day.
        let until = if clock.bound.as_deref() == Some("at most") { "by" } else { "until" };
        Some(format!("{}: {until} {day}.", clock.title))
    }

    /// What the act and the rows of the form rest on, each once.
    pub(super) fn law(&self) -> Vec<String> {
        let law = self.asking.law;
        let is_of_others =
            |cite: &&Cite| law.provision(&cite.provision).is_some_and(|provision| provision.instrument() == OF_OTHERS);
        let ours = self.asking.act.cites.iter().filter(|cite| !is_of_others(cite));
        let mut provisions: Vec<String> = ours.map(|cite| says(law, cite)).collect();
        let rows = self.asking.values.values().flat_map(Value::rows).flat_map(|row| row.iter());
        let plain = self.asking.values.iter();
        for (name, value) in plain.chain(rows) {
            let is_provision = self.asking.practice.fields.get(name).is_some_and(|field| field.kind == Kind::Provision);
            if let (true, Value::Text(provision)) = (is_provision, value) {
                let spot = Spot::default();
                provisions.push(says(law, &Cite { provision: provision.clone(), mark: None, spot }));
            }
        }
        let mut once = Vec::new();
        provisions.into_iter().for_each(|says| {
            if !once.contains(&says) {
                once.push(says);
            }
        });
        once
    }
}

/// How a provision is named.
pub fn cited(law: &Law, provision: &str) -> String {
    let found = law.provision(provision);
    let of = found.and_then(|found| Some((found, law.instrument(found.instrument())?)));
    of.map_or_else(|| provision.to_owned(), |(found, of)| of.cite(found))
}

/// What a citation says, and that it was not checked where it was not.
fn says(law: &Law, cite: &Cite) -> String {
    let name = cited(law, &cite.provision);
    let says = law.provision(&cite.provision).map_or("", |found| found.says.as_str());
    let mark = match law.sureness(cite) {
        Sureness::Seen | Sureness::Excerpt => "",
        _ => " (We have not yet checked this against the law’s own words.)",
    };
    format!("{name}: {says}{mark}")
}
