//! The law as rows of tables.

use law::Law;
use law::period::Period;
use law::value::Answer;

offer::records! {
    /// A support of national law.
    SupportRow {
        /// Its name in addresses.
        id: String,
        /// What a carer calls it.
        title: String,
        /// Its subject.
        group: String,
        /// The nature of the promise: duty, target-duty, power, benefit, tax, guidance, pilot or voluntary.
        force: &'static str,
        /// Whether it is for the child, the carer or both.
        for_whom: String,
        /// Who provides it.
        provider: String,
        /// When and how it was last checked.
        checked: String,
        /// Caveats.
        notes: Vec<String>,
        /// Where the rule is found as data, from the start of this site's address.
        rule: String,
    }

    /// A provision of an Act, of regulations or of guidance; or a case or page we read.
    ProvisionRow {
        /// The instrument and its number there.
        id: String,
        /// How it is cited.
        cite: String,
        /// What it is about.
        title: String,
        /// What it says, in our words.
        says: String,
        /// must, may, should, definition, status, limit, case or practice.
        force: Option<String>,
        /// Whom it binds.
        binds: Option<String>,
        /// The first day it is in force, where that is known.
        from: Option<jiff::civil::Date>,
        /// The last day.
        to: Option<jiff::civil::Date>,
        /// Whether it is enacted and has no day on which it begins that we know of.
        not_commenced: bool,
        /// Where it was read.
        url: Option<String>,
        /// How sure we are of what it says: seen, excerpt, second-hand, computed, memory or unsure.
        verified: &'static str,
        /// Caveats.
        notes: Vec<String>,
    }

    /// One value of a rate.
    RateRow {
        /// The name of the rate.
        id: String,
        /// What it is.
        title: String,
        /// Its unit.
        unit: String,
        /// The value.
        value: f64,
        /// The first day.
        from: Option<jiff::civil::Date>,
        /// The last day.
        to: Option<jiff::civil::Date>,
        /// Whether it holds for some families only; the rate's own page says for which.
        has_condition: bool,
        /// What it rests on.
        cites: Vec<String>,
        /// Caveats.
        notes: Vec<String>,
    }

    /// A period the law sets.
    ClockRow {
        /// Its name.
        id: String,
        /// What it is about.
        title: String,
        /// The event it starts from.
        starts: String,
        /// How long it runs.
        length: String,
        /// Who must act in time.
        owed_by: String,
        /// Which days count.
        calendar: String,
        /// What it rests on.
        cites: Vec<String>,
        /// How sure we are.
        verified: &'static str,
        /// Caveats.
        notes: Vec<String>,
    }

    /// What a kinship local offer must, should or may hold.
    DutyRow {
        /// Its name.
        id: String,
        /// Its number in the checklist.
        number: u32,
        /// statute, guidance or good-practice.
        layer: &'static str,
        /// must, should or good practice.
        force: String,
        /// What it is about.
        title: String,
        /// What an offer must show to meet it.
        asks: String,
        /// What it rests on.
        cites: Vec<String>,
        /// How sure we are.
        verified: &'static str,
        /// Caveats.
        notes: Vec<String>,
    }

    /// One answer that must follow for a made-up family.
    StoryRow {
        /// The name of the story.
        story: String,
        /// What a social worker would call the family.
        title: String,
        /// What differs in this twin of the family; not there for the family itself.
        twin: Option<String>,
        /// The day asked about.
        on: jiff::civil::Date,
        /// What is so for the family: facts as data.
        facts: Vec<String>,
        /// The support, or the fact that follows.
        about: String,
        /// The answer that must follow.
        answer: String,
        /// Facts that would settle an answer that depends.
        missing: Vec<String>,
    }
}

fn ids(cites: &[law::cite::Cite]) -> Vec<String> {
    cites.iter().map(|cite| cite.provision.clone()).collect()
}

fn ends(period: &Period) -> (Option<jiff::civil::Date>, Option<jiff::civil::Date>) {
    (period.from, period.to)
}

pub(super) fn supports(law: &Law) -> Vec<SupportRow> {
    let row = |one: &law::rule::Support| SupportRow {
        id: one.id.clone(),
        title: one.title.clone(),
        group: one.group.clone(),
        force: one.force.word(),
        for_whom: one.for_whom.clone(),
        provider: one.provider.clone(),
        checked: one.checked.clone(),
        notes: one.notes.clone(),
        rule: format!("/law/support/{}.json", one.id),
    };
    law.supports.iter().map(row).collect()
}

pub(super) fn provisions(law: &Law) -> Vec<ProvisionRow> {
    let row = |one: &law::instrument::Provision| {
        let (from, to) = ends(&one.period);
        ProvisionRow {
            id: one.id.clone(),
            cite: law.instrument(one.instrument()).map_or_else(|| one.id.clone(), |of| of.cite(one)),
            title: one.title.clone(),
            says: one.says.clone(),
            force: one.force.clone(),
            binds: one.binds.clone(),
            from,
            to,
            not_commenced: one.period.not_commenced,
            url: one.url.clone(),
            verified: one.verified.word(),
            notes: one.notes.clone(),
        }
    };
    law.provisions.iter().map(row).collect()
}

pub(super) fn rates(law: &Law) -> Vec<RateRow> {
    let values = law.rates.iter().flat_map(|rate| rate.values.iter().map(move |value| (rate, value)));
    let row = |(rate, value): (&law::rate::Rate, &law::rate::RateValue)| {
        let (from, to) = ends(&value.period);
        RateRow {
            id: rate.id.clone(),
            title: rate.title.clone(),
            unit: rate.unit.clone(),
            value: value.amount as f64 / 1000.0,
            from,
            to,
            has_condition: value.when.is_some(),
            cites: ids(&value.cites),
            notes: rate.notes.clone(),
        }
    };
    values.map(row).collect()
}

pub(super) fn clocks(law: &Law) -> Vec<ClockRow> {
    let row = |one: &law::clock::Clock| ClockRow {
        id: one.id.clone(),
        title: one.title.clone(),
        starts: one.starts.clone(),
        length: one.length.to_string(),
        owed_by: one.owed_by.clone(),
        calendar: one.calendar.clone(),
        cites: ids(&one.cites),
        verified: one.verified.word(),
        notes: one.notes.clone(),
    };
    law.clocks.iter().map(row).collect()
}

pub(super) fn duties(law: &Law) -> Vec<DutyRow> {
    let row = |one: &law::duty::Duty| DutyRow {
        id: one.id.clone(),
        number: one.no.into(),
        layer: one.layer.word(),
        force: one.force.clone(),
        title: one.title.clone(),
        asks: one.asks.clone(),
        cites: ids(&one.cites),
        verified: one.verified.word(),
        notes: one.notes.clone(),
    };
    law.duties.iter().map(row).collect()
}

pub(super) fn stories(law: &Law) -> Vec<StoryRow> {
    let mut rows = Vec::new();
    for story in &law.stories {
        for scene in &story.scenes {
            let facts = scene.case.answers().map(|(fact, answer)| {
                let fact = &law.facts[fact];
                let text = match answer {
                    Answer::Is(value) => fact.kind.write(value),
                    Answer::Not(unknown) => unknown.word().to_owned(),
                };
                format!("{} = {text}", fact.name)
            });
            let facts: Vec<String> = facts.collect();
            rows.extend(scene.expect.iter().map(|one| StoryRow {
                story: story.id.clone(),
                title: story.title.clone(),
                twin: Some(scene.twin.clone()).filter(|twin| !twin.is_empty()),
                on: scene.case.day,
                facts: facts.clone(),
                about: one.about.clone(),
                answer: one.answer.clone(),
                missing: one.missing.clone(),
            }));
        }
    }
    rows
}
