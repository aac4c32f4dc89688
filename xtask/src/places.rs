//! Builds `places/postcodes.bin` from the postcode directory, and checks the tables kept by hand.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use offer::place::{Index, Places, Postcode, Row, Sector, Spot, Tables};

use crate::directory::{self, Entry};
use crate::grid;

const WALES: &str = "W92000004";
const SCOTLAND: &str = "S92000003";
const NORTHERN_IRELAND: &str = "N92000002";

/// Postcode areas told by their letters alone. The Open Government Licence does not cover the
/// directory's lines on Northern Ireland, so none of them may be in our index.
const BY_LETTERS: &[(&str, &str)] = &[("BT", NORTHERN_IRELAND)];

/// Builds the index, checks it against the tables and writes it.
pub(crate) fn build(packages: &Path) -> Result<()> {
    let mut entries = directory::entries(packages)?;
    let read = entries.len();
    entries.retain(|entry| !BY_LETTERS.iter().any(|(area, _)| entry.postcode.in_area(area)));
    let nations = nations_of_areas(&entries);
    let rows: Vec<Row<'_>> =
        entries.iter().map(|entry| Row { postcode: entry.postcode, code: code(entry, &nations) }).collect();
    let middles = middles(&entries);
    let index = Index::build(&directory::source(), &rows, BY_LETTERS, |sector| middles.get(&sector).copied())?;
    let bytes = index.to_bytes();
    ensure!(index.len() == rows.len(), "{} postcodes are twice in the directory", rows.len() - index.len());
    check_tables(packages, &rows, Index::from_bytes(&bytes)?)?;
    fs::write(directory::root().join("places/postcodes.bin"), &bytes)?;
    eprintln!("{} of {read} postcodes in {} bytes", rows.len(), bytes.len());
    Ok(())
}

/// Writes the directory as lines of `postcode,code`.
pub(crate) fn export(packages: &Path, out: &Path) -> Result<()> {
    let mut file =
        std::io::BufWriter::new(fs::File::create(out).with_context(|| format!("writing {}", out.display()))?);
    writeln!(file, "postcode,code")?;
    for entry in directory::entries(packages)? {
        writeln!(file, "{},{}", entry.postcode, entry.code)?;
    }
    Ok(file.flush()?)
}

/// The code to keep: England's as they are, one for each other country. A postcode without a
/// place gets its country where the whole postcode area lies in one other than England.
fn code<'a>(entry: &'a Entry, nations: &HashMap<String, BTreeSet<&'a str>>) -> &'a str {
    match country(&entry.code) {
        "" => match nations.get(&area(entry.postcode)).map(|set| set.iter().collect::<Vec<_>>()).as_deref() {
            Some([only]) if !only.starts_with('E') => only,
            _ => "",
        },
        "E" => &entry.code,
        other => other,
    }
}

fn country(code: &str) -> &str {
    match code.get(..1) {
        Some("E") => "E",
        Some("W") => WALES,
        Some("S") => SCOTLAND,
        _ => code,
    }
}

fn area(postcode: Postcode) -> String {
    postcode.outer().chars().take_while(char::is_ascii_alphabetic).collect()
}

/// The countries of the postcodes of each area that have a place.
fn nations_of_areas(entries: &[Entry]) -> HashMap<String, BTreeSet<&str>> {
    let mut nations: HashMap<String, BTreeSet<&str>> = HashMap::new();
    for entry in entries.iter().filter(|entry| !entry.code.is_empty()) {
        nations.entry(area(entry.postcode)).or_default().insert(country(&entry.code));
    }
    nations
}

/// The middle (median east, median north) of each sector's English postcodes.
fn middles(entries: &[Entry]) -> HashMap<Sector, Spot> {
    let mut metres: HashMap<Sector, (Vec<f64>, Vec<f64>)> = HashMap::new();
    for entry in entries.iter().filter(|entry| entry.code.starts_with('E')) {
        if let Some((east, north)) = entry.metres {
            let (easts, norths) = metres.entry(entry.postcode.sector()).or_default();
            easts.push(east);
            norths.push(north);
        }
    }
    let middle = |mut values: Vec<f64>| {
        values.sort_by(f64::total_cmp);
        values.get(values.len() / 2).copied().unwrap_or_default()
    };
    metres.into_iter().map(|(sector, (easts, norths))| (sector, grid::spot(middle(easts), middle(norths)))).collect()
}

/// Every code of the directory must lead to a council, and every district to the county that the
/// lookup names, unless that county is gone.
fn check_tables(packages: &Path, rows: &[Row<'_>], index: Index) -> Result<()> {
    let folder = directory::root().join("places");
    let names = ["councils", "districts", "former", "trusts", "coming"];
    let texts = names
        .map(|name| (name, fs::read_to_string(folder.join(format!("{name}.csv")))))
        .into_iter()
        .map(|(name, text)| Ok((name, text.with_context(|| format!("reading places/{name}.csv"))?)))
        .collect::<Result<BTreeMap<_, _>>>()?;
    let text = |name: &str| texts.get(name).map(String::as_str).unwrap_or_default();
    let tables = Tables {
        councils: text("councils"),
        districts: text("districts"),
        former: text("former"),
        trusts: text("trusts"),
        coming: text("coming"),
    };
    let places = Places::new(&tables, index)?;

    let codes: BTreeSet<&str> = rows.iter().map(|row| row.code).filter(|code| code.starts_with('E')).collect();
    let lost: Vec<_> = codes.iter().filter(|code| places.council_of_code(code).is_none()).collect();
    ensure!(lost.is_empty(), "no table of places/ knows these codes of the directory: {lost:?}");
    let reached: BTreeSet<_> = codes.iter().filter_map(|code| Some(places.council_of_code(code)?.code)).collect();
    let idle: Vec<_> = places.councils().iter().filter(|c| !reached.contains(&c.code)).map(|c| &c.slug).collect();
    ensure!(idle.is_empty(), "the directory has no postcode for {idle:?}");

    for tier in directory::tiers(packages)?.iter().filter(|tier| tier.lower.starts_with("E07")) {
        let ours = places.council_of_code(&tier.lower).map(|council| council.code.to_string());
        ensure!(ours.is_some(), "districts.csv does not know {}", tier.lower);
        let stands = places.councils().iter().any(|council| council.code.to_string() == tier.upper);
        ensure!(
            !stands || ours.as_ref() == Some(&tier.upper),
            "districts.csv: {} belongs to {}",
            tier.lower,
            tier.upper
        );
    }
    Ok(())
}
