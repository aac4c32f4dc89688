//! Development chores, in Rust like everything else: `cargo xtask` lists them.

mod chore;
mod directory;
mod grid;
mod licences;
mod places;
mod reading;
mod tidy;
mod words;

use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;

const CHORES: &str = "\
cargo xtask places [PACKAGES]             build places/postcodes.bin again and check the tables beside it
cargo xtask postcodes-csv OUT [PACKAGES]  write the postcode directory as plain CSV, for the test of every postcode
cargo xtask tidy                          check the rules of the house
cargo xtask licences                      check what we build on: licences, and known faults where they can be asked for
cargo xtask reading [ROOT]                check that every text a carer reads is easy to read
cargo xtask words [LANGUAGE [draft]]      say what each translation lacks; `draft` marks all that is there and unchecked as
                                          a draft of the English as it is now

PACKAGES is a folder that holds the two Python packages of the directory; without it they are
fetched with pip into the target folder.";

fn main() -> Result<ExitCode> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match *words.as_slice() {
        ["places"] => places::build(&directory::fetch()?)?,
        ["places", packages] => places::build(Path::new(packages))?,
        ["postcodes-csv", out] => places::export(&directory::fetch()?, Path::new(out))?,
        ["postcodes-csv", out, packages] => places::export(Path::new(packages), Path::new(out))?,
        ["tidy"] => tidy::run(&directory::root())?,
        ["licences"] => licences::run(&directory::root())?,
        ["reading"] => reading::run(&directory::root())?,
        ["reading", root] => reading::run(Path::new(root))?,
        ["words"] => words::run(&directory::root(), None)?,
        ["words", language] => words::run(&directory::root(), Some(language))?,
        ["words", language, "draft"] => words::draft(&directory::root(), language)?,
        _ => {
            eprintln!("{CHORES}");
            return Ok(ExitCode::FAILURE);
        }
    }
    Ok(ExitCode::SUCCESS)
}
