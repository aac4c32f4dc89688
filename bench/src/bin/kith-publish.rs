//! How long it takes from the second person's decision until another node shows the edition: two nodes over one database, a
//! council of 100 services; and how long the files of a council take that need no server.

use anyhow::{Context, Result, ensure};
use fastrand::Rng;
use jiff::civil::date;
use kith_bench::made_up::offer;
use kith_bench::texts;
use offer::place::Places;
use offer::publish::{Act, Approval, Asked, Change, Desk, Relevant, Report};
use offer::{Offers, Record};
use paper::Letters;
use std::sync::Arc;
use std::time::{Duration, Instant};
use store::{AccountId, Grant, Location, Store};
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
    let app = app.with_keeper(keeper.clone(), "http://localhost");
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
            if keeper.catch_up().await.is_ok() && keeper.has_news() {
                app.republish();
            }
        }
    });
    let office = Office::begin(&law, here.keeper.clone()).await?;
    let mut times = Vec::new();
    for number in 1..=EDITIONS {
        times.push(office.publish(number, &there.app).await?);
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
    let files = web::still(&there.app, &office.slug, None).await?;
    println!("files of one council, {} of them: {:.0} ms", files.len(), ms(start.elapsed()));
    std::fs::remove_dir_all(&folder)?;
    Ok(())
}

/// A council's people at their node.
struct Office<'a> {
    law: &'a law::Law,
    keeper: Arc<Keeper>,
    slug: String,
    grants: [Grant; 2],
    ada: AccountId,
    grace: AccountId,
}

impl<'a> Office<'a> {
    /// The council begun, with everything that its first edition needs.
    async fn begin(law: &'a law::Law, keeper: Arc<Keeper>) -> Result<Office<'a>> {
        let council = Places::embedded().councils().first().context("a council")?;
        let text = offer(council, &mut Rng::with_seed(3)).text;
        let (records, faults) = Record::read_all(&text, "made-up");
        ensure!(faults.is_empty(), "{faults:?}");
        let head = records.iter().find(|record| record.id().kind == "offer").context("a head")?.clone();
        let slug = head.id().id.clone();
        let role = |council: Option<&str>, role: &str| -> Result<Grant> {
            Ok(Grant { role: role.parse()?, council: council.map(str::to_owned) })
        };
        let grants = [role(None, "operator")?, role(Some(&slug), "lead")?];
        let (ada, grace) = (AccountId::new(moment()?), AccountId::new(moment()?));
        let office = Office { law, keeper, slug, grants, ada, grace };
        office.act(ada, Act::Save { record: head, seen: None }).await?;
        office.act(ada, Act::Import { from: "made up".to_owned(), records }).await?;
        let asked = vec![Asked { who: Relevant::Carers, how: "a meeting".to_owned() }];
        let (opens, closes) = (date(2026, 11, 1), date(2026, 11, 2));
        let desk = office.act(ada, Act::OpenConsultation { about: "all".to_owned(), asked, opens, closes }).await?;
        let report = Report { words: "Done.".to_owned(), changed: "Much.".to_owned(), address: None };
        office.act(ada, Act::Report { consultation: desk.version, report }).await?;
        Ok(office)
    }

    async fn act(&self, by: AccountId, act: Act) -> Result<Arc<Desk>> {
        let (council, grants, at, today) = (self.slug.as_str(), &self.grants, moment()?, date(2026, 11, 26));
        let doing = Doing { council, act, by, grants, at, today, law: self.law, key: None, mail: Vec::new() };
        Ok(self.keeper.act(doing).await?)
    }

    /// How long until another node shows an edition, and how long until it was kept.
    async fn publish(&self, number: usize, there: &App) -> Result<(Duration, Duration)> {
        let change = if number == 1 { Change::Update } else { Change::Correction { reason: "words".to_owned() } };
        let desk = self.keeper.desk(&self.slug).context("a desk")?;
        let held = desk.draft.of_kind("service").next().context("a service")?;
        let mut fields = held.record.fields();
        let summaries = fields.iter_mut().filter(|(key, _)| key == "summary");
        summaries.for_each(|(_, words)| *words = format!("Edition {number}."));
        let record = Record::from_fields(held.record.id().clone(), &fields)?;
        self.act(self.ada, Act::Save { record, seen: Some(held.changed) }).await?;
        let approval = Approval { body: "Cabinet".to_owned(), ..Approval::default() };
        let desk = self.act(self.ada, Act::Propose { change, effective: date(2026, 11, 26), approval }).await?;
        let digest = desk.proposal.as_ref().context("a proposal")?.digest.clone();
        let start = Instant::now();
        self.act(self.grace, Act::Publish { digest }).await?;
        let kept = start.elapsed();
        let shows = || {
            let published = there.published();
            let offer = published.offers().by_slug(&self.slug);
            offer.is_some_and(|offer| offer.head.edition.value().is_some_and(|shown| *shown == number.to_string()))
        };
        while !shows() {
            ensure!(start.elapsed() < Duration::from_secs(10), "edition {number} is never shown");
            tokio::time::sleep(Duration::from_micros(200)).await;
        }
        Ok((start.elapsed(), kept))
    }
}

/// The moment at which everything here happens.
fn moment() -> Result<jiff::Timestamp> {
    Ok(jiff::Timestamp::from_second(29_600_000 * 60)?)
}
