//! `kith build`: a council's public offer as files that any web server, or none, can show.

use crate::database::DatabaseArgs;
use crate::files;
use anyhow::{Context, Result, bail};
use clap::Args;
use std::path::{Component, Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use web::{App, Clock, Keeper};

/// Which council's offer, and where to.
#[derive(Args)]
pub(crate) struct BuildArgs {
    /// The council's name in addresses, such as southwark.
    #[arg(long, value_name = "COUNCIL")]
    council: String,
    /// The folder to write into. Files of the same names are replaced.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// The address of a Kith that asks questions, for the links that need one; without it they lead back to the offer.
    #[arg(long, value_name = "URL")]
    site: Option<String>,
    /// Read this folder instead of the councils' offers built in.
    #[arg(long, value_name = "DIR")]
    offers: Option<PathBuf>,
    #[command(flatten)]
    database: DatabaseArgs,
}

/// Runs `kith build`.
pub(crate) fn run(args: BuildArgs) -> Result<ExitCode> {
    let law = files::law(None)?;
    let offers = files::offers(args.offers.as_deref(), &law)?;
    let letters = files::letters(&law)?;
    let mut app = App::new(law, offers, letters, Clock::system(), None, true).context("the pages cannot be made")?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().context("no threads to run on")?;
    let made = runtime.block_on(async {
        // Where there is a database, what councils published in it counts; where there is none, none is made.
        if args.database.is_there()? {
            let keeper = Arc::new(Keeper::open(args.database.open().await?).await?);
            app = app.with_keeper(keeper, "");
        }
        web::still(&app, &args.council, args.site.as_deref()).await.map_err(anyhow::Error::from)
    })?;
    for (path, bytes) in &made {
        let path = Path::new(path);
        if path.components().any(|part| !matches!(part, Component::Normal(_))) {
            bail!("{} is not a path of a page", path.display());
        }
        let file = args.out.join(path);
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
        }
        std::fs::write(&file, bytes).with_context(|| format!("{} cannot be written", file.display()))?;
    }
    let count = files::count(made.len(), "file");
    println!("{count} in {}; the first page is {}.", args.out.display(), args.out.join("index.html").display());
    Ok(ExitCode::SUCCESS)
}
