//! `kith place`: which council answers for the children at a postcode.

use anyhow::{Result, bail};
use clap::Args;
use offer::place::{Found, Places};
use serde_json::json;
use std::process::ExitCode;

/// Which council answers for the children at a postcode.
#[derive(Args)]
pub(crate) struct PlaceArgs {
    /// The postcode.
    postcode: String,
    /// Print one JSON object.
    #[arg(long)]
    json: bool,
}

/// Runs the command.
pub(crate) fn run(args: PlaceArgs) -> Result<ExitCode> {
    let found = match Places::embedded().find(&args.postcode) {
        Ok(found) => found,
        Err(error) => bail!("{error}\n  Hint: {}", error.hint()),
    };
    match found {
        Found::England { postcode, council, .. } if args.json => {
            let council = json!({
                "code": council.code.to_string(),
                "slug": council.slug,
                "name": council.name,
                "full_name": council.full_name,
                "region": council.region.as_str(),
                "delivered_by": council.delivered_by.as_ref().map(|trust| &trust.name),
            });
            println!("{}", json!({ "postcode": postcode.to_string(), "nation": "England", "council": council }));
        }
        Found::England { postcode, council, .. } => {
            println!("{postcode} is in {} ({}).", council.full_name, council.code);
        }
        Found::Unplaced { postcode, likely } => {
            let names: Vec<String> = likely.iter().map(|one| format!("{} ({})", one.full_name, one.code)).collect();
            let near = if names.is_empty() {
                String::new()
            } else {
                format!("; its neighbours are in {}", names.join(", or "))
            };
            bail!(
                "{postcode} exists, but the directory does not say where it is{near}\n  Hint: choose the council by name"
            )
        }
        other => {
            let country = other.country().unwrap_or("outside England");
            match args.json {
                true => println!(
                    "{}",
                    json!({ "postcode": other.postcode().to_string(), "nation": country, "council": null })
                ),
                false => println!("{} is in {country}. The law Kith knows is England's.", other.postcode()),
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}
