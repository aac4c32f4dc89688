//! PDFs, written by the program `letters`, which runs beside the site and is started when the first one is asked for.
//!
//! It is a program of its own so that no fault in setting a page can reach the site: one that hangs, dies or answers
//! nonsense is ended, and the next document finds a fresh one. Nothing of a document is kept, written to disk or
//! logged, here or there.

use paper::Document;
use paper::exchange::{Answer, read_answer_head, request_head};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::process::{Child, ChildStdin, ChildStdout, Command};
use tokio::sync::{Mutex, Semaphore};

/// How long one document may take. A letter takes some hundredths of a second.
const LONGEST: Duration = Duration::from_secs(10);

/// How many may wait for the one that is being written; whoever comes then is asked to come again.
const MOST_AT_ONCE: usize = 8;

/// What the program is called where it stands beside the site's own.
const NAME: &str = "letters";

/// The way to a PDF.
#[derive(Debug)]
pub struct Pdf {
    program: PathBuf,
    longest: Duration,
    places: Semaphore,
    /// The program as it runs, between two documents. Whoever writes takes it out and puts it back only when all
    /// went well, so that one left in the middle of an answer is dropped, and with that ended.
    worker: Mutex<Option<Worker>>,
}

/// Why there is no PDF: what happened, and what to do. Fit to be shown.
#[derive(Debug, PartialEq, Eq)]
pub enum PdfError {
    /// The document is larger than is taken.
    TooLarge,
    /// Too many are waiting.
    Busy,
    /// It took too long.
    Late,
    /// The program could not be started, died, or answered nonsense.
    Broken,
    /// The program says why it will not write this document.
    Refused(String),
}

impl std::fmt::Display for PdfError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let instead = "You can print this page, or choose Word or text instead.";
        match self {
            PdfError::TooLarge => write!(f, "This is too long to be made into a PDF. Make it shorter. {instead}"),
            PdfError::Busy => write!(f, "Many people want a PDF just now. Try again in a minute. {instead}"),
            PdfError::Late => write!(f, "Making the PDF took too long, so we stopped. {instead}"),
            PdfError::Broken => write!(f, "The PDF could not be made. That is our fault, not yours. {instead}"),
            PdfError::Refused(why) => write!(f, "{why} {instead}"),
        }
    }
}

impl std::error::Error for PdfError {}

impl Pdf {
    /// PDFs by this program.
    pub fn new(program: PathBuf) -> Pdf {
        Pdf { program, longest: LONGEST, places: Semaphore::new(MOST_AT_ONCE), worker: Mutex::new(None) }
    }

    /// PDFs by the program `letters` beside the running one; `None` where there is none.
    pub fn beside(running: &Path) -> Option<Pdf> {
        let program = running.with_file_name(NAME).with_extension(std::env::consts::EXE_EXTENSION);
        program.is_file().then(|| Pdf::new(program))
    }

    /// The same, but giving up sooner or later than usual.
    #[must_use]
    pub fn at_most(self, longest: Duration) -> Pdf {
        Pdf { longest, ..self }
    }

    /// Writes the document as a tagged PDF.
    ///
    /// # Errors
    /// Where there is no PDF to give; the error says why and what to do.
    pub async fn write(&self, document: &Document) -> Result<Vec<u8>, PdfError> {
        let json = serde_json::to_vec(document).map_err(|_| PdfError::Broken)?;
        let head = request_head(json.len()).ok_or(PdfError::TooLarge)?;
        let _place = self.places.try_acquire().map_err(|_| PdfError::Busy)?;
        let mut kept = self.worker.lock().await;
        // One that died since the last document is found out only by writing to it: then a fresh one gets its turn.
        if let Some(worker) = kept.take() {
            match self.ask(worker, head, &json).await {
                Err(PdfError::Broken) => {}
                Err(error) => return Err(error),
                Ok((worker, answer)) => {
                    *kept = Some(worker);
                    return answer;
                }
            }
        }
        let worker = Worker::start(&self.program).map_err(|error| {
            tracing::error!(kind = %error.kind(), "the program that writes PDFs cannot be started");
            PdfError::Broken
        })?;
        let (worker, answer) = self.ask(worker, head, &json).await?;
        *kept = Some(worker);
        answer
    }

    /// Asks once. The worker comes back only with a whole answer.
    async fn ask(
        &self,
        mut worker: Worker,
        head: [u8; 4],
        json: &[u8],
    ) -> Result<(Worker, Result<Vec<u8>, PdfError>), PdfError> {
        match tokio::time::timeout(self.longest, worker.exchange(head, json)).await {
            Ok(Some(answer)) => Ok((worker, answer)),
            Ok(None) => {
                tracing::error!("the program that writes PDFs died or answered nonsense; it is started anew");
                Err(PdfError::Broken)
            }
            Err(_) => {
                tracing::error!("the program that writes PDFs took too long; it is started anew");
                Err(PdfError::Late)
            }
        }
    }
}

/// The program as it runs; ended when dropped.
#[derive(Debug)]
struct Worker {
    input: ChildStdin,
    output: ChildStdout,
    _child: Child,
}

impl Worker {
    fn start(program: &Path) -> std::io::Result<Worker> {
        let mut child = Command::new(program)
            .arg("--serve")
            .env_clear()
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()?;
        match (child.stdin.take(), child.stdout.take()) {
            (Some(input), Some(output)) => Ok(Worker { input, output, _child: child }),
            _ => Err(std::io::ErrorKind::BrokenPipe.into()),
        }
    }

    /// Sends a document and reads the answer; `None` where none came or it makes no sense.
    async fn exchange(&mut self, head: [u8; 4], json: &[u8]) -> Option<Result<Vec<u8>, PdfError>> {
        self.input.write_all(&head).await.ok()?;
        self.input.write_all(json).await.ok()?;
        self.input.flush().await.ok()?;
        let mut head = [0; 5];
        self.output.read_exact(&mut head).await.ok()?;
        let (answer, length) = read_answer_head(head)?;
        let mut body = Vec::new();
        (&mut self.output).take(length as u64).read_to_end(&mut body).await.ok()?;
        if body.len() != length {
            return None;
        }
        match answer {
            Answer::Written => body.starts_with(b"%PDF-").then_some(Ok(body)),
            Answer::Refused => Some(Err(PdfError::Refused(String::from_utf8(body).ok()?))),
        }
    }
}
