//! A fault in the program that writes PDFs stays there. The programs in `tests/letters` each have one fault.

use paper::{Block, Document, Kind, Size};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use web::{Pdf, PdfError};

fn program(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/letters").join(name)
}

fn pdf(name: &str) -> Pdf {
    Pdf::new(program(name)).at_most(Duration::from_secs(30))
}

fn document(words: &str) -> Document {
    let blocks = vec![Block::paragraph(words)];
    Document { title: "Letter".into(), kind: Kind::Letter, size: Size::Usual, blocks }
}

#[tokio::test]
async fn every_fault_is_an_error_and_no_more() {
    let table = [
        ("dies", PdfError::Broken),
        ("babbles", PdfError::Broken),
        ("boasts", PdfError::Broken),
        ("mistakes", PdfError::Broken),
        ("no-such-program", PdfError::Broken),
        ("refuses", PdfError::Refused("No.".into())),
    ];
    for (name, error) in table {
        let pdf = pdf(name);
        for _ in 0..2 {
            assert_eq!(pdf.write(&document("Dear Sir or Madam")).await.as_ref(), Err(&error), "{name}");
            if name == "refuses" {
                break;
            }
        }
    }
}

#[tokio::test]
async fn one_that_hangs_is_ended() {
    let pdf = Pdf::new(program("hangs")).at_most(Duration::from_millis(300));
    for _ in 0..2 {
        let began = Instant::now();
        assert_eq!(pdf.write(&document("Dear Sir or Madam")).await, Err(PdfError::Late));
        assert!(began.elapsed() < Duration::from_secs(10));
    }
    let until = Instant::now() + Duration::from_secs(10);
    while !hanging().is_empty() {
        assert!(Instant::now() < until, "still there: {:?}", hanging());
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// Children of this process that run `hangs`.
fn hanging() -> Vec<u32> {
    let mut found = Vec::new();
    let Ok(processes) = std::fs::read_dir("/proc") else { return found };
    for process in processes.flatten() {
        let Ok(id) = process.file_name().to_string_lossy().parse() else { continue };
        let read = |name: &str| std::fs::read_to_string(process.path().join(name)).unwrap_or_default();
        let parent = read("stat").rsplit(')').next().and_then(|rest| rest.split_whitespace().nth(1)?.parse().ok());
        if parent == Some(std::process::id()) && read("cmdline").contains("tests/letters/hangs") {
            found.push(id);
        }
    }
    found
}

#[tokio::test]
async fn one_that_died_meanwhile_is_replaced() {
    let pdf = pdf("tires");
    for _ in 0..3 {
        assert_eq!(pdf.write(&document("Dear Sir or Madam")).await, Ok(b"%PDF-".to_vec()));
        tokio::time::sleep(Duration::from_millis(400)).await;
    }
}

#[tokio::test]
async fn a_request_that_is_given_up_leaves_nothing_half_read() {
    let pdf = pdf("tires");
    let document = document("Dear Sir or Madam");
    let _ = tokio::time::timeout(Duration::from_micros(1), pdf.write(&document)).await;
    assert_eq!(pdf.write(&document).await, Ok(b"%PDF-".to_vec()));
}

#[tokio::test]
async fn a_crowd_is_asked_to_come_again() {
    let pdf = Pdf::new(program("dozes")).at_most(Duration::from_millis(400));
    let document = document("Dear Sir or Madam");
    let mut crowd: Vec<_> = (0..9).map(|_| Box::pin(pdf.write(&document))).collect();
    // Each is polled once, in order: the first eight wait, the ninth is told so at once.
    for (place, waiting) in crowd.iter_mut().enumerate() {
        let told = tokio::time::timeout(Duration::from_millis(1), waiting).await;
        assert_eq!(told.ok(), (place == 8).then_some(Err(PdfError::Busy)), "{place}");
    }
}

#[tokio::test]
async fn a_document_too_large_is_not_sent() {
    let long = document(&"words ".repeat(300_000));
    assert_eq!(pdf("no-such-program").write(&long).await, Err(PdfError::TooLarge));
}

#[test]
fn it_is_looked_for_beside_the_program_that_runs() {
    let beside = |name: &str| Pdf::beside(&program(name));
    assert!(beside("kith").is_none());
    assert!(Pdf::beside(&program("kith").with_file_name("nowhere/kith")).is_none());
}
