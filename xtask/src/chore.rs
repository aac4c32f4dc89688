//! How a check tells its outcome: each fault on a line, then one line of numbers.

use anyhow::{Result, bail};

/// Prints the faults and the numbers of a check, and fails where there is a fault.
pub(crate) fn finish(name: &str, faults: &[String], summary: &str) -> Result<()> {
    for fault in faults {
        eprintln!("{fault}");
    }
    eprintln!("{name}: {summary}");
    if faults.is_empty() {
        return Ok(());
    }
    bail!("{name}: {} to mend", faults.len())
}
