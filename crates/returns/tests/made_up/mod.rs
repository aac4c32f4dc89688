//! Made-up children, many of them, on every path that kinship families take; the same for the same seed.
//!
//! Places are real postcodes of Southwark, because the validators look up where each is. Nobody here is real.

#![allow(dead_code, reason = "each test uses a part of it")]

pub(crate) mod files;
mod paths;

use fastrand::Rng;
use jiff::Span;
use jiff::civil::{Date, Weekday, date};
use returns::care::{CareTime, EarlierOrder, Ended, Health, Review, Score, Stay, Substances, WorkerTime};
use returns::code::{
    Ceased, Code, Ethnicity, LegalStatus, Participation, PlaceChange, Placement, PrimaryNeed, Provider, Sex,
    UnknownUpn, WorkerChange,
};
use returns::need::{Assessment, Referral};
use returns::{Birth, Child, Upn, Year};

pub(crate) use paths::{PATHS, Path};

/// The council, by the Department's three figures, and by the code that statistics use.
pub(crate) const COUNCIL: &str = "210";

/// The fostering service's number at Ofsted, made up.
pub(crate) const URN: &str = "SC000001";

/// The last of the two years that are written.
pub(crate) fn year() -> Year {
    Year::ending(2027).expect("a year")
}

/// Children on every path in turn.
pub(crate) fn children(seed: u64, how_many: usize) -> Vec<Child> {
    let mut maker = Maker { rng: Rng::with_seed(seed), made: 0 };
    PATHS.iter().cycle().take(how_many).map(|path| maker.child(*path)).collect()
}

/// One child on a path, always the same: the first of those whose case ends in the last year, or goes on.
pub(crate) fn child(path: Path) -> Child {
    let made = |seed| Maker { rng: Rng::with_seed(seed), made: 9000 }.child(path);
    let late = |child: &Child| {
        let closed = child.referrals.iter().filter_map(|referral| referral.closed).map(|closed| closed.on);
        let left = child.care.iter().filter_map(|care| care.ended).map(|ended| ended.on);
        closed.chain(left).all(|on| year().holds(on))
    };
    (0..).map(made).find(late).expect("a child")
}

/// Days later.
pub(crate) fn after(day: Date, days: i64) -> Date {
    day.saturating_add(Span::new().days(days))
}

/// Makes one child after another.
pub(crate) struct Maker {
    pub(crate) rng: Rng,
    made: u32,
}

impl Maker {
    fn child(&mut self, path: Path) -> Child {
        self.made += 1;
        (path.make)(self)
    }

    pub(crate) fn pick<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.rng.usize(..all.len())]
    }

    pub(crate) fn days(&mut self, from: i64, to: i64) -> i64 {
        self.rng.i64(from..=to)
    }

    /// A working day near the given number of days after another.
    pub(crate) fn weekday(&mut self, day: Date, days: i64) -> Date {
        let day = after(day, days);
        match day.weekday() {
            Weekday::Saturday => after(day, 2),
            Weekday::Sunday => after(day, 1),
            _ => day,
        }
    }

    /// Somebody between two ages in whole years on 1 April 2025.
    pub(crate) fn person(&mut self, from: i16, to: i16) -> Child {
        let back = self.rng.i32(i32::from(from) * 366..i32::from(to) * 365);
        let born = date(2025, 4, 1).saturating_sub(Span::new().days(back));
        let figures = format!("210{:04}{:02}{:03}", 4321, 14, self.made % 1000);
        let upn = if born < date(2022, 9, 1) {
            Upn::from_figures(&figures).expect("twelve figures")
        } else {
            Upn::Unknown(UnknownUpn::NotOfAge)
        };
        let sex = self.pick(&[Sex::Male, Sex::Female]);
        let ethnicity = self.pick(Ethnicity::ALL);
        let mut child = Child::new(format!("K{:05}", self.made), Birth::On(born), sex, ethnicity, upn);
        child.disabilities = vec![returns::code::Disability::None];
        child
    }

    /// A need that both returns take, absent parenting most of all.
    pub(crate) fn need(&mut self) -> PrimaryNeed {
        self.pick(&[
            PrimaryNeed::AbsentParenting,
            PrimaryNeed::Abuse,
            PrimaryNeed::ParentIllness,
            PrimaryNeed::AcuteStress,
        ])
    }

    /// An assessment begun with the referral and signed within 45 working days, with what it found.
    pub(crate) fn assessment(&mut self, on: Date) -> Assessment {
        use returns::code::Factor as F;
        let began = after(on, self.days(0, 3));
        let mut factors = vec![
            self.pick(&[F::DrugsParent, F::AlcoholParent, F::MentalHealthParent]),
            self.pick(&[F::DomesticAbuseParent, F::PrivateFosteringE, F::Neglect]),
        ];
        factors.truncate(self.rng.usize(1..=2));
        Assessment { began, review: None, authorised: Some(after(began, self.days(15, 50))), factors }
    }

    /// A referral by a relative with its assessment.
    pub(crate) fn referral(&mut self, on: Date) -> Referral {
        let need = self.need();
        let mut referral = Referral::new(on, returns::code::ReferralSource::Relative, need);
        referral.assessments.push(self.assessment(on));
        referral
    }

    /// A placement with the council's own foster carers.
    pub(crate) fn fostered(&mut self, from: Date, legal: LegalStatus, placement: Placement, carers: &str) -> Stay {
        Stay {
            from,
            legal,
            placement,
            provider: Some(Provider::Own),
            carers: carers.to_owned(),
            postcode: self.pick(&["SE1 0AA", "SE1 0AB", "SE1 0AD", "SE1 0AE", "SE1 0AF"]).to_owned(),
            urn: Some(URN.to_owned()),
            moved_because: None,
        }
    }

    /// The same placement under another law.
    pub(crate) fn under(&mut self, before: &Stay, days: i64, legal: LegalStatus) -> Stay {
        Stay { from: after(before.from, days), legal, moved_because: None, ..before.clone() }
    }

    /// The same carers, approved for another kind of placement.
    pub(crate) fn approved(&mut self, before: &Stay, days: i64, placement: Placement) -> Stay {
        let moved_because = Some(PlaceChange::CarePlan);
        Stay { from: after(before.from, days), placement, moved_because, ..before.clone() }
    }

    /// Gives a child a time in care, and what always goes with one: reviews, social workers, health records.
    pub(crate) fn give_care(
        &mut self,
        child: &mut Child,
        need: PrimaryNeed,
        stays: Vec<Stay>,
        ended: Option<(Date, Ceased)>,
    ) {
        let began = stays[0].from;
        let last = ended.map_or(date(2027, 3, 31), |(on, _)| on);
        let four = after(child.birthday(), 4 * 365 + 1);
        let mut reviews = Vec::new();
        let mut on = self.weekday(began, 18);
        while on < last {
            let part = match on < four {
                true => Participation::UnderFour,
                false => self.pick(&[Participation::Spoke, Participation::Advocate, Participation::Sent]),
            };
            reviews.push(Review { on, part });
            on = self.weekday(on, 150);
        }
        child.care.push(CareTime {
            need,
            home_postcode: "SE1 0BA".to_owned(),
            stays,
            ended: ended.map(|(on, how)| Ended { on, how }),
            earlier_order: Some(EarlierOrder::none()),
            reviews,
            missing: Vec::new(),
        });
        let handed_over = after(began, self.days(10, 60)).min(after(last, -1));
        child.workers = vec![
            WorkerTime { worker: "SW100001".into(), from: began, to: Some(handed_over), why: WorkerChange::First },
            WorkerTime {
                worker: format!("SW{}", self.rng.u32(200_000..999_999)),
                from: handed_over,
                to: ended.map(|(on, _)| on),
                why: self.pick(&[WorkerChange::Transfer, WorkerChange::Left, WorkerChange::ChildAsked]),
            },
        ];
        child.health = [2026, 2027].into_iter().filter_map(Year::ending).map(|year| self.health(year)).collect();
        if child.sex == Sex::Female && child.birthday() < date(2010, 1, 1) && self.rng.bool() {
            child.mother_since = Some(after(began, 3));
        }
    }

    fn health(&mut self, year: Year) -> Health {
        Health {
            year,
            score: Some(Score::Of(self.rng.u8(0..=40))),
            convicted: false,
            development: true,
            immunised: self.rng.bool(),
            dentist: true,
            assessed: true,
            substances: self.pick(&[
                Substances::NoProblem,
                Substances::Helped,
                Substances::Declined,
                Substances::NotOffered,
            ]),
        }
    }
}
