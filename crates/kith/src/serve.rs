//! `kith serve`: the public site.

use crate::background;
use crate::database::DatabaseArgs;
use crate::files;
use crate::mail::{MailArgs, Post};
use anyhow::{Context, Result, bail};
use casework::Practice;
use clap::Args;
use jiff::Timestamp;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use store::{Keys, Store};
use tokio::net::TcpListener;
use web::{App, Boards, Caseload, Clock, Keeper, Pdf};

/// How to serve the site.
#[derive(Args)]
pub(crate) struct ServeArgs {
    /// The address to listen on.
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// Read this folder instead of the law built in.
    #[arg(long, value_name = "DIR")]
    law: Option<PathBuf>,
    /// Read this folder instead of the councils' offers built in.
    #[arg(long, value_name = "DIR")]
    offers: Option<PathBuf>,
    /// Browsers reach the site by https alone: mark the cookie so, and tell browsers to keep to it.
    #[arg(long)]
    https: bool,
    #[command(flatten)]
    database: DatabaseArgs,
    /// The address by which people reach this site, for letters and open data; without it, the one listened on.
    #[arg(long, value_name = "URL")]
    address: Option<String>,
    #[command(flatten)]
    mail: MailArgs,
    /// The program that writes PDFs; without this, `letters` beside this program, and no PDFs where it is not there.
    #[arg(long, value_name = "PROGRAM")]
    letters: Option<PathBuf>,
    /// Every request comes through a proxy that writes the address it came from at the end of `X-Forwarded-For`.
    #[arg(long)]
    behind_proxy: bool,
    #[cfg(feature = "oidc")]
    #[command(flatten)]
    sign_on: crate::sign_on::SignOnArgs,
}

impl Default for ServeArgs {
    fn default() -> Self {
        let listen = SocketAddr::from(([127, 0, 0, 1], 8080));
        let (database, mail) = (DatabaseArgs::default(), MailArgs::default());
        ServeArgs {
            listen,
            law: None,
            offers: None,
            https: false,
            database,
            address: None,
            mail,
            letters: None,
            behind_proxy: false,
            #[cfg(feature = "oidc")]
            sign_on: crate::sign_on::SignOnArgs::default(),
        }
    }
}

/// The name of the variable that holds the key for sealing answers: 64 hexadecimal digits.
const KEY: &str = "KITH_COOKIE_KEY";

/// Serves the site until it is told to stop.
pub(crate) fn run(args: ServeArgs) -> Result<ExitCode> {
    let law = files::law(args.law.as_deref())?;
    let offers = files::offers(args.offers.as_deref(), &law)?;
    let letters = files::letters(&law)?;
    let practice = files::practice(&law)?;
    let mut app =
        App::new(law, offers, letters, Clock::system(), key()?, args.https).context("the site cannot start")?;
    if let Some(pdf) = pdf(args.letters)? {
        app = app.with_pdf(pdf);
    }
    if args.behind_proxy {
        app = app.behind_proxy();
    }
    #[cfg(feature = "oidc")]
    if let Some(sign_on) = args.sign_on.read()? {
        app = app.with_sign_on(sign_on);
    }
    tracing_subscriber::fmt().with_writer(std::io::stderr).init();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().context("no threads to run on")?;
    runtime.block_on(async {
        let listener = TcpListener::bind(args.listen).await.with_context(|| {
            format!("cannot listen on {}; is something else there? try --listen 127.0.0.1:8081", args.listen)
        })?;
        let here = format!("http://{}", listener.local_addr()?);
        let base = args.address.clone().unwrap_or_else(|| here.clone());
        let mut post = None;
        let app = match open(&args.database, practice).await {
            Ok((store, keeper, caseload, boards)) => {
                let sender = args.mail.sender(&args.database.folder()?)?;
                let mut app =
                    app.with_keeper(keeper.clone(), &base).with_caseload(caseload.clone()).with_boards(boards.clone());
                if let Some(token) = args.mail.callback()? {
                    app = app.with_notify_token(token);
                }
                println!("Kith is at {here}/");
                background::first_account(&store, &base).await?;
                background::follow(&app, &keeper, args.database.folder()?);
                background::follow_cases(&store, &caseload);
                background::follow_boards(&store, &boards);
                post = Some(Post::begin(store, sender));
                app
            }
            // Nobody asked for a database: what needs none is served all the same.
            Err(error) if !args.database.is_named() => {
                println!("Kith is at {here}/");
                eprintln!("For councils: nothing can be written here, so nobody can sign in. {error:#}");
                background::follow_day(&app);
                app
            }
            Err(error) => return Err(error),
        };
        let published = app.published();
        tokio::spawn(async move { published.prepare().await });
        let site = web::router(app).into_make_service_with_connect_info::<SocketAddr>();
        let served = axum::serve(listener, site).with_graceful_shutdown(told_to_stop()).await.context("serving failed");
        if let Some(post) = post {
            post.end().await;
        }
        served
    })?;
    Ok(ExitCode::SUCCESS)
}

/// The database, what councils have written in it, the cases, and what hosts run.
type Opened = (Store, Arc<Keeper>, Arc<Caseload>, Arc<Boards>);

/// Opens all of it.
async fn open(database: &DatabaseArgs, practice: Arc<Practice>) -> Result<Opened> {
    database.folder()?;
    Keys::load_or_make(&database.key_file())?;
    let store = database.open().await?;
    store.agree_on_keys(Timestamp::now()).await.context("the installation's key")?;
    let keeper = Keeper::open(store.clone()).await.context("what councils have written cannot be read")?;
    let caseload = Caseload::open(store.clone(), practice).await.context("the cases of families cannot be read")?;
    let boards = Boards::open(store.clone()).await.context("what hosts run around the offer cannot be read")?;
    Ok((store, Arc::new(keeper), Arc::new(caseload), Arc::new(boards)))
}

/// The way to PDFs: the program that was named, or the one beside this.
fn pdf(named: Option<PathBuf>) -> Result<Option<Pdf>> {
    match named {
        Some(program) => {
            // In full, so that it is not looked for along the PATH.
            let found = program.canonicalize().with_context(|| {
                format!("no program {}; `cargo build --release -p letters` builds it", program.display())
            })?;
            Ok(Some(Pdf::new(found)))
        }
        None => Ok(std::env::current_exe().ok().and_then(|running| Pdf::beside(&running))),
    }
}

/// The key in the environment, where there is one; several servers behind one address share it.
fn key() -> Result<Option<[u8; 32]>> {
    let Ok(text) = std::env::var(KEY) else { return Ok(None) };
    let byte = |place: usize| text.get(2 * place..2 * place + 2).and_then(|pair| u8::from_str_radix(pair, 16).ok());
    let bytes: Option<Vec<u8>> = (0..32).map(byte).collect();
    match bytes.and_then(|bytes| <[u8; 32]>::try_from(bytes).ok()).filter(|_| text.len() == 64) {
        Some(key) => Ok(Some(key)),
        None => bail!("{KEY} is not a key: it must be 64 hexadecimal digits, as `openssl rand -hex 32` prints"),
    }
}

async fn told_to_stop() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! { _ = interrupt => {}, _ = terminate.recv() => {} }
            return;
        }
    }
    let _ = interrupt.await;
}
