//! Every postcode of the directory is found where the directory has it, and no other is found.
//!
//! Needs the directory as CSV, so it does nothing unless `KITH_POSTCODES` names the file:
//!
//! ```text
//! cargo xtask postcodes-csv target/postcodes.csv
//! KITH_POSTCODES=target/postcodes.csv cargo test --release -p offer --test every_postcode -- --nocapture
//! ```
//!
//! The path is read from the folder of this crate or from the root of the workspace.

use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::path::Path;
use std::time::Instant;

use offer::place::{Found, Places, Postcode, Sector};

#[test]
fn every_postcode_and_no_other() {
    let Some(path) = std::env::var_os("KITH_POSTCODES") else {
        return;
    };
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let text =
        fs::read_to_string(&path).or_else(|_| fs::read_to_string(root.join(&path))).expect("the CSV is readable");
    let places = Places::embedded();

    let mut all: HashSet<Postcode> = HashSet::new();
    let mut wrong = Vec::new();
    let mut unplaced = 0_usize;
    for line in text.lines().skip(1) {
        let (typed, code) = line.split_once(',').expect("postcode,code");
        let found = places.find(typed);
        let right = match &found {
            Ok(Found::England { council, district, .. }) => {
                let own = council.code.to_string() == code;
                own || district.is_some_and(|district| district.code == code && district.council == council.code)
            }
            Ok(Found::Wales(_)) => code.is_empty() || code.starts_with('W'),
            Ok(Found::Scotland(_)) => code.is_empty() || code.starts_with('S'),
            Ok(Found::NorthernIreland(_)) => typed.starts_with("BT") && (code.is_empty() || code.starts_with('N')),
            Ok(Found::CrownDependency(..)) => code.starts_with('L') || code.starts_with('M'),
            Ok(Found::Unplaced { .. }) => code.is_empty(),
            Err(_) => false,
        };
        unplaced += usize::from(matches!(found, Ok(Found::Unplaced { .. })));
        match found {
            Ok(found) if right && found.postcode().to_string() == typed => {
                all.insert(found.postcode());
            }
            _ => wrong.push(line),
        }
    }
    assert!(wrong.is_empty(), "{} disagree, among them {:?}", wrong.len(), &wrong[..wrong.len().min(20)]);

    let sectors: BTreeSet<Sector> = all.iter().map(|postcode| postcode.sector()).collect();
    let invented =
        |postcode: &Postcode| !postcode.in_area("BT") && !all.contains(postcode) && places.locate(*postcode).is_some();
    let invented = sectors.iter().flat_map(|sector| sector.postcodes()).filter(invented).count();
    assert_eq!(invented, 0, "found, but not in the directory");
    let great_britain = all.iter().filter(|postcode| !postcode.in_area("BT")).count();
    assert_eq!(places.index().len(), great_britain, "the index holds what the directory holds");

    let typed: Vec<&str> = text.lines().skip(1).filter_map(|line| line.split(',').next()).step_by(7).collect();
    let start = Instant::now();
    let found = typed.iter().filter(|typed| places.find(typed).is_ok()).count();
    let each = start.elapsed().as_nanos() / typed.len().max(1) as u128;
    eprintln!("{} postcodes agree, {unplaced} of them unplaced; a look-up takes {each} ns ({found} tried)", all.len());
}
