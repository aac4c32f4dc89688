//! Running the program, once or as a server, and the samples given to it.

use paper::Document;
use paper::exchange::{Answer, read_answer_head};
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};

fn start(arguments: &[&str]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_letters"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// What the program makes of one document: a PDF, or what it says instead.
pub(crate) fn once(json: &[u8]) -> Result<Vec<u8>, String> {
    let mut child = start(&[]);
    child.stdin.take().unwrap().write_all(json).unwrap();
    let output = child.wait_with_output().unwrap();
    if output.status.success() { Ok(output.stdout) } else { Err(String::from_utf8(output.stderr).unwrap()) }
}

/// The documents in `tests/samples`, by name.
pub(crate) fn samples() -> Vec<(String, Document)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples");
    let read = |path: &Path| {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        (name, serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap())
    };
    std::fs::read_dir(folder).unwrap().map(|entry| read(&entry.unwrap().path())).collect()
}

/// The program as it serves.
pub(crate) struct Serving(Child);

impl Serving {
    pub(crate) fn start() -> Serving {
        Serving(start(&["--serve"]))
    }

    pub(crate) fn ask(&mut self, json: &[u8]) -> (Answer, Vec<u8>) {
        // The length is written here by hand, so that too large a document can be tried.
        let input = self.0.stdin.as_mut().unwrap();
        input.write_all(&u32::try_from(json.len()).unwrap().to_be_bytes()).unwrap();
        input.write_all(json).unwrap();
        let output = self.0.stdout.as_mut().unwrap();
        let mut head = [0; 5];
        output.read_exact(&mut head).unwrap();
        let (answer, length) = read_answer_head(head).unwrap();
        let mut body = vec![0; length];
        output.read_exact(&mut body).unwrap();
        (answer, body)
    }

    /// Ends the input and waits.
    pub(crate) fn end(mut self) -> ExitStatus {
        drop(self.0.stdin.take());
        self.0.wait().unwrap()
    }
}
