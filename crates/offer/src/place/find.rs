//! The register of councils and the index of postcodes, joined and asked.

use std::sync::LazyLock;

use super::council::{Council, CouncilCode, District, Former, Trust};
use super::found::{Found, Island, PlaceError};
use super::guess::Names;
use super::index::Index;
use super::postcode::Postcode;
use super::register::Register;
use super::table::RegisterError;
use super::typed::Typed;

/// The register of councils and the index of postcodes, joined.
#[derive(Debug)]
pub struct Places {
    register: Register,
    names: Names,
    index: Index,
    /// What each code of the index means, by its number.
    homes: Vec<Home>,
}

/// The texts of the `places/` folder.
#[derive(Debug, Clone, Copy)]
pub struct Tables<'a> {
    /// `councils.csv`
    pub councils: &'a str,
    /// `districts.csv`
    pub districts: &'a str,
    /// `former.csv`
    pub former: &'a str,
    /// `trusts.csv`
    pub trusts: &'a str,
    /// `coming.csv`
    pub coming: &'a str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Home {
    /// By their places in the register, so that a look-up need not search them.
    England {
        council: usize,
        district: Option<usize>,
    },
    Wales,
    Scotland,
    NorthernIreland,
    Crown,
    Unplaced,
}

impl Places {
    /// The places this program was built with.
    #[must_use]
    pub fn embedded() -> &'static Places {
        static PLACES: LazyLock<Places> = LazyLock::new(|| {
            let tables = Tables {
                councils: include_str!("../../../../places/councils.csv"),
                districts: include_str!("../../../../places/districts.csv"),
                former: include_str!("../../../../places/former.csv"),
                trusts: include_str!("../../../../places/trusts.csv"),
                coming: include_str!("../../../../places/coming.csv"),
            };
            let index = Index::from_bytes(include_bytes!("../../../../places/postcodes.bin"));
            #[allow(clippy::expect_used, reason = "part of the program itself, and read by every test")]
            Places::new(&tables, index.expect("the embedded index")).expect("the embedded tables")
        });
        &PLACES
    }

    /// Joins tables and index.
    ///
    /// # Errors
    /// Where a table has a mistake.
    pub fn new(tables: &Tables<'_>, index: Index) -> Result<Self, RegisterError> {
        let register = Register::read(tables)?;
        let homes = index.codes().iter().map(|code| home(&register, code)).collect();
        Ok(Self { names: Names::of(&register), homes, register, index })
    }

    /// All councils, in order of slug.
    #[must_use]
    pub fn councils(&self) -> &[Council] {
        &self.register.councils
    }

    /// The council of a code.
    #[must_use]
    pub fn council(&self, code: &CouncilCode) -> Option<&Council> {
        self.register.council(*code)
    }

    /// The council of a slug.
    #[must_use]
    pub fn by_slug(&self, slug: &str) -> Option<&Council> {
        self.register.by_slug(slug)
    }

    /// The councils that may be meant by a name typed from memory, likeliest first. Knows
    /// districts, councils that are gone, and trusts, and leads to who answers today.
    #[must_use]
    pub fn by_name_guess(&self, typed: &str) -> Vec<&Council> {
        self.names.guess(&self.register, typed)
    }

    /// Authorities that have ended or changed their code.
    #[must_use]
    pub fn former(&self) -> &[Former] {
        &self.register.former
    }

    /// District councils, those that have ended too, in order of code.
    #[must_use]
    pub fn districts(&self) -> &[District] {
        &self.register.districts
    }

    /// Every trust that runs or ran services, with its council.
    #[must_use]
    pub fn trusts(&self) -> &[(CouncilCode, Trust)] {
        &self.register.trusts
    }

    /// The council that answers for children where the directory has this code: a council's own,
    /// a district's, or that of an authority with a single successor.
    #[must_use]
    pub fn council_of_code(&self, code: &str) -> Option<&Council> {
        match home(&self.register, code) {
            Home::England { council, .. } => self.register.councils.get(council),
            _ => None,
        }
    }

    /// The index, for statistics and for checking it against its source.
    #[must_use]
    pub fn index(&self) -> &Index {
        &self.index
    }

    /// Where a postcode lies, however it is typed.
    ///
    /// # Errors
    /// Where the text is no postcode, or no existing one; with a suggestion if a usual slip
    /// (O for 0, I for 1) leads to one that exists.
    pub fn find(&self, typed: &str) -> Result<Found<'_>, PlaceError> {
        let exists = |postcode: &Postcode| self.index.hit(*postcode).is_some();
        let meant = || Typed::read(typed).ok().and_then(|typed| typed.slips().into_iter().find(exists));
        match typed.parse() {
            Ok(postcode) => self.locate(postcode).ok_or_else(|| PlaceError::Unknown { suggestion: meant() }),
            Err(PlaceError::Malformed { .. }) => Err(PlaceError::Malformed { suggestion: meant() }),
            Err(other) => Err(other),
        }
    }

    /// Where a postcode lies; `None` if it does not exist.
    #[must_use]
    pub fn locate(&self, postcode: Postcode) -> Option<Found<'_>> {
        let hit = self.index.hit(postcode)?;
        Some(match self.homes.get(usize::from(hit.place))? {
            Home::England { council, district } => Found::England {
                postcode,
                council: self.register.councils.get(*council)?,
                district: district.and_then(|at| self.register.districts.get(at)),
                near: hit.spot,
            },
            Home::Wales => Found::Wales(postcode),
            Home::Scotland => Found::Scotland(postcode),
            Home::NorthernIreland => Found::NorthernIreland(postcode),
            Home::Crown if postcode.in_area("IM") => Found::CrownDependency(postcode, Island::IsleOfMan),
            Home::Crown if postcode.in_area("JE") => Found::CrownDependency(postcode, Island::Jersey),
            Home::Crown => Found::CrownDependency(postcode, Island::Guernsey),
            Home::Unplaced => Found::Unplaced { postcode, likely: self.likely(postcode) },
        })
    }

    fn likely(&self, postcode: Postcode) -> Vec<&Council> {
        let mut likely: Vec<&Council> = Vec::new();
        for place in self.index.neighbours(postcode) {
            let Some(Home::England { council, .. }) = self.homes.get(usize::from(place)) else {
                continue;
            };
            likely.extend(self.register.councils.get(*council).filter(|council| !likely.contains(council)));
        }
        likely
    }
}

/// What a code of the directory means today.
fn home(register: &Register, code: &str) -> Home {
    match code.as_bytes().first() {
        Some(b'W') => Home::Wales,
        Some(b'S') => Home::Scotland,
        Some(b'N') => Home::NorthernIreland,
        Some(b'L' | b'M') => Home::Crown,
        _ => {
            let district = register.district(code);
            let own = || register.position(code.parse().ok()?);
            let above = || register.position(register.districts.get(district?)?.council);
            let after = || register.position(register.former.iter().find(|f| f.code.to_string() == code)?.heir()?);
            let council = own().or_else(above).or_else(after);
            council.map_or(Home::Unplaced, |council| Home::England { council, district })
        }
    }
}
