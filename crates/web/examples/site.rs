//! Serves the site with the law of this repository on a fixed day, for looking at pages and for browser tests:
//! `cargo run -p web --example site -- 127.0.0.1:8090 2026-11-22`.
#![allow(clippy::expect_used, clippy::print_stdout, reason = "an example for developers")]

use law::Law;
use law::text::SourceFile;
use std::path::Path;
use std::sync::Arc;

fn texts(folder: &Path, root: &Path, into: &mut Vec<SourceFile>) {
    for entry in std::fs::read_dir(folder).expect("the folder law/") {
        let path = entry.expect("a file of law/").path();
        if path.is_dir() {
            texts(&path, root, into);
        } else if let Ok(text) = std::fs::read_to_string(&path) {
            let path = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().into_owned();
            into.push(SourceFile { path, text });
        }
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let mut words = std::env::args().skip(1);
    let address = words.next().unwrap_or_else(|| "127.0.0.1:8090".to_owned());
    let day = words.next().map(|day| day.parse().expect("a date such as 2026-11-22"));
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../law");
    let mut files = Vec::new();
    texts(&root, &root, &mut files);
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let (law, faults) = Law::load(&files);
    assert!(faults.is_empty(), "{faults:?}");
    let clock = day.map_or_else(web::Clock::system, |day| web::Clock::fixed(day, 1));
    let app = web::App::new(Arc::new(law), Arc::default(), clock, None, false).expect("a law without faults");
    let listener = tokio::net::TcpListener::bind(&address).await.expect("a free address");
    println!("http://{address}/");
    axum::serve(listener, web::router(app)).await.expect("serving");
}
