//! What the form asks for, read from its fields. It lives as long as the request.

use super::words::arrangement_said;
use crate::App;
use crate::find::{Fields, Session};
use crate::language::Said;
use crate::ui::filters;
use law::value::Kind;
use offer::Welcome;
use offer::place::{Council, Found, Spot};
use offer::search::{Asked, Search, Wanted, weekday_name};

/// The longest text that is looked for.
const LONGEST: usize = 200;
/// The most that a shortlist holds.
pub(super) const MOST_KEPT: usize = 30;

/// How many miles may be chosen for what lies over the border, and what is taken without a choice.
pub(super) const DISTANCES: [u8; 5] = [2, 5, 10, 20, 40];
const USUAL: u8 = 10;

/// What is asked for.
#[derive(Clone, Debug, Default)]
pub(super) struct Ask {
    /// The words.
    pub look: String,
    /// The council, where one is chosen.
    pub council: Option<&'static Council>,
    /// What the filters say.
    pub wanted: Wanted,
    /// The kind of arrangement, as data names it.
    pub arrangement: Option<String>,
    /// The child's age in years.
    pub age: Option<u8>,
    /// The postcode as it was typed.
    pub postcode: String,
    /// Where that is.
    pub near: Option<Spot>,
    /// How many miles to look at over the border; none where only the own council is looked at.
    pub within: u8,
    /// What is wrong with the postcode.
    pub wrong: Option<Said>,
    /// The council was taken from the postcode.
    pub council_by_postcode: bool,
    /// The keys of the shortlist.
    pub kept: Vec<String>,
}

impl Ask {
    /// Nothing asked yet: the council is the one known from the answers.
    pub(super) fn begin(app: &App, session: &Session) -> Ask {
        Ask { council: session.council(app), within: USUAL, ..Ask::default() }
    }

    /// What the fields say. What cannot be read is left out, never guessed.
    pub(super) fn read(app: &App, search: &Search, fields: &Fields) -> Ask {
        let choices = search.choices();
        let need = if fields.get("pick").is_empty() { fields.get("need") } else { fields.get("pick") };
        let wanted = Wanted {
            need: search.needs().place(need),
            delivery: choices.deliveries.iter().copied().find(|how| how.word() == fields.get("how")),
            free: fields.get("cost") == "free",
            day: choices.days.iter().copied().find(|day| weekday_name(*day) == fields.get("day")),
            language: choices.languages.iter().position(|language| language == fields.get("language")),
            welcome: Welcome::ALL.iter().copied().find(|whom| whom.word() == fields.get("whom")),
            access: choices.access.iter().copied().find(|access| access.word() == fields.get("access")),
        };
        let wanted = match fields.get("without") {
            ALL => Wanted::default(),
            left_out => {
                wanted.asked().find(|asked| field(*asked) == left_out).map_or(wanted.clone(), |one| wanted.without(one))
            }
        };
        let mut ask = Ask {
            look: fields.get("look").chars().take(LONGEST).collect(),
            council: fields.get("council").parse().ok().and_then(|code| app.places().council(&code)),
            wanted,
            arrangement: arrangements(app).map(|(code, _)| code).find(|code| code == fields.get("arrangement")),
            age: fields.get("age").parse().ok().filter(|age| *age < 26),
            within: fields
                .get("within")
                .parse()
                .ok()
                .filter(|miles| *miles == 0 || DISTANCES.contains(miles))
                .unwrap_or(USUAL),
            postcode: fields.get("postcode").chars().take(12).collect(),
            ..Ask::default()
        };
        ask.place(app);
        ask.keep(search, fields);
        ask
    }

    fn place(&mut self, app: &App) {
        if self.postcode.is_empty() {
            return;
        }
        match app.places().find(&self.postcode) {
            Ok(Found::England { council, near, .. }) => {
                self.near = near;
                self.council_by_postcode = self.council.is_none();
                self.council = self.council.or(Some(council));
            }
            Ok(_) => self.wrong = Some(filters::nowhere()),
            Err(error) => self.wrong = Some(filters::postcode(&error)),
        }
    }

    fn keep(&mut self, search: &Search, fields: &Fields) {
        let drop = fields.get("drop");
        for key in fields.all("keep").chain([fields.get("add")]).filter(|key| !key.is_empty() && *key != drop) {
            let is_new = !self.kept.iter().any(|known| known == key);
            if is_new && self.kept.len() < MOST_KEPT && search.by_key(key).is_some() {
                self.kept.push(key.to_owned());
            }
        }
    }
}

/// Everything that is chosen, as the field says it that leaves things out.
pub(super) const ALL: &str = "all";

/// The field that asks for something.
pub(super) fn field(asked: Asked) -> &'static str {
    match asked {
        Asked::Need => "need",
        Asked::Delivery => "how",
        Asked::Cost => "cost",
        Asked::Day => "day",
        Asked::Language => "language",
        Asked::Welcome => "whom",
        Asked::Access => "access",
    }
}

/// The kinds of arrangement: as data names them and as a carer reads them.
pub(crate) fn arrangements(app: &App) -> impl Iterator<Item = (String, Said)> {
    let facts = &app.law().facts;
    let kind = facts.find("arrangement").map(|id| facts[id].kind.clone());
    let choices = match kind {
        Some(Kind::OneOf(choices)) => choices,
        _ => Vec::new(),
    };
    choices.into_iter().map(|choice| {
        let said = arrangement_said(&choice.code, &choice.answer);
        (choice.code, said)
    })
}
