//! How long it takes from the second person's decision until another node shows the edition: two nodes over one database, a
//! council of 100 services; and how long the files of a council take that need no server.

use anyhow::{Context, Result, ensure};
use fastrand::Rng;
use jiff::civil::date;
use kith_bench::made_up::offer;
use kith_bench::texts;
use offer::place::Places;
use offer::publish::{Act, Approval, Change};
use offer::{Offers, Record};
use paper::Letters;
use std::sync::Arc;
use std::time::{Duration, Instant};
use store::{AccountId, Grant, InstallationKey, Location, Store};
use web::{App, Clock, Doing, Keeper};

const EDITIONS: usize = 20;

/// One program over the database.
struct Node {
    app: App,
    keeper: Arc<Keeper>,
}

async fn node(law: &Arc<law::Law>, location: &Location) -> Result<Node> {
    let keeper = Arc::new(Keeper::open(Store::open(location).await?).await?);
    let clock = Clock::fixed(date(2026, 11, 26), 29_600_000);
    let letters = Arc::new(Letters::default());
    let app = App::new(law.clone(), Arc::new(Offers::default()), letters, clock, Some([1; 32]), false)?;
    let app = app.with_keeper(keeper.clone(), InstallationKey::fresh(), "http://localhost");
    Ok(Node { app, keeper })
}

#[tokio::main]
async fn main() -> Result<()> {
    let law = texts::load(&texts::read()?)?;
    let folder = std::env::temp_dir().join(format!("kith-publish-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let location = match std::env::var("KITH_DATABASE") {
        Ok(url) => url.parse()?,
        Err(_) => Location::in_folder(&folder),
    };
    let (here, there) = (node(&law, &location).await?, node(&law, &location).await?);
    let (app, keeper) = (there.app.clone(), there.keeper.clone());
    tokio::spawn(async move {
        let mut changes = keeper.store().changes();
        while changes.changed().await.is_ok() {
            if keeper.catch_up().await.unwrap_or(false) {
                app.republish();
            }
        }
    });
    let council = Places::embedded().councils().first().context("a council")?;
    let text = offer(council, &mut Rng::with_seed(3)).text;
    let (records, faults) = Record::read_all(&text, "made-up");
    ensure!(faults.is_empty(), "{faults:?}");
    let head = records.iter().find(|record| record.id().kind == "offer").context("a head")?;
    let slug = head.id().id.clone();
    let at = jiff::Timestamp::from_second(29_600_000 * 60)?;
    let (ada, grace) = (AccountId::new(at), AccountId::new(at));
    let grants = |council: Option<&str>, role: &str| -> Result<Grant> {
        Ok(Grant { role: role.parse()?, council: council.map(str::to_owned) })
    };
    let all = [grants(None, "operator")?, grants(Some(&slug), "lead")?];
    let act = async |by: AccountId, act: Act| {
        let today = date(2026, 11, 26);
        let (key, mail, law) = (None, Vec::new(), law.as_ref());
        here.keeper.act(Doing { council: &slug, act, by, grants: &all, at, today, law, key, mail }).await
    };
    act(ada, Act::Save { record: head.clone(), seen: None }).await?;
    act(ada, Act::Import { from: "made up".to_owned(), records: records.clone() }).await?;
    let asked = vec![offer::publish::Asked { who: offer::publish::Relevant::Carers, how: "a meeting".to_owned() }];
    let (opens, closes) = (date(2026, 11, 1), date(2026, 11, 2));
    let desk = act(ada, Act::OpenConsultation { about: "all".to_owned(), asked, opens, closes }).await?;
    let report = offer::publish::Report { words: "Done.".to_owned(), changed: "Much.".to_owned(), address: None };
    act(ada, Act::Report { consultation: desk.version, report }).await?;
    let mut times = Vec::new();
    for number in 1..=EDITIONS {
        let change = if number == 1 { Change::Update } else { Change::Correction { reason: "words".to_owned() } };
        let desk = here.keeper.desk(&slug).context("a desk")?;
        let group = desk.draft.of_kind("service").next().context("a service")?;
        let mut fields = group.record.fields();
        fields
            .iter_mut()
            .filter(|(key, _)| key == "summary")
            .for_each(|(_, words)| *words = format!("Edition {number}."));
        let record = Record::from_fields(group.record.id().clone(), &fields)?;
        act(ada, Act::Save { record, seen: Some(group.changed) }).await?;
        let approval = Approval { body: "Cabinet".to_owned(), ..Approval::default() };
        let desk = act(ada, Act::Propose { change, effective: date(2026, 11, 26), approval }).await?;
        let digest = desk.proposal.as_ref().context("a proposal")?.digest.clone();
        let start = Instant::now();
        act(grace, Act::Publish { digest }).await?;
        let kept = start.elapsed();
        let shows = || {
            let published = there.app.published();
            let offer = published.offers().by_slug(&slug);
            offer.is_some_and(|offer| offer.head.edition.value().is_some_and(|shown| *shown == number.to_string()))
        };
        while !shows() {
            ensure!(start.elapsed() < Duration::from_secs(10), "edition {number} is never shown");
            tokio::time::sleep(Duration::from_micros(200)).await;
        }
        times.push((start.elapsed(), kept));
    }
    times.sort();
    let ms = |time: Duration| time.as_secs_f64() * 1e3;
    println!(
        "publish to visible on another node, of {EDITIONS}: median {:.0} ms, worst {:.0} ms (of which kept: {:.0} ms)",
        ms(times[EDITIONS / 2].0),
        ms(times[EDITIONS - 1].0),
        ms(times[EDITIONS / 2].1)
    );
    let start = Instant::now();
    let files = web::still(&there.app, &slug, None).await?;
    println!("files of one council, {} of them: {:.0} ms", files.len(), ms(start.elapsed()));
    std::fs::remove_dir_all(&folder)?;
    Ok(())
}
