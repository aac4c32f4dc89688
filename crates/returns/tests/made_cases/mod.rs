//! Made-up cases, many of them, on every path that families take: stories of casework, played act by act as anybody would do
//! them, and the same for the same seed. Nobody here is real.

mod care;
mod paths;

use std::fmt::Write as _;

use casework::Case;
use casework::story::{Story, run};
use fastrand::Rng;
use jiff::Span;
use jiff::civil::{Date, date};
use law::text::SourceFile;
use returns::Upn;

use crate::data::{LAW, TABLE};
use crate::made_up::after;

/// Cases on every path in turn.
pub(crate) fn cases(seed: u64, how_many: usize) -> Vec<Case> {
    let mut rng = Rng::with_seed(seed);
    let mut text = String::new();
    for (number, path) in (1..).zip(paths::PATHS.iter().cycle().take(how_many)) {
        let mut tale = Tale { text: format!("story    made-{number}\ntitle    Made up\n"), rng: rng.fork(), number };
        path(&mut tale);
        text.push_str(&tale.text);
        text.push('\n');
    }
    let (stories, wrong) = Story::read(&SourceFile { path: "made.law".to_owned(), text });
    assert_eq!(wrong, []);
    let played = run(&stories, &TABLE.0, &LAW);
    let wrong: Vec<&String> = played.iter().flat_map(|played| &played.wrong).collect();
    assert!(wrong.is_empty(), "{} steps went otherwise, such as {}", wrong.len(), wrong[0]);
    played.into_iter().map(|played| played.case).collect()
}

/// A story while it is written.
struct Tale {
    text: String,
    rng: Rng,
    number: u32,
}

impl Tale {
    /// One step, with its form.
    fn step(&mut self, on: Date, who_does_what: &str, form: &[(&str, &str)]) {
        writeln!(self.text, "{on}  {who_does_what}").unwrap();
        for (field, value) in form {
            writeln!(self.text, "  {field}  {value}").unwrap();
        }
    }

    fn pick<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.rng.usize(..of.len())]
    }

    fn days(&mut self, from: i64, to: i64) -> i64 {
        self.rng.i64(from..=to)
    }

    /// A day within some days of another.
    fn told(&mut self, from: Date, within: i64) -> Date {
        after(from, self.days(0, within))
    }

    /// A case with a carer, a parent and a child; the day the child was born.
    fn opened(&mut self, on: Date, youngest: i32, oldest: i32) -> Date {
        let reference = format!("KL-{:04}", self.number);
        self.step(on, "worker does case_opened", &[("reference", &reference), ("opened_because", "The carer rang")]);
        for (name, part, relationship) in [("Rose Field", "carer", "grandmother"), ("Dawn Field", "parent", "mother")] {
            let form = [("name", name), ("part", part), ("relationship", relationship), ("address", "3 Elm Row")];
            self.step(on, "worker does person_added", &form);
        }
        self.child(on, "Max Field", "", youngest, oldest)
    }

    /// One more child of the case, with what the returns ask of them.
    fn child(&mut self, on: Date, name: &str, mark: &str, youngest: i32, oldest: i32) -> Date {
        let back = self.rng.i32(youngest * 366..oldest * 365);
        let born = date(2025, 4, 1).saturating_sub(Span::new().days(back));
        let day = born.to_string();
        let form = [("name", name), ("part", "child"), ("relationship", "the child"), ("born", &*day)];
        self.step(on, "worker does person_added", &form);
        let figures = format!("2104321{:02}{:03}", if mark.is_empty() { 14 } else { 15 }, self.number % 1000);
        let upn = Upn::from_figures(&figures).expect("twelve figures");
        let upn = if born < date(2022, 9, 1) { ("upn", upn.text()) } else { ("no_upn_because", "not_of_age") };
        let sex = self.pick(&["male", "female"]);
        let ethnicity = self.pick(&["white_british", "black_caribbean", "white_black_african", "refused", "roma"]);
        let number = format!("C{:05}{mark}", self.number);
        let mut form =
            vec![("person", name), ("council_number", &*number), ("sex", sex), ("ethnicity", ethnicity), upn];
        form.push(("disabilities", self.pick(&["none", "learning, autism", "hearing"])));
        if sex == "female" {
            form.push(("is_mother", "no"));
        }
        self.step(after(on, 1), "worker does child_details_recorded", &form);
        born
    }

    /// The carer asks for help, and it is decided what happens next.
    fn asked(&mut self, on: Date, next: &str) {
        let (by, need) = (self.pick(&["carer", "parent", "worker", "other"]), self.need());
        let day = on.to_string();
        let form = [
            ("asked_by", by),
            ("asked_how", "phone"),
            ("asked_on", &*day),
            ("what_happened", "Dawn went into hospital."),
            ("what_is_needed", "A bed"),
            ("consent", "yes"),
        ];
        self.step(on, "worker does request_made", &form);
        let mut form = vec![("next", next), ("reason", "We read it."), ("offer_given", "yes"), ("main_need", need)];
        if matches!(by, "worker" | "other") {
            form.push(("told_by", self.pick(&["school", "police", "doctor", "early_help"])));
        }
        self.step(after(on, 1), "worker does request_decided", &form);
    }

    fn need(&mut self) -> &'static str {
        self.pick(&["absent_parenting", "abuse", "parent_illness", "acute_stress"])
    }

    /// An assessment of what the child needs, signed within 45 working days; the day it was signed.
    fn assessed(&mut self, began: Date, whom: &str, found: &str) -> Date {
        let form = [("assessment_kind", "child_in_need"), ("assessed_for", whom)];
        self.step(began, "worker does assessment_begun", &form);
        let form = [("child_wishes", "To stay"), ("wishes_how", "At home")];
        self.step(after(began, 3), "worker does wishes_recorded", &form);
        let needs = ("needs", "need=A bed; shown_by=He sleeps on the sofa; whose=child");
        self.step(after(began, 9), "worker does needs_recorded", &[needs, ("carer_views", "I can manage.")]);
        // Few days, because the law of each has to be made.
        let from = self.days(15, 30);
        let concluded =
            (from..).map(|days| after(began, days)).find(|on| on.day() == 5 || on.day() == 20).expect("a day");
        let considered = |support: &'static str| ("supports_considered", support);
        let form = [
            considered("support=s17_assessment; thought=this is it"),
            considered("support=ehcp; thought=the school is asked"),
            ("summary", "Max needs a bed."),
        ];
        self.step(concluded, "worker does assessment_concluded", &form);
        let signed = after(concluded, self.days(0, 4));
        self.step(signed, "manager does assessment_signed", &[("factors_found", found)]);
        signed
    }

    /// It is decided that nothing more is to be given.
    fn settled(&mut self, on: Date) {
        self.step(on, "worker does decision_begun", &[]);
        let needs = ("needs_decided", "need=A bed; answer=no; why_not=not_needed; row_reason=He has one now");
        self.step(on, "manager does decision_made", &[("facts_relied_on", "The assessment"), needs]);
        self.step(on, "worker does decision_ended", &[("reason", "Nothing was to be given.")]);
    }

    /// The request is closed, and with it the work for the child.
    fn closed(&mut self, on: Date, because: &str) {
        let form = [("reason", "All is done."), ("offer_given", "yes"), ("closed_because", because)];
        self.step(on, "manager does request_closed", &form);
    }
}
