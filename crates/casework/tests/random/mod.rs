//! Cases at random: acts of the table itself, by anybody, on days that need not fit, with values of every kind, among
//! them words that tell what must not be told.

use super::data::{LAW, TABLE};
use casework::practice::{Act, Column, Field, Kind};
use casework::{
    Case, Doing, Event, Happened, Matter, Officer, Paper, Refusal, Role, Value, Values, Version, Who, decide,
};
use jiff::civil::{Date, date};
use jiff::{Timestamp, ToSpan};
use law::Day;
use law::calculation::Money;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The law on the first day of every case.
static DAY: LazyLock<Day> = LazyLock::new(|| Day::new(LAW.clone(), FIRST).unwrap());
const FIRST: Date = date(2026, 1, 5);

/// What three people have that the others must not learn: address, postcode, phone, email, code word.
pub(crate) const SECRETS: [[&str; 5]; 3] = [
    ["12 O’Hara Road", "SE15 5EB", "07700 900123", "rose@families.example", "bluebell"],
    ["Flat 3 Elm Row", "BS1 4ST", "0117 496 0007", "dawn@mothers.example", "kettle"],
    ["7 Old Mill Lane", "M1 1AE", "07700 900777", "uncle.tom@mail.example", "left out"],
];

/// Words for the free fields; a `#` is where a secret is put.
const WORDS: [&str; 6] = [
    "Thank you.",
    "She said that it is #, and that is all.",
    "Ring # now.",
    "(#)",
    "A bed",
    "Dear all,\nit is #.\nYours",
];

/// A simple stream of numbers that look like chance (splitmix64), the same for the same seed.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, most: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(most.max(1)).unwrap()).unwrap()
    }

    fn one<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        of.get(self.below(of.len()))
    }

    /// Whether something of so many in a hundred is so.
    fn is(&mut self, in_hundred: usize) -> bool {
        self.below(100) < in_hundred
    }
}

/// A case that goes on at random.
pub(crate) struct Going {
    chance: Chance,
    pub(crate) case: Case,
    pub(crate) events: Vec<Happened>,
    today: Date,
}

/// One thing that somebody tried.
pub(crate) struct Tried {
    pub(crate) doing: Doing,
    #[allow(dead_code, reason = "not every test looks at it")]
    pub(crate) came_of_it: Result<Event, Refusal>,
}

impl Going {
    /// A case with a carer, a parent and an uncle, of whom each has secrets, and a child.
    pub(crate) fn begun(seed: u64) -> Going {
        let mut going = Going { chance: Chance(seed), case: Case::default(), events: Vec::new(), today: FIRST };
        let text = |text: &str| Value::Text(text.to_owned());
        let opened = [("reference", text("KL-1")), ("opened_because", text("Asked"))];
        going.surely("case_opened", &opened);
        for (part, secret) in ["carer", "parent", "network"].into_iter().zip(SECRETS) {
            let [address, postcode, phone, email, word] = secret;
            going.surely(
                "person_added",
                &[
                    ("name", text(&format!("{part} Field"))),
                    ("part", Value::Choice(part.to_owned())),
                    ("relationship", text("family")),
                    ("address", text(&format!("{address}\n{postcode}"))),
                    ("phone", text(phone)),
                    ("email", text(email)),
                ],
            );
            let person = Value::Person(going.case.people.last().unwrap().id);
            let channels = Value::Choices(vec!["post".to_owned()]);
            going.surely(
                "safe_contact_set",
                &[("person", person), ("safe_channels", channels), ("code_word", text(word))],
            );
        }
        let child = [
            ("name", text("Max Field")),
            ("part", Value::Choice("child".to_owned())),
            ("relationship", text("the child")),
            ("born", Value::Day(date(2019, 3, 2))),
        ];
        going.surely("person_added", &child);
        going
    }

    fn surely(&mut self, act: &str, values: &[(&str, Value)]) {
        let values = values.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
        let matter = self.case.matters.first().map(|case| case.id);
        let by = Who { officer: Officer::new("worker-0"), roles: vec![Role::Worker] };
        let doing = Doing { act: act.to_owned(), matter, on: self.today, values, by };
        let event = decide(&self.case, &TABLE.0, &DAY, "Testshire", &doing, self.today).unwrap();
        self.take(event);
    }

    fn take(&mut self, event: Event) {
        let happened = Happened { version: self.case.version + 1, at: Timestamp::UNIX_EPOCH, event };
        self.case.take(&TABLE.0, &happened);
        self.events.push(happened);
    }

    /// Somebody tries something; where it may be, it has happened.
    pub(crate) fn step(&mut self) -> Tried {
        let days = [0, 0, 1, 3, 12, 40];
        let days = *self.chance.one(&days).unwrap();
        self.today = self.today.checked_add(days.days()).unwrap();
        let doing = self.doing();
        let came_of_it = decide(&self.case, &TABLE.0, &DAY, "Testshire", &doing, self.today);
        if let Ok(event) = &came_of_it {
            self.take(event.clone());
        }
        Tried { doing, came_of_it }
    }

    fn doing(&mut self) -> Doing {
        let acts = &TABLE.0.acts;
        // Mostly something that fits where the case stands, or else it would never go far.
        // How long the case is kept is settled now and then, and is not what a case is about.
        let with_keeping = self.chance.is(10);
        let is_work = |act: &Act| TABLE.0.matter(&act.matter).is_some_and(|kind| kind.is_work);
        let fitting: Vec<(&Act, Version)> = acts
            .iter()
            .filter(|act| act.name != "case_opened" && (with_keeping || is_work(act)))
            .flat_map(|act| {
                self.case.matters.iter().filter(|matter| fits(act, matter)).map(move |matter| (act, matter.id))
            })
            .collect();
        let (act, matter) = match self.chance.is(90) {
            true => self.chance.one(&fitting).map(|(act, matter)| (*act, Some(*matter))).unwrap(),
            false => (self.chance.one(acts).unwrap(), Some(u64::try_from(self.chance.below(40)).unwrap())),
        };
        let back = i32::try_from(self.chance.below(4)).unwrap() - 1;
        let on = if self.chance.is(85) { self.today } else { self.today.checked_sub(back.days()).unwrap() };
        let role = if self.chance.is(85) { self.chance.one(&act.who) } else { self.chance.one(&Role::ALL) };
        let role = *role.unwrap();
        let officer = Officer::new(format!("{}-{}", role.word(), self.chance.below(2)));
        let values = self.values(&act.asks);
        Doing { act: act.name.clone(), matter, on, values, by: Who { officer, roles: vec![role] } }
    }

    fn values(&mut self, columns: &[Column]) -> Values {
        let mut values = Values::new();
        for column in columns {
            if self.chance.is(if column.optional { 60 } else { 99 })
                && let Some(value) = TABLE.0.fields.get(&column.field).and_then(|field| self.value(field))
            {
                values.insert(column.field.clone(), value);
            }
        }
        values
    }

    fn value(&mut self, field: &Field) -> Option<Value> {
        let people: Vec<_> = self.case.people.iter().map(|person| person.id).collect();
        Some(match &field.kind {
            Kind::Line | Kind::Words => Value::Text(self.words(&field.name)),
            Kind::Day => {
                let days = *self.chance.one(&[0, 0, -10, 14, 60, 300]).unwrap();
                Value::Day(self.today.checked_add(days.days()).unwrap())
            }
            Kind::Choice(options) => Value::Choice(self.chance.one(options)?.name.clone()),
            Kind::Choices(options) => Value::Choices(vec![self.chance.one(options)?.name.clone()]),
            Kind::Sum => Value::Sum(Money::from_pence(i64::try_from(self.chance.below(50_000)).unwrap())),
            Kind::Number => Value::Number(1),
            Kind::YesNo => Value::Yes(self.chance.is(80)),
            Kind::Person => Value::Person(*self.chance.one(&people)?),
            Kind::People => Value::People(vec![*self.chance.one(&people)?, *self.chance.one(&people)?]),
            Kind::Rows(columns) => {
                let count = self.chance.below(3) + 1;
                Value::Rows((0..count).map(|_| self.values(columns)).collect())
            }
            Kind::Facts => Value::Facts(BTreeMap::from([("child_dob".to_owned(), "2019-03-02".to_owned())])),
            Kind::Support => {
                Value::Text((*self.chance.one(&["s17_assessment", "ehcp", "sgo_support_assessment"])?).to_owned())
            }
            Kind::Provision => Value::Text("ca-1989/17(1)".to_owned()),
            Kind::Paper => Value::Paper(Paper { id: "1".to_owned(), name: "letter.pdf".to_owned() }),
            Kind::Officer => Value::Text(format!("worker-{}", self.chance.below(3))),
        })
    }

    /// Free words, often with somebody's secret in them, written in one way or another.
    fn words(&mut self, field: &str) -> String {
        // What somebody's address is does not change here, so that it is known what must not be told.
        match field {
            "address" => return "1 New Road".to_owned(),
            "phone" => return "0161 496 0000".to_owned(),
            "email" => return "new@mail.example".to_owned(),
            "code_word" => return "saucepan".to_owned(),
            "need" => return "A bed".to_owned(),
            _ => {}
        }
        let secret = *self.chance.one(&SECRETS).and_then(|of| self.chance.one(of)).unwrap();
        let written = match self.chance.below(4) {
            0 => secret.to_uppercase(),
            1 => secret.replace(' ', "  "),
            2 => secret.replace(' ', "\n"),
            _ => secret.to_owned(),
        };
        self.chance.one(&WORDS).unwrap().replace('#', &written)
    }
}

/// Whether an act can be done in a matter, or begins one that belongs to it.
fn fits(act: &Act, matter: &Matter) -> bool {
    let kind = TABLE.0.matter(&act.matter).unwrap();
    match act.begins {
        true => kind.within.contains(&matter.kind),
        false => matter.kind == act.matter && kind.stage(&matter.stage).is_some_and(|stage| act.fits_stage(stage)),
    }
}
