//! What a request to the open data costs: 1,000 made-up services of ten councils, asked for through the whole site with
//! all its layers, without a network.

use anyhow::{Context, Result, ensure};
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use cpu_time::ThreadTime;
use fastrand::Rng;
use jiff::civil::date;
use kith_bench::made_up::{SERVICES, offer};
use kith_bench::{stopwatch, texts};
use law::text::SourceFile;
use offer::Offers;
use offer::place::Places;
use paper::Letters;
use std::sync::Arc;
use std::time::Instant;
use tower::ServiceExt;
use web::{App, Clock};

const COUNCILS: usize = 10;
const STEM: &str = "/open-referral/v3";

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let law = texts::load(&texts::read()?)?;
    let mut random = Rng::with_seed(3);
    let councils = Places::embedded().councils().iter().take(COUNCILS);
    let files: Vec<SourceFile> = councils.map(|council| offer(council, &mut random)).collect();
    let (offers, faults) = Offers::load(&files, &law);
    ensure!(faults.is_empty(), "{} faults, the first: {}", faults.len(), faults[0]);
    let clock = Clock::fixed(date(2026, 11, 22), 0);
    let app = App::new(law, Arc::new(offers), Arc::new(Letters::default()), clock, Some([1; 32]), false)?;
    app.published().prepare().await;
    let site = web::router(app);
    let ask = async |address: &str| -> Result<Vec<u8>> {
        let answer = site.clone().oneshot(Request::get(address).body(Body::empty())?).await?;
        ensure!(answer.status() == StatusCode::OK, "{address}: {}", answer.status());
        Ok(to_bytes(answer.into_body(), usize::MAX).await?.to_vec())
    };
    // On a thread of its own, so by the clock on the wall.
    let start = Instant::now();
    let list: serde_json::Value = serde_json::from_slice(&ask(&format!("{STEM}/services")).await?)?;
    println!(
        "first request, which writes {} services: {:.0} ms",
        COUNCILS * SERVICES,
        start.elapsed().as_secs_f64() * 1e3
    );
    let id = list["contents"][7]["id"].as_str().context("an id")?.to_owned();
    let organization = list["contents"][7]["organization_id"].as_str().context("an organisation")?.to_owned();
    let terms: serde_json::Value =
        serde_json::from_slice(&ask(&format!("{STEM}/taxonomy_terms?search=special+guardianship+order")).await?)?;
    let term = terms["contents"][0]["id"].as_str().context("a term")?.to_owned();
    let cases = [
        ("20 of 1,000", format!("{STEM}/services?per_page=20")),
        ("20 of 1,000, with everything", format!("{STEM}/services?per_page=20&full=true")),
        ("one service", format!("{STEM}/services/{id}")),
        ("one organisation", format!("{STEM}/organizations/{organization}")),
        (
            "filtered by term, age and words",
            format!("{STEM}/services?taxonomy_term_id={term}&minimum_age=6&search=money"),
        ),
        ("filtered by organisation", format!("{STEM}/services?organization_id={organization}")),
        ("filtered by postcode, 5 km", format!("{STEM}/service_at_locations?postcode=SE15+5EB&proximity=5000")),
        ("changed since, identifiers only", format!("{STEM}/services?minimal=true&modified_after=2026-01-01")),
        ("all 1,000 as lines", format!("{STEM}/services?format=ndjson&full=true")),
    ];
    for (words, address) in cases {
        let bytes = ask(&address).await?.len();
        let mut times = Vec::new();
        for _ in 0..2000 {
            let request = Request::get(&address).body(Body::empty())?;
            let start = ThreadTime::now();
            let answer = site.clone().oneshot(request).await?;
            to_bytes(answer.into_body(), usize::MAX).await?;
            times.push(start.elapsed().as_secs_f64() * 1e3);
        }
        println!("{words}: {:.4} ms, {:.1} KB", stopwatch::quantile(&mut times, 0.5), bytes as f64 / 1024.0);
    }
    Ok(())
}
