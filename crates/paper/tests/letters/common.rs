//! The law and the letters of this repository, and families for them.

use jiff::civil::{Date, date};
use law::text::SourceFile;
use law::{Case, Day, Family, Findings, Law};
use paper::{Letter, Letters, Typed, TypedError, Written};
use std::path::Path;
use std::sync::{Arc, LazyLock};

/// The day on which these tests ask.
pub(crate) const TODAY: Date = date(2026, 11, 25);

static DAY: LazyLock<Day> = LazyLock::new(|| {
    let (law, faults) = Law::load(&read("law"));
    assert!(faults.is_empty(), "{faults:?}");
    Day::new(Arc::new(law), TODAY).unwrap()
});

static LETTERS: LazyLock<Letters> = LazyLock::new(|| {
    let (letters, faults) = Letters::load(&read("content/en/letters"), &DAY.law);
    assert!(faults.is_empty(), "{}", faults.iter().map(|fault| format!("{fault}\n")).collect::<String>());
    letters
});

static SAMPLE: LazyLock<Letters> = LazyLock::new(|| {
    let (letters, faults) = Letters::load(&read("crates/paper/tests/letters/sample"), &DAY.law);
    assert!(faults.is_empty(), "{faults:?}");
    letters
});

fn read(folder: &str) -> Vec<SourceFile> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(folder);
    let mut files = Vec::new();
    walk(&root, &root, &mut files);
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

fn walk(folder: &Path, root: &Path, files: &mut Vec<SourceFile>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => walk(&path, root, files),
            false => files.push(SourceFile {
                path: path.strip_prefix(root).unwrap().to_string_lossy().into_owned(),
                text: std::fs::read_to_string(&path).unwrap(),
            }),
        }
    }
}

/// The law on the day.
pub(crate) fn day() -> &'static Day {
    &DAY
}

/// The letters of this repository.
pub(crate) fn letters() -> &'static Letters {
    &LETTERS
}

/// A letter that changes with these tests alone.
pub(crate) fn sample() -> (&'static Letters, &'static Letter) {
    (&SAMPLE, &SAMPLE.letters[0])
}

/// One family, as facts by name.
pub(crate) struct Home {
    case: Case,
    findings: Findings,
}

impl Home {
    pub(crate) fn of(facts: &[(&str, &str)]) -> Home {
        let mut case = Case::on(TODAY);
        for (name, value) in facts {
            case.set_text(name, value, &DAY.law.facts).unwrap();
        }
        case.presume(&DAY.law.facts);
        Home { findings: DAY.find(&case), case }
    }

    pub(crate) fn family(&self) -> Family<'_> {
        Family { day: &DAY, findings: &self.findings, case: &self.case }
    }
}

/// Takes what was typed into a letter.
pub(crate) fn typed(letters: &Letters, letter: &Letter, values: &[(&str, &str)]) -> (Typed, Vec<TypedError>) {
    let value = |id: &str| values.iter().find(|(known, _)| *known == id).map_or("", |(_, text)| *text);
    Typed::take(letters.fields_of(letter), value)
}

/// A letter of these letters, written.
pub(crate) fn write(
    letters: &Letters,
    letter: &Letter,
    facts: &[(&str, &str)],
    council: Option<&str>,
    values: &[(&str, &str)],
) -> Written {
    let (typed, errors) = typed(letters, letter, values);
    assert!(errors.is_empty(), "{errors:?}");
    letter.write(letters, &Home::of(facts).family(), council, &typed)
}

/// A made-up letter: some lines of its head and its words.
pub(crate) fn made(head: &str, body: &str) -> (Letters, Vec<law::Fault>) {
    let fields = "field  sender_name\nlabel  Your name\nwhy  To sign.\ninput  line\n\n\
                  field  came_on\nlabel  The day\nwhy  To tell.\ninput  date\n\n\
                  field  worries\nlabel  Your worries\nwhy  To tell.\ninput  lines\n";
    let letter = format!("---\nletter  made\n{head}\n---\n{body}\n");
    let files = [("fields.law", fields.to_owned()), ("made.md", letter)];
    let files = files.map(|(path, text)| SourceFile { path: path.into(), text });
    Letters::load(&files, &DAY.law)
}

/// A head without a fault.
pub(crate) const HEAD: &str = "title  Made\nwhat  A letter.\nto  the team\nfits when\n  child_disabled\n  because  Yes.\n\
    otherwise could\n  because  Perhaps.\nclock  social_care_assessment\ncites  [ca-1989/17(1)]\nsubject  Made\n\
    fields  sender_name, came_on, worries\nnext  Wait.\nno answer  Ask.\nchecked  2026-11-25";
/// Words without a fault.
pub(crate) const BODY: &str = "Dear {recipient},\n\nOn {came_on}.\n\n{worries}\n\n{sender_name}";
