//! Who runs workshops, groups, advice and updates: a council or a charity.

use jiff::civil::Date;
use offer::place::Places;
use std::sync::LazyLock;
use thiserror::Error;

/// What kind of body a host is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HostKind {
    /// A council.
    Council,
    /// A charity.
    Charity,
}

/// Who runs something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Host {
    /// Its name in addresses.
    pub slug: String,
    /// What people call it.
    pub name: String,
    /// What kind of body it is.
    pub kind: HostKind,
    /// Its own site, where we know one.
    pub site: Option<String>,
}

/// A charity of `places/charities.csv`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Charity {
    /// Its name in addresses.
    pub slug: String,
    /// What people call it.
    pub name: String,
    /// Its own site.
    pub site: String,
    /// The day its site was last looked at.
    pub seen: Date,
}

/// Every charity that may run something here, in order of slug.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Charities(Vec<Charity>);

/// A mistake in the table of charities.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("places/charities.csv, line {line}: {what}")]
pub struct CharityError {
    /// The line of the mistake.
    pub line: u64,
    /// What is wrong and what was expected.
    pub what: String,
}

impl Charities {
    /// The charities this program was built with.
    #[must_use]
    pub fn embedded() -> &'static Charities {
        static CHARITIES: LazyLock<Charities> = LazyLock::new(|| {
            let read = Charities::read(include_str!("../../../places/charities.csv"), Places::embedded());
            #[allow(clippy::expect_used, reason = "part of the program itself, and read by every test")]
            read.expect("the embedded table")
        });
        &CHARITIES
    }

    /// Reads the table. A charity never has the slug of a council.
    ///
    /// # Errors
    /// Where the table has a mistake.
    pub fn read(text: &str, places: &Places) -> Result<Charities, CharityError> {
        let mut rows = csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(text.as_bytes());
        let mut charities: Vec<Charity> = Vec::new();
        for row in rows.records() {
            let row = row.map_err(|error| CharityError {
                line: error.position().map_or(0, csv::Position::line),
                what: "each line has a slug, a name, a site and a day".to_owned(),
            })?;
            let line = row.position().map_or(0, csv::Position::line);
            let wrong = |what: String| CharityError { line, what };
            let [slug, name, site, seen] = [0, 1, 2, 3].map(|column| row.get(column).unwrap_or_default().trim());
            if slug.is_empty() || !slug.bytes().all(|sign| sign.is_ascii_lowercase() || sign == b'-') {
                return Err(wrong("a slug is small letters and hyphens".to_owned()));
            }
            if places.by_slug(slug).is_some() || charities.iter().any(|known| known.slug == slug) {
                return Err(wrong(format!("“{slug}” is taken already")));
            }
            if name.is_empty() || !site.starts_with("https://") {
                return Err(wrong("a charity has a name, and a site that begins with https://".to_owned()));
            }
            let seen = seen.parse().map_err(|_| wrong(format!("“{seen}” is not a date like 2026-11-22")))?;
            charities.push(Charity { slug: slug.to_owned(), name: name.to_owned(), site: site.to_owned(), seen });
        }
        charities.sort_by(|a, b| a.slug.cmp(&b.slug));
        Ok(Charities(charities))
    }

    /// All of them, in order of slug.
    pub fn iter(&self) -> impl Iterator<Item = &Charity> {
        self.0.iter()
    }

    /// The charity of a slug.
    #[must_use]
    pub fn by_slug(&self, slug: &str) -> Option<&Charity> {
        self.0.iter().find(|charity| charity.slug == slug)
    }
}

impl From<&Charity> for Host {
    fn from(charity: &Charity) -> Host {
        Host {
            slug: charity.slug.clone(),
            name: charity.name.clone(),
            kind: HostKind::Charity,
            site: Some(charity.site.clone()),
        }
    }
}

impl Host {
    /// A council as a host.
    #[must_use]
    pub fn council(slug: &str, name: &str) -> Host {
        Host { slug: slug.to_owned(), name: name.to_owned(), kind: HostKind::Council, site: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(lines: &str) -> Result<Charities, CharityError> {
        Charities::read(&format!("slug,name,site,seen\n{lines}"), Places::embedded())
    }

    #[test]
    fn the_table_is_whole() {
        let known = Charities::embedded();
        assert_eq!(known.by_slug("kinship").map(|charity| charity.name.as_str()), Some("Kinship"));
        assert!(known.by_slug("southwark").is_none());
    }

    #[test]
    fn a_mistake_is_told_with_its_line() {
        let line = |lines: &str| read(lines).map(|_| ()).unwrap_err().to_string();
        assert_eq!(
            line("southwark,A charity,https://a.example,2026-01-01"),
            "places/charities.csv, line 2: “southwark” is taken already"
        );
        assert_eq!(
            line("a,A,https://a.example,2026-01-01\nB c,B,https://b.example,2026-01-01"),
            "places/charities.csv, line 3: a slug is small letters and hyphens"
        );
        assert_eq!(
            line("a,A,https://a.example,soon"),
            "places/charities.csv, line 2: “soon” is not a date like 2026-11-22"
        );
        assert_eq!(
            line("a,A,a.example,2026-01-01"),
            "places/charities.csv, line 2: a charity has a name, and a site that begins with https://"
        );
        assert_eq!(line("a,A"), "places/charities.csv, line 2: each line has a slug, a name, a site and a day");
    }
}
