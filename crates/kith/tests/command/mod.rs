//! The `kith` command, run in a folder of its own.

use std::path::Path;
use std::process::Command;

/// Whether it worked, and what it said.
pub(crate) fn kith(folder: &Path, words: &[&str]) -> (bool, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kith"));
    let output = command.args(words).current_dir(folder).env_remove("KITH_DATABASE").output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap() + &String::from_utf8(output.stdout).unwrap();
    (output.status.success(), said)
}
