//! Reads the tables of the `places/` folder and refuses whatever does not fit together.
//!
//! They are kept by hand, so an error names the file and the line.

use std::collections::BTreeMap;

use super::Tables;
use super::council::{Council, CouncilCode, CouncilKind, District, Ending, Former, NmaRegion, Region, Trust};
use super::table::{Codes, RegisterError, lines};

/// The tables, read and joined.
#[derive(Debug)]
pub(super) struct Register {
    /// In order of slug.
    pub(super) councils: Vec<Council>,
    pub(super) former: Vec<Former>,
    /// In order of code.
    pub(super) districts: Vec<District>,
    /// Those of today and those that have ended, with the council each worked for.
    pub(super) trusts: Vec<(CouncilCode, Trust)>,
    by_code: BTreeMap<CouncilCode, usize>,
}

impl Register {
    pub(super) fn read(tables: &Tables<'_>) -> Result<Self, RegisterError> {
        let mut councils = read_councils(tables.councils)?;
        let codes: BTreeMap<String, CouncilCode> = councils.iter().map(|c| (c.slug.clone(), c.code)).collect();
        let trusts = read_trusts(tables.trusts, &codes)?;
        let endings = read_coming(tables.coming, &codes)?;
        for council in &mut councils {
            let theirs = |code: &CouncilCode| *code == council.code;
            let now = trusts.iter().find(|(code, trust)| theirs(code) && trust.until.is_none());
            council.delivered_by = now.map(|(_, trust)| trust.clone());
            council.ending = endings.iter().find(|(code, _)| theirs(code)).map(|(_, ending)| ending.clone());
        }
        let by_code = councils.iter().enumerate().map(|(at, council)| (council.code, at)).collect();
        Ok(Self {
            former: read_former(tables.former, &codes)?,
            districts: read_districts(tables.districts, &codes)?,
            councils,
            trusts,
            by_code,
        })
    }

    pub(super) fn council(&self, code: CouncilCode) -> Option<&Council> {
        self.councils.get(self.position(code)?)
    }

    pub(super) fn position(&self, code: CouncilCode) -> Option<usize> {
        self.by_code.get(&code).copied()
    }

    pub(super) fn by_slug(&self, slug: &str) -> Option<&Council> {
        let at = self.councils.binary_search_by(|council| council.slug.as_str().cmp(slug)).ok()?;
        self.councils.get(at)
    }

    pub(super) fn district(&self, code: &str) -> Option<usize> {
        self.districts.binary_search_by(|district| district.code.as_str().cmp(code)).ok()
    }
}

fn read_councils(text: &str) -> Result<Vec<Council>, RegisterError> {
    let columns = ["slug", "name", "full_name", "code", "kind", "region", "nma_region", "also"];
    let mut councils: Vec<Council> = Vec::new();
    for line in lines("councils.csv", text, columns)? {
        let [slug, name, full_name, code, kind, region, nma_region, also] = &line.fields;
        let unknown = |column: &str, word: &str| line.wrong(format!("no {column} is called “{word}”"));
        if slug.is_empty() || !slug.bytes().all(|b| b.is_ascii_lowercase() || b == b'-') {
            return Err(line.wrong("a slug is small letters and hyphens"));
        }
        if name.is_empty() || full_name.is_empty() {
            return Err(line.wrong("a council has a name and a full name"));
        }
        let code = line.code(code)?;
        if let Some(twin) = councils.iter().find(|known| known.slug == *slug || known.code == code) {
            return Err(line.wrong(format!("slug or code stand already at {}", twin.name)));
        }
        councils.push(Council {
            code,
            slug: slug.clone(),
            name: name.clone(),
            full_name: full_name.clone(),
            also: also.split(';').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect(),
            kind: CouncilKind::from_word(kind).ok_or_else(|| unknown("kind", kind))?,
            region: Region::from_word(region).ok_or_else(|| unknown("region", region))?,
            nma_region: NmaRegion::from_word(nma_region).ok_or_else(|| unknown("nma_region", nma_region))?,
            delivered_by: None,
            ending: None,
        });
    }
    councils.sort_by(|a, b| a.slug.cmp(&b.slug));
    Ok(councils)
}

fn read_trusts(text: &str, codes: &Codes) -> Result<Vec<(CouncilCode, Trust)>, RegisterError> {
    let mut trusts = Vec::new();
    for line in lines("trusts.csv", text, ["council", "name", "since", "until", "seen", "evidence"])? {
        let [council, name, since, until, seen, evidence] = &line.fields;
        let trust = Trust {
            name: name.clone(),
            since: line.date(since)?,
            until: line.maybe_date(until)?,
            seen: line.maybe_date(seen)?,
            evidence: evidence.clone(),
        };
        trusts.push((line.council(council, codes)?, trust));
    }
    Ok(trusts)
}

fn read_coming(text: &str, codes: &Codes) -> Result<Vec<(CouncilCode, Ending)>, RegisterError> {
    let mut coming = Vec::new();
    for line in lines("coming.csv", text, ["council", "on", "after", "evidence"])? {
        let [council, on, after, evidence] = &line.fields;
        let ending = Ending { on: line.date(on)?, after: after.clone(), evidence: evidence.clone() };
        coming.push((line.council(council, codes)?, ending));
    }
    Ok(coming)
}

fn read_former(text: &str, codes: &Codes) -> Result<Vec<Former>, RegisterError> {
    let mut former = Vec::new();
    for line in lines("former.csv", text, ["code", "name", "ended", "successors"])? {
        let [code, name, ended, successors] = &line.fields;
        let successors = successors.split(';').map(|slug| line.council(slug, codes)).collect::<Result<_, _>>()?;
        former.push(Former { code: line.code(code)?, name: name.clone(), ended: line.date(ended)?, successors });
    }
    Ok(former)
}

fn read_districts(text: &str, codes: &Codes) -> Result<Vec<District>, RegisterError> {
    let mut districts = Vec::new();
    for line in lines("districts.csv", text, ["code", "name", "council", "ended"])? {
        let [code, name, council, ended] = &line.fields;
        if code.len() != 9 || !code.starts_with("E07") {
            return Err(line.wrong(format!("“{code}” is not a district's code like E07000098")));
        }
        districts.push(District {
            code: code.clone(),
            name: name.clone(),
            council: line.council(council, codes)?,
            ended: line.maybe_date(ended)?,
        });
    }
    districts.sort_by(|a, b| a.code.cmp(&b.code));
    Ok(districts)
}

#[cfg(test)]
mod tests {
    use super::*;

    const COUNCILS: &str = "# a remark\nslug,name,full_name,code,kind,region,nma_region,also\n\
        kent,Kent,Kent County Council,E10000016,county,South East,south_east,Garden of England; KCC\n";

    fn check(councils: &str, former: &str, expected: &str) {
        let tables = Tables {
            councils,
            former: &format!("code,name,ended,successors\n{former}"),
            districts: "code,name,council,ended\n",
            trusts: "council,name,since,until,seen,evidence\n",
            coming: "council,on,after,evidence\n",
        };
        let said =
            Register::read(&tables).map_or_else(|error| error.to_string(), |r| format!("{:?}", r.councils[0].also));
        assert_eq!(said, expected);
    }

    #[test]
    fn mistakes_are_told_with_their_line() {
        check(COUNCILS, "", r#"["Garden of England", "KCC"]"#);
        check(&COUNCILS.replace("county,", "shire,"), "", "places/councils.csv, line 3: no kind is called “shire”");
        check(
            &COUNCILS.replace("E10000016", "E07000105"),
            "",
            "places/councils.csv, line 3: “E07000105” is not a \
            council's code: E06, E08, E09 or E10 and six digits, like E09000028",
        );
        check(
            "slug,name\n",
            "",
            "places/councils.csv, line 1: expected the columns \
            slug,name,full_name,code,kind,region,nma_region,also",
        );
        check(
            &format!("{COUNCILS}a,b\n"),
            "",
            "places/councils.csv, line 4: expected 8 columns: \
            slug,name,full_name,code,kind,region,nma_region,also",
        );
        check(
            COUNCILS,
            "E10000001,Bedfordshire,2009-04-01,bedford\n",
            "places/former.csv, line 2: councils.csv has no “bedford”",
        );
        check(
            COUNCILS,
            "E10000001,Bedfordshire,1 April,kent\n",
            "places/former.csv, line 2: “1 April” is not a date like 2023-04-01",
        );
        let twice = format!("{COUNCILS}{}", COUNCILS.lines().last().unwrap_or_default());
        check(&twice, "", "places/councils.csv, line 4: slug or code stand already at Kent");
    }
}
