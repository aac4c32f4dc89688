//! A story as it is written.

use jiff::civil::Date;
use law::fault::{Fault, Spot};
use law::text::{Entry, SourceFile, read};

/// A story.
#[derive(Clone, Debug)]
pub struct Story {
    /// Its name.
    pub name: String,
    /// What it shows.
    pub title: String,
    /// Where it comes from.
    pub source: Option<String>,
    /// The story after whose end it begins.
    pub after: Option<String>,
    /// Its steps.
    pub steps: Vec<Step>,
}

/// A step of a story.
#[derive(Clone, Debug)]
pub struct Step {
    /// The day.
    pub on: Date,
    /// What happens.
    pub is: Is,
    /// The lines beneath: what the form says, or what is expected.
    pub lines: Vec<(String, String)>,
    /// Where it is written.
    pub spot: Spot,
}

/// What happens in a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Is {
    /// Somebody does an act.
    Does {
        /// Who, as written: a role, perhaps with a name after a dash.
        who: String,
        /// The act.
        act: String,
    },
    /// Somebody tries an act and is refused.
    Tries {
        /// Who.
        who: String,
        /// The act.
        act: String,
        /// The word of the refusal.
        refused: String,
    },
    /// Things stand so.
    Expect,
}

impl Story {
    /// Reads the stories of a file.
    pub fn read(file: &SourceFile) -> (Vec<Story>, Vec<Fault>) {
        let (entries, mut faults) = read(file, &["story"]);
        let mut stories = Vec::new();
        for entry in &entries {
            match Story::of(entry) {
                Ok(story) => stories.push(story),
                Err(fault) => faults.push(fault),
            }
        }
        (stories, faults)
    }

    fn of(entry: &Entry) -> Result<Story, Fault> {
        let told = |field: &&law::text::Field| !matches!(field.key.as_str(), "title" | "source" | "note" | "after");
        let steps = entry.fields.iter().filter(told).map(step).collect::<Result<_, _>>()?;
        let (title, source, after) = (entry.must("title")?, entry.text("source"), entry.text("after"));
        Ok(Story { name: entry.name.clone(), title, source, after, steps })
    }
}

fn step(field: &law::text::Field) -> Result<Step, Fault> {
    let on = field.key.parse().map_err(|_| {
        Fault::new(&field.spot, format!("{:?} is not a day", field.key)).hint("2026-11-26  worker does request_made")
    })?;
    let words: Vec<&str> = field.value.split_whitespace().collect();
    let is = match words.as_slice() {
        ["expect"] => Is::Expect,
        [who, "does", act] => Is::Does { who: (*who).to_owned(), act: (*act).to_owned() },
        [who, "tries", act, "refused", refused] => {
            Is::Tries { who: (*who).to_owned(), act: (*act).to_owned(), refused: (*refused).to_owned() }
        }
        _ => {
            return Err(Fault::new(&field.spot, "this is not a step")
                .hint("WHO does ACT, WHO tries ACT refused RULE, or expect"));
        }
    };
    let lines = field.lines.iter().map(|line| {
        let (key, value) = line.text.split_once("  ").unwrap_or((&line.text, ""));
        (key.trim().to_owned(), value.trim().to_owned())
    });
    Ok(Step { on, is, lines: lines.collect(), spot: field.spot.clone() })
}
